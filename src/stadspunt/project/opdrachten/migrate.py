"""`stadspunt migrate`: bring the tables up to date, and prepare what is served as files."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection

from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.tijdelijk import borrow_database

SLOT = 0x57AD5  # one number for all hosts: only one of them migrates
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


def migrate() -> None:
    """Run all migrations; several hosts may ask for it at the same time."""
    with _alone():
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [SLOT])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [SLOT])


def collect_static() -> None:
    """Gather scripts, styles and fonts with a hash in their names; does nothing when none of them changed."""
    vingerafdruk = _fingerprint()
    bewijs = settings.STATIC_ROOT / ".vingerafdruk"
    if bewijs.exists() and bewijs.read_text("utf-8") == vingerafdruk:
        return
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
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
