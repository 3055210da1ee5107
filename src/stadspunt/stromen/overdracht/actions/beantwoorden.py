"""The department takes an order and gives its answer."""

from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.actions.overdragen import record_vakantwoord
from stadspunt.stromen.overdracht.events import (
    OverdrachtOpgepakt,
    OverdrachtTeruggegeven,
    OverdrachtVrijgegeven,
)
from stadspunt.stromen.overdracht.rules import Status, check_teruggave, is_op_tijd
from stadspunt.stromen.overdracht.vergrendeling import (
    demand_open,
    find_overdracht,
    lock_open_overdracht,
)


@action(recht="overdracht.teruggeven")
def claim_overdracht(handeling: Handeling, overdracht_id: int) -> None:
    """Take an order for oneself. Raises AchterhaaldError when a colleague has it or it is no longer open."""
    overdracht = lock_open_overdracht(handeling, overdracht_id)
    wie = handeling.actor.medewerker_id
    if overdracht.behandelaar_id == wie:
        return
    if overdracht.behandelaar_id is not None:
        raise AchterhaaldError(Fout("bezet", "Een collega heeft deze opdracht al opgepakt."))
    overdracht.behandelaar_id = wie
    overdracht.save(update_fields=["behandelaar_id"])
    publish(handeling, OverdrachtOpgepakt(overdracht.pk, overdracht.klantvraag_id, wie or 0))
    announce(f"afdeling-{overdracht.afdeling_id}", f"vraag-{overdracht.klantvraag_id}")


@action(recht="overdracht.teruggeven")
def release_overdracht(handeling: Handeling, overdracht_id: int) -> None:
    """Put an order back on the list of the department, also that of a colleague who is away.

    Raises AchterhaaldError when it is no longer open.
    """
    overdracht = lock_open_overdracht(handeling, overdracht_id)
    if overdracht.behandelaar_id is None:
        return
    overdracht.behandelaar_id = None
    overdracht.save(update_fields=["behandelaar_id"])
    publish(handeling, OverdrachtVrijgegeven(overdracht.pk, overdracht.klantvraag_id))
    announce(f"afdeling-{overdracht.afdeling_id}", f"vraag-{overdracht.klantvraag_id}")


@action(recht="overdracht.teruggeven")
def return_overdracht(handeling: Handeling, overdracht_id: int, antwoord: str) -> None:
    """Give the answer of the department to the KCC, which checks it.

    Raises GeweigerdError for an empty answer, AchterhaaldError when a colleague answered or the
    KCC took it back first, NietGevondenError.
    """
    gezien = find_overdracht(handeling, overdracht_id)
    demand_open(gezien)
    fouten = check_teruggave(antwoord)
    if fouten:
        raise GeweigerdError(*fouten)
    record_vakantwoord(handeling, gezien.klantvraag_id)  # locks the question: from here nobody else moves it
    overdracht = lock_open_overdracht(handeling, overdracht_id)
    wie = handeling.actor.medewerker_id
    overdracht.status = Status.TERUGGEGEVEN
    overdracht.antwoord = antwoord.strip()
    overdracht.teruggegeven_op = handeling.moment
    overdracht.teruggegeven_door_id = wie
    overdracht.behandelaar_id = overdracht.behandelaar_id or wie
    overdracht.save()
    op_tijd = is_op_tijd(handeling.vandaag, overdracht.terug_op)
    publish(handeling, OverdrachtTeruggegeven(overdracht.pk, overdracht.klantvraag_id, overdracht.afdeling_id, op_tijd))
    announce(f"afdeling-{overdracht.afdeling_id}")
