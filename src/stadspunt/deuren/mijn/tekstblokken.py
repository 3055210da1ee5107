"""One's own pieces of text, and those that are shared to copy from: also without script."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import add_eigen_tekstblok, remove_eigen_tekstblok, update_eigen_tekstblok
from stadspunt.bronnen.tekstblokken.beelden import TekstblokBeeld
from stadspunt.bronnen.tekstblokken.queries import get_eigen_tekstblok, list_bruikbare_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import VRAAGVELDEN
from stadspunt.deuren.mijn.forms import EigenTekstblokForm, to_begin
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.waarden.invulplekken import to_open_plek


@scherm(doel=Doel.EIGEN_WERKWIJZE)
def tekstblokken(verzoek: Verzoek) -> HttpResponseBase:
    """Show one's own pieces of text and the shared ones, each with its text to copy."""
    alle = list_bruikbare_tekstblokken(verzoek.raadpleging)
    inhoud = {
        "eigen": [een for een in alle if een.eigenaar_id is not None],
        "gedeeld": [een for een in alle if een.eigenaar_id is None],
    }
    return toon(verzoek, "mijn/tekstblokken.html", inhoud)


@scherm(doel=Doel.EIGEN_WERKWIJZE)
def nieuw_tekstblok(verzoek: Verzoek) -> HttpResponseBase:
    """Add one."""
    return _edit(verzoek, None)


@scherm(doel=Doel.EIGEN_WERKWIJZE)
def tekstblok(verzoek: Verzoek, tekstblok_id: int) -> HttpResponseBase:
    """Change one of oneself."""
    return _edit(verzoek, get_eigen_tekstblok(verzoek.raadpleging, tekstblok_id))


@scherm(doel=Doel.EIGEN_WERKWIJZE)
@require_POST
def tekstblok_weg(verzoek: Verzoek, tekstblok_id: int) -> HttpResponseBase:
    """Throw one of oneself away."""
    remove_eigen_tekstblok(verzoek.handeling, tekstblok_id)
    messages.success(verzoek, "Het tekstblok is weg.")
    return redirect("mijn:tekstblokken")


def _edit(verzoek: Verzoek, nu: TekstblokBeeld | None) -> HttpResponseBase:
    form = EigenTekstblokForm(verzoek.POST if verzoek.method == "POST" else None, initial=to_begin(nu) if nu else None)
    if form.is_valid():
        with errors_on(form):
            gegevens = form.get_gegevens()
            if nu is None:
                add_eigen_tekstblok(verzoek.handeling, gegevens)
            else:
                update_eigen_tekstblok(verzoek.handeling, nu.id, gegevens)
            messages.success(verzoek, f"Het tekstblok ‘{gegevens.naam.strip()}’ is bewaard.")
            return redirect("mijn:tekstblokken")
    inhoud = {
        "form": form,
        "nu": nu,
        "titel": f"Tekstblok ‘{nu.naam}’" if nu else "Nieuw tekstblok",
        "velden": VRAAGVELDEN.items(),
        "open_plek": to_open_plek("datum van antwoord"),
    }
    return toon(verzoek, "mijn/tekstblok.html", inhoud, status=400 if form.errors else 200)
