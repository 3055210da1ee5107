"""What screens see of the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from stadspunt.stromen.klantcontacten.queries_cijfers import Afloop


@dataclass(frozen=True, slots=True)
class Kanaaltelling:
    """How many contacts came in over one channel."""

    kanaal_id: int
    naam: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Teamtelling:
    """How many questions of one team wait, by status."""

    team_id: int
    naam: str
    per_status: Mapping[str, int]

    @property
    def aantal(self) -> int:
        """All of them together."""
        return sum(self.per_status.values())


@dataclass(frozen=True, slots=True)
class EersteContact:
    """The share at first contact with what it is made of; `aandeel` is None when nothing was closed."""

    per_afloop: Mapping[Afloop, int]
    aandeel: Decimal | None

    @property
    def direct(self) -> int:
        """What counts: answered at once."""
        return self.per_afloop[Afloop.DIRECT]

    @property
    def totaal(self) -> int:
        """What it is divided by: all that was closed."""
        return sum(self.per_afloop.values())


@dataclass(frozen=True, slots=True)
class Dagtelling:
    """One day of the trend."""

    dag: date
    ontvangen: int
    afgehandeld: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The figures of this moment. `oudste_werkdagen` counts since `oudste`; both None when nothing is open."""

    kanalen: tuple[Kanaaltelling, ...]
    teams: tuple[Teamtelling, ...]
    oudste: datetime | None
    oudste_werkdagen: int | None
    te_laat: int
    eerste_contact: EersteContact
    niet_verwerkt: int
    dagen: tuple[Dagtelling, ...]

    @property
    def vandaag_binnen(self) -> int:
        """All contacts of today."""
        return sum(kanaal.aantal for kanaal in self.kanalen)

    @property
    def wachtend(self) -> int:
        """All open questions."""
        return sum(team.aantal for team in self.teams)
