"""The registration screen for call, counter and post. Every button works without script; htmx only saves the reload."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.concepten import build_concepthaak, describe_contact
from stadspunt.deuren.werkplek.kanaalkeuze import (
    build_kanaalkeuzes,
    find_gekozen_ingang,
    get_gekozen_kanaal,
    remember_keuze,
)
from stadspunt.deuren.werkplek.lopend import build_adres, to_plek
from stadspunt.deuren.werkplek.registreren.bewaren import Plaats, bewaar
from stadspunt.deuren.werkplek.registreren.forms import Registratieformulieren
from stadspunt.deuren.werkplek.registreren.invulling import Invulling
from stadspunt.deuren.werkplek.registreren.klantkeuze import search_kandidaten
from stadspunt.deuren.werkplek.registreren.knoppen import Stand, press
from stadspunt.deuren.werkplek.registreren.omgeving import Omgeving, get_omgeving
from stadspunt.deuren.werkplek.registreren.pagina import bind_formulieren, build_formulieren, build_inhoud
from stadspunt.deuren.werkplek.stukken import receive_stukken
from stadspunt.deuren.werkplek.tijdvelden import parse_geopend
from stadspunt.fundament.concepten.actions import amend_concept, finish_concept, take_in_hand
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.concepten.rules import is_plek
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.onderdelen import Concepthaak
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.rules import Richting

# What chooses the client, or lets go of him: then another one is active.
_KLANTKNOPPEN = frozenset({"kies", "los"})


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def nieuw_contact(verzoek: Verzoek) -> HttpResponseBase:
    """Show the screen; on POST do what the pressed button says, or keep the contact with its questions."""
    omgeving = get_omgeving(verzoek.raadpleging)
    if verzoek.method != "POST":
        begin = {"kanaal": str(get_gekozen_kanaal(verzoek, omgeving.kanalen).id), "partij": verzoek.GET.get("partij", "")}
        begin |= _find_getypt(verzoek)
        return _show(verzoek, Stand(Invulling(begin), omgeving, _find_plaats(verzoek, omgeving, begin)), 200)
    invulling = Invulling({**verzoek.POST.dict(), "bestaande": verzoek.POST.getlist("bestaande")})
    stand = Stand(invulling, omgeving, _find_plaats(verzoek, omgeving, invulling.waarden), receive_stukken(verzoek))
    stand.melding = stand.stukken.fout
    if not press(verzoek, stand, verzoek.POST.get("actie", "verder")):
        _keep_getypt(verzoek, stand)
        return _show(verzoek, stand, 200)
    geopend_op = parse_geopend(verzoek.POST.get("geopend", ""), verzoek.raadpleging.moment)
    stand.formulieren = bind_formulieren(verzoek.raadpleging, verzoek.POST, invulling, omgeving, stand.team, geopend_op)
    stand.melding = ""
    toch_nieuw = "toch_nieuw" in verzoek.POST
    uitkomst = bewaar(verzoek.handeling, stand.formulieren, stand.plaats, stand.stukken, toch_nieuw=toch_nieuw)
    if uitkomst.klantcontact_id is None:
        stand.focus, stand.kandidaten = "fouten", list(uitkomst.dubbelgangers)
        return _show(verzoek, stand, 400)
    if invulling.waarden.get("sleutel"):
        finish_concept(verzoek.handeling, to_plek(str(invulling.waarden["sleutel"])))
    remember_keuze(verzoek, stand.formulieren.contact.cleaned_data["kanaal"], stand.plaats.ingang)
    doel = reverse("werkplek:geregistreerd", args=[uitkomst.klantcontact_id])
    return HttpResponseClientRedirect(doel) if verzoek.headers.get("HX-Request") else redirect(doel)


def _find_getypt(verzoek: Verzoek) -> dict[str, Any]:
    """Return what was typed before in the contact that the address names; nothing when it is sent or thrown away."""
    concept = find_concept(verzoek.raadpleging, to_plek(verzoek.GET.get("contact", "")))
    if concept is None:
        return {}
    take_in_hand(verzoek.handeling, concept.plek)
    return {naam: waarden[-1] for naam, waarden in concept.velden.items() if waarden} | {
        "bestaande": list(concept.velden.get("bestaande", ()))
    }


def _keep_getypt(verzoek: Verzoek, stand: Stand) -> None:
    """Keep what a button changed: with script the client that was chosen (it keeps the rest itself), else all of it."""
    waarden = stand.invulling.waarden
    sleutel, plek = str(waarden.get("sleutel", "")), to_plek(str(waarden.get("sleutel", "")))
    if not sleutel or not is_plek(plek):
        return
    velden = {naam: waarde if isinstance(waarde, list) else [str(waarde)] for naam, waarde in waarden.items()}
    if verzoek.headers.get("HX-Request"):
        if verzoek.POST.get("actie", "").partition("-")[0] not in _KLANTKNOPPEN:
            return
        velden = {"partij": velden.get("partij", [""]), "kanaal": velden.get("kanaal", [""])}
    velden = {"partij": [""]} | velden
    try:
        amend_concept(verzoek.handeling, plek, velden, titel=describe_contact(velden), url=build_adres(sleutel))
    except GeweigerdError as weigering:
        stand.melding = stand.melding or get_tekst(weigering)


def _build_haak(verzoek: Verzoek, formulieren: Registratieformulieren) -> Concepthaak | None:
    sleutel = formulieren.contact["sleutel"].value()
    if not sleutel:
        return None
    haak, concept = build_concepthaak(verzoek.raadpleging, to_plek(str(sleutel)), "", build_adres(str(sleutel)))
    # A contact that begins with its client is kept at once: he is the active one.
    return replace(haak, meteen=concept is None and formulieren.contact.klant is not None)


def _find_plaats(verzoek: Verzoek, omgeving: Omgeving, waarden: Mapping[str, Any]) -> Plaats:
    """Return where the contact came in and whose it becomes: the chosen team, else that of the entrance."""
    gekozen = omgeving.find_team(str(waarden.get("team", "")))
    mogelijk = [een for een in omgeving.ingangen if gekozen is None or een.gemeente_id == gekozen.gemeente_id]
    ingang = find_gekozen_ingang(verzoek, mogelijk, str(waarden.get("kanaal", "")))
    if waarden.get("richting") == Richting.UIT:
        ingang = None
    return Plaats(gekozen or omgeving.get_team(ingang), ingang)


def _show(verzoek: Verzoek, stand: Stand, status: int) -> HttpResponseBase:
    moment = verzoek.raadpleging.moment
    geopend_op = parse_geopend(stand.invulling.waarden.get("geopend", ""), moment)
    formulieren = stand.formulieren or build_formulieren(
        verzoek.raadpleging, stand.invulling, stand.omgeving, stand.team, geopend_op
    )
    _set_focus(formulieren, stand.focus)
    kanaal_id = str(stand.invulling.waarden.get("kanaal", ""))
    inhoud = build_inhoud(stand.invulling, formulieren, stand.omgeving, stand.team) | {
        "haak": _build_haak(verzoek, formulieren),
        "kanalen": build_kanaalkeuzes(verzoek, stand.omgeving.kanalen, stand.omgeving.ingangen, kanaal_id),
        "bewaard": stand.stukken.bewaard,
        "focus": stand.focus,
        "kandidaten": stand.kandidaten,
        "gezocht": stand.gezocht,
        "snelcode": stand.snelcode,
        "melding": stand.melding,
        "gelopen": int((moment - geopend_op).total_seconds()),
    }
    deel = "werkplek/delen/registratie.html" if verzoek.headers.get("HX-Request") else "werkplek/nieuw_contact.html"
    return toon(verzoek, deel, inhoud, status=status)


def _set_focus(formulieren: Registratieformulieren, focus: str) -> None:
    """Put the cursor where the agent goes on; what is no field of a form the template looks after."""
    for form in formulieren.list_alle():
        voor = f"{form.prefix}-" if form.prefix else ""
        veld = form.fields.get(focus.removeprefix(voor)) if focus.startswith(voor) else None
        if veld is not None:
            veld.widget.attrs["autofocus"] = True


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def klanten_zoeken(verzoek: Verzoek) -> HttpResponseBase:
    """Return the candidates for what is being typed. By POST: names do not belong in addresses and their logs."""
    team = _find_plaats(verzoek, get_omgeving(verzoek.raadpleging), verzoek.POST).team
    tekst = verzoek.POST.get("zoek_klant", "").replace("\x00", "")[:200]
    inhoud = {
        "kandidaten": search_kandidaten(verzoek.raadpleging, tekst, team.gemeente_id),
        "gezocht": len(tekst.strip()) > 1,
        "zoek_klant": tekst,
    }
    return toon(verzoek, "werkplek/delen/kandidaten.html", inhoud)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def productantwoord(verzoek: Verzoek, nummer: int) -> HttpResponseBase:
    """Return the first answer of the product that was chosen for question `nummer`."""
    omgeving = get_omgeving(verzoek.raadpleging)
    team = _find_plaats(verzoek, omgeving, verzoek.POST).team
    naam = verzoek.POST.get(f"vraag-{nummer}-product", "").strip().casefold()
    product = omgeving.get_producten_op_naam(team.gemeente_id).get(naam)
    return toon(verzoek, "werkplek/delen/productantwoord.html", {"product": product, "nummer": nummer})
