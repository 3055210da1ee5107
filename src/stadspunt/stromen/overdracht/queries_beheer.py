"""What an administrator must know of the orders before he closes a department: numbers, never a client."""

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.overdracht.models import Overdracht
from stadspunt.stromen.overdracht.rules import Status


@query(recht="beheer.lezen")
def count_open_van_afdeling(raadpleging: Raadpleging, afdeling_id: int) -> int:
    """Return how many orders this department still has to answer."""
    return Overdracht.objects.filter(afdeling_id=afdeling_id, status=Status.OPEN).count()
