"""What a reservekopie says of itself: every figure that is compared after it was put back."""

from datetime import datetime

import msgspec

FORMAAT = 1


class Tabel(msgspec.Struct, frozen=True):
    """How many rows a table has, and a sum over what is in them that does not hang on their order."""

    rijen: int
    som: str


class Documenten(msgspec.Struct, frozen=True):
    """How many files there are, their bytes, and a hash over their hashes."""

    aantal: int
    bytes: int
    som: str


class Deel(msgspec.Struct, frozen=True):
    """A part of the file: its size and SHA-256."""

    grootte: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """The figures of one moment; `schema` counts triggers, constraints, indexes and functions."""

    formaat: int
    versie: str
    moment: datetime
    postgres: str
    hoofdversie: int
    database_bytes: int
    migraties: tuple[str, ...]
    tabellen: dict[str, Tabel]
    schema: dict[str, int]
    documenten: Documenten
    delen: dict[str, Deel]

    @property
    def rijen(self) -> int:
        """All rows together."""
        return sum(tabel.rijen for tabel in self.tabellen.values())


def to_json(manifest: Manifest) -> bytes:
    """Return the manifest as a person may read it."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def from_json(tekst: bytes) -> Manifest:
    """Return the manifest; raises msgspec.ValidationError or DecodeError for what is none."""
    return msgspec.json.decode(tekst, type=Manifest)
