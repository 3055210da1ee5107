"""`stadspunt web`: the pages and APIs, under granian as WSGI."""

import gc
import importlib
import multiprocessing
from pathlib import Path

from django.conf import settings
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from stadspunt.project.database.geduld import WACHTEND_PUBLIEK, limit_geduld
from stadspunt.project.opdrachten.django_klaar import set_up_dienst
from stadspunt.project.opstart.logboek import build_logging
from stadspunt.project.opstart.omgeving import Omgeving
from stadspunt.project.opstart.processen import LINUX

TOEPASSING = "stadspunt.project.opstart.rand:load"
KOPTIJD_MS = 15_000


def run(omgeving: Omgeving, stopcontact: Path | None) -> int:
    """Serve pages on a Unix socket, or else on the address of `omgeving`, until SIGTERM; returns the exit code."""
    set_up_dienst(omgeving, "web")
    limit_geduld(WACHTEND_PUBLIEK)
    _load_once()
    if stopcontact is not None:
        stopcontact.unlink(missing_ok=True)  # of a web server that was killed
    Granian(
        TOEPASSING,
        factory=True,
        address=omgeving.luister,
        port=omgeving.poort,
        uds=stopcontact,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=KOPTIJD_MS),
        websockets=False,
        workers=omgeving.processen,
        blocking_threads=omgeving.draden,
        respawn_failed_workers=True,
        workers_kill_timeout=3,
        log_level=LogLevels.warning,
        log_dictconfig=build_logging("web", omgeving.niveau),
    ).serve()
    return 0


def _load_once() -> None:
    """Load the whole site before the workers are forked, so that they share its memory and start at once."""
    if not LINUX:
        return  # macOS does not survive a fork after this; there each worker loads its own
    multiprocessing.set_start_method("fork")
    importlib.import_module("stadspunt.project.wsgi")
    importlib.import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()
