"""What screens and rooms above see of arrivals and mailboxes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OntvangstRegel:
    """One arrival in a list. `afzender` is what the transport said; `fout` holds no personal data."""

    id: int
    uuid: UUID
    soort: str
    herkomst: str
    gemeente_id: int
    ingang_id: int | None
    afzender: str
    grootte: int
    ontvangen_op: datetime
    status: str
    uitkomst: str
    uitkomst_naam: str
    klantcontact_id: int | None
    klantvraag_id: int | None
    pogingen: int
    fout: str
    volgende_poging_op: datetime | None


@dataclass(frozen=True, slots=True)
class OntvangstBeeld:
    """One arrival with all that is known of it."""

    regel: OntvangstRegel
    ontvangers: tuple[str, ...]
    aantal_ontvangers: int
    aangekomen_op: datetime | None
    verwerkt_op: datetime | None
    blob_hash: str


@dataclass(frozen=True, slots=True)
class Ontvangstuitkomst:
    """What the sender of a form may know: whether it was processed, under which number, and how he hears more.

    `antwoord_per` is "email", "telefoon", or empty when he left no way to be reached.
    """

    verwerkt: bool
    nummers: tuple[str, ...]
    antwoord_per: str = ""


@dataclass(frozen=True, slots=True)
class PostbusBeeld:
    """A mailbox and its health; the password is nowhere but in the environment."""

    id: int
    gemeente_id: int
    ingang_id: int
    host: str
    poort: int
    beveiliging: str
    gebruiker: str
    geheim_variabele: str
    map: str
    verwerkt_map: str
    actief: bool
    uidvalidity: int | None
    laatste_uid: int
    laatst_contact_op: datetime | None
    laatst_bericht_op: datetime | None
    fout: str
    fout_sinds: datetime | None
    proef_gevraagd_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class AansluitingRegel:
    """The count of one day for one mailbox."""

    postbus_id: int
    dag: date
    gezien: int
    opgeslagen: int
    geweigerd: int
    in_postbus: int
    overgeslagen: int
    klopt: bool


@dataclass(frozen=True, slots=True)
class WeigeringRegel:
    """A message that was seen and not stored; it still lies in the mailbox, unless it vanished."""

    postbus_id: int
    uid: int
    reden: str
    gezien_op: datetime


@dataclass(frozen=True, slots=True)
class Inkomendalarm:
    """Something about the ways in that a person must look at; `tekst` says what to do."""

    code: str
    tekst: str
    sinds: datetime
    postbus_id: int | None = None
    ingang_id: int | None = None
