"""Places outside the database where documents can be kept: what each can do, and which are set.

Two ship: `map` (a folder) and `s3` (anything that speaks S3). Settings: STADSPUNT_OPSLAG and what belongs to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from django.conf import settings

from stadspunt.fundament.fouten import OpslagWegError

STUK: Final = 256 * 1024  # bytes that are read and passed on at once


class Plek(StrEnum):
    """Where documents are kept."""

    DATABASE = "database"
    MAP = "map"
    S3 = "s3"


PLEKNAMEN: Final = {Plek.DATABASE: "de database", Plek.MAP: "een map", Plek.S3: "S3-opslag"}


@dataclass(frozen=True, slots=True)
class Stroom:
    """Bytes as they come: how many, and the pieces."""

    grootte: int
    stukken: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something that lies in a place, known or not."""

    naam: str
    van: datetime


class Bewaarplek(Protocol):
    """Keeps bytes under a name that is drawn by who asks. Each raises OpslagWegError when the place cannot be reached."""

    def put(self, naam: str, grootte: int, stukken: Iterable[bytes]) -> None:
        """Keep exactly `grootte` bytes; on return they survive a power cut. Cut off halfway, nothing stands under `naam`."""
        ...

    def open(self, naam: str) -> Stroom:
        """Return the bytes. Raises NietGevondenError when nothing stands under this name."""
        ...

    def delete(self, naam: str) -> None:
        """Take away; what is gone already is as it should be."""
        ...

    def list_vondsten(self) -> Iterator[Vondst]:
        """Yield everything that lies here, also what was left half done."""
        ...

    def check(self) -> None:
        """Return when the place is there and lets us in."""
        ...


def get_gekozen() -> Plek:
    """Return where new documents go. Raises OpslagWegError for a setting that cannot be."""
    try:
        return Plek(settings.STADSPUNT_OPSLAG.strip().lower() or Plek.DATABASE)
    except ValueError:
        raise OpslagWegError("STADSPUNT_OPSLAG is niet goed. Kies uit: database, map, s3.") from None


def is_ingesteld(plek: Plek) -> bool:
    """Say whether this place can be read and written with the settings as they are."""
    return plek is not Plek.S3 or bool(settings.STADSPUNT_S3_ADRES)


@cache
def get_bewaarplek(plek: Plek) -> Bewaarplek:
    """Return the place, one for each process. Raises OpslagWegError when its settings are missing or cannot be."""
    if plek is Plek.MAP:
        from stadspunt.fundament.opslag.koppeling.map import Map

        return Map(Path(settings.STADSPUNT_OPSLAG_MAP))
    if plek is Plek.S3:
        # Loaded only where it is set: the library takes memory and time.
        from stadspunt.fundament.opslag.koppeling.s3 import build_s3

        return build_s3()
    raise ValueError(plek)
