"""What this room does when something happened to a question or to a file."""

from stadspunt.bronnen.documenten.events import VirusGevonden
from stadspunt.fundament.gebeurtenissen.feiten import reacts_to
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.correspondentie.actions.alarmeren import alarm_noodinzage
from stadspunt.stromen.correspondentie.actions.bevestigen import plan_ontvangstbevestiging
from stadspunt.stromen.correspondentie.vergrendeling import announce_document
from stadspunt.stromen.klantcontacten.events import KlantvraagGeopend, NoodinzageGevraagd


@reacts_to(KlantvraagGeopend)
def confirm_ontvangst(handeling: Handeling, feit: KlantvraagGeopend) -> None:
    """A new question gets its receipt."""
    plan_ontvangstbevestiging(handeling, feit.klantvraag_id)


@reacts_to(VirusGevonden)
def show_virus(handeling: Handeling, feit: VirusGevonden) -> None:
    """Whoever looks at a question with this file sees it at once."""
    announce_document(feit.document_id)


@reacts_to(NoodinzageGevraagd)
def tell_noodinzage(handeling: Handeling, feit: NoodinzageGevraagd) -> None:
    """Who watches over privacy hears at once that somebody broke the glass."""
    alarm_noodinzage(handeling, feit.noodinzage_id, feit.gemeente_id)
