"""Who gets in touch: the clients by what they can be reached with, some more often than others, nobody all the time."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.partijen import DemoPartij
from stadspunt.project.demo.slots import Woonplek, find_woonplek
from stadspunt.project.demo.toeval import Toeval

# So often does one client begin about something in a year. A business has more to ask than a household.
MAX_PERSOON = 6
MAX_ORGANISATIE = 12
# Of the questions about a product, this share comes from somebody who asked about it before: people come back on a matter.
_KOMT_TERUG = 0.45


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
    """All clients, to draw from; who stands first in a list comes most often. Remembers who came, and what for."""

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
        self._bereikbaar = {kanaal: frozenset(klant.partij for klant in lijst) for kanaal, lijst in self._per_kanaal.items()}
        self._gekomen: Counter[int] = Counter()
        self._vragers: defaultdict[str, list[Klant]] = defaultdict(list)

    def choose_organisatie(self, toeval: Toeval, product: str) -> Klant:
        """Return a business or club; all of them can be called and written to."""
        return self._note(product, self._find_vrij(self._organisaties, int(toeval.breuk() * len(self._organisaties))))

    def choose(self, toeval: Toeval, kanaal: Kanaal, product: str) -> Klant:
        """Return a client who can use this channel, and often one who asked about `product` before."""
        eerder = self._vragers[product]
        if product and eerder and toeval.kans(_KOMT_TERUG):
            klant = toeval.kies(eerder)
            if self._has_ruimte(klant) and klant.partij in self._bereikbaar[kanaal]:
                return self._note(product, klant)
        lijst = self._per_kanaal[kanaal]
        plek = toeval.breuk()
        # Every 37th place further on: neighbours in the list are not all regulars.
        rang = int(plek * plek * len(lijst)) if toeval.kans(0.7) else int(plek * len(lijst))
        return self._note(product, self._find_vrij(lijst, rang * 37))

    def _find_vrij(self, lijst: tuple[Klant, ...], plek: int) -> Klant:
        """Return the first client from `plek` who did not come too often yet; the one at `plek` when all did."""
        rond = (lijst[(plek + verder) % len(lijst)] for verder in range(len(lijst)))
        return next(filter(self._has_ruimte, rond), lijst[plek % len(lijst)])

    def _has_ruimte(self, klant: Klant) -> bool:
        return self._gekomen[klant.partij] < (MAX_ORGANISATIE if klant.is_organisatie else MAX_PERSOON)

    def _note(self, product: str, klant: Klant) -> Klant:
        self._gekomen[klant.partij] += 1
        self._vragers[product].append(klant)
        return klant
