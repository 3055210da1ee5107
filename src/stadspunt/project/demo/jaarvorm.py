"""The records of the past year: what the generator gives and the loader writes. All moments are aware, in UTC."""

from dataclasses import dataclass
from datetime import date, datetime

from stadspunt.project.demo.kanalen import Kanaal


@dataclass(frozen=True, slots=True)
class Jaaroverdracht:
    """One order to a department. Employees are logins; the last fields are empty while it has not come back.

    An order that was asked again is not checked itself. The reasons say why an answer was let pass although it
    was late or hard to read.
    """

    afdeling: str
    van: str
    vorm: str
    gevraagd: str
    verzonden_op: datetime
    terug_op: date
    teruggegeven_op: datetime | None = None
    behandelaar: str = ""
    antwoord: str = ""
    te_laat: bool = False
    getoetst_op: datetime | None = None
    toetser: str = ""
    reden_te_laat: str = ""
    reden_onbegrijpelijk: str = ""


@dataclass(frozen=True, slots=True)
class Jaarantwoord:
    """What the client was told, how and by whom; `wijze` is mondeling, email or brief."""

    gegeven_op: datetime
    wijze: str
    tekst: str
    medewerker: str


@dataclass(frozen=True, slots=True)
class Jaarvraag:
    """One question with its course until the end of the year.

    `sleutel` tells it from all others; a later contact points to it. `opgepakt_op` is None when nobody took it
    yet, or when the one who registered it kept it. `heropend_op` comes after the first answer. `vervalreden`
    goes with `vervallen_op`. `status` is a word of the room that keeps questions.
    """

    sleutel: int
    product: str
    onderwerp: str
    toelichting: str
    zwaarte: str
    status: str
    beloofd: date
    behandelaar: str = ""
    opgepakt_op: datetime | None = None
    overdrachten: tuple[Jaaroverdracht, ...] = ()
    antwoorden: tuple[Jaarantwoord, ...] = ()
    heropend_op: datetime | None = None
    heropgepakt_op: datetime | None = None
    vervallen_op: datetime | None = None
    vervalreden: str = ""

    @property
    def afgehandeld_op(self) -> datetime | None:
        """Return when the client had the last answer, if the question is closed by it."""
        return self.antwoorden[-1].gegeven_op if self.status == "afgehandeld" else None

    @property
    def eerste_contact(self) -> bool:
        """Say whether the centre closed it itself, at once: no department, not opened again (B1)."""
        return self.status == "afgehandeld" and not self.overdrachten and self.heropend_op is None


@dataclass(frozen=True, slots=True)
class Jaarcontact:
    """One moment of contact.

    `partij` is the place of the client in the list of partijen, None for who gave no name. `vragen` are the
    questions that it opened, `vervolg_op` the key of an earlier question that it is about. What was written has
    its `onderwerp` and `tekst`; they are empty for what was spoken and for post.
    """

    moment: datetime
    kanaal: Kanaal
    ingang: str
    richting: str
    team: str
    medewerker: str
    partij: int | None
    samenvatting: str
    onderwerp: str = ""
    tekst: str = ""
    taal: str = "nl"
    duur_seconden: int | None = None
    bereikt: bool | None = None
    vragen: tuple[Jaarvraag, ...] = ()
    vervolg_op: int | None = None
    heropent: bool = False
