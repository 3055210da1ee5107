"""What an administrator must know of the flow before he closes something: numbers, never a client."""

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.klantcontacten.models import Klantvraag
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN


@query(recht="beheer.lezen")
def count_open_van_team(raadpleging: Raadpleging, team_id: int) -> int:
    """Return how many open questions this team owns."""
    return Klantvraag.objects.filter(eigenaar_team_id=team_id, status__in=OPEN_STATUSSEN).count()
