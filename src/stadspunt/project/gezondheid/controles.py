"""What must be true before this StadsPunt can do its work (`/klaar`).

A check returns nothing when all is well, else a Dutch sentence without secrets or names of
machines: the page is public. Rooms may add their own with `register_controle`.
"""

import socket
import time
from collections.abc import Callable, Mapping

import structlog
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Controle = Callable[[], str]
GOED = "goed"
HARTSLAG_OUD = 35  # a worker beats its heart every 10 seconds
BEWAAR = 1.0  # seconds that an outcome is kept: the page is public and its checks are not free

log = structlog.get_logger(__name__)


def check_database() -> str:
    """The database answers, and is of a version we support."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        (versie,) = cursor.fetchone()
    return "" if versie >= 150000 else "PostgreSQL is ouder dan versie 15."


_migraties_gezien = False


def check_migraties() -> str:
    """Every migration of this code has run."""
    global _migraties_gezien
    if not _migraties_gezien:  # once run they stay run for the life of this process
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "De tabellen zijn niet bij. Voer uit: stadspunt migrate"
        _migraties_gezien = True
    return ""


def check_taken() -> str:
    """A worker is alive."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)",
            [HARTSLAG_OUD],
        )
        (aantal,) = cursor.fetchone()
    return "" if aantal else "Er draait geen verwerker van taken."


def check_postingang() -> str:
    """The mail door greets (RFC 5321 section 3.1), when one is configured."""
    adres = settings.STADSPUNT_SMTP_IN or settings.STADSPUNT_LMTP_IN
    host, _, poort = adres.rpartition(":")
    if not poort.isdecimal():
        return ""
    try:
        with socket.create_connection((host.strip("[]") or "127.0.0.1", int(poort)), timeout=1.5) as lijn:
            groet = lijn.recv(3)
            lijn.sendall(b"QUIT\r\n")
    except OSError:
        groet = b""
    return "" if groet == b"220" else "De postingang neemt niet op."


_controles: dict[str, Controle] = {
    "database": check_database,
    "migraties": check_migraties,
    "taken": check_taken,
    "postingang": check_postingang,
}
_bewaard: tuple[float, dict[str, str]] = (0.0, {})


def register_controle(naam: str, functie: Controle) -> None:
    """Add a check to `/klaar`."""
    _controles[naam] = functie


def run_controles() -> Mapping[str, str]:
    """Run every check; returns per check 'goed' or what is wrong."""
    global _bewaard
    moment, uitkomst = _bewaard
    if not uitkomst or time.monotonic() - moment > BEWAAR:
        uitkomst = {naam: _run(naam, functie) for naam, functie in _controles.items()}
        _bewaard = (time.monotonic(), uitkomst)
    return uitkomst


def _run(naam: str, functie: Controle) -> str:
    try:
        return functie() or GOED
    except Exception:  # whatever a check runs into, it is an outcome
        log.warning("controle_mislukt", controle=naam, exc_info=True)
        return "Dit onderdeel is niet bereikbaar."
