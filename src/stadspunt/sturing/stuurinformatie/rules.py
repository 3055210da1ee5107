"""The figures and how each is counted, as data. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

# The trend and the share at first contact look back this many days, today included.
TERUGBLIK_DAGEN = 30


class Cijfer(StrEnum):
    """A figure; the value is its name in an address."""

    VANDAAG_BINNEN = "vandaag-binnen"
    WACHTEND = "wachtend"
    OUDSTE = "oudste"
    TE_LAAT = "te-laat"
    EERSTE_CONTACT = "eerste-contact"
    NIET_VERWERKT = "niet-verwerkt"
    ONTVANGEN = "ontvangen"
    AFGEHANDELD = "afgehandeld"


@dataclass(frozen=True, slots=True)
class Definitie:
    """What a figure is called, how it is counted in words, and from which records."""

    naam: str
    formule: str
    bron: str


DEFINITIES: dict[Cijfer, Definitie] = {
    Cijfer.VANDAAG_BINNEN: Definitie(
        "Vandaag binnen",
        "Alle contacten die een klant vandaag met ons opnam, over alle kanalen. Contacten die wij zelf zoeken, tellen niet mee.",
        "Klantcontacten, op het moment waarop het contact er was.",
    ),
    Cijfer.WACHTEND: Definitie(
        "Wachtend",
        "Alle vragen die nog geen antwoord hebben: nieuw, in behandeling, bij een afdeling, of terug om te controleren.",
        "Klantvragen met een open status.",
    ),
    Cijfer.OUDSTE: Definitie(
        "Oudste vraag",
        "Het aantal werkdagen sinds de oudste open vraag binnenkwam. De klok begint bij het eerste contact en "
        "stopt niet als een afdeling meekijkt. De lijst toont de open vragen die op dezelfde dag binnenkwamen.",
        "Klantvragen met een open status, en de openingsdagen van de gemeente.",
    ),
    Cijfer.TE_LAAT: Definitie(
        "Te laat",
        "Alle open vragen waarvan de dag die we de klant beloofden, voorbij is.",
        "Klantvragen met een open status, en hun beloofde datum.",
    ),
    Cijfer.EERSTE_CONTACT: Definitie(
        "Direct beantwoord",
        f"Van alle vragen die in de laatste {TERUGBLIK_DAGEN} dagen zijn afgehandeld: het deel dat het KCC zelf beantwoordde, "
        "zonder overdracht aan een afdeling en zonder dat de vraag opnieuw openging. Vervallen vragen (spam, dubbel, vergissing, "
        "ingetrokken) tellen niet mee. Vragen die met een snelcode zijn beantwoord, tellen wel mee.",
        "Klantvragen met de status afgehandeld, op de dag van afhandelen.",
    ),
    Cijfer.NIET_VERWERKT: Definitie(
        "Niet verwerkt",
        "Alle post, mail en formulieren die bewaard zijn, maar die het systeem niet kon verwerken. Een mens moet ernaar kijken.",
        "Ontvangsten met de status mislukt.",
    ),
    Cijfer.ONTVANGEN: Definitie(
        "Ontvangen vragen",
        f"Alle vragen die in de laatste {TERUGBLIK_DAGEN} dagen binnenkwamen, per dag geteld. Wat later verviel, telt mee.",
        "Klantvragen, op het moment van ontvangst.",
    ),
    Cijfer.AFGEHANDELD: Definitie(
        "Afgehandelde vragen",
        f"Alle vragen die in de laatste {TERUGBLIK_DAGEN} dagen zijn afgehandeld en dat nu nog zijn, per dag geteld.",
        "Klantvragen met de status afgehandeld, op de dag van afhandelen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Streefwaarde:
    """What the municipality aims at, in per cent."""

    percentage: int
    naam: str


# The founding plan: 70% by 2010, 80% in the end (B1).
STREEFWAARDEN_EERSTE_CONTACT = (Streefwaarde(70, "ten minste"), Streefwaarde(80, "liefst"))


def compute_aandeel(teller: int, noemer: int) -> Decimal | None:
    """Return the share in per cent with one decimal, halves up; None when there is nothing to divide by."""
    if not 0 <= teller <= noemer:
        raise ValueError(f"{teller} van {noemer} is geen aandeel")
    if noemer == 0:
        return None
    return (Decimal(100 * teller) / noemer).quantize(Decimal("0.1"), ROUND_HALF_UP)


def find_streefwaarde(aandeel: Decimal) -> Streefwaarde | None:
    """Return the highest target that is reached, or None."""
    gehaald = [streef for streef in STREEFWAARDEN_EERSTE_CONTACT if aandeel >= streef.percentage]
    return max(gehaald, key=lambda streef: streef.percentage, default=None)


def list_dagen(vandaag: date) -> tuple[date, ...]:
    """Return the days of the look back, oldest first, today last."""
    return tuple(vandaag - timedelta(days=terug) for terug in range(TERUGBLIK_DAGEN - 1, -1, -1))
