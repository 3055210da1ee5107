"""What the client writes about a question that we have already, and what is said back without closing it."""

from datetime import datetime

from stadspunt.bronnen.organisatie.queries import is_werkzaam
from stadspunt.bronnen.partijen.rules import Taal
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.actions.behandelen import reopen_klantvraag
from stadspunt.stromen.klantcontacten.events import KlantReageerde, KlantvraagGewijzigd, KlantvraagVrijgegeven
from stadspunt.stromen.klantcontacten.rules import Status, Wachteinde
from stadspunt.stromen.klantcontacten.vergrendeling import lock_blijver, lock_klantvraag, save_klantvraag, step, wake


@action(recht="klantvraag.behandelen")
def record_klantreactie(handeling: Handeling, klantvraag_id: int, klantcontact_id: int | None = None) -> None:
    """The client wrote about a question (in `klantcontact_id`): mark it, and open it again when it was closed.

    The clock keeps running. Who has the question keeps it while he works here; else it is back
    on the list of the team. A question that went into another one leads there.
    """
    vraag = lock_blijver(handeling, klantvraag_id)
    wie = vraag.behandelaar_id
    blijver = wie if wie is not None and is_werkzaam(wie, vraag.gemeente_id, handeling.moment) else None
    if reopen_klantvraag(handeling, vraag.pk, klantcontact_id, blijver):
        vraag = lock_klantvraag(handeling, vraag.pk)
    vraag.klantreactie_op = handeling.moment
    wake(handeling, vraag, Wachteinde.KLANT)
    if vraag.behandelaar_id is not None and blijver is None:
        if vraag.status == Status.IN_BEHANDELING:
            step(vraag, Status.NIEUW)
        vraag.behandelaar_id = None
        publish(handeling, KlantvraagVrijgegeven(vraag.pk))
    save_klantvraag(vraag)
    if klantcontact_id is not None:
        publish(handeling, KlantReageerde(vraag.pk, klantcontact_id))


@action(recht="klantvraag.behandelen")
def mark_klantreactie_beantwoord(handeling: Handeling, klantvraag_id: int, geschreven_op: datetime) -> None:
    """The client heard from us: what he wrote before that was written (`geschreven_op`) waits no longer."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if vraag.klantreactie_op is not None and vraag.klantreactie_op <= geschreven_op:
        vraag.klantreactie_op = None
        save_klantvraag(vraag)


@action(recht="klantvraag.behandelen")
def set_taal(handeling: Handeling, klantvraag_id: int, taal: Taal) -> None:
    """Write about this question in another language from now on; what the client prefers stays as it is."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if vraag.taal != taal:
        vraag.taal = taal
        save_klantvraag(vraag)
        publish(handeling, KlantvraagGewijzigd(vraag.pk, ("taal",)))
