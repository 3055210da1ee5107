"""The five channels of Lindewaard and the entrances through which they come in."""

from dataclasses import dataclass
from enum import StrEnum

from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.project.demo import gemeente


class Kanaal(StrEnum):
    """How something reaches the municipality."""

    TELEFOON = "telefoon"
    BALIE = "balie"
    EMAIL = "email"
    INTERNET = "internet"
    POST = "post"


@dataclass(frozen=True, slots=True)
class DemoKanaal:
    """A channel with its Dutch name and the login of its owner (C12: every channel has one)."""

    code: Kanaal
    naam: str
    eigenaar: str


@dataclass(frozen=True, slots=True)
class DemoIngang:
    """One way in: a mailbox, number, desk, form or address; `wachtrij` is the team that takes what comes.

    `waarde` is by which an arrival is recognised: a mail address, the name of a form, a number.
    """

    code: str
    naam: str
    kanaal: Kanaal
    soort: Ingangsoort
    waarde: str
    wachtrij: str
    eigenaar: str


KANALEN: tuple[DemoKanaal, ...] = (
    DemoKanaal(Kanaal.POST, "Post", "wil"),
    DemoKanaal(Kanaal.EMAIL, "E-mail", "tom"),
    DemoKanaal(Kanaal.INTERNET, "Internet", "rian"),
    DemoKanaal(Kanaal.TELEFOON, "Telefoon", "gerda"),
    DemoKanaal(Kanaal.BALIE, "Balie", "ingrid"),
)

_MAIL, _MIT = Ingangsoort.POSTBUS, "mail-internet"

# Three mailboxes end in one queue; where a message came in is kept (A11).
INGANGEN: tuple[DemoIngang, ...] = (
    DemoIngang("mail-info", "Algemene mailbox", Kanaal.EMAIL, _MAIL, f"info@{gemeente.MAILDOMEIN}", _MIT, "tom"),
    DemoIngang(
        "mail-belastingen", "Mailbox belastingen", Kanaal.EMAIL, _MAIL, f"belastingen@{gemeente.MAILDOMEIN}", _MIT, "bram"
    ),
    DemoIngang(
        "mail-vergunningen", "Mailbox vergunningen", Kanaal.EMAIL, _MAIL, f"vergunningen@{gemeente.MAILDOMEIN}", _MIT, "vera"
    ),
    DemoIngang("formulier", "Contactformulier", Kanaal.INTERNET, Ingangsoort.FORMULIER, "contact", _MIT, "rian"),
    DemoIngang("telefoon", "Algemeen nummer", Kanaal.TELEFOON, Ingangsoort.NUMMER, "14000", "telefoon", "gerda"),
    DemoIngang("balie-stadhuis", "Balie stadhuis", Kanaal.BALIE, Ingangsoort.BALIE, "stadhuis", "balie", "ingrid"),
    DemoIngang("balie-de-schakel", "Balie De Schakel", Kanaal.BALIE, Ingangsoort.BALIE, "de schakel", "balie", "ingrid"),
    DemoIngang("post", "Postbus", Kanaal.POST, Ingangsoort.ADRES, "postbus 1000", "post", "wil"),
)

INGANG_PER_CODE: dict[str, DemoIngang] = {ingang.code: ingang for ingang in INGANGEN}

# Within how many working days a question has its answer; a product may only tighten it (B12).
NORM_WERKDAGEN: dict[Kanaal, int] = {
    Kanaal.TELEFOON: 3,
    Kanaal.BALIE: 5,
    Kanaal.EMAIL: 5,
    Kanaal.INTERNET: 5,
    Kanaal.POST: 10,
}
