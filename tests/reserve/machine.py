"""A computer with a StadsPunt: a data folder, its database, and the commands that an administrator types."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.omgeving import WORTEL

SNEL = ("-c", "fsync=off", "-c", "full_page_writes=off")


class Machine:
    """One data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def omgeving(self, dsn: str = "") -> dict[str, str]:
        """Return the environment of a command, without what this test run was told."""
        schoon = {
            naam: w for naam, w in os.environ.items() if not naam.startswith(("STADSPUNT_", "DATABASE_URL", "DJANGO_", "PYTEST"))
        }
        eigen = {"STADSPUNT_DATA": str(self.data), "STADSPUNT_GEHEIM": "g" * 50, "PYTHONPATH": f"{WORTEL / 'src'}:{WORTEL}"}
        return {
            **schoon,
            **eigen,
            **({"DATABASE_URL": dsn} if dsn else {}),
            "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
        }

    def start_database(self) -> str:
        """Start the embedded server and return its DSN."""
        return postgres.start(self.data, opts=SNEL)

    def begin(self, *woorden: str, dsn: str = "", **meer: str) -> subprocess.Popen[str]:
        """Start a command and return at once."""
        # Options of ours stand before the words that a command takes for itself.
        opdracht = [sys.executable, "-m", "stadspunt.project.cli", "--data", str(self.data), *woorden]
        return subprocess.Popen(
            opdracht, env={**self.omgeving(dsn), **meer}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, cwd="/",
        )  # fmt: skip

    def run(self, *woorden: str, typ: str = "", dsn: str = "", **meer: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, typing `typ`; `stdout` holds all that it said."""
        proces = self.begin(*woorden, dsn=dsn, **meer)
        uit, _ = proces.communicate(typ, timeout=120)
        return subprocess.CompletedProcess(woorden, proces.returncode, uit)

    def kill_while(self, *woorden: str, na: str, dsn: str = "") -> None:
        """Run a command and kill it when it has said `na` and a moment has passed; what it started ends with it."""
        proces = self.begin(*woorden, dsn=dsn)
        assert proces.stdout is not None
        for regel in proces.stdout:
            if na in regel:
                break
        else:
            raise AssertionError(f"{na!r} werd niet gezegd")
        time.sleep(0.3)
        proces.send_signal(signal.SIGKILL)
        proces.communicate()

    def ask(self, vraag: str) -> Any:
        """Return one value from the database."""
        with psycopg.connect(self.start_database(), autocommit=True) as verbinding:
            rij = verbinding.execute(vraag).fetchone()  # type: ignore[arg-type]
            return rij[0] if rij else None

    def do(self, zin: str) -> None:
        """Do something in the database."""
        with psycopg.connect(self.start_database(), autocommit=True) as verbinding:
            verbinding.execute(zin)  # type: ignore[arg-type]

    def kopieen(self) -> list[Path]:
        """Return what stands in the folder for copies, half ones too."""
        return sorted(een for een in (self.data / "reservekopieen").glob("*") if not een.name.startswith("."))

    def clean_up(self, keep: bool = False) -> None:
        """Stop the server; throw the folder away unless it is to be kept."""
        postgres.stop(self.data)
        if not keep:
            shutil.rmtree(self.data, ignore_errors=True)
