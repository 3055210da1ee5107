"""Every key of the house in one list: the sheet behind `?` is drawn from it, and a test compares it with what the pages bind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toets:
    """Keys that are pressed one after the other ("Ctrl K", "j k"), and what they do."""

    toetsen: str
    naam: str

    @property
    def delen(self) -> tuple[str, ...]:
        """Each key apart, to draw."""
        return tuple(self.toetsen.split())


@dataclass(frozen=True, slots=True)
class Toetsgroep:
    """Keys that work in the same place."""

    naam: str
    toetsen: tuple[Toets, ...]


# Bound by scripts, on every page that has what they are for.
TOETSGROEPEN: tuple[Toetsgroep, ...] = (
    Toetsgroep(
        "Overal",
        (
            Toets("Ctrl K", "Zoek of doe iets, ook terwijl u typt"),
            Toets("?", "Dit overzicht"),
            Toets("Alt 1 … 9", "Naar iets uit de strook bovenaan"),
            Toets("Esc", "Sluiten"),
        ),
    ),
    Toetsgroep(
        "In een lijst",
        (
            Toets("j k", "Volgende of vorige regel"),
            Toets("Enter", "Regel openen"),
            Toets("x", "Regel kiezen"),
        ),
    ),
    Toetsgroep(
        "In een tekstveld",
        (
            Toets("::", "Tekstblok invoegen"),
            Toets("Ctrl Enter", "Bewaren, bij een nieuw contact"),
            Toets("Ctrl Shift Enter", "Noteren en doorzetten, bij een nieuw contact"),
        ),
    ),
    Toetsgroep(
        "In een gesprek",
        (
            Toets("Alt PgDn", "Naar de volgende vraag"),
            Toets("Alt PgUp", "Naar de vorige vraag"),
            Toets("Alt Insert", "Nog een vraag erbij"),
            Toets("Alt Delete", "Deze vraag weghalen"),
            Toets("Alt Shift 1 … 9", "Een open vraag van de klant erbij"),
        ),
    ),
)

# Bound by a page on a button, link or field (data-sneltoets): where, by key. The sheet names them by what they press.
PAGINATOETSEN: dict[str, str] = {
    "/": "zoeken in een lijst",
    "n": "nieuw contact",
    "a": "gevraagd aan ons",
    "s": "sturing, of de snelcodes bij een nieuw contact",
    "b": "beantwoorden bij een vraag, anders beheer",
    "o": "oppakken",
    "d": "overdragen",
    "c": "contact vastleggen",
    "e": "wijzigen",
    "k": "controleren",
    "t": "notitie schrijven",
    "g": "deze vraag bij het lopende contact",
    "l": "de actieve klant loslaten",
    "z": "een bericht terugnemen",
    "u": "een macro ongedaan maken",
    "w": "laten wachten",
    "v": "verder met een vraag die wacht",
    "h": "samenvoegen met een andere vraag",
    "m": "een macro kiezen voor de gekozen vragen",
} | {f"m {nummer}": "een macro" for nummer in range(1, 10)}
