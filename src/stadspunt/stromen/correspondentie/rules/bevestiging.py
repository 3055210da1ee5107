"""The receipt (ontvangstbevestiging): whether it goes, and what it says (E3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.waarden.bereik import is_email, to_email_sleutel
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


def compose_bevestiging(inhoud: Bevestigingsinhoud, taal: str) -> tuple[str, str]:
    """Return subject and text of a receipt in Dutch or ('en') English.

    Name and subject come from the sender, so they are repeated only when they hold no link.
    """
    return _compose_engels(inhoud) if taal == "en" else _compose_nederlands(inhoud)


def _compose_nederlands(inhoud: Bevestigingsinhoud) -> tuple[str, str]:
    naam, onderwerp = to_veilige_echo(inhoud.naam), to_veilige_echo(inhoud.onderwerp)
    bellen = f" U kunt ook bellen: {inhoud.telefoon}. Noem dan het nummer van uw vraag." if inhoud.telefoon else ""
    alineas = (
        f"Beste {naam}," if naam else "Beste heer of mevrouw,",
        "Wij hebben uw vraag ontvangen." + (f" Uw vraag gaat over: {onderwerp}" if onderwerp else ""),
        f"Het nummer van uw vraag is {inhoud.nummer}.",
        f"Wat gebeurt er nu?\nEen medewerker bekijkt uw vraag. U krijgt antwoord uiterlijk op {format_dag(inhoud.beloofd)}.",
        f"Wilt u nog iets toevoegen? Antwoord dan op deze e-mail.{bellen}",
        f"Met vriendelijke groet,\nGemeente {inhoud.gemeente}",
        "Dit bericht is automatisch gemaakt.",
    )
    return "Wij hebben uw vraag ontvangen", "\n\n".join(alineas)


def _compose_engels(inhoud: Bevestigingsinhoud) -> tuple[str, str]:
    naam, onderwerp = to_veilige_echo(inhoud.naam), to_veilige_echo(inhoud.onderwerp)
    bellen = f" You can also call us: {inhoud.telefoon}. Please mention the number of your question." if inhoud.telefoon else ""
    alineas = (
        f"Dear {naam}," if naam else "Dear sir or madam,",
        "We have received your question." + (f" It is about: {onderwerp}" if onderwerp else ""),
        f"The number of your question is {inhoud.nummer}.",
        f"What happens next?\nA colleague will look at your question. You will have an answer by {format_day(inhoud.beloofd)}.",
        f"Would you like to add something? Then reply to this e-mail.{bellen}",
        f"Kind regards,\nMunicipality of {inhoud.gemeente}",
        "This message was made automatically.",
    )
    return "We have received your question", "\n\n".join(alineas)
