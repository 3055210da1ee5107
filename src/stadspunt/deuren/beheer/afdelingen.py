"""Departments: list, add, rename, close."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify

from stadspunt.bronnen.organisatie.actions import add_afdeling
from stadspunt.bronnen.organisatie.actions_inrichting import update_afdeling
from stadspunt.bronnen.organisatie.queries_inrichting import AfdelingRegel, get_afdeling_regel, list_alle_afdelingen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.forms_inrichting import AfdelingForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.overdracht.queries_beheer import count_open_van_afdeling

HIER = "/beheer/afdelingen/"


@scherm(doel=Doel.BEHEREN)
def afdelingen(verzoek: Verzoek) -> HttpResponseBase:
    """Show every department."""
    rijen = tuple(
        Rij(een.gemeente_id, een.naam, f"{HIER}{een.id}/", (str(een.teams),), actief=een.actief)
        for een in list_alle_afdelingen(verzoek.raadpleging)
    )
    leeg = "Het KCC kan een vraag overdragen aan een afdeling."
    return toon_lijst(verzoek, Lijst("Afdelingen", ("Afdeling", "Teams"), rijen, "Nieuwe afdeling", leeg), HIER)


@scherm(doel=Doel.BEHEREN)
def nieuwe_afdeling(verzoek: Verzoek) -> HttpResponseBase:
    """Add a department."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def afdeling(verzoek: Verzoek, afdeling_id: int) -> HttpResponseBase:
    """Rename one department, or close it when nothing is asked of it any more."""
    return _edit(verzoek, get_afdeling_regel(verzoek.raadpleging, afdeling_id))


def _edit(verzoek: Verzoek, nu: AfdelingRegel | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    form = AfdelingForm(
        verzoek.POST or None,
        initial={"naam": nu.naam, "actief": nu.actief} if nu else None,
        werkgebied=get_werkgebied(verzoek.raadpleging),
        nieuw=nu is None,
    )
    if form.is_valid():
        naam, actief = form.cleaned_data["naam"], form.cleaned_data.get("actief", True)
        open_ = count_open_van_afdeling(verzoek.raadpleging, nu.id) if nu and nu.actief and not actief else 0
        if open_:
            form.add_error("actief", f"Aan deze afdeling zijn nog {open_} vragen gesteld. Wacht op antwoord of trek ze in.")
            return toon_wijzigen(verzoek, form, f"Afdeling ‘{naam}’", HIER)
        with errors_on(form):
            if nu is None:
                add_afdeling(verzoek.handeling, form.gemeente_id, naam, slugify(naam)[:60])
            else:
                update_afdeling(verzoek.handeling, nu.id, naam, actief=actief)
            messages.success(verzoek, f"De afdeling ‘{naam}’ is bewaard.")
            return redirect("beheer:afdelingen")
    return toon_wijzigen(verzoek, form, f"Afdeling ‘{nu.naam}’" if nu else "Nieuwe afdeling", HIER)
