"""The receipt (ontvangstbevestiging): whether it goes, and what it says (E3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.waarden.bereik import is_email, to_email_sleutel
from stadspunt.fundament.waarden.invulplekken import list_velden
from stadspunt.stromen.correspondentie.rules.sjablonen import check_inhoud, render_sjabloon
from stadspunt.stromen.correspondentie.rules.veiligheid import is_robotadres, to_veilige_echo
from stadspunt.stromen.klantcontacten.rules import Status

# A loop with a machine that ignores every rule dies here.
REM_AANTAL = 5
REM_PERIODE = timedelta(hours=1)

_MAANDEN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAGEN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

GEEN_BEVESTIGING: dict[str, str] = {
    "afgehandeld": "De klant had al antwoord.",
    "automaat": "De afzender is een automaat of een maillijst.",
    "eigen-adres": "De afzender is een adres van de gemeente zelf.",
    "geen-adres": "Er is geen e-mailadres bekend.",
    "geen-postbus": "De gemeente heeft nog geen postbus om mee te versturen.",
    "ingelezen": "Deze vraag komt uit een ingelezen bestand.",
    "geen-wens": "De klant wil bericht op een andere manier.",
    "rem": "Dit adres kreeg in korte tijd te veel automatische berichten.",
}


@dataclass(frozen=True, slots=True)
class Bevestigingsgrond:
    """What decides whether a receipt goes.

    `mag_automatisch` is None when the question did not come as a message. `recent` is how many
    receipts went to this address within REM_PERIODE.
    """

    status: Status
    digitaal: bool
    mag_automatisch: bool | None
    wil_email: bool
    adres: str
    eigen_adressen: Collection[str]
    recent: int


def check_bevestiging(grond: Bevestigingsgrond) -> str:
    """Return the code of GEEN_BEVESTIGING that forbids a receipt, '' when it may go.

    Digital channels always get one; others only when the client wants e-mail (F13). Never to a
    robot, a list or ourselves (RFC 3834, section 2).
    """
    if grond.status in {Status.AFGEHANDELD, Status.VERVALLEN}:
        return "afgehandeld"
    if grond.mag_automatisch is False:
        return "automaat"
    if not grond.digitaal and not grond.wil_email:
        return "geen-wens"
    if not is_email(grond.adres):
        return "geen-adres"
    if to_email_sleutel(grond.adres) in grond.eigen_adressen:
        return "eigen-adres"
    if is_robotadres(grond.adres):
        return "automaat"
    return "rem" if grond.recent >= REM_AANTAL else ""


@dataclass(frozen=True, slots=True)
class Bevestigingsinhoud:
    """What a receipt tells."""

    nummer: str
    naam: str
    onderwerp: str
    beloofd: date
    gemeente: str
    telefoon: str


def format_day(dag: date) -> str:
    """Return `dag` in English: 'Tuesday 1 December 2026'."""
    return f"{_WEEKDAGEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


@dataclass(frozen=True, slots=True)
class Bevestigingstekst:
    """The text of a receipt with its fields, in one language."""

    onderwerp: str
    tekst: str


# Every field of a receipt with what stands for it.
BEVESTIGINGSVELDEN: dict[str, str] = {
    "aanhef": "de begroeting, met de naam van de klant als wij die weten",
    "nummer": "het nummer van de vraag (verplicht)",
    "beloofd": "de dag waarop de klant uiterlijk antwoord heeft (verplicht)",
    "waarover": "een zin over het onderwerp, of niets als het onderwerp niet veilig is",
    "bellen": "een zin met het telefoonnummer van de gemeente, of niets als dat er niet is",
    "gemeente": "de naam van de gemeente",
}
# A receipt that does not tell these is none (E3).
_VERPLICHT = ("nummer", "beloofd")

STANDAARDTEKSTEN: dict[str, Bevestigingstekst] = {
    "nl": Bevestigingstekst(
        "Wij hebben uw vraag ontvangen",
        "{aanhef}\n\n"
        "Wij hebben uw vraag ontvangen. {waarover}\n\n"
        "Het nummer van uw vraag is {nummer}.\n\n"
        "Wat gebeurt er nu?\nEen medewerker bekijkt uw vraag. U krijgt antwoord uiterlijk op {beloofd}.\n\n"
        "Wilt u nog iets toevoegen? Antwoord dan op deze e-mail. {bellen}\n\n"
        "Met vriendelijke groet,\nGemeente {gemeente}\n\n"
        "Dit bericht is automatisch gemaakt.",
    ),
    "en": Bevestigingstekst(
        "We have received your question",
        "{aanhef}\n\n"
        "We have received your question. {waarover}\n\n"
        "The number of your question is {nummer}.\n\n"
        "What happens next?\nA colleague will look at your question. You will have an answer by {beloofd}.\n\n"
        "Would you like to add something? Then reply to this e-mail. {bellen}\n\n"
        "Kind regards,\nMunicipality of {gemeente}\n\n"
        "This message was made automatically.",
    ),
}


def check_bevestigingstekst(tekst: Bevestigingstekst) -> tuple[Fout, ...]:
    """Return every reason to refuse the text of a receipt; empty means that it can be kept."""
    fouten = list(check_inhoud(tekst.onderwerp, tekst.tekst, BEVESTIGINGSVELDEN))
    aanwezig = list_velden(tekst.tekst, BEVESTIGINGSVELDEN)
    for veld in _VERPLICHT:
        if veld not in aanwezig:
            fouten.append(Fout("veld-mist", f"Zet {{{veld}}} in de tekst. Een klant moet dit altijd weten.", "tekst"))
    return tuple(fouten)


def compose_bevestiging(inhoud: Bevestigingsinhoud, taal: str, eigen: Bevestigingstekst | None = None) -> tuple[str, str]:
    """Return subject and text of a receipt in Dutch or ('en') English, from the municipality's `eigen` text or the standard.

    Name and subject come from the sender, so they are repeated only when they hold no link.
    """
    sjabloon = eigen or STANDAARDTEKSTEN["en" if taal == "en" else "nl"]
    waarden = _list_waarden(inhoud, taal)
    # A subject stands on one line; a sentence that is not there leaves no space behind.
    onderwerp = " ".join(render_sjabloon(sjabloon.onderwerp, waarden, BEVESTIGINGSVELDEN).split())
    tekst = render_sjabloon(sjabloon.tekst, waarden, BEVESTIGINGSVELDEN)
    return onderwerp, "\n".join(regel.rstrip() for regel in tekst.strip().splitlines())


def _list_waarden(inhoud: Bevestigingsinhoud, taal: str) -> dict[str, str]:
    naam, onderwerp = to_veilige_echo(inhoud.naam), to_veilige_echo(inhoud.onderwerp)
    if taal == "en":
        aanhef, beloofd, over = f"Dear {naam or 'sir or madam'},", format_day(inhoud.beloofd), "It is about:"
        bellen = f"You can also call us: {inhoud.telefoon}. Please mention the number of your question."
    else:
        aanhef, beloofd, over = f"Beste {naam or 'heer of mevrouw'},", format_dag(inhoud.beloofd), "Uw vraag gaat over:"
        bellen = f"U kunt ook bellen: {inhoud.telefoon}. Noem dan het nummer van uw vraag."
    return {
        "aanhef": aanhef,
        "nummer": inhoud.nummer,
        "beloofd": beloofd,
        "waarover": f"{over} {onderwerp}" if onderwerp else "",
        "bellen": bellen if inhoud.telefoon else "",
        "gemeente": inhoud.gemeente,
    }
