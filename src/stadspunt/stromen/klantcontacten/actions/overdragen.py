"""What a hand-over does to the question itself: it moves, the owner does not."""

from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.models import Betrokkenafdeling
from stadspunt.stromen.klantcontacten.queries import to_klantvraag_beeld
from stadspunt.stromen.klantcontacten.rules import Status, Wachteinde
from stadspunt.stromen.klantcontacten.vergrendeling import (
    demand_status,
    lock_klantvraag,
    save_klantvraag,
    step,
    wake,
)


@action(recht="overdracht.maken")
def mark_overgedragen(handeling: Handeling, klantvraag_id: int, afdeling_id: int) -> KlantvraagBeeld:
    """Lock the question and put it with a department, which may see it from now on.

    Raises AchterhaaldError when the question is closed, NietGevondenError.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    step(vraag, Status.OVERGEDRAGEN)
    vraag.overdrachten += 1
    vraag.klantreactie_op = None
    vraag.behandelaar_id = vraag.behandelaar_id or handeling.actor.medewerker_id
    Betrokkenafdeling.objects.get_or_create(klantvraag=vraag, afdeling_id=afdeling_id)
    save_klantvraag(vraag)
    return to_klantvraag_beeld(vraag)


@action(recht="overdracht.teruggeven")
def record_vakantwoord(handeling: Handeling, klantvraag_id: int) -> None:
    """The department returned its answer: the KCC checks it. The clock has never stopped."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    wake(handeling, vraag, Wachteinde.AFDELING)
    step(vraag, Status.TE_CONTROLEREN)
    save_klantvraag(vraag)


@action(recht="overdracht.maken")
def mark_gecontroleerd(handeling: Handeling, klantvraag_id: int) -> None:
    """The KCC checked what the department returned (B2) and goes on with it.

    Raises AchterhaaldError when there is nothing to check (any more).
    """
    _take_back(handeling, klantvraag_id, van=Status.TE_CONTROLEREN)


@action(recht="overdracht.maken")
def mark_teruggehaald(handeling: Handeling, klantvraag_id: int) -> None:
    """The KCC took the order back and goes on itself. Raises AchterhaaldError when it is not with a department."""
    _take_back(handeling, klantvraag_id, van=Status.OVERGEDRAGEN)


def _take_back(handeling: Handeling, klantvraag_id: int, *, van: Status) -> None:
    vraag = lock_klantvraag(handeling, klantvraag_id)
    demand_status(vraag, van)
    step(vraag, Status.IN_BEHANDELING)
    vraag.behandelaar_id = handeling.actor.medewerker_id or vraag.behandelaar_id
    save_klantvraag(vraag)
