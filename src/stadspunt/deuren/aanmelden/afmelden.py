"""Sign out."""

from django.contrib.auth import logout
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.sessielijst import record_afmelding


@require_POST
@scherm(doel=Doel.AANMELDEN, openbaar=True)
def afmelden(verzoek: Verzoek) -> HttpResponseBase:
    """End the session and go back to the sign-in page."""
    if verzoek.user.pk is not None:
        record_afmelding(verzoek.handeling, verzoek.user.pk, to_herkomst(verzoek))
    logout(verzoek)
    return redirect("aanmelden:aanmelden")
