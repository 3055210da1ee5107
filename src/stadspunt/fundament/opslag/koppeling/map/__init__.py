"""Documents in a folder: a disk of this computer, or one that all computers share."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from stadspunt.fundament.fouten import NietGevondenError, OpslagWegError
from stadspunt.fundament.opslag.koppeling import STUK, Stroom, Vondst

_HALF: Final = ".half"
# Without this note the folder is not ours: a disk that is not mounted leaves an empty folder behind.
_MERK: Final = ".stadspunt"
_VOL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Map:
    """A folder with 256 folders in it, by the first two characters of the name."""

    wortel: Path

    def put(self, naam: str, grootte: int, stukken: Iterable[bytes]) -> None:
        """Write beside, flush, rename, and flush the folder: under the name stands all of it or nothing."""
        self.check()
        with _as_opslagfout():
            plaats = self._find(naam)
            if not plaats.parent.exists():
                plaats.parent.mkdir(exist_ok=True)
                _flush_map(self.wortel)
            half = plaats.with_name(naam + _HALF)
            try:
                with half.open("xb") as bestand:
                    geschreven = sum(bestand.write(stuk) for stuk in stukken)
                    if geschreven != grootte:
                        raise ValueError(f"{geschreven} bytes in plaats van {grootte}")
                    bestand.flush()
                    os.fsync(bestand.fileno())
                half.rename(plaats)
            except BaseException:
                half.unlink(missing_ok=True)
                raise
            _flush_map(plaats.parent)

    def open(self, naam: str) -> Stroom:
        """Open the file; who reads it goes on reading when it is taken away meanwhile."""
        with _as_opslagfout():
            try:
                bestand = self._find(naam).open("rb")
            except FileNotFoundError:
                self.check()  # a folder that is away is something else than a file that is away
                raise NietGevondenError(naam) from None
            return Stroom(os.fstat(bestand.fileno()).st_size, _read(bestand))

    def delete(self, naam: str) -> None:
        with _as_opslagfout():
            self._find(naam).unlink(missing_ok=True)

    def list_vondsten(self) -> Iterator[Vondst]:
        self.check()
        with _as_opslagfout():
            for map_ in sorted(een for een in self.wortel.iterdir() if een.is_dir()):
                for bestand in map_.iterdir():
                    try:
                        yield Vondst(bestand.name, datetime.fromtimestamp(bestand.stat().st_mtime, UTC))
                    except FileNotFoundError:
                        continue

    def check(self) -> None:
        if not self.is_klaar():
            raise OpslagWegError("De map voor documenten is er niet. Is de schijf aangekoppeld?")

    def is_klaar(self) -> bool:
        """Say whether the folder is there and in use by us."""
        with _as_opslagfout():
            return (self.wortel / _MERK).exists()

    def prepare(self) -> None:
        """Take the folder into use; only for one that holds no documents yet."""
        with _as_opslagfout():
            self.wortel.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.wortel / _MERK).touch(mode=0o600)
            _flush_map(self.wortel)
            _flush_map(self.wortel.parent)

    def _find(self, naam: str) -> Path:
        if "/" in naam or naam.startswith("."):
            raise ValueError(naam)
        return self.wortel / naam[:2] / naam


def _read(bestand: BinaryIO) -> Iterator[bytes]:
    with _as_opslagfout(), bestand:
        while stuk := bestand.read(STUK):
            yield stuk


def _flush_map(map_: Path) -> None:
    """Let the disk know what is in the folder: without it a new name may be gone after a power cut."""
    fd = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


@contextmanager
def _as_opslagfout() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        vol = fout.errno in _VOL
        tekst = "De schijf voor documenten is vol." if vol else f"De map voor documenten geeft een fout: {fout.strerror}."
        raise OpslagWegError(tekst) from fout
