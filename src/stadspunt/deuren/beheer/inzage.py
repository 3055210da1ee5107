"""The access log: who saw which client, for which purpose."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.queries_beheer import get_keuzes
from stadspunt.bronnen.organisatie.rules.doelen import OMSCHRIJVINGEN, Doel
from stadspunt.deuren.beheer.forms import InzageForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.queries import list_inzagen
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.BEHEREN)
def inzage(verzoek: Verzoek) -> HttpResponseBase:
    """Show the newest lines, of one client or one employee when asked for."""
    form = InzageForm(verzoek.GET or None, medewerkers=get_keuzes(verzoek.raadpleging).medewerkers)
    gevraagd = form.cleaned_data if form.is_valid() else {}
    regels = list_inzagen(verzoek.raadpleging, partij_id=gevraagd.get("partij"), medewerker_id=gevraagd.get("medewerker"))
    doelen = {str(doel): tekst for doel, tekst in OMSCHRIJVINGEN.items()}
    inhoud = {
        "regels": [(regel, doelen.get(regel.doel, regel.doel)) for regel in regels],
        "form": form,
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/inzage/"),
    }
    return toon(verzoek, "beheer/inzage.html", inhoud, status=400 if form.errors else 200)
