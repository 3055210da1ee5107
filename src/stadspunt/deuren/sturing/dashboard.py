"""The dashboard: figures with their definition, charts with their table, links to the lists behind."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.sturing.adressen import build_lijst_url
from stadspunt.deuren.sturing.grafieken import build_kanaalgrafiek, build_trendgrafiek
from stadspunt.fundament.schermen.assenstelsel import format_getal
from stadspunt.fundament.schermen.onderdelen import Kerncijfer, Niveau
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, STATUSNAMEN
from stadspunt.sturing.stuurinformatie.beelden import Dashboard, EersteContact
from stadspunt.sturing.stuurinformatie.queries import get_dashboard
from stadspunt.sturing.stuurinformatie.rules import (
    DEFINITIES,
    STREEFWAARDEN_EERSTE_CONTACT,
    Cijfer,
    Definitie,
    find_streefwaarde,
)

_STATUSSEN = tuple(status for status in STATUSNAMEN if status in OPEN_STATUSSEN)

_EENHEDEN = {Cijfer.VANDAAG_BINNEN: ("contact", "contacten"), Cijfer.NIET_VERWERKT: ("bericht", "berichten")}


@dataclass(frozen=True, slots=True)
class Telling:
    """A number with its list; `kop` is the column, `betekenis` says what is counted for who hears the page."""

    aantal: int
    url: str
    kop: str
    betekenis: str


@dataclass(frozen=True, slots=True)
class Teamrij:
    """One team: what waits, by status and all together."""

    naam: str
    tellingen: tuple[Telling, ...]


@scherm(doel=Doel.STUREN)
def dashboard(verzoek: Verzoek) -> HttpResponseBase:
    """Show the figures of this moment."""
    raadpleging = verzoek.raadpleging
    cijfers = get_dashboard(raadpleging)
    inhoud = {
        "stand": format_moment_kort(raadpleging.moment, raadpleging.vandaag),
        "kerncijfers": _build_kerncijfers(raadpleging, cijfers),
        "kanaalgrafiek": build_kanaalgrafiek(cijfers),
        "kanalen": [
            (kanaal.naam, kanaal.aantal, build_lijst_url(Cijfer.VANDAAG_BINNEN, kanaal=kanaal.kanaal_id))
            for kanaal in cijfers.kanalen
        ],
        "trendgrafiek": build_trendgrafiek(cijfers),
        "trends": [
            (DEFINITIES[cijfer], build_lijst_url(cijfer), format_getal(aantal))
            for cijfer, aantal in (
                (Cijfer.ONTVANGEN, sum(dag.ontvangen for dag in cijfers.dagen)),
                (Cijfer.AFGEHANDELD, sum(dag.afgehandeld for dag in cijfers.dagen)),
            )
        ],
        "statussen": [STATUSNAMEN[status] for status in _STATUSSEN],
        "teams": _build_teamrijen(cijfers),
    }
    return toon(verzoek, "sturing/dashboard.html", inhoud)


def describe_berekening(definitie: Definitie) -> str:
    """Return how a figure is counted and from what, as the tile says it."""
    return f"{definitie.formule} Bron: {definitie.bron[0].lower()}{definitie.bron[1:]}"


def get_eenheid(cijfer: Cijfer, aantal: int) -> str:
    """Return what a figure or its list counts: 'contacten', 'vragen', 'berichten', or one of them."""
    een, meer = _EENHEDEN.get(cijfer, ("vraag", "vragen"))
    return een if aantal == 1 else meer


def _build_kerncijfers(raadpleging: Raadpleging, cijfers: Dashboard) -> list[Kerncijfer]:
    te_laat = Niveau.TE_LAAT if cijfers.te_laat else Niveau.KLAAR
    niet_verwerkt = Niveau.TE_LAAT if cijfers.niet_verwerkt else Niveau.KLAAR
    return [
        _to_telling(Cijfer.VANDAAG_BINNEN, cijfers.vandaag_binnen),
        _to_telling(Cijfer.WACHTEND, cijfers.wachtend),
        _build_oudste(raadpleging, cijfers),
        _to_telling(Cijfer.TE_LAAT, cijfers.te_laat, te_laat),
        _build_eerste_contact(cijfers.eerste_contact),
        _to_telling(Cijfer.NIET_VERWERKT, cijfers.niet_verwerkt, niet_verwerkt),
    ]


def _to_telling(cijfer: Cijfer, aantal: int, niveau: Niveau = Niveau.RUIM) -> Kerncijfer:
    return _to_kerncijfer(cijfer, format_getal(aantal), get_eenheid(cijfer, aantal), niveau=niveau)


def _to_kerncijfer(
    cijfer: Cijfer, waarde: str, eenheid: str = "", verschil: str = "", niveau: Niveau = Niveau.RUIM
) -> Kerncijfer:
    definitie = DEFINITIES[cijfer]
    return Kerncijfer(definitie.naam, waarde, describe_berekening(definitie), build_lijst_url(cijfer), eenheid, verschil, niveau)


def _build_oudste(raadpleging: Raadpleging, cijfers: Dashboard) -> Kerncijfer:
    if cijfers.oudste is None or cijfers.oudste_werkdagen is None:
        return _to_kerncijfer(Cijfer.OUDSTE, "–", verschil="Er staat niets open.", niveau=Niveau.KLAAR)
    sinds = f"Sinds {format_dag_kort(to_dag(cijfers.oudste), raadpleging.vandaag)}."
    eenheid = "werkdag" if cijfers.oudste_werkdagen == 1 else "werkdagen"
    return _to_kerncijfer(Cijfer.OUDSTE, format_getal(cijfers.oudste_werkdagen), eenheid, sinds)


def _build_eerste_contact(eerste: EersteContact) -> Kerncijfer:
    if eerste.aandeel is None:
        return _to_kerncijfer(Cijfer.EERSTE_CONTACT, "–", verschil="Er is nog niets afgehandeld.")
    streven = " en ".join(f"{streef.naam} {streef.percentage}%" for streef in STREEFWAARDEN_EERSTE_CONTACT)
    verschil = f"{format_getal(eerste.direct)} van {format_getal(eerste.totaal)} vragen. Streven: {streven}."
    gehaald = find_streefwaarde(eerste.aandeel)
    niveau = Niveau.TE_LAAT if gehaald is None else Niveau.BIJNA
    if gehaald is STREEFWAARDEN_EERSTE_CONTACT[-1]:
        niveau = Niveau.KLAAR
    return _to_kerncijfer(Cijfer.EERSTE_CONTACT, format_getal(float(eerste.aandeel)), "%", verschil, niveau)


def _build_teamrijen(cijfers: Dashboard) -> list[Teamrij]:
    """Return a row for each team, and last the row of all of them together."""
    rijen = [Teamrij(team.naam, _build_tellingen(team.naam, team.per_status, team.team_id)) for team in cijfers.teams]
    totaal: dict[str, int] = {status: sum(team.per_status.get(status, 0) for team in cijfers.teams) for status in _STATUSSEN}
    return [*rijen, Teamrij("Alle teams", _build_tellingen("alle teams", totaal))]


def _build_tellingen(van: str, per_status: Mapping[str, int], team_id: int | None = None) -> tuple[Telling, ...]:
    return (
        *(
            Telling(
                per_status.get(status, 0),
                build_lijst_url(Cijfer.WACHTEND, team=team_id, status=status.value),
                STATUSNAMEN[status],
                f"{STATUSNAMEN[status]}, {van}",
            )
            for status in _STATUSSEN
        ),
        Telling(sum(per_status.values()), build_lijst_url(Cijfer.WACHTEND, team=team_id), "Samen", f"alle open vragen, {van}"),
    )
