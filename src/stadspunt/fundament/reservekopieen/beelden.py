"""What others see of copies."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KopieBeeld:
    """A copy that succeeded, or an attempt that did not (`fout`)."""

    id: int
    aanleiding: str
    gemaakt_op: datetime
    bestand: str
    computer: str
    grootte: int
    seconden: int
    beproefd_op: datetime | None
    fout: str


@dataclass(frozen=True, slots=True)
class Kopiestand:
    """The last copy, the last one that was tried, and the last attempt when that failed after both."""

    laatste: KopieBeeld | None
    beproefd: KopieBeeld | None
    mislukt: KopieBeeld | None
    versie: str
    versie_sinds: datetime | None
