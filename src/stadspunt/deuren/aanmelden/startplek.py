"""Where an employee starts: the first desk that his rights open."""

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.toegang.actor import Actor

ZONDER_WERKPLEK = "/aanmelden/geen-rol/"
# In order: who answers clients works at the work place, also when he may do more.
STARTPLEKKEN: tuple[tuple[Doel, str], ...] = (
    (Doel.KLANTVRAAG_BEHANDELEN, "/werkplek/"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "/afdeling/"),
    (Doel.BEHEREN, "/beheer/"),
    (Doel.STUREN, "/sturing/"),
)


def find_startplek(actor: Actor | None) -> str:
    """Return the address of the first desk this actor may use; without a desk the page that says what to do."""
    if actor is not None:
        for doel, adres in STARTPLEKKEN:
            if actor.has_doel(doel):
                return adres
    return ZONDER_WERKPLEK
