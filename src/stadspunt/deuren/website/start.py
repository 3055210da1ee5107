"""The first page: what a resident most often comes for."""

from django.http import HttpResponseBase
from django.urls import reverse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.website.gemeente import Plek, find_formulier, find_plek
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def start(verzoek: Verzoek, gemeente: str = "") -> HttpResponseBase:
    """Show how to put a question; where one house answers for several municipalities, first ask for which."""
    plek = find_plek(verzoek)
    if plek.gemeente is None:
        return toon_keuze(verzoek, plek, "start")
    inhoud = {"formulier": find_formulier(plek.gemeente) is not None, "andere_url": find_andere(plek)}
    return toon(verzoek, "website/start.html", inhoud)


def find_andere(plek: Plek) -> str:
    """Return where another municipality is chosen, '' when there is no other."""
    return reverse("website:start") if plek.in_adres and len(plek.gemeenten) > 1 else ""


def toon_keuze(verzoek: Verzoek, plek: Plek, naam: str) -> HttpResponseBase:
    """Ask for which municipality a visitor comes; without any, say that this site is not in use yet."""
    if not plek.gemeenten:
        return toon(verzoek, "website/niet_ingericht.html", {}, status=200 if naam == "start" else 404)
    keuzes = [(gemeente.naam, reverse(f"website:{naam}", kwargs={"gemeente": gemeente.slug})) for gemeente in plek.gemeenten]
    return toon(verzoek, "website/gemeenten.html", {"keuzes": keuzes})
