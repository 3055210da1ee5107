"""Entrances: where questions come in, to which team they go, who owns them."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.actions import add_ingang
from stadspunt.bronnen.organisatie.actions_beheer import update_ingang
from stadspunt.bronnen.organisatie.queries import get_ingang, list_kanalen
from stadspunt.bronnen.organisatie.queries_beheer import get_keuzes, list_alle_ingangen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.beheer.forms import IngangForm, NieuweIngangForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.BEHEREN)
def ingangen(verzoek: Verzoek) -> HttpResponseBase:
    """Show all entrances; `?zonder=eigenaar` keeps those that nobody owns (C12)."""
    regels = list_alle_ingangen(verzoek.raadpleging)
    alleen_zonder = verzoek.GET.get("zonder") == "eigenaar"
    inhoud = {
        "ingangen": [regel for regel in regels if regel.actief and not regel.eigenaar] if alleen_zonder else regels,
        "alleen_zonder": alleen_zonder,
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/ingangen/"),
    }
    return toon(verzoek, "beheer/ingangen.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def nieuwe_ingang(verzoek: Verzoek) -> HttpResponseBase:
    """Add an entrance, for the municipality of its team."""
    keuzes = get_keuzes(verzoek.raadpleging)
    kanalen = tuple((kanaal.slug, kanaal.naam) for kanaal in list_kanalen())
    form = NieuweIngangForm(verzoek.POST or None, kanalen=kanalen, teams=keuzes.teams, medewerkers=keuzes.medewerkers)
    if form.is_valid():
        gegevens = form.cleaned_data
        with errors_on(form):
            add_ingang(
                verzoek.handeling,
                min(verzoek.raadpleging.actor.gemeente_ids),
                gegevens["kanaal"],
                gegevens["team"],
                Ingangsoort(gegevens["soort"]),
                gegevens["naam"],
                gegevens["waarde"],
                gegevens["eigenaar"],
            )
            messages.success(verzoek, f"De ingang ‘{gegevens['naam']}’ is open.")
            return redirect("beheer:ingangen")
    inhoud = {"form": form, "titel": "Nieuwe ingang", "tabs": build_tabs(verzoek.raadpleging, "/beheer/ingangen/")}
    return toon(verzoek, "beheer/wijzigen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.BEHEREN)
def ingang(verzoek: Verzoek, ingang_id: int) -> HttpResponseBase:
    """Change one entrance."""
    nu = get_ingang(ingang_id)
    if nu.gemeente_id not in verzoek.raadpleging.actor.gemeente_ids:
        raise NietGevondenError(f"ingang {ingang_id}")
    keuzes = get_keuzes(verzoek.raadpleging)
    form = IngangForm(
        verzoek.POST or None,
        teams=keuzes.teams,
        medewerkers=keuzes.medewerkers,
        initial={"team": nu.team_id, "eigenaar": nu.eigenaar_id, "actief": True},
    )
    if form.is_valid():
        with errors_on(form):
            update_ingang(
                verzoek.handeling,
                ingang_id,
                team_id=form.cleaned_data["team"],
                eigenaar_id=form.cleaned_data["eigenaar"],
                actief=form.cleaned_data["actief"],
            )
            messages.success(verzoek, "De ingang is bewaard.")
            return redirect("beheer:ingangen")
    inhoud = {"form": form, "titel": f"Ingang ‘{nu.naam}’", "tabs": build_tabs(verzoek.raadpleging, "/beheer/ingangen/")}
    return toon(verzoek, "beheer/wijzigen.html", inhoud, status=400 if form.errors else 200)
