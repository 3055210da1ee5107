"""Let a question wait until a moment, with its reason; and let it come back at once."""

from datetime import date, time

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.bronnen.termijnen.rules import add_werkdagen
from stadspunt.deuren.werkplek.forms_wachten import WachtenForm
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.wachten import snooze_klantvraag, wake_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.queries_beheer import list_wachtredenen

_BEGIN_WERKDAG = time(9)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def wachten(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Ask until when and why; on POST let the question wait. When it changed in between the page shows that (409)."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    begin = {"datum": _propose_dag(vraag, verzoek.raadpleging.vandaag), "tijd": _BEGIN_WERKDAG, "versie": vraag.versie}
    redenen = list_wachtredenen(vraag.gemeente_id)
    form = WachtenForm(redenen, data=verzoek.POST if verzoek.method == "POST" else None, initial=begin)
    if form.is_valid():
        try:
            with errors_on(form):
                gekozen = form.get_wachten()
                snooze_klantvraag(verzoek.handeling, vraag.id, gekozen, form.cleaned_data["versie"])
                tot = format_moment_kort(gekozen.tot, verzoek.raadpleging.vandaag)
                messages.success(verzoek, f"De vraag wacht tot {tot} en staat in de lijst ‘Wacht’.")
                return redirect("werkplek:klantvraag", vraag.nummer)
        except AchterhaaldError as weigering:
            vers = get_klantvraag(verzoek.raadpleging, nummer)
            return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
    inhoud = {"vraag": vraag, "form": form, "redenen": redenen, "beloofd": format_dag(vraag.beloofd)}
    return toon(verzoek, "werkplek/wachten.html", inhoud, status=400 if form.errors else 200)


def _propose_dag(vraag: KlantvraagBeeld, vandaag: date) -> date:
    """Return the next working day, or the promised day when that is earlier."""
    morgen = add_werkdagen(vandaag, 1, get_kalender(vraag.gemeente_id))
    return max(min(morgen, vraag.beloofd), vandaag)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def wekken(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Let a question wait no longer; twice is once."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    wake_klantvraag(verzoek.handeling, vraag.id)
    messages.success(verzoek, "De vraag staat weer in de lijst.")
    return redirect("werkplek:klantvraag", vraag.nummer)
