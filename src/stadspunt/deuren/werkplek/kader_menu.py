"""What the navigation of the frame shows of the work place: where to go, and how much waits there."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.tabbladen import TABNAMEN, build_tabfilters
from stadspunt.fundament.schermen.kader import Menugroep, Menuregel
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek
from stadspunt.stromen.klantcontacten.queries import Filter, count_werkvoorraad

# What an agent must not miss while he is on another screen.
_IN_MENU: tuple[tuple[str, str, str], ...] = (
    ("mijn", "persoon", "open vragen van u"),
    ("nieuw", "vraag", "nieuwe vragen"),
    ("controleren", "antwoord", "antwoorden te controleren"),
    ("laat", "klok", "vragen te laat"),
)

# Where a screen that counts its own lists leaves the counts of the menu.
_TELLINGEN = "tellingen_van_menu"


def get_tellingen(raadpleging: Raadpleging) -> dict[str, int]:
    """Return how much waits for this agent, by the name of the list ('mijn', 'nieuw', 'controleren', 'laat').

    Empty for who has no right to see questions for this purpose.
    """
    filters = _build_filters(raadpleging)
    return count_werkvoorraad(raadpleging, filters) if filters else {}


def count_lijsten(verzoek: Verzoek, filters: Mapping[str, Filter]) -> dict[str, int]:
    """Return how many questions fit each filter, and count for the menu of this page in the same query."""
    menu = {(naam, True): filter_ for naam, filter_ in _build_filters(verzoek.raadpleging).items()}
    aantallen = count_werkvoorraad(verzoek.raadpleging, menu | {(naam, False): een for naam, een in filters.items()})
    setattr(verzoek, _TELLINGEN, {naam: aantal for (naam, van_menu), aantal in aantallen.items() if van_menu})
    return {naam: aantal for (naam, van_menu), aantal in aantallen.items() if not van_menu}


def _build_filters(raadpleging: Raadpleging) -> dict[str, Filter]:
    actor = raadpleging.actor
    if raadpleging.doel != Doel.KLANTVRAAG_BEHANDELEN or not actor.has_recht(raadpleging.doel, "klantvraag.lezen"):
        return {}
    team_ids = actor.team_ids or frozenset(team.id for team in list_teams(actor.gemeente_ids, alleen_kcc=True))
    filters = build_tabfilters(raadpleging, team_ids)
    return {naam: filters[naam] for naam, _, _ in _IN_MENU}


def build_menu(verzoek: HttpRequest) -> Menugroep | None:
    """Return the part of the main menu for the work place; None for who does not work there."""
    raadpleging: Raadpleging | None = getattr(verzoek, "raadpleging", None)
    if raadpleging is None or not raadpleging.actor.has_doel(Doel.KLANTVRAAG_BEHANDELEN):
        return None
    lijst = reverse("werkplek:werkvoorraad")
    nieuw = reverse("werkplek:nieuw_contact")
    hier = verzoek.GET.get("lijst", "mijn") if verzoek.path == lijst and not verzoek.GET.get("q") else ""
    geteld: dict[str, int] | None = getattr(verzoek, _TELLINGEN, None)
    tellingen = get_tellingen(raadpleging) if geteld is None else geteld
    lijsten = (
        Menuregel(TABNAMEN[naam], f"{lijst}?{urlencode({'lijst': naam})}", icoon, tellingen.get(naam), wat, naam == hier)
        for naam, icoon, wat in _IN_MENU
    )
    nood = reverse("werkplek:noodinzage")
    mag_nood = raadpleging.actor.has_recht(Doel.KLANTVRAAG_BEHANDELEN, "noodinzage.vragen")
    noodregels = (Menuregel("Noodinzage", nood, "slot", actief=verzoek.path == nood),) if mag_nood else ()
    contact = Menuregel("Nieuw contact", nieuw, "plus", actief=verzoek.path == nieuw, sneltoets="n")
    return Menugroep("Werkvoorraad", (*lijsten, contact, *noodregels))
