"""The file itself: a zip that any tool opens, with the hash of all its bytes as its comment.

Parts are written and read as streams. The comment stands at the end, so a file that was cut off has none,
and one changed byte anywhere gives another hash.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.reservekopie.manifest import FORMAAT, Deel, Manifest, from_json, to_json

MANIFEST, DATABASE, DOCUMENTEN = "manifest.json", "database.dump", "documenten.tar"
BROK = 1024 * 1024
_ZEGEL = b"sha256:"
_HEX = 64


class Schrijver:
    """Writes the parts one after the other, and counts and hashes what goes by."""

    def __init__(self, pad: Path, moment: datetime) -> None:
        self._bestand = pad.open("w+b")
        self._zip = zipfile.ZipFile(self._bestand, "w", allowZip64=True)
        self._zip.comment = _ZEGEL + b"0" * _HEX
        self._moment = moment
        self.delen: dict[str, Deel] = {}

    @contextmanager
    def open_deel(self, naam: str, inpakken: bool = False) -> Iterator["Deelschrijver"]:
        """Yield a stream to write the part `naam` to; `inpakken` compresses it, quickly."""
        info = zipfile.ZipInfo(naam, self._moment.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if inpakken else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        self._zip.compresslevel = 1
        with self._zip.open(info, "w", force_zip64=True) as stroom:
            deel = Deelschrijver(stroom)
            yield deel
        self.delen[naam] = deel.tel()

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest, close the zip, seal the file and have it on the disk before this returns."""
        with self.open_deel(MANIFEST, inpakken=True) as deel:
            deel.write(to_json(manifest))
        self._zip.close()
        zegel = _hash_file(self._bestand, self._bestand.seek(0, 2) - _HEX)
        self._bestand.seek(-_HEX, 2)
        self._bestand.write(zegel.encode())
        self._bestand.flush()
        os.fsync(self._bestand.fileno())

    def close(self) -> None:
        """Let go of the file, finished or not: an unfinished zip must not try to write its end when it is forgotten."""
        self._zip.fp = None
        self._bestand.close()


class Deelschrijver:
    """The stream of one part."""

    def __init__(self, stroom: IO[bytes]) -> None:
        self._stroom, self._som, self._grootte = stroom, hashlib.sha256(), 0

    def write(self, stuk: bytes) -> int:
        """Write some bytes."""
        self._som.update(stuk)
        self._grootte += len(stuk)
        return self._stroom.write(stuk)

    def tel(self) -> Deel:
        """Return what went by."""
        return Deel(self._grootte, self._som.hexdigest())


def check_bestand(pad: Path) -> Manifest:
    """Return the manifest of a file that is whole; raises OpstartError with what is wrong and what to do. Changes nothing."""
    try:
        with pad.open("rb") as bestand:
            einde = bestand.seek(0, 2)
            bestand.seek(max(0, einde - _HEX - len(_ZEGEL)))
            staart = bestand.read()
            if not staart.startswith(_ZEGEL) or len(staart) != _HEX + len(_ZEGEL):
                raise _refuse(pad, "is geen hele reservekopie van StadsPunt: het einde ontbreekt of het is een ander bestand")
            if _hash_file(bestand, einde - _HEX).encode() != staart[len(_ZEGEL) :]:
                raise _refuse(pad, "is beschadigd: de inhoud is niet meer wat er bij het maken in stond")
        with zipfile.ZipFile(pad) as archief:
            manifest = from_json(archief.read(MANIFEST))
    except FileNotFoundError:
        raise OpstartError(f"{pad} bestaat niet. Controleer de naam.") from None
    except OSError as fout:
        raise OpstartError(f"{pad} is niet te lezen ({fout.strerror}).") from None
    except (zipfile.BadZipFile, KeyError, msgspec.MsgspecError):
        raise _refuse(pad, "is geen reservekopie die deze StadsPunt kan lezen") from None
    if manifest.formaat != FORMAAT:
        raise OpstartError(f"{pad} is gemaakt door een nieuwere StadsPunt ({manifest.versie}). Zet eerst die versie neer.")
    return manifest


def _refuse(pad: Path, reden: str) -> OpstartError:
    return OpstartError(f"{pad} {reden}. Er is niets veranderd. Neem een andere reservekopie.")


@contextmanager
def read_deel(pad: Path, naam: str) -> Iterator[IO[bytes]]:
    """Yield the bytes of one part, as a stream."""
    with zipfile.ZipFile(pad) as archief, archief.open(naam) as stroom:
        yield stroom


def _hash_file(bestand: IO[bytes], lengte: int) -> str:
    som = hashlib.sha256()
    bestand.seek(0)
    while lengte > 0 and (stuk := bestand.read(min(BROK, lengte))):
        som.update(stuk)
        lengte -= len(stuk)
    return som.hexdigest()
