"""Who gets in touch: the clients by what they can be reached with, some more often than others."""

from dataclasses import dataclass

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.partijen import DemoPartij
from stadspunt.project.demo.slots import Woonplek, find_woonplek
from stadspunt.project.demo.toeval import Toeval


@dataclass(frozen=True, slots=True)
class Klant:
    """A client as the generator knows him: `partij` is his place in the list."""

    partij: int
    naam: str
    has_email: bool
    is_organisatie: bool
    taal: str
    plek: Woonplek


class Klanten:
    """All clients, to draw from; who stands first in a list comes most often."""

    def __init__(self, partijen: tuple[DemoPartij, ...]) -> None:
        """Sort the clients by the ways in which they can be reached."""
        allen = tuple(
            Klant(nummer, partij.naam, bool(partij.email), partij.is_organisatie, partij.taal, find_woonplek(nummer))
            for nummer, partij in enumerate(partijen)
        )
        bellers = tuple(klant for klant in allen if partijen[klant.partij].telefoon)
        schrijvers = tuple(klant for klant in allen if klant.has_email)
        self._per_kanaal: dict[Kanaal, tuple[Klant, ...]] = {
            Kanaal.TELEFOON: bellers,
            Kanaal.BALIE: tuple(klant for klant in allen if not klant.is_organisatie),
            Kanaal.EMAIL: schrijvers,
            Kanaal.INTERNET: schrijvers,
            Kanaal.POST: allen,
        }
        self._organisaties = tuple(klant for klant in schrijvers if klant.is_organisatie)

    def choose_organisatie(self, toeval: Toeval) -> Klant:
        """Return a business or club; all of them can be called and written to."""
        return toeval.kies(self._organisaties)

    def choose(self, toeval: Toeval, kanaal: Kanaal) -> Klant:
        """Return a client who can use this channel; a fifth of them makes up half of the contacts."""
        lijst = self._per_kanaal[kanaal]
        plek = toeval.breuk()
        # Every 37th place further on: neighbours in the list are not all regulars.
        rang = int(plek * plek * len(lijst)) if toeval.kans(0.7) else int(plek * len(lijst))
        return lijst[rang * 37 % len(lijst)]
