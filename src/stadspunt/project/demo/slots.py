"""Fill the gaps in a text: a street, a day, an amount."""

from dataclasses import dataclass
from datetime import date

from stadspunt.project.demo.gemeente import WIJKEN
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.namen import KINDERNAMEN, ORGANISATIENAMEN, ORGANISATIESOORTEN
from stadspunt.project.demo.toeval import Toeval

_STRATEN = tuple((straat, wijk.naam) for wijk in WIJKEN for straat in wijk.straten)
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_UREN = (
    "8.45 uur",
    "9.10 uur",
    "9.40 uur",
    "10.20 uur",
    "11.00 uur",
    "11.30 uur",
    "13.30 uur",
    "14.10 uur",
    "15.00 uur",
    "15.50 uur",
)
# A Dutch number plate never has the letters A, E, I, O or U, so nobody drives one of these.
_KLINKERS, _MEDEKLINKERS = "AEIOU", "BDFGHJKLNPRSTVXZ"


def format_dagmaand(dag: date) -> str:
    """Return a day as people write it: '12 november'."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]}"


def _format_bedrag(centen: int) -> str:
    euro, cent = divmod(centen, 100)
    return f"€ {euro // 1000}.{euro % 1000:03d},{cent:02d}" if euro >= 1000 else f"€ {euro},{cent:02d}"


@dataclass(frozen=True, slots=True)
class Woonplek:
    """Where somebody lives: the same client always writes about the same street."""

    straat: str
    huisnummer: int
    wijk: str


def find_woonplek(nummer: int) -> Woonplek:
    """Return the address of client `nummer`, made from the number alone."""
    straat, wijk = _STRATEN[(nummer * 37 + nummer // len(_STRATEN)) % len(_STRATEN)]
    return Woonplek(straat, 1 + (nummer * 13) % 148, wijk)


def fill_slots(toeval: Toeval, dag: date, rooster: Werkrooster, plek: Woonplek | None, bedrijf: str = "") -> dict[str, str]:
    """Return a value for every slot of a text that is written on `dag`; without `plek` it is about any street.

    `datum` lies 4 to 24 working days ahead and `dag` is its weekday; `eerder` lies 3 to 15 working days back.
    """
    plek = plek or find_woonplek(toeval.heel(0, 9_999))
    straks = rooster.add_werkdagen(dag, toeval.heel(4, 24))
    eerder = rooster.back(dag, toeval.heel(3, 15))
    return {
        "adres": f"{plek.straat} {plek.huisnummer}",
        "straat": plek.straat,
        "wijk": plek.wijk,
        "datum": format_dagmaand(straks),
        "dag": _WEEKDAGEN[straks.weekday()],
        "eerder": format_dagmaand(eerder),
        "uur": toeval.kies(_UREN),
        "bedrag": _format_bedrag(toeval.heel(1_900, 96_000)),
        "kenteken": _make_kenteken(toeval),
        "kind": toeval.kies(KINDERNAMEN),
        "bedrijf": bedrijf or f"{toeval.kies(ORGANISATIESOORTEN)} {toeval.kies(ORGANISATIENAMEN)}",
        "aantal": str(toeval.heel(3, 6)),
    }


def _make_kenteken(toeval: Toeval) -> str:
    letters = toeval.kies(_MEDEKLINKERS) + toeval.kies(_KLINKERS)
    return f"{letters}-{toeval.heel(100, 999)}-{toeval.kies(_MEDEKLINKERS)}"
