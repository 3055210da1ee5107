"""Drop a question without an answer, with its reason."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.forms import VervallenForm
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.behandelen import drop_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.rules import Vervalreden


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def vervallen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Ask for the reason; on POST drop the question."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    form = VervallenForm(verzoek.POST if verzoek.method == "POST" else None)
    if form.is_valid():
        try:
            drop_klantvraag(verzoek.handeling, vraag.id, Vervalreden(form.cleaned_data["reden"]))
        except AchterhaaldError as weigering:
            vers = get_klantvraag(verzoek.raadpleging, nummer)
            return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
        messages.success(verzoek, "De vraag is vervallen.")
        return redirect("werkplek:klantvraag", vraag.nummer)
    return toon(verzoek, "werkplek/vervallen.html", {"vraag": vraag, "form": form}, status=400 if form.errors else 200)
