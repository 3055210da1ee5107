"""Let pg_restore put the database part of a copy into an empty database: all of it in one transaction, or nothing."""

import contextlib
import signal
import subprocess
import tempfile
from pathlib import Path

from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_output
from stadspunt.project.opstart.processen import build_tie
from stadspunt.project.reservekopie.bundel import BROK, DATABASE, read_deel
from stadspunt.project.reservekopie.manifest import Manifest
from stadspunt.project.reservekopie.programmas import build_toegang, find_programma

_TERUG = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-comments", "--no-tablespaces")


def demand_versie(manifest: Manifest, hoofdversie: int) -> None:
    """Raise OpstartError when this server is older than the one the copy was made of."""
    if hoofdversie < manifest.hoofdversie:
        raise OpstartError(
            f"De reservekopie is van PostgreSQL {manifest.hoofdversie} en deze database is versie {hoofdversie}. "
            "Zet terug op dezelfde of een nieuwere versie. Er is niets veranderd."
        )


def load_database(pad: Path, dsn: str, hoofdversie: int, map_: Path) -> None:
    """Restore into the database `dsn` of a server of this version; raises OpstartError, and then nothing was restored."""
    toegang, omgeving = build_toegang(dsn)
    opdracht = [str(find_programma("pg_restore", hoofdversie)), *_TERUG, f"--dbname={toegang}"]
    with tempfile.TemporaryFile() as fouten, read_deel(pad, DATABASE) as stroom:
        proces = subprocess.Popen(  # noqa: S603 - our own program, no shell
            opdracht, env=omgeving, stdin=subprocess.PIPE, stdout=fouten, stderr=fouten, preexec_fn=build_tie(signal.SIGTERM)
        )
        try:
            assert proces.stdin is not None  # noqa: S101
            with contextlib.suppress(BrokenPipeError):  # why it stopped reading stands in what it wrote
                while stuk := stroom.read(BROK):
                    proces.stdin.write(stuk)
            with contextlib.suppress(BrokenPipeError):
                proces.stdin.close()
            proces.wait()
        finally:
            proces.kill()
            proces.wait()
        if proces.returncode:
            fouten.seek(0)
            tekst = fouten.read(4000).decode("utf-8", "replace")
            regel = next((een for een in tekst.split("\n") if "error" in een.lower()), tekst.strip())
            raise explain_output(tekst, map_, f"pg_restore kan de database niet terugzetten: {regel}")
