"""Who is connected, and how much memory their messages may take together."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from stadspunt.deuren.inkomend.instellingen import Grenzen


class Verbinding(Protocol):
    """A connection as the traffic knows it."""

    slaat_op: bool

    def hang_up(self) -> None: ...


class Ruimte:
    """The claim of one message on the room for large ones."""

    def __init__(self, plaatsen: asyncio.Semaphore) -> None:
        self._plaatsen = plaatsen
        self.geclaimd = False

    async def claim(self) -> None:
        """Wait for room for a large message; meanwhile the sender waits too, because nobody reads."""
        if not self.geclaimd:
            await self._plaatsen.acquire()
            self.geclaimd = True


class Verkeer:
    """All connections of all listeners of this process."""

    def __init__(self, grenzen: Grenzen) -> None:
        self._grenzen = grenzen
        self._verbindingen: dict[int, tuple[Verbinding, str]] = {}
        self._per_afzender: Counter[str] = Counter()
        self._grote = asyncio.Semaphore(grenzen.grote_tegelijk)
        self.dicht = False

    def enter(self, verbinding: Verbinding, peer: object) -> bool:
        """Count a connection in; False when there is no place for it. Who comes by a Unix socket is counted as one sender."""
        afzender = str(peer[0]) if isinstance(peer, tuple) and peer else "socket"
        if self.dicht or len(self._verbindingen) >= self._grenzen.verbindingen:
            return False
        if self._per_afzender[afzender] >= self._grenzen.verbindingen_per_afzender:
            return False
        self._verbindingen[id(verbinding)] = (verbinding, afzender)
        self._per_afzender[afzender] += 1
        return True

    def leave(self, verbinding: Verbinding) -> None:
        """Count a connection out."""
        gevonden = self._verbindingen.pop(id(verbinding), None)
        if gevonden is not None:
            self._per_afzender[gevonden[1]] -= 1
            if self._per_afzender[gevonden[1]] <= 0:
                del self._per_afzender[gevonden[1]]

    @asynccontextmanager
    async def make_ruimte(self) -> AsyncIterator[Ruimte]:
        """Give a message its claim, and its place back when it is done."""
        ruimte = Ruimte(self._grote)
        try:
            yield ruimte
        finally:
            if ruimte.geclaimd:
                self._grote.release()

    async def close(self, seconden: float) -> None:
        """Let nobody in any more, hang up where nothing is being stored, and wait for the rest."""
        self.dicht = True
        for verbinding, _ in list(self._verbindingen.values()):
            verbinding.hang_up()
        loop = asyncio.get_running_loop()
        uiterlijk = loop.time() + seconden
        while self._verbindingen and loop.time() < uiterlijk:
            await asyncio.sleep(0.02)
