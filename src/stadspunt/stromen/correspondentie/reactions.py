"""What this room does when something happened to a question."""

from stadspunt.fundament.gebeurtenissen.feiten import reacts_to
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.correspondentie.actions.bevestigen import plan_ontvangstbevestiging
from stadspunt.stromen.klantcontacten.events import KlantvraagGeopend


@reacts_to(KlantvraagGeopend)
def confirm_ontvangst(handeling: Handeling, feit: KlantvraagGeopend) -> None:
    """A new question gets its receipt."""
    plan_ontvangstbevestiging(handeling, feit.klantvraag_id)
