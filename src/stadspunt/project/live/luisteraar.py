"""The one LISTEN connection: hears of changes, and comes back by itself when the database was away."""

import asyncio

import psycopg
import structlog

from stadspunt.project.live.verdeler import Verdeler

KANAAL = "stadspunt_live"
STILTE = 20.0  # after so many silent seconds ask whether the database is still there
LANGSTE_PAUZE = 10.0

log = structlog.get_logger(__name__)


async def luister(dsn: str, verdeler: Verdeler) -> None:
    """Pass on every announcement on the channel, for ever; ends only by cancellation."""
    pauze = 0.25
    while True:
        try:
            verbinding = await psycopg.AsyncConnection.connect(dsn, autocommit=True, connect_timeout=5)
        except psycopg.OperationalError:
            log.warning("database_weg", opnieuw_na=pauze)
        else:
            pauze = 0.25
            async with verbinding:
                await _hear(verbinding, verdeler)
        await asyncio.sleep(pauze)
        pauze = min(LANGSTE_PAUZE, pauze * 2)


async def _hear(verbinding: psycopg.AsyncConnection[tuple[object, ...]], verdeler: Verdeler) -> None:
    try:
        await verbinding.execute(f"LISTEN {KANAAL}")
        verdeler.meld_alles()
        log.info("luistert", kanaal=KANAAL)
        while True:
            async for bericht in verbinding.notifies(timeout=STILTE):
                verdeler.meld(bericht.payload)
            async with asyncio.timeout(5):
                await verbinding.execute("SELECT 1")
    except (psycopg.OperationalError, TimeoutError):
        log.warning("database_weg")
