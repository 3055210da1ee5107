"""What screens and rooms above see of orders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ToetsingBeeld:
    """The check on an answer: the points that were let pass, with their reason."""

    medewerker_id: int | None
    getoetst_op: datetime
    afwijkingen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OverdrachtBeeld:
    """One order. Moments are aware UTC, `terug_op` is a Dutch day."""

    id: int
    uuid: UUID
    klantvraag_id: int
    gemeente_id: int
    afdeling_id: int
    van_id: int | None
    ronde: int
    gevraagd: str
    vorm: str
    terug_op: date
    reden_later: str
    verzonden_op: datetime
    status: str
    behandelaar_id: int | None
    antwoord: str
    teruggegeven_op: datetime | None
    teruggegeven_door_id: int | None
    ingetrokken_op: datetime | None
    toetsing: ToetsingBeeld | None


@dataclass(frozen=True, slots=True)
class OverdrachtRegel:
    """One order on a list, with the question it is about."""

    id: int
    uuid: UUID
    klantvraag_id: int
    klantvraag_nummer: str
    onderwerp: str
    partij_id: int | None
    afdeling_id: int
    ronde: int
    vorm: str
    terug_op: date
    verzonden_op: datetime
    status: str
    behandelaar_id: int | None
    teruggegeven_op: datetime | None

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class Overdrachtlijst:
    """A page of a list of orders."""

    regels: tuple[OverdrachtRegel, ...]
    aantal: int
    pagina: int
    paginas: int
