"""From the values of the rooms to the words and marks of the work place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from stadspunt.bronnen.organisatie.beelden import IngangBeeld, KanaalBeeld
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.fundament.schermen.onderdelen import Niveau, Termijn
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort
from stadspunt.stromen.klantcontacten.rules import STATUSNAMEN, Status
from stadspunt.stromen.overdracht.rules import Urgentiesoort, compute_urgentie

ANONIEM = "Anoniem"
# An icon only helps: a channel that an administrator added has the general one, and always its name.
_KANAALICONEN = {"telefoon": "telefoon", "email": "email", "internet": "formulier", "balie": "balie", "post": "post"}
_NIVEAUS = {Urgentiesoort.RUIM: Niveau.RUIM, Urgentiesoort.BIJNA: Niveau.BIJNA, Urgentiesoort.TE_LAAT: Niveau.TE_LAAT}
_STATUSSOORTEN = {
    Status.NIEUW: "actief",
    Status.IN_BEHANDELING: "wacht",
    Status.OVERGEDRAGEN: "wacht",
    Status.TE_CONTROLEREN: "let-op",
    Status.AFGEHANDELD: "klaar",
    Status.VERVALLEN: "rust",
}


@dataclass(frozen=True, slots=True)
class Kanaalteken:
    """A channel as a screen draws it."""

    naam: str
    icoon: str


@dataclass(frozen=True, slots=True)
class Statusteken:
    """A status as a screen draws it."""

    naam: str
    soort: str


def to_kanaalteken(kanaal: KanaalBeeld | None) -> Kanaalteken:
    """Return name and icon of a channel."""
    if kanaal is None:
        return Kanaalteken("Onbekend", "kanaal")
    return Kanaalteken(kanaal.naam, _KANAALICONEN.get(kanaal.slug, "chat" if "chat" in kanaal.slug else "kanaal"))


def get_ingangnaam(ingang: IngangBeeld) -> str:
    """Return how people know an entrance: a mailbox by its address, any other by its name."""
    return ingang.waarde if ingang.soort == Ingangsoort.POSTBUS else ingang.naam


def to_statusteken(status: str) -> Statusteken:
    """Return name and colour of a status."""
    return Statusteken(STATUSNAMEN[Status(status)], _STATUSSOORTEN[Status(status)])


def format_duur(seconden: int) -> str:
    """Return how long a contact took: '45 seconden', '4 minuten'."""
    if seconden < 60:
        return "1 seconde" if seconden == 1 else f"{seconden} seconden"
    minuten = round(seconden / 60)
    return "1 minuut" if minuten == 1 else f"{minuten} minuten"


def to_termijn(dag: date, vandaag: date, kalender: Kalender, afgehandeld_op: datetime | None = None) -> Termijn:
    """Return in words how far away `dag` is (a promise, the return of an order), counted in working days.

    A question that is closed tells when that was, and whether the promise was kept.
    """
    uiterlijk = format_dag_kort(dag, vandaag)
    if afgehandeld_op is not None:
        klaar = to_dag(afgehandeld_op)
        wanneer = format_moment_kort(afgehandeld_op, vandaag) if klaar == vandaag else format_dag_kort(klaar, vandaag)
        return Termijn(f"{wanneer}, te laat" if klaar > dag else wanneer, Niveau.KLAAR, uiterlijk)
    urgentie = compute_urgentie(dag, vandaag, kalender)
    return Termijn(urgentie.tekst, _NIVEAUS[urgentie.soort], uiterlijk)


def get_naam(namen: Mapping[int, str], medewerker_id: int | None) -> str:
    """Return the name of an employee, '' for nobody."""
    return namen.get(medewerker_id, "Onbekend") if medewerker_id is not None else ""
