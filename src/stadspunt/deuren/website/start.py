"""The first page: what a resident most often comes for."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def start(verzoek: Verzoek) -> HttpResponseBase:
    """Show how to put a question."""
    return toon(verzoek, "website/start.html", {})
