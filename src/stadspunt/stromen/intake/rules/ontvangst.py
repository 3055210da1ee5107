"""Words and steps of an arrival, and when it is tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

# Mail programs and gateways of municipalities allow 25 to 35 MB of attachments, which base64 makes a third larger.
MAX_BYTES: Final = 40 * 1024 * 1024
# Messages above this size are processed one at a time.
GROOT_BYTES: Final = 5 * 1024 * 1024
MAX_ONTVANGERS_BEWAARD: Final = 200
MAX_ADRES: Final = 320
MAX_POGINGEN: Final = 5
# So often may a worker die on one message before a person must look.
MAX_BEGONNEN: Final = 3
# Who goes back in the browser and sends the same form again within this time asks the same, not something new.
HERHAALD_BINNEN: Final = timedelta(hours=4)
_PAUZES: Final = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))


class Ontvangstsoort(StrEnum):
    """What came in."""

    EMAIL = "email"
    FORMULIER = "formulier"


class Herkomst(StrEnum):
    """The way it came in."""

    SMTP = "smtp"
    LMTP = "lmtp"
    IMAP = "imap"
    IMPORT = "import"
    WEB = "web"


class Ontvangststatus(StrEnum):
    """Where an arrival stands."""

    WACHT = "wacht"
    VERWERKT = "verwerkt"
    MISLUKT = "mislukt"


# Every step that is allowed; the same list stands in a trigger of the database.
ONTVANGSTSTAPPEN: frozenset[tuple[Ontvangststatus, Ontvangststatus]] = frozenset(
    {
        (Ontvangststatus.WACHT, Ontvangststatus.VERWERKT),
        (Ontvangststatus.WACHT, Ontvangststatus.MISLUKT),
        (Ontvangststatus.MISLUKT, Ontvangststatus.WACHT),
        (Ontvangststatus.MISLUKT, Ontvangststatus.VERWERKT),
    }
)


class Uitkomst(StrEnum):
    """What processing made of an arrival."""

    CONTACT = "contact"
    REACTIE = "reactie"
    REACTIE_DERDE = "reactie_derde"
    AUTOMATISCH = "automatisch"
    BOUNCE = "bounce"
    LEESBEVESTIGING = "leesbevestiging"
    MET_DE_HAND = "met_de_hand"


UITKOMSTNAMEN: dict[Uitkomst, str] = {
    Uitkomst.CONTACT: "Nieuwe vraag",
    Uitkomst.REACTIE: "Reactie bij een vraag",
    Uitkomst.REACTIE_DERDE: "Reactie van iemand anders, nieuwe vraag",
    Uitkomst.AUTOMATISCH: "Automatisch bericht, geen vraag",
    Uitkomst.BOUNCE: "Melding dat een bericht niet aankwam",
    Uitkomst.LEESBEVESTIGING: "Leesbevestiging",
    Uitkomst.MET_DE_HAND: "Met de hand afgehandeld",
}


@dataclass(frozen=True, slots=True)
class Envelop:
    """What the transport said, apart from the message itself.

    `rcpt_tos` are at most MAX_ONTVANGERS_BEWAARD of the `aantal_ontvangers` recipients here.
    `aangekomen_op` is when it lay in the mailbox (IMAP), which may be days before it was fetched.
    `merk` tells whether a web form is one that the same sender sent before; empty when nobody can know.
    """

    herkomst: Herkomst
    mail_from: str = ""
    rcpt_tos: tuple[str, ...] = ()
    aantal_ontvangers: int = 0
    aangekomen_op: datetime | None = None
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Binnenkomst:
    """One raw arrival for one municipality, as a door hands it over. `ingang_id` None: found when it is processed."""

    soort: Ontvangstsoort
    ruw: bytes
    envelop: Envelop
    gemeente_id: int
    ingang_id: int | None = None


def compute_volgende_poging(pogingen: int, moment: datetime) -> datetime | None:
    """Return when an arrival that failed `pogingen` times is tried again, None when a person must look first."""
    if pogingen >= MAX_POGINGEN:
        return None
    return moment + _PAUZES[min(pogingen, len(_PAUZES)) - 1]


def shorten_envelop(herkomst: Herkomst, mail_from: str, rcpt_tos: list[str]) -> Envelop:
    """Return an envelope that fits in a row: thousands of recipients become the first ones and their number."""
    bewaard = tuple(_to_opslaanbaar(adres) for adres in rcpt_tos[:MAX_ONTVANGERS_BEWAARD])
    return Envelop(herkomst, _to_opslaanbaar(mail_from), bewaard, len(rcpt_tos))


def _to_opslaanbaar(adres: str) -> str:
    """Return an address without what PostgreSQL cannot keep: senders put raw bytes where an address should be."""
    schoon = adres[:MAX_ADRES].encode("utf-8", "replace").decode("utf-8")
    return "".join(teken if teken.isprintable() else "?" for teken in schoon)
