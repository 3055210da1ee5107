"""The process around the live application: a small granian with a graceful end."""

import asyncio
import os
import signal
from importlib import import_module
from pathlib import Path

import structlog
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from stadspunt.project.live.app import LiveApp, Poort
from stadspunt.project.live.luisteraar import luister
from stadspunt.project.live.verdeler import Verdeler
from stadspunt.project.opstart.logboek import build_logging

UITLOOP = 3.0  # granian waits for open streams without end: after so long we leave anyway
log = structlog.get_logger(__name__)


def load_poort(pad: str) -> Poort:
    """Return the function that decides who may follow which list, named by its dotted path."""
    module, _, naam = pad.rpartition(".")
    poort: Poort = getattr(import_module(module), naam)
    return poort


async def serve(dsn: str, poort: Poort, stopcontact: Path | None, adres: tuple[str, int]) -> None:
    """Serve live lists on a Unix socket, or else on a TCP address, until SIGTERM or SIGINT."""
    verdeler = Verdeler()
    server = _build_server(LiveApp(verdeler, poort), stopcontact, adres)
    stoppen = asyncio.Event()
    loop = asyncio.get_running_loop()
    for teken in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(teken, stoppen.set)
    luisteraar = asyncio.create_task(luister(dsn, verdeler))
    dienst = asyncio.create_task(server.serve())
    wachter = asyncio.create_task(stoppen.wait())
    await asyncio.wait({luisteraar, dienst, wachter}, return_when=asyncio.FIRST_COMPLETED)
    if not stoppen.is_set():
        for taak in (luisteraar, dienst):
            if taak.done():
                taak.result()  # raises what went wrong
        raise RuntimeError("the live server ended by itself")
    await _end(server, dienst, luisteraar, verdeler, stopcontact)


def _build_server(app: LiveApp, stopcontact: Path | None, adres: tuple[str, int]) -> Server:
    return Server(
        app,
        address=adres[0],
        port=adres[1],
        uds=stopcontact,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        backlog=1024,
        backpressure=8192,
        log_level=LogLevels.error,
        log_dictconfig=build_logging("live"),
    )


async def _end(
    server: Server,
    dienst: "asyncio.Task[None]",
    luisteraar: "asyncio.Task[None]",
    verdeler: Verdeler,
    stopcontact: Path | None,
) -> None:
    log.info("stopt", stromen=verdeler.aantal)
    verdeler.sluit()
    luisteraar.cancel()
    await asyncio.sleep(0.05)  # lets the streams say goodbye
    server.stop()  # type: ignore[no-untyped-call]
    _, over = await asyncio.wait({dienst}, timeout=UITLOOP)
    if over:
        log.warning("stopt_hard")
        if stopcontact is not None:
            stopcontact.unlink(missing_ok=True)
        os._exit(0)
