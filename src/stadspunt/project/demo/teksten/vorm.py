"""The shape of a case: one thing that residents ask, in their words, ours and those of the department."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Toon(StrEnum):
    """How somebody writes."""

    KORT = "kort"
    BOOS = "boos"
    BELEEFD = "beleefd"
    OUDERE = "oudere"
    JONGERE = "jongere"
    BEPERKT = "beperkt Nederlands"
    ENGELS = "Engels"
    ONDERNEMER = "ondernemer"
    HERHAAL = "herhaald"


class Zwaarte(StrEnum):
    """How much a case asks of who answers it; the words of the room that keeps questions."""

    EENVOUDIG = "eenvoudig"
    GEMIDDELD = "gemiddeld"
    COMPLEX = "complex"


# What may stand between braces in any text of a case; `slots` fills them in.
SLOTS = frozenset({"adres", "straat", "wijk", "datum", "eerder", "dag", "uur", "bedrag", "kenteken", "kind", "bedrijf", "aantal"})


@dataclass(frozen=True, slots=True)
class Vraag:
    """What one resident writes; opening included, signature not."""

    toon: Toon
    tekst: str


@dataclass(frozen=True, slots=True)
class Casus:
    """One thing that is asked.

    `notities` are what an agent types during a call or at the counter. `antwoord` is told when the contact
    centre knows it; `engels` is the subject and that answer for who writes in English. The next three
    belong together: what the centre asks of the department, what the department writes back, and what the
    client reads in the end; without them the case never leaves the centre. The places of the questions and
    notes that this story fits stand in `vragen_naar_afdeling` and `notities_naar_afdeling`. `afdeling` is the department
    when it is not the one of the product. `maanden` limits a case to a season; `gewicht` says how often it
    comes up among its neighbours.
    """

    product: str
    onderwerp: str
    vragen: tuple[Vraag, ...]
    notities: tuple[str, ...]
    antwoord: str
    engels: tuple[str, str] = ("", "")
    gevraagd: str = ""
    vragen_naar_afdeling: tuple[int, ...] = ()
    notities_naar_afdeling: tuple[int, ...] = ()
    vakantwoord: str = ""
    eindantwoord: str = ""
    afdeling: str = ""
    maanden: frozenset[int] = frozenset()
    gewicht: int = 3
    zwaarte: Zwaarte = Zwaarte.EENVOUDIG

    @property
    def kan_naar_afdeling(self) -> bool:
        """Say whether a department may be asked about it."""
        return bool(self.gevraagd)

    def list_vragen(self, naar_afdeling: bool) -> tuple[Vraag, ...]:
        """Return the questions that fit the story: of the department, or (as far as there are any) the others."""
        return _pick(self.vragen, self.vragen_naar_afdeling, naar_afdeling)

    def list_notities(self, naar_afdeling: bool) -> tuple[str, ...]:
        """Return the notes that fit the story, as `list_vragen`."""
        return _pick(self.notities, self.notities_naar_afdeling, naar_afdeling)


def _pick(alle: tuple[T, ...], plekken: tuple[int, ...], naar_afdeling: bool) -> tuple[T, ...]:
    gekozen = tuple(een for plek, een in enumerate(alle) if (plek in plekken) is naar_afdeling)
    return gekozen or alle


def kort(tekst: str) -> Vraag:
    """Return a short question."""
    return Vraag(Toon.KORT, tekst)


def boos(tekst: str) -> Vraag:
    """Return an angry question."""
    return Vraag(Toon.BOOS, tekst)


def beleefd(tekst: str) -> Vraag:
    """Return a polite question."""
    return Vraag(Toon.BELEEFD, tekst)


def oudere(tekst: str) -> Vraag:
    """Return a question of somebody of age."""
    return Vraag(Toon.OUDERE, tekst)


def jongere(tekst: str) -> Vraag:
    """Return a question of somebody young."""
    return Vraag(Toon.JONGERE, tekst)


def beperkt(tekst: str) -> Vraag:
    """Return a question of somebody who is still learning Dutch."""
    return Vraag(Toon.BEPERKT, tekst)


def engels(tekst: str) -> Vraag:
    """Return a question in English."""
    return Vraag(Toon.ENGELS, tekst)


def ondernemer(tekst: str) -> Vraag:
    """Return a question of a business."""
    return Vraag(Toon.ONDERNEMER, tekst)


def herhaal(tekst: str) -> Vraag:
    """Return a question of somebody who asked before."""
    return Vraag(Toon.HERHAAL, tekst)
