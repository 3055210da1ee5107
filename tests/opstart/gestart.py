"""A whole StadsPunt as a child of a test: started with the real command, watched from outside."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.opstart.plek import Uitvoerder
from stadspunt.project.opstart.processen import find_proces, list_with_cwd, list_with_mark, wait_until

KLAAR = "StadsPunt staat klaar op"


def free_port() -> int:
    """Return a port that nobody listens on, with another free one where the mail door will be."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as eerste:
            poort: int = eerste.getsockname()[1]
            with contextlib.suppress(OSError, OverflowError), socket.create_server(("127.0.0.1", poort + 11)):
                return poort


class Gestart:
    """One run of `stadspunt start` on a data folder."""

    def __init__(
        self,
        data: Path,
        *opties: str,
        python: str = sys.executable,
        bron: str = str(WORTEL / "src"),
        wie: Uitvoerder | None = None,
        instellingen: dict[str, str] | None = None,
    ) -> None:
        self.data = data
        self.poort = free_port()
        self.begonnen = time.monotonic()
        schoon = {
            naam: w for naam, w in os.environ.items() if not naam.startswith(("STADSPUNT_", "DATABASE_URL", "DJANGO_", "PYTEST"))
        }
        self.proces = subprocess.Popen(
            [python, "-m", "stadspunt.project.cli", "start", "--data", str(data), "--poort", str(self.poort), *opties],
            env={**schoon, "PYTHONPATH": bron, **(instellingen or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            **(wie or {}),
        )
        self.regels: list[str] = []

    def wait(self) -> str:
        """Wait for the line that says where it is; fails when it stops before that."""
        assert self.proces.stdout is not None
        for regel in self.proces.stdout:
            self.regels.append(regel)
            if regel.startswith(KLAAR):
                self.seconden = time.monotonic() - self.begonnen
                return regel
        raise AssertionError("".join(self.regels) + self.logs())

    def logs(self) -> str:
        """Return the ends of all logs, for the message of a failed test."""
        return "\n".join(f"== {log.name}\n{log.read_text()[-1500:]}" for log in sorted((self.data / "logboek").glob("*.log")))

    def get(self, pad: str) -> tuple[int, str]:
        """Return status and text of a page."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.poort}{pad}", timeout=15) as antwoord:
                return antwoord.status, antwoord.read().decode()
        except urllib.error.HTTPError as fout:
            return fout.code, fout.read().decode()
        except OSError as fout:
            return 0, str(fout)

    def is_klaar(self) -> bool:
        """Whether all parts do their work."""
        return self.get("/klaar")[0] == 200

    def parts(self) -> dict[str, int]:
        """Return the pid of each part as the supervisor wrote it down."""
        briefje = json.loads((self.data / "lopend/kinderen.json").read_text())
        return {kind["naam"]: kind["pid"] for kind in briefje["kinderen"]}

    def processes(self) -> set[int]:
        """Return every process of this data folder that lives: parts, their workers, the database."""
        kenmerken = {*list_with_mark(f"STADSPUNT_DATA={self.data}"), *list_with_mark(f"HOME={self.data}/lopend/caddy")}
        return {pid for pid in {*kenmerken, *list_with_cwd(self.data / "postgres")} if find_proces(pid)}

    def kill(self, pid: int) -> None:
        """End a process without asking."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    def stop(self, teken: signal.Signals = signal.SIGTERM) -> int:
        """Ask to stop; returns the exit code. Nothing of it may be left."""
        if self.proces.poll() is None:
            self.proces.send_signal(teken)
        uitvoer, _ = self.proces.communicate(timeout=60)
        self.regels += uitvoer.splitlines(keepends=True)
        assert self.processes() == set()
        return self.proces.returncode

    def clean_up(self) -> None:
        """Leave nothing behind, whatever happened in the test."""
        if self.proces.poll() is None:
            self.proces.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.proces.communicate(timeout=30)
        for pid in self.processes():
            self.kill(pid)
        wait_until(lambda: not self.processes(), 10)
        if self.proces.stdout is not None:
            self.proces.stdout.close()

    def has_traceback(self) -> bool:
        """Whether a traceback was shown to a person."""
        return bool(re.search(r"Traceback|File \".*\", line", "".join(self.regels)))
