"""What the intake tells about a message that came in."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort


@dataclass(frozen=True, slots=True)
class InkomendeBijlage:
    """One kept file of a message; its place in the row is the number in `bijlage:<number>` in the HTML."""

    document_id: int
    cid: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class InkomendBericht:
    """A message that came in, read and made safe.

    `sleutel` is unique for the arrival: the same one twice is one message. `tekst` is what the
    sender wrote himself, `citaat` the quoted history below it, `html` is sanitised.
    `antwoord_adres` is where the sender wants answers, '' when that is `van_adres`.
    Identifiers carry their angle brackets. `mag_automatisch_antwoord` is the verdict on
    RFC 3834: a person wrote it, so a receipt may go back.
    """

    gemeente_id: int
    soort: Berichtsoort
    sleutel: str
    onderwerp: str
    tekst: str
    citaat: str = ""
    html: str = ""
    van_naam: str = ""
    van_adres: str = ""
    antwoord_adres: str = ""
    aan_adres: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    ruw_hash: str = ""
    taal: str = "nl"
    mag_automatisch_antwoord: bool = False
    verzonden_op: datetime | None = None
    klantcontact_id: int | None = None
    klantvraag_ids: tuple[int, ...] = ()
    bijlagen: tuple[InkomendeBijlage, ...] = ()


@dataclass(frozen=True, slots=True)
class Bouncemelding:
    """What a delivery report says about a message of ours.

    `status` is an RFC 3463 code such as '5.1.1' or ''; `permanent` means that nobody tries any
    more (Action: failed); a report of delay is not permanent.
    """

    message_id: str
    ontvanger: str
    status: str
    diagnose: str
    permanent: bool
