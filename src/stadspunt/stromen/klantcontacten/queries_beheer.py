"""What an administrator must know of the flow before he closes something: numbers, never a client."""

from django.db.models import Q

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import open_query, query
from stadspunt.stromen.klantcontacten.beelden import WachtredenBeeld
from stadspunt.stromen.klantcontacten.models import Klantvraag, Wachtreden
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN


@query(recht="beheer.lezen")
def count_open_van_team(raadpleging: Raadpleging, team_id: int) -> int:
    """Return how many open questions this team owns."""
    return Klantvraag.objects.filter(eigenaar_team_id=team_id, status__in=OPEN_STATUSSEN).count()


@open_query(reden="redenen om te wachten zijn inrichting en tonen geen klant")
def list_wachtredenen(gemeente_id: int) -> list[WachtredenBeeld]:
    """Return the reasons in use for a municipality, by name."""
    rijen = Wachtreden.objects.filter(Q(gemeente_id=None) | Q(gemeente_id=gemeente_id), actief=True).order_by("naam", "id")
    return [_to_beeld(rij) for rij in rijen]


@query(recht="beheer.lezen")
def list_alle_wachtredenen(raadpleging: Raadpleging) -> list[WachtredenBeeld]:
    """Return every reason for this actor's municipalities, by name, those in use first."""
    eigen = Q(gemeente_id=None) | Q(gemeente_id__in=raadpleging.actor.gemeente_ids)
    return [_to_beeld(rij) for rij in Wachtreden.objects.filter(eigen).order_by("-actief", "naam", "id")]


@query(recht="beheer.lezen")
def get_wachtreden(raadpleging: Raadpleging, wachtreden_id: int) -> WachtredenBeeld:
    """Return one reason. Raises NietGevondenError."""
    eigen = Q(gemeente_id=None) | Q(gemeente_id__in=raadpleging.actor.gemeente_ids)
    rij = Wachtreden.objects.filter(eigen, pk=wachtreden_id).first()
    if rij is None:
        raise NietGevondenError(f"wachtreden {wachtreden_id}")
    return _to_beeld(rij)


def _to_beeld(rij: Wachtreden) -> WachtredenBeeld:
    return WachtredenBeeld(rij.pk, rij.gemeente_id, rij.naam, rij.op_klant, rij.actief)
