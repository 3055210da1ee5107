"""Three macros: for a client who does not answer, for a department that is asked every day, and for advertising."""

from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.klantcontacten.rules import Complexiteit, Vervalreden
from stadspunt.stromen.macros.actions.inrichten import add_macro
from stadspunt.stromen.macros.rules import Macrogegevens, Stap, Stapsoort
from stadspunt.stromen.overdracht.rules import Vorm

_STRAAT = "melding-openbare-ruimte"


def add_macros(handeling: Handeling, gemeente_id: int, afdelingen: dict[str, int]) -> None:
    """Add the macros; `afdelingen` gives departments by their code."""
    producten = {een.slug: een.id for een in list_producten([gemeente_id])}
    for gegevens in (
        Macrogegevens(
            "Niet bereikt",
            (Stap(Stapsoort.OPPAKKEN), Stap(Stapsoort.NOTITIE, tekst="{naam} teruggebeld over {nummer}, niet bereikt.")),
            "U belde de klant terug en er werd niet opgenomen.",
        ),
        Macrogegevens(
            "Melding straat of groen",
            (
                Stap(Stapsoort.PRODUCT, producten[_STRAAT]),
                Stap(Stapsoort.COMPLEXITEIT, waarde=Complexiteit.EENVOUDIG),
                Stap(
                    Stapsoort.OVERDRAGEN,
                    afdelingen["openbare-ruimte"],
                    Vorm.ACTIE,
                    "Een klant meldt: {onderwerp}. Wilt u dit oplossen en ons laten weten wanneer het klaar is?",
                ),
            ),
            "Iets is kapot of vuil op straat. De afdeling lost het op.",
        ),
        Macrogegevens("Reclame", (Stap(Stapsoort.VERVALLEN, waarde=Vervalreden.SPAM),), "Reclame of misbruik, geen vraag.", 60),
    ):
        add_macro(handeling, gemeente_id, gegevens)
