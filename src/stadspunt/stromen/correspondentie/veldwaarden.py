"""What stands for the fields of a text about one question: {nummer}, {naam}, {beloofd}. For this room only."""

from dataclasses import dataclass

from stadspunt.bronnen.organisatie.queries import list_afdelingen
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.rules.antwoord import to_aanhef
from stadspunt.stromen.correspondentie.rules.bevestiging import format_day
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Status as Overdrachtstatus


@dataclass(frozen=True, slots=True)
class Vraagbronnen:
    """What the values are read from; `klantnaam` is '' for who gave no name, `opdracht` None when no department has it."""

    vraag: KlantvraagBeeld
    klantnaam: str
    gemeentenaam: str
    opdracht: OverdrachtBeeld | None


def find_laatste_opdracht(raadpleging: Raadpleging, klantvraag_id: int) -> OverdrachtBeeld | None:
    """Return the last order about the question that was not taken back."""
    opdrachten = list_overdrachten_van_klantvraag(raadpleging, klantvraag_id)
    return next((een for een in reversed(opdrachten) if een.status != Overdrachtstatus.INGETROKKEN), None)


def to_veldwaarden(raadpleging: Raadpleging, bronnen: Vraagbronnen, taal: str) -> dict[str, str]:
    """Return the value of every field; what is not known is ''."""
    vraag, opdracht = bronnen.vraag, bronnen.opdracht
    product = get_producten([vraag.product_id]).get(vraag.product_id) if vraag.product_id else None
    afdelingen = list_afdelingen([vraag.gemeente_id]) if opdracht else []
    return {
        "aanhef": to_aanhef(bronnen.klantnaam, taal),
        "naam": bronnen.klantnaam,
        "nummer": vraag.nummer,
        "onderwerp": vraag.onderwerp,
        "product": product.naam if product else "",
        "afdeling": next((een.naam for een in afdelingen if opdracht and een.id == opdracht.afdeling_id), ""),
        "beloofd": format_day(vraag.beloofd) if taal == "en" else format_dag(vraag.beloofd),
        "medewerker": raadpleging.actor.naam,
        "gemeente": bronnen.gemeentenaam,
    }
