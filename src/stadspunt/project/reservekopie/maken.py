"""Make a copy while the system runs: everything in it is of one moment, and it is there whole or not at all."""

import contextlib
import hashlib
import io
import os
import signal
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection, transaction

from stadspunt.fundament.fouten import BestandKwijtError, OpslagWegError
from stadspunt.fundament.opslag.blobs import TABEL
from stadspunt.fundament.opslag.objecten import list_sleutels, load_alles
from stadspunt.project.opstart.foutmeldingen import VOL, OpstartError, explain_oserror
from stadspunt.project.opstart.processen import build_tie
from stadspunt.project.reservekopie.bundel import BROK, DATABASE, DOCUMENTEN, Deelschrijver, Schrijver, check_bestand
from stadspunt.project.reservekopie.manifest import FORMAAT, Documenten, Manifest
from stadspunt.project.reservekopie.plaats import HALF
from stadspunt.project.reservekopie.programmas import build_toegang, find_programma
from stadspunt.project.reservekopie.telling import count_schema, count_tabellen, has_tabel, list_migraties, prepare_transactie
from stadspunt.project.versie import EERSTE_VERSIE

# Somebody else's extension may need a superuser to be put back; ours do not.
UITBREIDINGEN = ("pg_trgm", "unaccent", "btree_gist")
_DUMP = (
    "--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--no-comments", "--no-tablespaces",
    "--no-publications", "--no-subscriptions", "--no-security-labels", "--lock-wait-timeout=60s",
    f"--exclude-table-data={TABEL}", *(f"--extension={naam}" for naam in UITBREIDINGEN),
)  # fmt: skip
EVEN = 10.0
Zeg = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Kopie:
    """A copy that stands on disk, and what is in it."""

    pad: Path
    grootte: int
    manifest: Manifest


def make_kopie(doel: Path, moment: datetime, zeg: Zeg) -> Kopie:
    """Write a copy of the database of this process to `doel`; returns it when it was read back and is whole.

    Under another name until then: what was killed, or did not fit on the disk, never looks like a copy.
    Raises OpstartError with what to do.
    """
    half = doel.with_name(f"{doel.name}{HALF}")
    try:
        schrijver = Schrijver(half, moment)
        try:
            _write(schrijver, moment, zeg)
        finally:
            schrijver.close()
        manifest = check_bestand(half)
        half.replace(doel)
        _sync_map(doel.parent)
    except OSError as fout:
        half.unlink(missing_ok=True)
        if fout.errno in VOL:
            raise OpstartError(
                f"De schijf is vol: de reservekopie past niet in {doel.parent}. Maak ruimte of kies met --naar een andere plek. "
                "Er is niets half blijven staan."
            ) from fout
        raise explain_oserror(fout, doel.parent) from fout
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return Kopie(doel, doel.stat().st_size, manifest)


def _sync_map(map_: Path) -> None:
    """Have the new name on the disk as well as the bytes."""
    nummer = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


def _write(schrijver: Schrijver, moment: datetime, zeg: Zeg) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:  # the first words of the transaction, or the snapshot is another one
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        verbinding: psycopg.Connection[Any] = connection.connection
        prepare_transactie(verbinding)
        migraties = list_migraties(verbinding)
        if not migraties:
            raise OpstartError("Deze database is leeg of niet van StadsPunt. Er is niets om te bewaren.")
        rij = verbinding.execute("SELECT pg_export_snapshot(), pg_database_size(current_database())").fetchone()
        assert rij is not None  # noqa: S101
        zeg("De database wordt bewaard.")
        _write_database(schrijver, verbinding, rij[0])
        zeg("De documenten worden bewaard.")
        documenten = _write_documenten(schrijver, zeg) if has_tabel(verbinding, TABEL) else Documenten(0, 0, "")
        zeg("Alles wordt geteld.")
        manifest = Manifest(
            FORMAAT, find_versie(verbinding), moment, str(verbinding.info.parameter_status("server_version")),
            verbinding.info.server_version // 10000, rij[1], migraties, count_tabellen(verbinding, frozenset({TABEL})),
            count_schema(verbinding), documenten, dict(schrijver.delen),
        )  # fmt: skip
    schrijver.finish(manifest)


def find_versie(verbinding: psycopg.Connection[Any]) -> str:
    """Return the version of the tables: what was written down last, or the first one."""
    if not has_tabel(verbinding, "reservekopieen_versie"):
        return EERSTE_VERSIE
    rij = verbinding.execute("SELECT versie FROM reservekopieen_versie ORDER BY id DESC LIMIT 1").fetchone()
    return str(rij[0]) if rij else EERSTE_VERSIE


def _write_database(schrijver: Schrijver, verbinding: psycopg.Connection[Any], momentopname: str) -> None:
    pg_dump = find_programma("pg_dump", verbinding.info.server_version // 10000)
    toegang, omgeving = build_toegang(os.environ["DATABASE_URL"], verbinding.info.host, verbinding.info.port)
    toegang = psycopg.conninfo.make_conninfo(toegang, dbname=verbinding.info.dbname)
    with tempfile.TemporaryFile() as fouten:
        proces = subprocess.Popen(  # noqa: S603 - our own program, no shell
            [str(pg_dump), *_DUMP, f"--snapshot={momentopname}", f"--dbname={toegang}"],
            env=omgeving, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=fouten, preexec_fn=build_tie(signal.SIGTERM),
        )  # fmt: skip
        try:
            assert proces.stdout is not None  # noqa: S101
            with schrijver.open_deel(DATABASE, inpakken=True) as deel:
                while stuk := proces.stdout.read(BROK):
                    deel.write(stuk)
        finally:
            with contextlib.suppress(subprocess.TimeoutExpired):
                proces.wait(EVEN)  # it has written all, or we stopped listening
            proces.kill()
            proces.wait()
        if proces.returncode:
            fouten.seek(0)
            regel = fouten.read(2000).decode("utf-8", "replace").strip().split("\n")[0]
            raise OpstartError(f"pg_dump kan de database niet bewaren: {regel}")


def _write_documenten(schrijver: Schrijver, zeg: Zeg) -> Documenten:
    som, aantal, samen, laatste = hashlib.sha256(), 0, 0, ""
    with (
        schrijver.open_deel(DOCUMENTEN, inpakken=True) as deel,
        tarfile.open(fileobj=_Stroom(deel), mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        while sleutels := list_sleutels(laatste):
            for sleutel, _ in sleutels:
                laatste = sleutel
                try:
                    inhoud = load_alles(sleutel)
                except BestandKwijtError:
                    zeg("Een document is weg of veranderd en zit niet in de kopie. Kijk met: ./stadspunt opslag")
                    continue
                except OpslagWegError as fout:
                    raise OpstartError(f"De documenten zijn niet te lezen. {fout} Maak de kopie daarna opnieuw.") from fout
                info = tarfile.TarInfo(f"{sleutel[:2]}/{sleutel}")
                info.size, info.mode = len(inhoud), 0o600
                tar.addfile(info, io.BytesIO(inhoud))
                tar.members = []  # type: ignore[attr-defined]  # or the library remembers every file of the municipality
                som.update(sleutel.encode())
                aantal, samen = aantal + 1, samen + len(inhoud)
    return Documenten(aantal, samen, som.hexdigest())


class _Stroom(io.RawIOBase):
    """A part as tarfile wants it."""

    def __init__(self, deel: Deelschrijver) -> None:
        self._deel = deel

    def write(self, stuk: Any, /) -> int:
        return self._deel.write(bytes(stuk))
