"""Entrances: where questions come in, to which team they go, who owns them."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.actions import add_ingang
from stadspunt.bronnen.organisatie.actions_beheer import update_ingang
from stadspunt.bronnen.organisatie.beelden import TeamBeeld
from stadspunt.bronnen.organisatie.queries import get_ingang, list_kanalen, list_teams
from stadspunt.bronnen.organisatie.queries_beheer import get_keuzes, list_alle_ingangen, list_alle_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.beheer.forms import IngangForm, NieuweIngangForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.werkgebied import Keuzes, get_werkgebied
from stadspunt.deuren.beheer.wijzigen import demand_wijzigen, mag_wijzigen, toon_wijzigen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

HIER = "/beheer/ingangen/"


def _to_keuzes(raadpleging: Raadpleging, teams: list[TeamBeeld]) -> Keuzes:
    werkgebied = get_werkgebied(raadpleging)
    return tuple((team.id, werkgebied.label(team.naam, team.gemeente_id)) for team in teams)


@scherm(doel=Doel.BEHEREN)
def ingangen(verzoek: Verzoek) -> HttpResponseBase:
    """Show all entrances; `?zonder=eigenaar` keeps those that nobody owns, with the channels of which that is so (C12)."""
    regels = list_alle_ingangen(verzoek.raadpleging)
    alleen_zonder = verzoek.GET.get("zonder") == "eigenaar"
    inhoud = {
        "ingangen": [regel for regel in regels if regel.actief and not regel.eigenaar] if alleen_zonder else regels,
        "alleen_zonder": alleen_zonder,
        "kanalen": [kanaal for kanaal in list_alle_kanalen(verzoek.raadpleging) if kanaal.actief and not kanaal.eigenaar]
        if alleen_zonder
        else [],
        "mag_wijzigen": mag_wijzigen(verzoek.raadpleging),
        "tabs": build_tabs(verzoek.raadpleging, HIER),
    }
    return toon(verzoek, "beheer/ingangen.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def nieuwe_ingang(verzoek: Verzoek) -> HttpResponseBase:
    """Add an entrance, for the municipality of its team."""
    demand_wijzigen(verzoek.raadpleging)
    keuzes = get_keuzes(verzoek.raadpleging)
    kanalen = tuple((kanaal.slug, kanaal.naam) for kanaal in list_kanalen())
    teams = list_teams(verzoek.raadpleging.actor.gemeente_ids, alleen_kcc=True)
    form = NieuweIngangForm(
        verzoek.POST or None,
        kanalen=kanalen,
        teams=_to_keuzes(verzoek.raadpleging, teams),
        medewerkers=keuzes.medewerkers,
    )
    if form.is_valid():
        gegevens = form.cleaned_data
        with errors_on(form):
            add_ingang(
                verzoek.handeling,
                next(team.gemeente_id for team in teams if team.id == gegevens["team"]),
                gegevens["kanaal"],
                gegevens["team"],
                Ingangsoort(gegevens["soort"]),
                gegevens["naam"],
                gegevens["waarde"],
                gegevens["eigenaar"],
                vertrouwelijk=gegevens["vertrouwelijk"],
            )
            messages.success(verzoek, f"De ingang ‘{gegevens['naam']}’ is open.")
            return redirect("beheer:ingangen")
    return toon_wijzigen(verzoek, form, "Nieuwe ingang", HIER)


@scherm(doel=Doel.BEHEREN)
def ingang(verzoek: Verzoek, ingang_id: int) -> HttpResponseBase:
    """Change one entrance."""
    demand_wijzigen(verzoek.raadpleging)
    nu = get_ingang(ingang_id)
    if nu.gemeente_id not in verzoek.raadpleging.actor.gemeente_ids:
        raise NietGevondenError(f"ingang {ingang_id}")
    keuzes = get_keuzes(verzoek.raadpleging)
    form = IngangForm(
        verzoek.POST or None,
        teams=_to_keuzes(verzoek.raadpleging, list_teams([nu.gemeente_id], alleen_kcc=True)),
        medewerkers=keuzes.medewerkers,
        initial={"team": nu.team_id, "eigenaar": nu.eigenaar_id, "vertrouwelijk": nu.vertrouwelijk, "actief": True},
    )
    if form.is_valid():
        with errors_on(form):
            update_ingang(
                verzoek.handeling,
                ingang_id,
                team_id=form.cleaned_data["team"],
                eigenaar_id=form.cleaned_data["eigenaar"],
                actief=form.cleaned_data["actief"],
                vertrouwelijk=form.cleaned_data["vertrouwelijk"],
            )
            messages.success(verzoek, "De ingang is bewaard.")
            return redirect("beheer:ingangen")
    return toon_wijzigen(verzoek, form, f"Ingang ‘{nu.naam}’", HIER)
