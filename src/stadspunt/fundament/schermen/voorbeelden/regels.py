"""Rows of a work list in every state."""

from dataclasses import dataclass
from datetime import timedelta

from stadspunt.fundament.schermen.duur import to_termijn
from stadspunt.fundament.schermen.onderdelen import Niveau, Termijn


@dataclass(frozen=True, slots=True)
class Voorbeeldregel:
    """One row of the example list."""

    nummer: str
    onderwerp: str
    klant: str
    kanaal: str
    icoon: str
    status: str
    soort: str
    termijn: Termijn
    wie: str


def list_lange_regels() -> tuple[Voorbeeldregel, ...]:
    """Return a row in which every text is as long as it gets, and one with a word that cannot be broken."""
    return (
        Voorbeeldregel(
            "2026-004160-8",
            "Verzoek om handhaving tegen de geluidsoverlast van het terras onder mijn woning, en waarom hoor ik al weken niets",
            "Mevrouw A. M. van den Heuvel-Yıldız namens de Vereniging van Eigenaars Kastanjelaan 12 tot en met 48",
            "Formulier van de omgevingsdienst",
            "formulier",
            "Wacht op klant",
            "wacht",
            to_termijn(timedelta(days=12, hours=3), 0.1, "di 8 dec 17.00"),
            "Anne-Wilhelmina van Oldenbarnevelt-Süleymanoğlu",
        ),
        Voorbeeldregel(
            "2026-004161-6",
            "https://www.lindewaard.example/onderwerpen/meervoudigepersoonlijkheidsaansprakelijkheidsverzekering",
            "Kindercarnavalsoptochtvoorbereidingswerkzaamhedencomité",
            "E-mail",
            "email",
            "Open",
            "actief",
            to_termijn(-timedelta(days=31), 2, "vr 23 okt 17.00"),
            "Niemand",
        ),
    )


def list_regels() -> tuple[Voorbeeldregel, ...]:
    """Return four rows: too late, nearly, in time and done."""
    uur = timedelta(hours=1)
    return (
        Voorbeeldregel(
            "2026-004127-3",
            "Container aan de Kastanjelaan is al twee weken niet geleegd",
            "Joost Jansen",
            "E-mail",
            "email",
            "Open",
            "actief",
            to_termijn(-2 * uur, 1.2, "ma 23 nov 15.00"),
            "Kim de Vries",
        ),
        Voorbeeldregel(
            "2026-004131-9",
            "Parkeervergunning op een ander kenteken",
            "Mevrouw Ö. Yıldız",
            "Telefoon",
            "telefoon",
            "Bij afdeling",
            "let-op",
            to_termijn(3 * uur, 0.8, "di 24 nov 17.00"),
            "Kim de Vries",
        ),
        Voorbeeldregel(
            "2026-004140-1",
            "Bezwaar tegen de aanslag voor de hondenbelasting van vorig jaar",
            "Bakkerij De Korenaar",
            "Formulier",
            "formulier",
            "Wacht op klant",
            "wacht",
            to_termijn(27 * uur, 0.4, "wo 25 nov 17.00"),
            "Niemand",
        ),
        Voorbeeldregel(
            "2026-004152-0",
            "Afspraak voor een paspoort van twee kinderen",
            "Anoniem",
            "Balie",
            "balie",
            "Beantwoord",
            "klaar",
            Termijn("beantwoord", Niveau.KLAAR),
            "Tess Bakker",
        ),
    )
