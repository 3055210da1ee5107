"""`stadspunt migrate`: bring the tables up to date, and prepare what is served as files."""

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable

from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.tijdelijk import borrow_database
from stadspunt.project.reservekopie.herstelmerk import HALF, has_merk
from stadspunt.project.versie import VERSIE

SLOT = 0x57AD5  # one number for all hosts: only one of them migrates
SLOT_WACHT = "3s"  # the agents' pages wait as long behind it
PAUZES = (2, 5, 10, 20, 30, 30)
OPSLAG = "whitenoise.storage.CompressedManifestStaticFilesStorage"


def run(omgeving: Omgeving) -> int:
    """Migrate; returns the exit code."""
    prepare_data(omgeving)
    with borrow_database(omgeving, "migrate"):
        set_up_opdracht(omgeving, find_database(omgeving), "migrate")
        migrate()
        collect_static()
    print("De tabellen zijn bij.")
    return 0


def migrate(herstel: bool = False) -> None:
    """Run all migrations; several hosts may ask for it at the same time.

    A lock that a migration does not get within `SLOT_WACHT` is let go and asked again later, so that nobody stands waiting
    behind it meanwhile. Raises OpstartError when that lasts too long, or when the database is half restored (unless that
    restore itself is the one who asks, `herstel`).
    """
    with _alone():
        if not herstel and has_merk(connection.connection):
            raise OpstartError(HALF)
        for pauze in (*PAUZES, None):
            try:
                call_command("migrate", verbosity=0, interactive=False)
                break
            except OperationalError as fout:
                if not isinstance(fout.__cause__, LockNotAvailable):
                    raise
                if pauze is None:
                    raise OpstartError(
                        "Een tabel is te lang in gebruik om haar bij te werken. Er is niets half gedaan. Probeer het opnieuw "
                        "als het rustig is, of zoek in pg_stat_activity welke transactie zo lang openstaat."
                    ) from fout
                time.sleep(pauze)
        _note_versie()


def _note_versie() -> None:
    # Tables can be loaded only after Django was made ready.
    from stadspunt.fundament.reservekopieen.actions import record_versie
    from stadspunt.fundament.tijd.klok import get_moment
    from stadspunt.fundament.toegang.actor import build_systeem

    record_versie(build_systeem("migrate", get_moment()), VERSIE)


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [SLOT])
        cursor.execute(f"SET lock_timeout TO '{SLOT_WACHT}'")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")
            cursor.execute("SELECT pg_advisory_unlock(%s)", [SLOT])


def collect_static() -> None:
    """Gather scripts, styles and fonts with a hash in their names; does nothing when none of them changed."""
    vingerafdruk = _fingerprint()
    bewijs = settings.STATIC_ROOT / ".vingerafdruk"
    if bewijs.exists() and bewijs.read_text("utf-8") == vingerafdruk:
        return
    # What an older version served under a name with its hash stays: its pages are still open, and it may still run elsewhere.
    # Only the files without a hash go: of those the newest is not always the one that is wanted.
    lijst = settings.STATIC_ROOT / "staticfiles.json"
    for naam in json.loads(lijst.read_text("utf-8"))["paths"] if lijst.exists() else ():
        (settings.STATIC_ROOT / naam).unlink(missing_ok=True)
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": OPSLAG}}
    call_command("collectstatic", verbosity=0, interactive=False)
    bewijs.write_text(vingerafdruk, "utf-8")


def _fingerprint() -> str:
    som = hashlib.sha256(OPSLAG.encode())
    for zoeker in get_finders():
        for pad, opslag in zoeker.list([]):
            bron = opslag.path(pad)
            som.update(f"{pad} {opslag.size(pad)} {opslag.get_modified_time(pad).timestamp()} {bron}\n".encode())
    return som.hexdigest()
