"""What screens and rooms above see of questions and contacts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Wachtbeeld:
    """Until when a question waits at the latest, and for what; it waits no longer once `tot` has passed."""

    tot: datetime
    reden: str
    toelichting: str
    op_klant: bool


@dataclass(frozen=True, slots=True)
class WachtredenBeeld:
    """A reason to let a question wait; `gemeente_id` None: for every municipality."""

    id: int
    gemeente_id: int | None
    naam: str
    op_klant: bool
    actief: bool


@dataclass(frozen=True, slots=True)
class KlantvraagBeeld:
    """One question. Moments are aware UTC; `beloofd` is a Dutch day.

    `klantreactie_op` is when the client wrote about it, None when nothing waits to be read.
    """

    id: int
    uuid: UUID
    nummer: str
    gemeente_id: int
    team_id: int
    behandelaar_id: int | None
    partij_id: int | None
    product_id: int | None
    kanaal_id: int
    ingang_id: int | None
    onderwerp: str
    toelichting: str
    complexiteit: str
    taal: str
    status: str
    ontvangen_op: datetime
    beloofd: date
    afgehandeld_op: datetime | None
    overdrachten: int
    heropeningen: int
    versie: int
    klantreactie_op: datetime | None
    is_vertrouwelijk: bool = False
    wacht: Wachtbeeld | None = None
    # The question in which it went, when it was merged.
    opgegaan_in_id: int | None = None

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class WerkvoorraadRegel:
    """One question on a list."""

    id: int
    nummer: str
    onderwerp: str
    status: str
    kanaal_id: int
    team_id: int
    partij_id: int | None
    product_id: int | None
    behandelaar_id: int | None
    ontvangen_op: datetime
    beloofd: date
    heropeningen: int
    afgehandeld_op: datetime | None
    klantreactie_op: datetime | None
    vertrouwelijk_op: datetime | None = None
    wacht_tot: datetime | None = None
    wachtreden: str | None = None
    wacht_op_klant: bool = False

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class Werkvoorraad:
    """A page of a list: `aantal` counts at most `telgrens` rows, `aantal_is_grens` says that there are more."""

    regels: tuple[WerkvoorraadRegel, ...]
    aantal: int
    aantal_is_grens: bool
    pagina: int
    paginas: int


@dataclass(frozen=True, slots=True)
class KlantcontactBeeld:
    """One contact on a timeline."""

    id: int
    kanaal_id: int
    richting: str
    medewerker_id: int | None
    partij_id: int | None
    gebeurd_op: datetime
    geregistreerd_op: datetime
    samenvatting: str
    duur_seconden: int | None
    bereikt: bool | None
    ingang_id: int | None

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class AntwoordBeeld:
    """An answer that was given."""

    id: int
    medewerker_id: int | None
    wijze: str
    tekst: str
    gegeven_op: datetime


@dataclass(frozen=True, slots=True)
class NotitieBeeld:
    """A note with a question."""

    id: int
    medewerker_id: int | None
    tekst: str
    geschreven_op: datetime


@dataclass(frozen=True, slots=True)
class Vraagdossier:
    """All that this room knows of one question: contacts, answers and notes, oldest first."""

    contacten: tuple[KlantcontactBeeld, ...]
    antwoorden: tuple[AntwoordBeeld, ...]
    notities: tuple[NotitieBeeld, ...]
