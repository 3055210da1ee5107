"""The database work of the listener, in threads of its own: the conversation with senders never waits for a query."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TypeVar

import structlog
from django.db import DatabaseError, close_old_connections, connection

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.intake.actions.ontvangen import receive_ontvangst
from stadspunt.stromen.intake.queries.adressering import load_adresboek
from stadspunt.stromen.intake.rules.adresboek import Adresboek, Bestemming
from stadspunt.stromen.intake.rules.ontvangst import GROOT_BYTES, Binnenkomst, Herkomst, Ontvangstsoort, shorten_envelop

T = TypeVar("T")
_DRADEN = 4
_ADRESBOEK_SECONDEN = 15.0
_OPNIEUW_SECONDEN = 3.0  # senders must not wait for the same database one after the other
log = structlog.get_logger(__name__)


class Opslag:
    """Threads with a connection each, and the address book that they keep fresh."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_DRADEN, thread_name_prefix="opslag")
        self._adresboek: Adresboek | None = None
        self._vers_tot = 0.0
        self._slot = asyncio.Lock()
        self._groot = asyncio.Lock()

    async def get_adresboek(self) -> Adresboek | None:
        """Return our addresses, at most 15 s old; older ones while the database is away, None before it was ever there."""
        async with self._slot:
            if self._adresboek is None or monotonic() > self._vers_tot:
                try:
                    self._adresboek = await self._run(load_adresboek)
                    self._vers_tot = monotonic() + _ADRESBOEK_SECONDEN
                except DatabaseError:
                    self._vers_tot = monotonic() + _OPNIEUW_SECONDEN
                    log.warning("adresboek_niet_geladen")
            return self._adresboek

    async def store(self, ruw: bytes, herkomst: Herkomst, mail_from: str, bestemmingen: tuple[Bestemming, ...]) -> str:
        """Store one message for each of its municipalities; returns the name it is known by once all of that is committed.

        Raises DatabaseError when it is not, or not for all: the sender then sends it again, and what was stored stays one.
        """

        def work() -> str:
            return _store(ruw, herkomst, mail_from, bestemmingen)

        if len(ruw) <= GROOT_BYTES:
            return await self._run(work)
        # On its way into the database a message takes many times its size; large ones go one by one.
        async with self._groot:
            return await self._run(work)

    async def _run(self, werk: Callable[[], T]) -> T:
        def run() -> T:
            close_old_connections()
            return werk()

        return await asyncio.get_running_loop().run_in_executor(self._pool, run)

    def close(self) -> None:
        """Finish what runs and close the connections of all threads."""
        samen = threading.Barrier(_DRADEN)

        def close_connection() -> None:
            # Each thread takes one of these, because none is done before all have one.
            samen.wait(timeout=30)
            connection.close()

        for _ in range(_DRADEN):
            self._pool.submit(close_connection)
        self._pool.shutdown(wait=True)


def _store(ruw: bytes, herkomst: Herkomst, mail_from: str, bestemmingen: tuple[Bestemming, ...]) -> str:
    handeling = build_systeem("inkomend", get_moment())
    namen: list[str] = []
    for bestemming in bestemmingen:
        envelop = shorten_envelop(herkomst, mail_from, list(bestemming.adressen))
        ontvangen = receive_ontvangst(
            handeling, Binnenkomst(Ontvangstsoort.EMAIL, ruw, envelop, bestemming.gemeente_id, bestemming.ingang_id)
        )
        namen.append(str(ontvangen.uuid))
    return " ".join(namen)
