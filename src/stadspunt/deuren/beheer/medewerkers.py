"""Employees and their roles, from a moment until a moment."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.actions import assign_rol
from stadspunt.bronnen.organisatie.actions_beheer import end_toewijzing
from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_teams
from stadspunt.bronnen.organisatie.queries_beheer import get_keuzes, get_medewerker, list_medewerkers
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.forms import RolForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.BEHEREN)
def medewerkers(verzoek: Verzoek) -> HttpResponseBase:
    """Show all employees with their roles."""
    inhoud = {
        "medewerkers": list_medewerkers(verzoek.raadpleging),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/medewerkers/"),
    }
    return toon(verzoek, "beheer/medewerkers.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def medewerker(verzoek: Verzoek, medewerker_id: int) -> HttpResponseBase:
    """Show one employee; on POST give a role, which ends by itself after its last day."""
    regel = get_medewerker(verzoek.raadpleging, medewerker_id)
    keuzes = get_keuzes(verzoek.raadpleging)
    werkgebied, eigen = get_werkgebied(verzoek.raadpleging), verzoek.raadpleging.actor.gemeente_ids
    form = RolForm(
        verzoek.POST or None,
        werkgebied=werkgebied,
        rollen=keuzes.rollen,
        teams=tuple((een.id, werkgebied.label(een.naam, een.gemeente_id)) for een in list_teams(eigen)),
        afdelingen=tuple((een.id, werkgebied.label(een.naam, een.gemeente_id)) for een in list_afdelingen(eigen)),
    )
    if form.is_valid():
        laatste_dag = form.cleaned_data["laatste_dag"]
        with errors_on(form):
            assign_rol(
                verzoek.handeling,
                medewerker_id,
                form.cleaned_data["rol"],
                form.gemeente_id,
                team_id=form.cleaned_data["team"],
                afdeling_id=form.cleaned_data["afdeling"],
                tot=to_moment(laatste_dag + timedelta(days=1)) if laatste_dag else None,
            )
            messages.success(verzoek, f"{regel.naam} heeft de rol gekregen.")
            return redirect("beheer:medewerker", medewerker_id)
    inhoud = {
        "medewerker": regel,
        "form": form,
        "mag_account": verzoek.raadpleging.actor.has_recht(Doel.BEHEREN, "account.beheren"),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/medewerkers/"),
    }
    return toon(verzoek, "beheer/medewerker.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.BEHEREN)
def rol_beeindigen(verzoek: Verzoek, medewerker_id: int, toewijzing_id: int) -> HttpResponseBase:
    """Let a role end now."""
    if verzoek.method == "POST":
        try:
            end_toewijzing(verzoek.handeling, toewijzing_id)
            messages.success(verzoek, "De rol is geëindigd.")
        except AchterhaaldError as fout:
            messages.info(verzoek, fout.fouten[0].tekst)
    return redirect("beheer:medewerker", medewerker_id)
