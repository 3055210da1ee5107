"""For who has an account and no role (yet, or any more)."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.AANMELDEN, openbaar=True)
def geen_rol(verzoek: Verzoek) -> HttpResponseBase:
    """Say that the account works and that a role is missing, and who can give it."""
    return toon(verzoek, "aanmelden/geen_rol.html", {}, status=403)
