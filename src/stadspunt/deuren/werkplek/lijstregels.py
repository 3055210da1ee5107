"""The rows of a list of questions, ready to draw; the work list and the client page share them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld, TeamBeeld
from stadspunt.bronnen.organisatie.queries import get_kanalen, get_medewerkers, list_teams
from stadspunt.bronnen.partijen.queries import PartijBeeld, get_partijen
from stadspunt.bronnen.producten.queries import ProductBeeld, list_producten
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.werkplek.weergave import (
    ANONIEM,
    Kanaalteken,
    Statusteken,
    get_naam,
    to_kanaalteken,
    to_statusteken,
    to_termijn,
)
from stadspunt.fundament.schermen.onderdelen import Termijn
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.queries.verzendingen import list_niet_aangekomen
from stadspunt.stromen.klantcontacten.beelden import Werkvoorraad, WerkvoorraadRegel
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Status


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One row of the work list, ready to draw; `oppakken_url` is empty when it cannot be taken."""

    nummer: str
    url: str
    onderwerp: str
    labels: tuple[str, ...]
    # Until when it waits and why, on a line of its own.
    onder: str
    klant: str
    kanaal: Kanaalteken
    status: Statusteken
    termijn: Termijn | None
    wie: str
    oppakken_url: str


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the list needs to know of the organisation: for the filters, the names and the days."""

    eigen_team_ids: frozenset[int]
    teams: tuple[TeamBeeld, ...]
    kanalen: Mapping[int, KanaalBeeld]
    producten: tuple[ProductBeeld, ...]


def get_omgeving(raadpleging: Raadpleging) -> Omgeving:
    """Return the teams of the KCC, those of this agent, the channels and the products."""
    actor = raadpleging.actor
    teams = tuple(list_teams(actor.gemeente_ids, alleen_kcc=True))
    # Who belongs to no team (a team leader of all) sees what is of all of them.
    eigen = actor.team_ids & {team.id for team in teams} or frozenset(team.id for team in teams)
    return Omgeving(eigen, teams, get_kanalen(), tuple(list_producten(actor.gemeente_ids)))


def to_regels(raadpleging: Raadpleging, voorraad: Werkvoorraad, omgeving: Omgeving) -> list[Lijstregel]:
    """Join the rows with the names of clients and employees: one question to each room, whatever the number of rows."""
    partijen = get_partijen(raadpleging, {regel.partij_id for regel in voorraad.regels if regel.partij_id})
    namen = {
        een.id: een.naam
        for een in get_medewerkers({regel.behandelaar_id for regel in voorraad.regels if regel.behandelaar_id}).values()
    }
    kalenders = {gemeente_id: get_kalender(gemeente_id) for gemeente_id in sorted(raadpleging.actor.gemeente_ids)}
    gemeenten = {team.id: team.gemeente_id for team in omgeving.teams}
    mag_oppakken = raadpleging.actor.has_recht(raadpleging.doel, "klantvraag.behandelen")
    niet_aangekomen = _list_niet_aangekomen(raadpleging, voorraad)
    return [
        Lijstregel(
            nummer=regel.nummer,
            url=reverse("werkplek:klantvraag", args=[regel.nummer]),
            onderwerp=regel.onderwerp,
            labels=_list_labels(regel, niet_aangekomen),
            onder=_tell_wacht(regel, raadpleging),
            klant=_get_klantnaam(partijen, regel.partij_id),
            kanaal=to_kanaalteken(omgeving.kanalen.get(regel.kanaal_id)),
            status=to_statusteken(regel.status),
            termijn=None
            if regel.status == Status.VERVALLEN
            else to_termijn(
                regel.beloofd,
                raadpleging.vandaag,
                kalenders[gemeenten.get(regel.team_id, min(kalenders))],
                regel.afgehandeld_op,
            ),
            wie="Ik" if regel.behandelaar_id == raadpleging.actor.medewerker_id else get_naam(namen, regel.behandelaar_id),
            oppakken_url=reverse("werkplek:oppakken", args=[regel.nummer])
            if mag_oppakken and regel.status == Status.NIEUW and regel.behandelaar_id is None
            else "",
        )
        for regel in voorraad.regels
    ]


def _list_niet_aangekomen(raadpleging: Raadpleging, voorraad: Werkvoorraad) -> frozenset[int]:
    """An answer that comes back opens its question again, so only those need a look."""
    heropend = [regel.id for regel in voorraad.regels if regel.heropeningen and regel.status in OPEN_STATUSSEN]
    if not raadpleging.actor.has_recht(raadpleging.doel, "bericht.lezen"):
        return frozenset()
    return list_niet_aangekomen(raadpleging, heropend)


def _tell_wacht(regel: WerkvoorraadRegel, raadpleging: Raadpleging) -> str:
    if regel.wacht_tot is None or regel.wacht_tot <= raadpleging.moment:
        return ""
    tot = format_moment_kort(regel.wacht_tot, raadpleging.vandaag)
    return f"{'Wacht op de klant, uiterlijk' if regel.wacht_op_klant else 'Wacht'} tot {tot}: {regel.wachtreden}"


def _list_labels(regel: WerkvoorraadRegel, niet_aangekomen: frozenset[int]) -> tuple[str, ...]:
    geheim = ("Vertrouwelijk",) if regel.vertrouwelijk_op is not None else ()
    return geheim + _list_standlabels(regel, niet_aangekomen)


def _list_standlabels(regel: WerkvoorraadRegel, niet_aangekomen: frozenset[int]) -> tuple[str, ...]:
    if regel.id in niet_aangekomen:
        return ("Antwoord kwam niet aan",)
    if regel.klantreactie_op is not None:
        return ("Klant reageerde",)
    return ("Heropend",) if regel.heropeningen else ()


def _get_klantnaam(partijen: Mapping[int, PartijBeeld], partij_id: int | None) -> str:
    partij = partijen.get(partij_id) if partij_id is not None else None
    return partij.weergavenaam if partij else ANONIEM
