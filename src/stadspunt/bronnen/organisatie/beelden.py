"""What other rooms and screens see of the organisation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GemeenteBeeld:
    id: int
    naam: str
    slug: str
    maildomein: str
    telefoon: str
    noodinzage_minuten: int = 60


@dataclass(frozen=True, slots=True)
class TeamBeeld:
    id: int
    gemeente_id: int
    naam: str
    slug: str
    is_kcc: bool


@dataclass(frozen=True, slots=True)
class AfdelingBeeld:
    id: int
    gemeente_id: int
    naam: str
    slug: str


@dataclass(frozen=True, slots=True)
class KanaalBeeld:
    id: int
    slug: str
    naam: str
    digitaal: bool


@dataclass(frozen=True, slots=True)
class IngangBeeld:
    id: int
    gemeente_id: int
    kanaal_id: int
    kanaal_slug: str
    team_id: int
    soort: str
    naam: str
    waarde: str
    eigenaar_id: int | None
    vertrouwelijk: bool = False


@dataclass(frozen=True, slots=True)
class MedewerkerBeeld:
    id: int
    naam: str
    email: str
