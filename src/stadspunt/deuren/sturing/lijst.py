"""The list behind a figure: the very rows that were counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_kanalen, list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.sturing.adressen import build_lijst_url
from stadspunt.deuren.sturing.dashboard import describe_berekening, get_eenheid
from stadspunt.fundament.schermen.assenstelsel import format_getal
from stadspunt.fundament.schermen.onderdelen import Blad, Filter, Kruimel, Tab
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries_cijfers import PAGINAGROOTTE, Afloop, Cijferlijst, Contactregel, Vraagregel
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, STATUSNAMEN, Status
from stadspunt.sturing.stuurinformatie.queries import Lijstkeuze, count_niet_verwerkt, get_eerste_contact, list_achter_cijfer
from stadspunt.sturing.stuurinformatie.rules import DEFINITIES, Cijfer

AFLOOPNAMEN: dict[Afloop, str] = {
    Afloop.DIRECT: "Direct beantwoord",
    Afloop.HEROPEND: "Na heropening",
    Afloop.AFDELING: "Via een afdeling",
}


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One row, ready to draw; `url` is empty for who may not open the question."""

    wanneer: str
    vragen: tuple[tuple[str, str, str], ...]
    status: str
    kanaal: str
    team: str
    afspraak: str


@scherm(doel=Doel.STUREN)
def lijst(verzoek: Verzoek, cijfer: str) -> HttpResponseBase:
    """Show what a figure counts, with its definition. A figure that does not exist is 404."""
    if cijfer not in set(Cijfer):
        raise Http404
    gekozen = Cijfer(cijfer)
    if gekozen is Cijfer.NIET_VERWERKT:
        return _toon_niet_verwerkt(verzoek)
    keuze = _parse_keuze(gekozen, verzoek.GET)
    gevonden = list_achter_cijfer(verzoek.raadpleging, keuze)
    kanalen = {kanaal.id: kanaal.naam for kanaal in get_kanalen().values()}
    teams = {team.id: team.naam for team in list_teams()}
    inhoud = _build_kop(gekozen) | {
        "aantal": f"{format_getal(gevonden.aantal)} {get_eenheid(gekozen, gevonden.aantal)}",
        "contacten": gekozen is Cijfer.VANDAAG_BINNEN,
        "regels": _to_regels(verzoek.raadpleging, gevonden, kanalen, teams),
        "blad": Blad(gevonden.pagina, PAGINAGROOTTE, gevonden.getoond),
        "tabs": _build_tabs(verzoek.raadpleging, keuze),
        "filters": _build_filters(verzoek, keuze, kanalen, teams),
        "wis_url": build_lijst_url(gekozen),
        # Always said to who counts everything, also when nothing is left out: it tells of no question.
        "telt_alles": verzoek.raadpleging.actor.has_recht(Doel.STUREN, "stuurinformatie.alles-tellen"),
    }
    return toon(verzoek, "sturing/lijst.html", inhoud)


def _build_kop(cijfer: Cijfer) -> dict[str, object]:
    definitie = DEFINITIES[cijfer]
    kruimels = (Kruimel("Sturing", reverse("sturing:dashboard")), Kruimel(definitie.naam))
    return {"definitie": definitie, "berekend": describe_berekening(definitie), "kruimels": kruimels}


def _toon_niet_verwerkt(verzoek: Verzoek) -> HttpResponse:
    """Say how many there are and where the list is: raw mail is only for who mends it."""
    mag = verzoek.raadpleging.actor.has_recht(Doel.BEHEREN, "ontvangst.lezen")
    aantal = count_niet_verwerkt(verzoek.raadpleging)
    inhoud = _build_kop(Cijfer.NIET_VERWERKT) | {
        "aantal": f"{format_getal(aantal)} {get_eenheid(Cijfer.NIET_VERWERKT, aantal)}",
        "is_leeg": aantal == 0,
        "beheer_url": reverse("beheer:ontvangsten") if mag else "",
    }
    return toon(verzoek, "sturing/niet_verwerkt.html", inhoud)


def _parse_keuze(cijfer: Cijfer, gegevens: QueryDict) -> Lijstkeuze:
    """Return the part of the list that the address asks for; what makes no sense is left out."""
    status, afloop = gegevens.get("status", ""), gegevens.get("afloop", "")
    return Lijstkeuze(
        cijfer,
        kanaal_id=_parse_getal(gegevens.get("kanaal", "")) if cijfer is Cijfer.VANDAAG_BINNEN else None,
        team_id=_parse_getal(gegevens.get("team", "")) if cijfer is not Cijfer.VANDAAG_BINNEN else None,
        status=Status(status) if cijfer in _OPEN_CIJFERS and status in OPEN_STATUSSEN else None,
        afloop=Afloop(afloop) if cijfer is Cijfer.EERSTE_CONTACT and afloop in set(Afloop) else None,
        dag=_parse_dag(gegevens.get("dag", "")) if cijfer in {Cijfer.ONTVANGEN, Cijfer.AFGEHANDELD} else None,
        pagina=_parse_getal(gegevens.get("blad", "")) or 1,
    )


_OPEN_CIJFERS = {Cijfer.WACHTEND, Cijfer.OUDSTE, Cijfer.TE_LAAT}


def _parse_getal(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else None


def _parse_dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _build_tabs(raadpleging: Raadpleging, keuze: Lijstkeuze) -> list[Tab]:
    """Return the parts of a figure that is a share: what counts, and what it is divided by."""
    if keuze.cijfer is not Cijfer.EERSTE_CONTACT:
        return []
    eerste = get_eerste_contact(raadpleging)
    alles = Tab("Alle afgehandelde vragen", build_lijst_url(keuze.cijfer), eerste.totaal, keuze.afloop is None)
    return [
        alles,
        *(
            Tab(naam, build_lijst_url(keuze.cijfer, afloop=afloop.value), eerste.per_afloop[afloop], afloop is keuze.afloop)
            for afloop, naam in AFLOOPNAMEN.items()
        ),
    ]


def _build_filters(verzoek: Verzoek, keuze: Lijstkeuze, kanalen: Mapping[int, str], teams: Mapping[int, str]) -> list[Filter]:
    def build_wis_url(naam: str) -> str:
        over = verzoek.GET.copy()
        over.pop(naam, None)
        over.pop("blad", None)
        return f"?{over.urlencode()}"

    gekozen = {
        "kanaal": ("Kanaal", kanalen.get(keuze.kanaal_id, "onbekend") if keuze.kanaal_id is not None else ""),
        "team": ("Team", teams.get(keuze.team_id, "onbekend") if keuze.team_id is not None else ""),
        "status": ("Status", STATUSNAMEN[keuze.status] if keuze.status else ""),
        "dag": ("Dag", format_dag_kort(keuze.dag, verzoek.raadpleging.vandaag) if keuze.dag else ""),
    }
    return [Filter(kop, waarde, build_wis_url(naam)) for naam, (kop, waarde) in gekozen.items() if waarde]


def _to_regels(
    raadpleging: Raadpleging, gevonden: Cijferlijst, kanalen: Mapping[int, str], teams: Mapping[int, str]
) -> list[Lijstregel]:
    mag_openen = raadpleging.actor.has_recht(Doel.KLANTVRAAG_BEHANDELEN, "klantvraag.lezen")

    def build_url(nummer: str) -> str:
        return reverse("werkplek:klantvraag", args=[nummer]) if mag_openen else ""

    return [
        Lijstregel(
            wanneer=_get_wanneer(regel, raadpleging.vandaag),
            vragen=tuple((nummer, onderwerp, build_url(nummer)) for nummer, onderwerp in _list_vragen(regel)),
            status=STATUSNAMEN[Status(regel.status)] if isinstance(regel, Vraagregel) else "",
            kanaal=kanalen.get(regel.kanaal_id, ""),
            team=teams.get(regel.team_id, "Opgeheven team"),
            afspraak=_describe_afspraak(regel, raadpleging.vandaag) if isinstance(regel, Vraagregel) else "",
        )
        for regel in gevonden.regels
    ]


def _list_vragen(regel: Vraagregel | Contactregel) -> tuple[tuple[str, str], ...]:
    return regel.vragen if isinstance(regel, Contactregel) else ((regel.nummer, regel.onderwerp),)


def _get_wanneer(regel: Vraagregel | Contactregel, vandaag: date) -> str:
    return format_moment_kort(regel.gebeurd_op if isinstance(regel, Contactregel) else regel.ontvangen_op, vandaag)


def _describe_afspraak(regel: Vraagregel, vandaag: date) -> str:
    """Return until when an open question was promised, or when a closed one got its answer."""
    if regel.afgehandeld_op is None:
        te_laat = ", te laat" if regel.beloofd < vandaag and regel.status in OPEN_STATUSSEN else ""
        return f"{format_dag_kort(regel.beloofd, vandaag)}{te_laat}"
    klaar = to_dag(regel.afgehandeld_op)
    return f"klaar {format_dag_kort(klaar, vandaag)}{', te laat' if klaar > regel.beloofd else ''}"
