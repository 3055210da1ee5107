"""Facts that a reaction could not digest: why, how often tried, and again."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.gebeurtenissen.actions import retry_aflevering
from stadspunt.fundament.gebeurtenissen.queries import list_mislukte_afleveringen
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.BEHEREN)
def afleveringen(verzoek: Verzoek) -> HttpResponseBase:
    """Show the deliveries that failed at least once and are not done."""
    inhoud = {
        "regels": list_mislukte_afleveringen(verzoek.raadpleging),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/afleveringen/"),
    }
    return toon(verzoek, "beheer/afleveringen.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def aflevering_opnieuw(verzoek: Verzoek, aflevering_id: int) -> HttpResponseBase:
    """Try one delivery again, now."""
    if verzoek.method == "POST":
        if retry_aflevering(verzoek.handeling, aflevering_id):
            messages.success(verzoek, "Gelukt. Dit is nu verwerkt.")
        else:
            messages.error(verzoek, "Het lukt nog niet. De reden staat in de lijst.")
    return redirect("beheer:afleveringen")
