"""Fan-out: one announcement goes to every stream that follows the list, at most once a second each."""

import asyncio
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

TUSSENPOOS = 1.0  # seconds between two messages about one list to one browser
ONTHOUDEN = 900.0  # a browser that comes back within this time hears what it missed


class Abonnement:
    """One browser that follows some lists."""

    def __init__(self, lijsten: Iterable[str]) -> None:
        self.lijsten = frozenset(lijsten)
        self.gesloten = False
        self._veranderd: dict[str, None] = {}  # a set that keeps the order
        self._verteld: dict[str, float] = {}
        self._sein = asyncio.Event()

    def meld(self, lijst: str) -> None:
        """Remember that `lijst` changed."""
        self._veranderd[lijst] = None
        self._sein.set()

    def sluit(self) -> None:
        """End: `wacht` returns at once from now on."""
        self.gesloten = True
        self._sein.set()

    async def wacht(self, seconden: float) -> list[str]:
        """Return the lists to tell about now, waiting at most `seconden`; empty when nothing happened."""
        loop = asyncio.get_running_loop()
        einde = loop.time() + seconden
        while not self.gesloten:
            nu = loop.time()
            rijp = [lijst for lijst in self._veranderd if nu >= self._next_time(lijst)]
            if rijp:
                for lijst in rijp:
                    del self._veranderd[lijst]
                    self._verteld[lijst] = nu
                return rijp
            if nu >= einde:
                return []
            self._sein.clear()
            volgende = min([einde, *(self._next_time(lijst) for lijst in self._veranderd)])
            try:
                async with asyncio.timeout_at(volgende):
                    await self._sein.wait()
            except TimeoutError:
                continue
        return []

    def _next_time(self, lijst: str) -> float:
        return self._verteld.get(lijst, float("-inf")) + TUSSENPOOS


class Verdeler:
    """Knows who follows what, and what changed lately."""

    def __init__(self) -> None:
        self.gesloten = False
        self._volgers: dict[str, set[Abonnement]] = {}
        self._gemeld: dict[str, float] = {}
        self._volledig_sinds = time.time()  # before this moment we may have missed something

    @property
    def aantal(self) -> int:
        """The number of open streams."""
        return len({abonnement for volgers in self._volgers.values() for abonnement in volgers})

    @contextmanager
    def abonneer(self, lijsten: Iterable[str], sinds: float | None = None) -> Iterator[Abonnement]:
        """Follow `lijsten`; what changed after `sinds` (seconds since 1970) is told at once."""
        abonnement = Abonnement(lijsten)
        for lijst in abonnement.lijsten:
            self._volgers.setdefault(lijst, set()).add(abonnement)
            if sinds is not None and self._may_have_missed(lijst, sinds):
                abonnement.meld(lijst)
        if self.gesloten:
            abonnement.sluit()
        try:
            yield abonnement
        finally:
            for lijst in abonnement.lijsten:
                volgers = self._volgers[lijst]
                volgers.discard(abonnement)
                if not volgers:
                    del self._volgers[lijst]

    def meld(self, lijst: str) -> None:
        """Announce that `lijst` changed."""
        nu = time.time()
        self._gemeld[lijst] = nu
        if len(self._gemeld) > 10_000:
            self._forget(nu)
        for abonnement in self._volgers.get(lijst, ()):
            abonnement.meld(lijst)

    def meld_alles(self) -> None:
        """Announce every list: after an outage of the database nobody knows what changed."""
        self._volledig_sinds = time.time()
        for lijst, volgers in self._volgers.items():
            for abonnement in volgers:
                abonnement.meld(lijst)

    def sluit(self) -> None:
        """End all streams, and every stream that is still opened."""
        self.gesloten = True
        for abonnement in {een for volgers in self._volgers.values() for een in volgers}:
            abonnement.sluit()

    def _may_have_missed(self, lijst: str, sinds: float) -> bool:
        return sinds < self._volledig_sinds or self._gemeld.get(lijst, 0.0) >= sinds

    def _forget(self, nu: float) -> None:
        self._gemeld = {lijst: moment for lijst, moment in self._gemeld.items() if nu - moment < ONTHOUDEN}
        self._volledig_sinds = max(self._volledig_sinds, nu - ONTHOUDEN)
