"""The question page: where it stands, what comes next, who asks, and all that happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.urls import NoReverseMatch, reverse

from stadspunt.bronnen.organisatie.queries import get_ingangen, get_kanalen, get_medewerkers, list_afdelingen, list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.werkplek.actieve_klant import find_anderklant, find_bijcontact
from stadspunt.deuren.werkplek.berichtposten import (
    Berichtpost,
    find_misgelopen,
    find_onderweg,
    find_verstuurd_toast,
    list_berichtposten,
)
from stadspunt.deuren.werkplek.concepten import build_concepthaak, build_lezers
from stadspunt.deuren.werkplek.forms import NotitieForm
from stadspunt.deuren.werkplek.geheimfeiten import describe_geheimfeit
from stadspunt.deuren.werkplek.klantzijde import Andervraag, Klantzijde, find_klantzijde, list_samen
from stadspunt.deuren.werkplek.macroknoppen import build_macrodeel
from stadspunt.deuren.werkplek.overdrachtdeel import build_overdrachtdeel
from stadspunt.deuren.werkplek.tijdlijn import Tijdlijnbronnen, build_tijdlijn, list_genoemden
from stadspunt.deuren.werkplek.volgende_stap import Actie, compute_volgende_stap, list_andere_acties
from stadspunt.deuren.werkplek.weergave import get_ingangnaam, get_naam, to_kanaalteken, to_statusteken, to_termijn
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.rules.feiten import describe_feit as describe_berichtfeit
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld, Vraagdossier
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_vraagdossier
from stadspunt.stromen.klantcontacten.queries_samenvoegen import find_blijver
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import find_vertrouwelijkheid
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Complexiteit
from stadspunt.stromen.klantcontacten.rules_samenvoegen import looks_alike
from stadspunt.stromen.overdracht.rules import describe_feit

COMPLEXITEITEN: dict[str, str] = {
    Complexiteit.EENVOUDIG: "Eenvoudig",
    Complexiteit.GEMIDDELD: "Gemiddeld",
    Complexiteit.COMPLEX: "Complex",
}


@dataclass(frozen=True, slots=True)
class Knop:
    """An action with its address."""

    actie: Actie
    url: str


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def klantvraag(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show one question; when asked by htmx only the part that changes by itself."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    return toon_klantvraag(verzoek, vraag)


def toon_klantvraag(
    verzoek: Verzoek,
    vraag: KlantvraagBeeld,
    *,
    status: int = 200,
    melding: str = "",
    notitieform: NotitieForm | None = None,
) -> HttpResponse:
    """Render the question page; `melding` says why something could not be done, with the fresh state under it."""
    raadpleging = verzoek.raadpleging
    geheim = find_vertrouwelijkheid(raadpleging, vraag.id) if vraag.is_vertrouwelijk else None
    # Who broke the glass looks, and does nothing.
    kijkt_tot = geheim.noodinzage_tot if geheim else None
    mag = raadpleging.actor.has_recht(raadpleging.doel, "klantvraag.behandelen") and kijkt_tot is None
    inhoud = _build_vraagdeel(raadpleging, vraag, mag=mag) | {"melding": melding}
    toast = find_verstuurd_toast(inhoud["berichten"], verzoek.GET.get("verstuurd", ""))
    klant = find_klantzijde(raadpleging, vraag.partij_id, vraag.id)
    bekend = klant is not None and klant.is_bekend
    andere = list_andere_acties(vraag, raadpleging.actor.medewerker_id, bekend, raadpleging.vandaag) if mag else ()
    inhoud |= {
        "klant": klant,
        "macros": build_macrodeel(raadpleging, vraag),
        "samengegaan": find_blijver(raadpleging, vraag.id) if vraag.opgegaan_in_id else None,
        "lijkt_op": _list_gelijkende(vraag, klant) if mag and inhoud["is_open"] else [],
        "samen": list_samen(raadpleging, vraag.id, klant),
        "andere_acties": to_knoppen(andere, vraag.nummer),
        "mag_behandelen": mag,
        "kijkt_tot": format_moment_kort(kijkt_tot, raadpleging.vandaag) if kijkt_tot else "",
        "opheffing": geheim is not None and geheim.opheffing is not None and mag,
    }
    if verzoek.headers.get("HX-Request") and verzoek.method == "GET":
        return toon(verzoek, "werkplek/delen/vraag_ververst.html", inhoud)
    haak, getypt = build_concepthaak(
        raadpleging, f"vraag-{vraag.id}-notitie", vraag.onderwerp, reverse("werkplek:klantvraag", args=[vraag.nummer])
    )
    inhoud |= build_lezers(raadpleging, vraag.id, vraag.nummer) | {
        "toasts": (toast,) if toast else (),
        "anderklant": find_anderklant(verzoek, vraag),
        "bijcontact": find_bijcontact(verzoek, vraag),
        "notitieform": notitieform or NotitieForm(initial={"tekst": getypt.get_waarde("tekst")} if getypt else None),
        "notitiehaak": haak,
        "kruimels": (Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")), Kruimel(vraag.nummer)),
    }
    return toon(verzoek, "werkplek/klantvraag.html", inhoud, status=status)


def _list_gelijkende(vraag: KlantvraagBeeld, klant: Klantzijde | None) -> list[Andervraag]:
    """Return the other open questions of the client that may well be this one; they were looked up for the side already."""
    deze = (vraag.onderwerp, vraag.product_id)
    return [een for een in klant.andere_vragen if looks_alike(deze, (een.onderwerp, een.product_id))] if klant else []


def _build_vraagdeel(raadpleging: Raadpleging, vraag: KlantvraagBeeld, *, mag: bool) -> dict[str, Any]:
    """Return what the part of the page shows that changes by itself."""
    dossier = get_vraagdossier(raadpleging, vraag.id)
    gebeurtenissen = tuple(list_gebeurtenissen(raadpleging, f"klantvraag:{vraag.id}"))
    nodig = list_genoemden(dossier, gebeurtenissen) | ({vraag.behandelaar_id} if vraag.behandelaar_id else set())
    namen = {een.id: een.naam for een in get_medewerkers(nodig).values()}
    kanalen = get_kanalen()
    afdelingen = {een.id: een.naam for een in list_afdelingen([vraag.gemeente_id])}
    teams = {een.id: een.naam for een in list_teams([vraag.gemeente_id])}
    beschrijvers = (
        partial(_describe_overdracht, afdelingen),
        describe_berichtfeit,
        partial(_describe_verplaatst, teams),
        partial(describe_geheimfeit, namen),
    )
    berichten = list_berichtposten(raadpleging, vraag.id, vraag.nummer)
    ingangen = _get_ingangnamen(vraag, dossier)
    bronnen = Tijdlijnbronnen(raadpleging.vandaag, gebeurtenissen, dossier, kanalen, namen, ingangen, beschrijvers)
    product = get_producten([vraag.product_id]).get(vraag.product_id) if vraag.product_id else None
    wie = get_naam(namen, vraag.behandelaar_id)
    actor = raadpleging.actor
    misgelopen = find_misgelopen(berichten, dossier.antwoorden)
    stap = compute_volgende_stap(vraag, actor.medewerker_id, wie, raadpleging.moment, misgelopen)
    return {
        "vraag": vraag,
        "status": to_statusteken(vraag.status),
        "is_open": vraag.status in OPEN_STATUSSEN,
        "termijn": to_termijn(vraag.beloofd, raadpleging.vandaag, get_kalender(vraag.gemeente_id), vraag.afgehandeld_op),
        "kanaal": to_kanaalteken(kanalen.get(vraag.kanaal_id)),
        "ingang": ingangen.get(vraag.ingang_id or 0, ""),
        "product": product,
        "complexiteit": COMPLEXITEITEN[vraag.complexiteit],
        "team": teams.get(vraag.team_id, ""),
        "wie": "u" if vraag.behandelaar_id == actor.medewerker_id else wie,
        "ontvangen": format_moment_kort(vraag.ontvangen_op, raadpleging.vandaag),
        "stap": stap,
        "stap_acties": to_knoppen(stap.acties, vraag.nummer) if mag else [],
        # What can be done with an order stands with the next step; this is what was asked and said.
        "opdrachten": build_overdrachtdeel(raadpleging, vraag),
        "posten": build_tijdlijn(bronnen, berichten),
        "berichten": berichten,
        "onderweg": find_onderweg(berichten) if mag else None,
        "toelichting": "" if _is_told(vraag.toelichting, berichten) else vraag.toelichting,
        "live": f"vraag-{vraag.id}",
        "vraag_url": reverse("werkplek:klantvraag", args=[vraag.nummer]),
    }


def _get_ingangnamen(vraag: KlantvraagBeeld, dossier: Vraagdossier) -> dict[int, str]:
    ids = {een for een in (vraag.ingang_id, *(contact.ingang_id for contact in dossier.contacten)) if een}
    return {ingang.id: get_ingangnaam(ingang) for ingang in get_ingangen(ids).values()}


def _is_told(toelichting: str, berichten: Sequence[Berichtpost]) -> bool:
    """Say whether a message tells the same words: the question of a mail is that mail."""
    woorden = toelichting.split()
    return any(bericht.tekst.split()[: len(woorden)] == woorden for bericht in berichten)


def _describe_overdracht(afdelingen: Mapping[int, str], soort: str, inhoud: Mapping[str, Any]) -> str | None:
    return describe_feit(soort, inhoud, afdelingen)


def _describe_verplaatst(teams: Mapping[int, str], soort: str, inhoud: Mapping[str, Any]) -> str | None:
    if soort != "KlantvraagVerplaatst":
        return None
    # A team that is out of use has no name here any more.
    van, naar = (teams.get(inhoud[wie], "een ander team") for wie in ("van_team_id", "naar_team_id"))
    return f"Van {van} naar {naar}"


def to_knoppen(acties: tuple[Actie, ...], nummer: str) -> list[Knop]:
    """Return the actions with their addresses; one whose screen does not exist here is left out."""
    knoppen = []
    for actie in acties:
        try:
            adres = reverse(f"werkplek:{actie.url_naam}", args=[nummer])
            knoppen.append(Knop(actie, f"{adres}?{actie.vraag}" if actie.vraag else adres))
        except NoReverseMatch:
            continue
    return knoppen
