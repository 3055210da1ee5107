"""Find and lock an order; used by every action on one order.

Order of locks, the same everywhere: first the klantvraag (in the room below), then the
overdracht. An action that locks only the overdracht cannot wait for a klantvraag.
"""

from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.overdracht.models import Overdracht
from stadspunt.stromen.overdracht.rules import Status

_NIET_OPEN = {
    Status.TERUGGEGEVEN: Fout("al-teruggegeven", "Deze opdracht is al beantwoord. Bekijk het antwoord dat er staat."),
    Status.INGETROKKEN: Fout("ingetrokken", "Deze opdracht is ingetrokken. Een antwoord is niet meer nodig."),
}


def find_overdracht(handeling: Handeling, overdracht_id: int) -> Overdracht:
    """Return an order without a lock. Raises NietGevondenError when not there or not for this actor."""
    rij: Overdracht | None = Overdracht.objects.visible_to(handeling.raadpleging).filter(pk=overdracht_id).first()
    if rij is None:
        raise NietGevondenError(f"overdracht {overdracht_id}")
    return rij


def demand_open(overdracht: Overdracht) -> None:
    """Raise AchterhaaldError, saying what happened, when the order is no longer open."""
    fout = _NIET_OPEN.get(Status(overdracht.status))
    if fout is not None:
        raise AchterhaaldError(fout)


def lock_open_overdracht(handeling: Handeling, overdracht_id: int) -> Overdracht:
    """Return an order with its row locked. Raises NietGevondenError, AchterhaaldError when it is no longer open."""
    rij: Overdracht | None = (
        Overdracht.objects.visible_to(handeling.raadpleging).select_for_update().filter(pk=overdracht_id).first()
    )
    if rij is None:
        raise NietGevondenError(f"overdracht {overdracht_id}")
    demand_open(rij)
    return rij
