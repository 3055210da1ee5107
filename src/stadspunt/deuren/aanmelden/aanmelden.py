"""Sign in."""

from django.contrib.auth import login as start_sessie
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.forms import AanmeldenForm
from stadspunt.deuren.aanmelden.startplek import find_startplek
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.aanmelden import check_aanmelding
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.scherm import Verzoek, get_actorbron, scherm


@scherm(doel=Doel.AANMELDEN, openbaar=True)
def aanmelden(verzoek: Verzoek) -> HttpResponseBase:
    """Show the form; on POST start a session and go where the visitor meant to go, or to the first desk he may use."""
    form = AanmeldenForm(verzoek.POST or None)
    verder = verzoek.POST.get("next") or verzoek.GET.get("next") or ""
    if form.is_valid():
        uitkomst = check_aanmelding(
            verzoek.handeling, form.cleaned_data["login"], form.cleaned_data["wachtwoord"], to_herkomst(verzoek)
        )
        if not isinstance(uitkomst, Fout):
            start_sessie(verzoek, uitkomst)
            eigen = url_has_allowed_host_and_scheme(verder, {verzoek.get_host()}, require_https=verzoek.is_secure())
            return redirect(verder if eigen else find_startplek(get_actorbron()(uitkomst.pk, verzoek)))
        form.add_error(None, uitkomst.tekst)
    return toon(verzoek, "aanmelden/aanmelden.html", {"form": form, "verder": verder}, status=400 if form.errors else 200)
