"""One order: what is asked, the question behind it, and the answer of the department."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.vakafdeling.concepten import build_haak, build_lezers, list_van_collegas, to_plek
from stadspunt.deuren.vakafdeling.dossier import build_opdrachtdossier
from stadspunt.deuren.vakafdeling.forms import TeruggevenForm
from stadspunt.fundament.concepten.actions import finish_concept
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.overdracht.actions.beantwoorden import (
    claim_overdracht,
    release_overdracht,
    return_overdracht,
)
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import get_overdracht


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
def opdracht(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Show one order of this department."""
    gevraagd = get_overdracht(verzoek.raadpleging, uuid)
    form = TeruggevenForm(gevraagd.vorm)
    concept = find_concept(verzoek.raadpleging, to_plek(gevraagd))
    form.initial["antwoord"] = concept.get_waarde("antwoord") if concept else ""
    return _toon_opdracht(verzoek, gevraagd, form)


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def teruggeven(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Give the answer to the KCC; what was typed stays on the page when that cannot be."""
    gevraagd = get_overdracht(verzoek.raadpleging, uuid)
    form = TeruggevenForm(gevraagd.vorm, verzoek.POST)
    if van := verzoek.POST.get("actie", "").removeprefix("overnemen-").strip():
        return _take_over(verzoek, gevraagd, van)
    if form.is_valid():
        with errors_on(form):
            try:
                return_overdracht(verzoek.handeling, gevraagd.id, form.cleaned_data["antwoord"])
            except AchterhaaldError as weigering:
                return _toon_achterhaald(verzoek, uuid, weigering, form.cleaned_data["antwoord"])
            finish_concept(verzoek.handeling, to_plek(gevraagd))
            messages.success(verzoek, "Uw antwoord is bij het KCC.")
            return redirect("vakafdeling:lijst")
    return _toon_opdracht(verzoek, gevraagd, form, status=400)


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def oppakken(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Take the order, so that colleagues see who works on it."""
    gevraagd = get_overdracht(verzoek.raadpleging, uuid)
    try:
        claim_overdracht(verzoek.handeling, gevraagd.id)
    except AchterhaaldError as weigering:
        return _toon_achterhaald(verzoek, uuid, weigering)
    return redirect("vakafdeling:opdracht", uuid)


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def vrijgeven(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Put the order back on the list of the department."""
    gevraagd = get_overdracht(verzoek.raadpleging, uuid)
    try:
        release_overdracht(verzoek.handeling, gevraagd.id)
    except AchterhaaldError as weigering:
        return _toon_achterhaald(verzoek, uuid, weigering)
    return redirect("vakafdeling:opdracht", uuid)


def _take_over(verzoek: Verzoek, gevraagd: OverdrachtBeeld, van: str) -> HttpResponse:
    """Go on with what a colleague wrote; he keeps his own until he throws it away."""
    form = TeruggevenForm(gevraagd.vorm)
    teksten = {str(een.medewerker_id): een.tekst for een in list_van_collegas(verzoek.raadpleging, gevraagd)}
    form.initial["antwoord"] = teksten.get(van, verzoek.POST.get("antwoord", ""))
    weg = "" if van in teksten else "Dit concept is er niet meer."
    return _toon_opdracht(verzoek, gevraagd, form, achterhaald=weg, meteen=True)


def _toon_achterhaald(verzoek: Verzoek, uuid: UUID, weigering: AchterhaaldError, getypt: str = "") -> HttpResponse:
    """Show the order as it is now, why the act was too late, and what was typed for nothing."""
    vers = get_overdracht(verzoek.raadpleging, uuid)
    form = TeruggevenForm(vers.vorm)
    form.initial["antwoord"] = getypt
    return _toon_opdracht(
        verzoek, vers, form, status=409, achterhaald=" ".join(fout.tekst for fout in weigering.fouten), getypt=getypt
    )


def _toon_opdracht(
    verzoek: Verzoek,
    gevraagd: OverdrachtBeeld,
    form: TeruggevenForm,
    *,
    status: int = 200,
    achterhaald: str = "",
    getypt: str = "",
    meteen: bool = False,
) -> HttpResponse:
    raadpleging = verzoek.raadpleging
    dossier = build_opdrachtdossier(raadpleging, gevraagd)
    inhoud = build_lezers(raadpleging, gevraagd) | {
        "haak": build_haak(raadpleging, gevraagd, dossier.vraag.onderwerp, meteen=meteen)[0] if dossier.is_open else None,
        "van_collegas": list_van_collegas(raadpleging, gevraagd) if dossier.is_open else (),
        "dossier": dossier,
        "form": form,
        "achterhaald": achterhaald,
        "getypt": getypt,
        "kruimels": (Kruimel("Gevraagd aan ons", reverse("vakafdeling:lijst")), Kruimel(dossier.vraag.nummer)),
    }
    return toon(verzoek, "vakafdeling/opdracht.html", inhoud, status=status)
