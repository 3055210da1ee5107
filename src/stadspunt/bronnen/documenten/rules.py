"""What is known of viruses in a file: the words, what may be done with it, and when to look again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Virusstand(StrEnum):
    """What the virus scanner said of a file."""

    # No scanner is in use.
    GEEN = "geen"
    WACHT = "wacht"
    SCHOON = "schoon"
    BESMET = "besmet"
    TE_GROOT = "te-groot"
    VERSLEUTELD = "versleuteld"


OORDELEN: Final = frozenset({Virusstand.SCHOON, Virusstand.BESMET, Virusstand.TE_GROOT, Virusstand.VERSLEUTELD})
VIRUSTEKSTEN: Final = {
    Virusstand.GEEN: "Niet gecontroleerd op virussen.",
    Virusstand.WACHT: "Nog niet gecontroleerd op virussen.",
    Virusstand.SCHOON: "Gecontroleerd: geen virus gevonden.",
    Virusstand.BESMET: "Virus gevonden.",
    Virusstand.TE_GROOT: "Te groot om te controleren op virussen.",
    Virusstand.VERSLEUTELD: "Versleuteld: niet te controleren op virussen.",
}
_EERSTE_PAUZE = timedelta(minutes=1)
_LANGSTE_PAUZE = timedelta(hours=1)
# Signatures come out several times a day; older than this, nobody fetches them any more.
_HANDTEKENINGEN_OUD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a scanner says of bytes; `naam` is that of the virus, '' when there is none."""

    stand: Virusstand
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Scannerversie:
    """Which scanner answers and with which signatures; '' and None when it has none of its maker."""

    programma: str
    handtekeningen: str = ""
    van: datetime | None = None


def compute_volgende_controle(pogingen: int, moment: datetime) -> datetime:
    """Return when to try again after the `pogingen`-th failure: longer each time, for ever."""
    factor: int = 2 ** max(0, min(pogingen - 1, 10))
    return moment + min(_EERSTE_PAUZE * factor, _LANGSTE_PAUZE)


def is_verouderd(van: datetime | None, moment: datetime) -> bool:
    """Say whether signatures are so old that new viruses pass."""
    return van is not None and moment - van > _HANDTEKENINGEN_OUD
