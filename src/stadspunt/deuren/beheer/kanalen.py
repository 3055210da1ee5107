"""Channels are data: add one and it is usable at once."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify

from stadspunt.bronnen.organisatie.actions import add_kanaal
from stadspunt.bronnen.organisatie.actions_beheer import update_kanaal
from stadspunt.bronnen.organisatie.queries_beheer import get_keuzes, list_alle_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.forms import KanaalForm, NieuwKanaalForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.wijzigen import demand_wijzigen, toon_wijzigen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.BEHEREN)
def kanalen(verzoek: Verzoek) -> HttpResponseBase:
    """Show all channels; on POST add one."""
    form = NieuwKanaalForm(verzoek.POST or None, medewerkers=get_keuzes(verzoek.raadpleging).medewerkers)
    if form.is_valid():
        naam = form.cleaned_data["naam"]
        with errors_on(form):
            add_kanaal(
                verzoek.handeling,
                slugify(naam)[:30],
                naam,
                digitaal=form.cleaned_data["digitaal"],
                eigenaar_id=form.cleaned_data["eigenaar"],
            )
            messages.success(verzoek, f"Het kanaal ‘{naam}’ is klaar voor gebruik.")
            return redirect("beheer:kanalen")
    inhoud = {
        "kanalen": list_alle_kanalen(verzoek.raadpleging),
        "form": form,
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/kanalen/"),
    }
    return toon(verzoek, "beheer/kanalen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.BEHEREN)
def kanaal(verzoek: Verzoek, kanaal_id: int) -> HttpResponseBase:
    """Change one channel."""
    demand_wijzigen(verzoek.raadpleging)
    regel = next((een for een in list_alle_kanalen(verzoek.raadpleging) if een.id == kanaal_id), None)
    if regel is None:
        raise NietGevondenError(f"kanaal {kanaal_id}")
    keuzes = get_keuzes(verzoek.raadpleging)
    eigenaar = next((nummer for nummer, naam in keuzes.medewerkers if naam == regel.eigenaar), None)
    form = KanaalForm(
        verzoek.POST or None,
        medewerkers=keuzes.medewerkers,
        initial={"naam": regel.naam, "actief": regel.actief, "eigenaar": eigenaar, "digitaal": regel.digitaal},
    )
    if form.is_valid():
        with errors_on(form):
            update_kanaal(
                verzoek.handeling,
                kanaal_id,
                form.cleaned_data["naam"],
                actief=form.cleaned_data["actief"],
                digitaal=form.cleaned_data["digitaal"],
                eigenaar_id=form.cleaned_data["eigenaar"],
            )
            messages.success(verzoek, "Het kanaal is bewaard.")
            return redirect("beheer:kanalen")
    return toon_wijzigen(verzoek, form, f"Kanaal ‘{regel.naam}’", "/beheer/kanalen/")
