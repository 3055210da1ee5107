"""A progress bar on a terminal; a line now and then when the output goes to a file."""

import time
from types import TracebackType
from typing import Self, TextIO

BREEDTE = 30
VERVERS = 0.1
REGEL_ELKE = 10.0


class Voortgang:
    """Call it with how much is done and how much there is (None: unknown): `voortgang(12, 300)`."""

    def __init__(self, uit: TextIO) -> None:
        self._uit = uit
        self._terminal = uit.isatty()
        self._laatst = 0.0
        self._staat_er = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None) -> None:
        self.wis()

    def __call__(self, klaar: int, totaal: int | None = None, tekst: str = "") -> None:
        """Show how far we are."""
        nu = time.monotonic()
        if nu - self._laatst < (VERVERS if self._terminal else REGEL_ELKE) and klaar != totaal:
            return
        self._laatst = nu
        regel = build_regel(klaar, totaal, tekst)
        if self._terminal:
            self._uit.write(f"\r\x1b[K{regel}")
            self._staat_er = True
        else:
            self._uit.write(f"{regel}\n")
        self._uit.flush()

    def wis(self) -> None:
        """Take the bar away, so that ordinary lines can be printed."""
        if self._staat_er:
            self._uit.write("\r\x1b[K")
            self._uit.flush()
            self._staat_er = False


def build_regel(klaar: int, totaal: int | None, tekst: str) -> str:
    """Return the bar as text."""
    if not totaal:
        return f"{klaar} {tekst}".rstrip()
    vol = min(BREEDTE, BREEDTE * klaar // totaal)
    return f"[{'#' * vol}{'.' * (BREEDTE - vol)}] {klaar} van {totaal} {tekst}".rstrip()
