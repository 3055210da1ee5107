"""Try a copy: put it back on a server of its own, in a folder that is thrown away, and compare."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.cluster import HOOFDVERSIE
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.plek import NAAM_POINTER
from stadspunt.project.reservekopie.laden import load_database
from stadspunt.project.reservekopie.maken import Kopie
from stadspunt.project.reservekopie.plaats import demand_ruimte
from stadspunt.project.reservekopie.vergelijken import compare_database, compare_documenten, hash_only

# What the scratch server holds is thrown away, so it need not wait for the disk.
ZONDER_WACHTEN = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "wal_level=minimal",
                  "-c", "max_wal_senders=0")  # fmt: skip
_LEEG = 100_000_000  # what a server takes before anything is in it


def try_kopie(kopie: Kopie, data: Path) -> list[str]:
    """Put the copy back on a scratch server below `data`; returns each difference. Raises OpstartError when that cannot be."""
    if kopie.manifest.hoofdversie > int(HOOFDVERSIE):
        raise OpstartError(
            f"Deze reservekopie is van PostgreSQL {kopie.manifest.hoofdversie}; proberen kan met de meegeleverde versie "
            f"{HOOFDVERSIE} niet. Zet haar zelf terug op een proefserver (zie docs/beheer.md)."
        )
    demand_ruimte(data, kopie.manifest.database_bytes + _LEEG, "het proberen van de reservekopie")
    with _scratch(data / "proef-herstel") as basis:
        dsn = postgres.start(basis, tie_to_parent=True, opts=ZONDER_WACHTEN)
        try:
            load_database(kopie.pad, dsn, int(HOOFDVERSIE), data)
            with psycopg.connect(dsn) as verbinding:
                verschillen = compare_database(kopie.manifest, verbinding)
        finally:
            postgres.stop(basis)
    return verschillen + compare_documenten(kopie.manifest, kopie.pad, hash_only)


@contextmanager
def _scratch(basis: Path) -> Iterator[Path]:
    """Yield a folder that is gone afterwards, with what root had to keep elsewhere; what a kill left is cleared first."""
    _clear(basis)
    basis.mkdir(mode=0o700)
    try:
        yield basis
    finally:
        _clear(basis)


def _clear(basis: Path) -> None:
    if basis.exists():
        postgres.stop(basis)
        elders = basis / NAAM_POINTER
        if elders.exists():
            shutil.rmtree(elders.read_text("utf-8").strip(), ignore_errors=True)
        shutil.rmtree(basis)
