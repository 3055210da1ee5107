"""What screens and rooms above see of messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stadspunt.bronnen.documenten.queries import DocumentBeeld


@dataclass(frozen=True, slots=True)
class VerzendBeeld:
    """Where an outgoing message is. Moments are aware UTC; `fout` is what the mail server said last."""

    id: int
    status: str
    niet_voor: datetime
    pogingen: int
    volgende_poging_op: datetime
    verzonden_op: datetime | None
    fout: str
    bounce_status: str
    bounce_diagnose: str
    bounce_op: datetime | None


@dataclass(frozen=True, slots=True)
class BijlageBeeld:
    """A file of a message; its place in the row is the number in `bijlage:<number>` in the HTML."""

    document: DocumentBeeld
    inline: bool


@dataclass(frozen=True, slots=True)
class BerichtBeeld:
    """One message. `html` is sanitised, '' when there is none; `moment` is that of its registration.

    `partij_ids` are the clients of the questions that it was asked for.
    """

    id: int
    uuid: UUID
    klantcontact_id: int | None
    medewerker_id: int | None
    richting: str
    soort: str
    onderwerp: str
    tekst: str
    citaat: str
    html: str
    van_naam: str
    van_adres: str
    antwoord_adres: str
    aan_naam: str
    aan_adres: str
    ruw_hash: str
    moment: datetime
    bijlagen: tuple[BijlageBeeld, ...]
    verzending: VerzendBeeld | None
    partij_ids: tuple[int, ...]

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return self.partij_ids


@dataclass(frozen=True, slots=True)
class Draadtreffer:
    """A message that we know by its Message-ID: its questions, and the key of the address it was exchanged with."""

    message_id: str
    klantvraag_ids: tuple[int, ...]
    klant_adres: str


@dataclass(frozen=True, slots=True)
class SjabloonBeeld:
    """A template."""

    id: int
    gemeente_id: int
    naam: str
    onderwerp: str
    tekst: str
    taal: str
    actief: bool
    soort: str
    vooraan: bool


@dataclass(frozen=True, slots=True)
class Opzetbeeld:
    """What the answer screen starts with.

    `soort` is what the message would be: that of the template. `citaat` is the quoted history for
    the proposed address. `andere_afzenders` wrote about this question but are not known as the
    client. `onderweg` is an answer that has not left yet. `voorkeurskanaal_id` and `klanttaal` are
    what the client prefers, None and '' when we do not know.
    """

    aan: str
    soort: str
    onderwerp: str
    tekst: str
    citaat: str
    van_adres: str
    taal: str
    sjablonen: tuple[SjabloonBeeld, ...]
    andere_afzenders: tuple[str, ...]
    onderweg: VerzendBeeld | None
    voorkeurskanaal_id: int | None
    klanttaal: str
    partij_ids: tuple[int, ...]

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return self.partij_ids


@dataclass(frozen=True, slots=True)
class Mailvoorbeeld:
    """A mail exactly as it would be sent; `tekst` is the whole plain text, quoted history included."""

    van_naam: str
    van_adres: str
    aan_naam: str
    aan_adres: str
    onderwerp: str
    tekst: str
    partij_ids: tuple[int, ...]

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return self.partij_ids


@dataclass(frozen=True, slots=True)
class VerzendRegel:
    """One message on the list of what is on its way or went wrong; no address and no text."""

    id: int
    bericht_id: int
    gemeente_id: int
    soort: str
    status: str
    nummers: tuple[str, ...]
    maildomein: str
    pogingen: int
    sinds: datetime
    volgende_poging_op: datetime
    fout: str


@dataclass(frozen=True, slots=True)
class PoststopBeeld:
    """No mail leaves since `sinds`: a copy of `stand` was put back. `oude` messages waited in it and may have gone since."""

    sinds: datetime
    stand: datetime
    oude: int
    nieuwe: int
