"""What came in and could not be processed: why, the raw thing, and again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.onderdelen import Tab
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.actions.herstellen import record_met_de_hand, retry_ontvangst
from stadspunt.stromen.intake.queries.ontvangsten import (
    Ontvangstfilter,
    count_mislukte_ontvangsten,
    list_ontvangsten,
    load_ruw,
)
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus

_LIJSTEN = {
    "mislukt": ("Niet verwerkt", Ontvangststatus.MISLUKT),
    "wacht": ("In de wachtrij", Ontvangststatus.WACHT),
    "verwerkt": ("Verwerkt", Ontvangststatus.VERWERKT),
}


@scherm(doel=Doel.BEHEREN)
def ontvangsten(verzoek: Verzoek) -> HttpResponseBase:
    """Show arrivals; first those that wait for a person."""
    keuze = verzoek.GET.get("lijst", "mislukt")
    _, status = _LIJSTEN.get(keuze, _LIJSTEN["mislukt"])
    blad = verzoek.GET.get("blad", "1")
    pagina = int(blad) if blad.isdecimal() and len(blad) < 6 else 1
    mislukt = count_mislukte_ontvangsten(sorted(verzoek.raadpleging.actor.gemeente_ids))
    inhoud = {
        "lijst": list_ontvangsten(verzoek.raadpleging, Ontvangstfilter(status=status, pagina=pagina)),
        "mislukt": status is Ontvangststatus.MISLUKT,
        "lijsten": tuple(
            Tab(naam, f"?lijst={sleutel}", mislukt if sleutel == "mislukt" else None, actief=waarde is status)
            for sleutel, (naam, waarde) in _LIJSTEN.items()
        ),
        "keuze": keuze if keuze in _LIJSTEN else "mislukt",
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/ontvangsten/"),
    }
    return toon(verzoek, "beheer/ontvangsten.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def ontvangst_opnieuw(verzoek: Verzoek, ontvangst: UUID) -> HttpResponseBase:
    """Offer a failed arrival again."""
    if verzoek.method == "POST":
        retry_ontvangst(verzoek.handeling, ontvangst)
        messages.success(verzoek, "Het bericht staat weer in de wachtrij. Over enkele seconden ziet u of het is gelukt.")
    return redirect("beheer:ontvangsten")


@scherm(doel=Doel.BEHEREN)
def ontvangst_met_de_hand(verzoek: Verzoek, ontvangst: UUID) -> HttpResponseBase:
    """Note that a person registered what was in a failed arrival."""
    if verzoek.method == "POST":
        record_met_de_hand(verzoek.handeling, ontvangst)
        messages.success(verzoek, "Bewaard: iemand heeft dit bericht met de hand verwerkt.")
    return redirect("beheer:ontvangsten")


@scherm(doel=Doel.BEHEREN)
def ontvangst_ruw(verzoek: Verzoek, ontvangst: UUID) -> HttpResponseBase:
    """Give the raw arrival as a download, never to be opened by the browser."""
    try:
        inhoud = load_ruw(verzoek.raadpleging, ontvangst)
    except GeweigerdError as weigering:
        messages.error(verzoek, get_tekst(weigering))
        return redirect("beheer:ontvangsten")
    antwoord = HttpResponse(inhoud, content_type="application/octet-stream")
    antwoord["Content-Disposition"] = f'attachment; filename="{ontvangst}.eml"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord
