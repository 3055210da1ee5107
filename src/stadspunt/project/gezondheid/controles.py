"""What must be true before this StadsPunt can do its work (`/klaar`).

A check returns nothing when all is well, else a Dutch sentence without secrets or names of
machines: the page is public. Rooms may add their own with `register_controle`.
"""

import shutil
import time
from collections.abc import Callable, Mapping

import structlog
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.project.reservekopie.herstelmerk import HALF, SCHEMA
from stadspunt.stromen.intake.queries.postbussen import get_hartslag

Controle = Callable[[], str]
GOED = "goed"
DATABASE, SCHIJF = "database", "schijf"
NIET_TE_ZIEN = "Niet te zien zolang de database er niet is."
VOL_ONDER = 16 * 1024 * 1024  # the log of the embedded database grows by so many bytes at once
HARTSLAG_OUD = 35  # worker and intake beat their hearts every 10 seconds
BEWAAR = 1.0  # seconds that an outcome is kept: the page is public and its checks are not free

log = structlog.get_logger(__name__)


def check_database() -> str:
    """The database answers, is of a version we support, and is not half restored."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int, EXISTS (SELECT FROM pg_namespace WHERE nspname = %s)", [SCHEMA]
        )
        versie, half = cursor.fetchone()
    if half:
        return HALF
    return "" if versie >= 150000 else "PostgreSQL is ouder dan versie 15."


def check_schijf() -> str:
    """There is room where the data stands: reading goes on without, so nothing else here would tell."""
    vol = shutil.disk_usage(settings.STADSPUNT_DATA).free < VOL_ONDER
    return "De schijf met de gegevens is vol. Maak ruimte: daarna gaat alles vanzelf verder." if vol else ""


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
    """The process that takes in mail gave a sign of life, wherever it runs; not asked for when mail is switched off."""
    hartslag = get_hartslag()
    if hartslag is None and {settings.STADSPUNT_SMTP_IN, settings.STADSPUNT_LMTP_IN} <= {"", "uit"}:
        return ""
    levend = hartslag is not None and (get_moment() - hartslag).total_seconds() < HARTSLAG_OUD
    return "" if levend else "De postingang geeft geen teken van leven."


_controles: dict[str, Controle] = {
    DATABASE: check_database,
    SCHIJF: check_schijf,
    "migraties": check_migraties,
    "taken": check_taken,
    "postingang": check_postingang,
}
_bewaard: tuple[float, dict[str, str]] = (0.0, {})


def register_controle(naam: str, functie: Controle) -> None:
    """Add a check to `/klaar`."""
    _controles[naam] = functie


def run_controles() -> Mapping[str, str]:
    """Run every check; returns per check 'goed' or what is wrong. Without a database the others are not asked."""
    global _bewaard
    moment, uitkomst = _bewaard
    if not uitkomst or time.monotonic() - moment > BEWAAR:
        uitkomst = {}
        for naam, functie in _controles.items():
            zonder = uitkomst.get(DATABASE, GOED) != GOED and naam != SCHIJF  # would wait for the database once more
            uitkomst[naam] = NIET_TE_ZIEN if zonder else _run(naam, functie)
        _bewaard = (time.monotonic(), uitkomst)
    return uitkomst


def _run(naam: str, functie: Controle) -> str:
    try:
        return functie() or GOED
    except Exception:  # whatever a check runs into, it is an outcome
        log.warning("controle_mislukt", controle=naam, exc_info=True)
        return "Dit onderdeel is niet bereikbaar."
