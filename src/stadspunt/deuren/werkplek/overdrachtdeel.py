"""The orders about a question, as a part of the question page."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.bronnen.organisatie.queries import list_afdelingen
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.werkplek.weergave import to_termijn
from stadspunt.fundament.schermen.onderdelen import Termijn
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Status, Vorm


@dataclass(frozen=True, slots=True)
class Opdrachtpost:
    """One order with what came of it; `termijn` only while it is open, `uitkomst_kop` only when it is not."""

    gevraagd_kop: str
    gevraagd: str
    vorm: str
    verzonden: str
    termijn: Termijn | None
    uitkomst_kop: str
    uitkomst_soort: str
    uitkomst: str
    antwoord: str
    kanttekeningen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overdrachtdeel:
    """The orders about a question, newest first."""

    posten: tuple[Opdrachtpost, ...]


def build_overdrachtdeel(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> Overdrachtdeel:
    """Return the orders about `vraag`, in three queries whatever their number."""
    opdrachten = list_overdrachten_van_klantvraag(raadpleging, vraag.id)
    if not opdrachten:
        return Overdrachtdeel(())
    afdelingen = {een.id: een.naam for een in list_afdelingen([vraag.gemeente_id])}
    return Overdrachtdeel(
        tuple(_to_post(raadpleging, een, afdelingen.get(een.afdeling_id, "Opgeheven afdeling")) for een in reversed(opdrachten))
    )


def _to_post(raadpleging: Raadpleging, opdracht: OverdrachtBeeld, afdeling: str) -> Opdrachtpost:
    vandaag = raadpleging.vandaag
    termijn = None
    if opdracht.status == Status.OPEN:
        termijn = to_termijn(opdracht.terug_op, vandaag, get_kalender(opdracht.gemeente_id))
    afwijkingen = opdracht.toetsing.afwijkingen if opdracht.toetsing else ()
    kop, soort, moment = _describe_uitkomst(opdracht, afdeling)
    return Opdrachtpost(
        gevraagd_kop=f"Gevraagd aan {afdeling}",
        gevraagd=opdracht.gevraagd,
        vorm=VORMNAMEN[Vorm(opdracht.vorm)],
        verzonden=format_moment_kort(opdracht.verzonden_op, vandaag),
        termijn=termijn,
        uitkomst_kop=kop,
        uitkomst_soort=soort,
        uitkomst=format_moment_kort(moment, vandaag) if moment else "",
        antwoord=opdracht.antwoord,
        kanttekeningen=tuple(f"{punt.capitalize()}: {reden}" for punt, reden in afwijkingen),
    )


def _describe_uitkomst(opdracht: OverdrachtBeeld, afdeling: str) -> tuple[str, str, datetime | None]:
    """Return heading, kind on the timeline and moment of what came of an order; ('', '', None) while it is open."""
    if opdracht.teruggegeven_op is not None:
        return f"{afdeling} antwoordde", "bericht", opdracht.teruggegeven_op
    if opdracht.ingetrokken_op is not None:
        return "Opdracht ingetrokken", "status", opdracht.ingetrokken_op
    return "", "", None
