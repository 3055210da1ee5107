"""What follows for orders when a question changes."""

from stadspunt.fundament.gebeurtenissen.feiten import reacts_to
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.klantcontacten.events import KlantvraagAfgehandeld
from stadspunt.stromen.overdracht.actions.overdragen import expire_overdrachten


@reacts_to(KlantvraagAfgehandeld)
def expire_after_antwoord(handeling: Handeling, feit: KlantvraagAfgehandeld) -> None:
    """Take open orders back when the client has an answer."""
    expire_overdrachten(handeling, feit.klantvraag_id)
