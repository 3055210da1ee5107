"""Write a note with a question."""

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.forms import NotitieForm
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.fundament.concepten.actions import finish_concept
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.queries import get_klantvraag


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def notitie(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Keep the note and show it at the end of the timeline."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    form = NotitieForm(verzoek.POST)
    if not form.is_valid():
        return toon_klantvraag(verzoek, vraag, status=400, notitieform=form)
    add_notitie(verzoek.handeling, vraag.id, form.cleaned_data["tekst"])
    finish_concept(verzoek.handeling, f"vraag-{vraag.id}-notitie")
    return redirect(f"{reverse('werkplek:klantvraag', args=[vraag.nummer])}#laatste")
