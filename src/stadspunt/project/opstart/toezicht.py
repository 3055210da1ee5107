"""The supervisor: starts the parts, restarts what falls over, stops everything.

A part that keeps falling over is tried again with growing pauses, for ever: an outage of
an hour must mend itself when the cause is gone. Its output goes to a log file that
cannot grow without end.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from stadspunt.project.opstart.processen import build_tie, send, send_group, wait_until

EERSTE_PAUZE = 0.5
LANGSTE_PAUZE = 30.0
GEZOND_NA = 5.0  # who lived this long did work, and starts with a clean slate
MAX_LOG = 20 * 1024 * 1024
LOG_CONTROLE = 60.0


@dataclass(frozen=True, slots=True)
class Dienst:
    """A part of StadsPunt as a child process."""

    naam: str
    opdracht: tuple[str, ...]
    omgeving: Mapping[str, str]
    doorgeven: tuple[int, ...] = ()  # file descriptors that the child gets, under the same number


@dataclass(slots=True)
class Kind:
    """What the supervisor knows of one part."""

    dienst: Dienst
    proces: subprocess.Popen[bytes] | None = None
    begonnen: float = 0.0
    opnieuw_op: float = 0.0
    vallen: int = 0

    @property
    def pid(self) -> int:
        """The pid of the running process, 0 when none runs."""
        return self.proces.pid if self.proces else 0


@dataclass(slots=True)
class Toezicht:
    """Keeps a set of parts running; `beat` must be called again and again."""

    logmap: Path
    on_change: Callable[["Toezicht"], None] = lambda _: None
    kinderen: dict[str, Kind] = field(default_factory=dict)
    _log_gezien: float = 0.0

    def start(self, dienst: Dienst) -> None:
        """Start a part and keep it running from now on."""
        self.kinderen[dienst.naam] = Kind(dienst)
        self._spawn(self.kinderen[dienst.naam])
        self.on_change(self)

    def beat(self) -> float:
        """Bury the dead, start what is due; returns after how many seconds at most to call again."""
        nu = time.monotonic()
        veranderd = False
        for kind in self.kinderen.values():
            if kind.proces is not None and kind.proces.poll() is not None:
                self._bury(kind, nu)
            if kind.proces is None and nu >= kind.opnieuw_op:
                try:
                    self._spawn(kind)
                except OSError:  # no room, no memory, too many files: an outage like any other
                    kind.begonnen = nu
                    self._bury(kind, nu)
                veranderd = True
        if veranderd:
            self.on_change(self)
        if nu - self._log_gezien > LOG_CONTROLE:
            self._log_gezien = nu
            for kind in self.kinderen.values():
                keep_small(self._log(kind.dienst.naam))
        wachtend = [kind.opnieuw_op - nu for kind in self.kinderen.values() if kind.proces is None]
        return max(0.02, min([1.0, *wachtend]))

    def hurry(self) -> None:
        """Start what waits at the next beat: the cause of its falls is gone."""
        for kind in self.kinderen.values():
            kind.opnieuw_op = 0.0

    def stop(self, geduld: float = 12.0) -> list[str]:
        """Stop all parts at once; returns the names of those that had to be killed."""
        levend = [kind for kind in self.kinderen.values() if kind.proces is not None]
        for kind in levend:
            send(kind.pid, signal.SIGTERM)
        wait_until(lambda: all(kind.proces is None or kind.proces.poll() is not None for kind in levend), geduld)
        koppig = [kind.dienst.naam for kind in levend if kind.proces and kind.proces.poll() is None]
        for kind in levend:
            send_group(kind.pid, signal.SIGKILL)  # also what a part left behind itself
            if kind.proces is not None:
                kind.proces.wait()
                kind.proces = None
        self.kinderen.clear()
        return koppig

    def falls(self, naam: str) -> int:
        """How many times in a row a part fell over soon after its start."""
        return self.kinderen[naam].vallen

    def _spawn(self, kind: Kind) -> None:
        dienst = kind.dienst
        with self._log(dienst.naam).open("ab") as log:
            kind.proces = subprocess.Popen(  # noqa: S603 - our own programs, no shell
                dienst.opdracht,
                env=dict(dienst.omgeving),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=dienst.doorgeven,
                preexec_fn=build_tie(signal.SIGTERM),
            )
        kind.begonnen = time.monotonic()

    def _bury(self, kind: Kind, nu: float) -> None:
        if kind.proces is not None:
            send_group(kind.pid, signal.SIGKILL)  # workers of a killed part must not hold its socket
        kind.proces = None
        kind.vallen = 0 if nu - kind.begonnen > GEZOND_NA else kind.vallen + 1
        kind.opnieuw_op = nu + min(LANGSTE_PAUZE, EERSTE_PAUZE * 2 ** max(0, kind.vallen - 1))

    def _log(self, naam: str) -> Path:
        return self.logmap / f"{naam}.log"


def keep_small(log: Path, grens: int = MAX_LOG) -> None:
    """Put a log that grew over `grens` bytes away as `.1`; who writes appends, so may go on writing."""
    half = log.with_name(f"{log.name}.half")
    try:
        if log.stat().st_size <= grens:
            return
        shutil.copyfile(log, half)
        half.replace(log.with_name(f"{log.name}.1"))
        os.truncate(log, 0)
    except OSError:  # a full disk must not take the parts down with it, nor get fuller by us
        with suppress(OSError):
            half.unlink(missing_ok=True)
