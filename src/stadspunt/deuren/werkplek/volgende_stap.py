"""What an agent does next with a question, and what else may be done with it. Pure."""

from dataclasses import dataclass
from datetime import date

from stadspunt.fundament.tijd.kort import format_dag_kort
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Status


@dataclass(frozen=True, slots=True)
class Actie:
    """A button of the question page: a link, or (`verstuurt`) a form with one button. `url_naam` is in werkplek."""

    naam: str
    url_naam: str
    soort: str = "gewoon"
    icoon: str = ""
    sneltoets: str = ""
    verstuurt: bool = False
    in_dialoog: bool = False


@dataclass(frozen=True, slots=True)
class VolgendeStap:
    """The sentence on top of the question, with what can be done about it at once."""

    kop: str
    uitleg: str
    acties: tuple[Actie, ...] = ()


OPPAKKEN = Actie("Oppakken", "oppakken", "primair", "vink", "o", verstuurt=True)
OVERNEMEN = Actie("Overnemen", "overnemen", icoon="persoon", verstuurt=True)
BEANTWOORDEN = Actie("Beantwoorden", "beantwoorden", "primair", "antwoord", "b")
OVERDRAGEN = Actie("Overdragen", "overdragen", icoon="overdragen", sneltoets="d")
CONTACT = Actie("Contact vastleggen", "vervolgcontact", icoon="telefoon", sneltoets="c")
TERUGHALEN = Actie("Terughalen", "terughalen", icoon="ongedaan", verstuurt=True)
CONTROLEREN = Actie("Controleren", "controleren", "primair", "vink", "k")
HEROPENEN = Actie("Opnieuw openen", "heropenen", icoon="ongedaan", verstuurt=True)
VRIJGEVEN = Actie("Terug in de lijst", "vrijgeven", "stil", "pijl-links", verstuurt=True)
WIJZIGEN = Actie("Wijzigen", "wijzigen", "stil", "potlood", sneltoets="e", in_dialoog=True)
KOPPELEN = Actie("Klant koppelen", "koppelen", "stil", "persoon")
VERVALLEN = Actie("Laten vervallen", "vervallen", "stil", "kruis", in_dialoog=True)


def compute_volgende_stap(vraag: KlantvraagBeeld, ik: int | None, wie: str, vandaag: date) -> VolgendeStap:
    """Return what comes next for the agent `ik`; `wie` is the name of who has the question."""
    belofte = f"Beloofd voor {format_dag_kort(vraag.beloofd, vandaag)}."
    match Status(vraag.status):
        case Status.AFGEHANDELD:
            terug = "Komt de klant hierop terug? Open de vraag dan opnieuw."
            return VolgendeStap("De klant heeft antwoord", terug, (HEROPENEN, CONTACT))
        case Status.VERVALLEN:
            return VolgendeStap("Deze vraag is vervallen", "Er is geen antwoord gegeven.", (HEROPENEN,))
        case Status.OVERGEDRAGEN:
            return VolgendeStap("De afdeling is aan zet", f"{belofte} De vraag blijft van het KCC.", (CONTACT, TERUGHALEN))
        case Status.TE_CONTROLEREN:
            daarna = f"{belofte} Verstuur daarna het antwoord."
            return VolgendeStap("Controleer het antwoord van de afdeling", daarna, (CONTROLEREN, CONTACT))
    if vraag.behandelaar_id is None:
        return VolgendeStap("Niemand heeft deze vraag", f"{belofte} Pak hem op om te beginnen.", (OPPAKKEN, OVERDRAGEN, CONTACT))
    if vraag.behandelaar_id == ik:
        eigen = (BEANTWOORDEN, OVERDRAGEN, CONTACT)
        return VolgendeStap("U hebt deze vraag", f"{belofte} Beantwoord de vraag of draag hem over.", eigen)
    return VolgendeStap(f"{wie} heeft deze vraag", f"{belofte} Neem hem alleen over als dat nodig is.", (OVERNEMEN, CONTACT))


def list_andere_acties(vraag: KlantvraagBeeld, ik: int | None, klant_bekend: bool) -> tuple[Actie, ...]:
    """Return what may be done with a question besides its next step."""
    acties = [WIJZIGEN]
    if not klant_bekend:
        acties.append(KOPPELEN)
    if vraag.status == Status.IN_BEHANDELING and vraag.behandelaar_id == ik:
        acties.append(VRIJGEVEN)
    if vraag.status in {Status.NIEUW, Status.IN_BEHANDELING}:
        acties.append(VERVALLEN)
    return tuple(acties) if vraag.status in OPEN_STATUSSEN or not klant_bekend else (WIJZIGEN,)
