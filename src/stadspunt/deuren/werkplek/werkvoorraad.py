"""The work list: what waits, for whom, and by when; and the one box that finds everything."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpResponseBase, QueryDict
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.kader_menu import count_lijsten
from stadspunt.deuren.werkplek.kanaalkeuze import Kanaalkeuze, build_kanaalkeuzes, list_mogelijke_ingangen
from stadspunt.deuren.werkplek.lijstregels import Omgeving, get_omgeving, to_regels
from stadspunt.deuren.werkplek.tabbladen import (
    TABNAMEN,
    Lijstkeuze,
    build_filter,
    build_tabfilters,
    narrow_filter,
    parse_lijstkeuze,
)
from stadspunt.deuren.werkplek.teamnamen import get_teamnamen
from stadspunt.deuren.werkplek.zoeken import Zoekuitkomst, search_alles
from stadspunt.fundament.schermen.onderdelen import Blad, Tab
from stadspunt.fundament.schermen.onderdelen import Filter as Filterlabel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.beelden import Werkvoorraad
from stadspunt.stromen.klantcontacten.queries import PAGINAGROOTTE, TELGRENS, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import STATUSNAMEN
from stadspunt.stromen.macros.queries import list_macros


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def werkvoorraad(verzoek: Verzoek) -> HttpResponseBase:
    """Show the list that the address asks for; a question's number in the box goes straight to the question."""
    keuze = parse_lijstkeuze(verzoek.GET.dict())
    raadpleging = verzoek.raadpleging
    omgeving = get_omgeving(raadpleging)
    tabfilters = build_tabfilters(raadpleging, frozenset({keuze.team_id}) if keuze.team_id else omgeving.eigen_team_ids)
    filter_ = build_filter(keuze, tabfilters)
    uitkomst = search_alles(raadpleging, keuze.tekst, filter_) if keuze.is_zoeken else Zoekuitkomst(filter=filter_)
    if uitkomst.nummer:
        return redirect("werkplek:klantvraag", uitkomst.nummer)
    gevraagd = {tab: narrow_filter(een, keuze) for tab, een in tabfilters.items()}
    if uitkomst.filter:
        gevraagd[_DEZE] = uitkomst.filter
    tellingen = count_lijsten(verzoek, gevraagd)
    voorraad = (
        list_werkvoorraad(raadpleging, uitkomst.filter, tellingen[_DEZE]) if uitkomst.filter else Werkvoorraad((), 0, False, 1, 1)
    )
    kanaalkeuzes = build_kanaalkeuzes(
        verzoek, tuple(omgeving.kanalen.values()), list_mogelijke_ingangen(raadpleging), keuze.kanaal
    )
    mag_behandelen = raadpleging.actor.has_recht(raadpleging.doel, "klantvraag.behandelen")
    inhoud = {
        "keuze": keuze,
        "macros": list_macros(raadpleging, raadpleging.actor.gemeente_ids) if mag_behandelen else (),
        "kenmerk": uuid4(),
        "omgeving": omgeving,
        "kanaalkeuzes": kanaalkeuzes,
        "teamnamen": get_teamnamen(omgeving.teams),
        "statussen": [(status.value, naam) for status, naam in STATUSNAMEN.items()],
        "tabs": _build_tabs(keuze, tellingen),
        "actieve_filters": _build_filterlabels(verzoek.GET, keuze, omgeving, kanaalkeuzes),
        "wis_url": f"?{urlencode({'lijst': keuze.tab})}",
        "regels": to_regels(raadpleging, voorraad, omgeving),
        "blad": Blad(voorraad.pagina, PAGINAGROOTTE, voorraad.aantal),
        "telgrens": TELGRENS if voorraad.aantal_is_grens else None,
        "klanten": uitkomst.klanten,
        "uitleg": uitkomst.uitleg,
        "lege_lijst": _LEEG[keuze.tab],
        "ververs_url": verzoek.get_full_path(),
        "live_team_ids": sorted({keuze.team_id} if keuze.team_id else omgeving.eigen_team_ids),
        "tabnaam": TABNAMEN[keuze.tab],
    }
    deel = "werkplek/delen/lijst.html" if verzoek.headers.get("HX-Request") else "werkplek/werkvoorraad.html"
    return toon(verzoek, deel, inhoud)


# The list on this page, beside the names of the tabs.
_DEZE = "deze"

_LEEG: dict[str, tuple[str, str]] = {
    "mijn": ("U hebt geen open vragen", "Pak een vraag op uit ‘Team nieuw’, of leg een nieuw contact vast."),
    "nieuw": ("Alle nieuwe vragen zijn opgepakt", "Er wacht niets in de lijst van uw team."),
    "open": ("Uw team heeft geen open vragen", "Alles is beantwoord."),
    "controleren": ("Er is niets te controleren", "Een antwoord van een afdeling komt hier binnen."),
    "afdeling": ("Er ligt niets bij een afdeling", "Vragen die u overdraagt, ziet u hier tot het antwoord er is."),
    "wacht": ("Er wacht niets", "Laat u een vraag wachten tot een moment? Dan staat hij hier, met de reden."),
    "laat": ("Niets is te laat", "Alle open vragen zijn nog binnen de afgesproken tijd."),
    "vandaag": ("Vandaag is nog niets afgehandeld", "Een vraag komt hier zodra de klant antwoord heeft."),
}


def _build_tabs(keuze: Lijstkeuze, tellingen: Mapping[str, int]) -> list[Tab]:
    def build_url(tab: str) -> str:
        # A status and searched words belong to one list; what is chosen here holds for all of them.
        gekozen = {"team": keuze.team_id, "kanaal": keuze.kanaal, "product": keuze.product_id}
        return f"?{urlencode({'lijst': tab} | {naam: waarde for naam, waarde in gekozen.items() if waarde})}"

    return [
        Tab(naam, build_url(tab), min(tellingen[tab], TELGRENS), tab == keuze.tab and not keuze.is_zoeken)
        for tab, naam in TABNAMEN.items()
    ]


def _build_filterlabels(
    gegevens: QueryDict, keuze: Lijstkeuze, omgeving: Omgeving, kanalen: Sequence[Kanaalkeuze]
) -> list[Filterlabel]:
    def build_wis_url(naam: str) -> str:
        over = gegevens.copy()
        over.pop(naam, None)
        over.pop("blad", None)
        return f"?{over.urlencode()}"

    teams = get_teamnamen(omgeving.teams)
    producten = {product.id: product.naam for product in omgeving.producten}
    kanaal = next((een.naam for een in kanalen if een.id == keuze.kanaal_id), "")
    ingang = next((een.naam for kanaal in kanalen for een in kanaal.ingangen if een.id == keuze.ingang_id), "")
    gekozen = {
        "q": ("Gezocht", keuze.tekst),
        "team": ("Team", teams.get(keuze.team_id or 0, "")),
        "kanaal": ("Kanaal", kanaal or ingang),
        "product": ("Product", producten.get(keuze.product_id or 0, "")),
        "status": ("Status", STATUSNAMEN[keuze.status] if keuze.status else ""),
    }
    return [Filterlabel(kop, waarde, build_wis_url(naam)) for naam, (kop, waarde) in gekozen.items() if waarde]
