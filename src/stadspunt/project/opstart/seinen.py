"""Signals as something to wait for: no work is done inside a handler."""

import os
import select
import signal
from types import FrameType
from typing import Self

STOPPEN = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


class Seinen:
    """Between enter and exit, signals of the process arrive as bytes on a pipe. Main thread only."""

    def __enter__(self) -> Self:
        self._lees, self._schrijf = os.pipe()
        os.set_blocking(self._lees, False)
        os.set_blocking(self._schrijf, False)
        self._oude_fd = signal.set_wakeup_fd(self._schrijf, warn_on_full_buffer=False)
        self._oud = {teken: signal.signal(teken, _nothing) for teken in (*STOPPEN, signal.SIGCHLD)}
        return self

    def __exit__(self, *_: object) -> None:
        for teken, behandelaar in self._oud.items():
            signal.signal(teken, behandelaar)
        signal.set_wakeup_fd(self._oude_fd)
        os.close(self._lees)
        os.close(self._schrijf)

    def wacht(self, seconden: float) -> bool:
        """Wait for a signal, at most `seconden`; returns whether one of them asks to stop."""
        select.select([self._lees], [], [], max(seconden, 0))
        try:
            gekomen = os.read(self._lees, 4096)
        except BlockingIOError:
            return False
        return any(teken in STOPPEN for teken in gekomen)


def _nothing(_teken: int, _frame: FrameType | None) -> None:
    """Python only writes to the pipe for signals that have a handler."""
