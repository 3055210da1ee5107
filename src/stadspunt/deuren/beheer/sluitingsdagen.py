"""Closing days, year by year: add, take away, and put in the usual holidays."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.termijnen.actions import add_sluitingsdag, load_feestdagen, remove_sluitingsdag
from stadspunt.bronnen.termijnen.queries import list_sluitingsdagen
from stadspunt.deuren.beheer.forms_inrichting import SluitingsdagForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import mag_wijzigen
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.onderdelen import Tab
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

HIER = "/beheer/sluitingsdagen/"


def _to_jaar(verzoek: Verzoek, tekst: str) -> int:
    """Return the asked year when it is near, else this one."""
    nu = verzoek.raadpleging.vandaag.year
    mogelijk = {str(jaar): jaar for jaar in range(nu - 10, nu + 11)}
    return mogelijk.get(tekst, nu)


def _redirect(jaar: int) -> HttpResponseBase:
    return redirect(f"{reverse('beheer:sluitingsdagen')}?jaar={jaar}")


@scherm(doel=Doel.BEHEREN)
def sluitingsdagen(verzoek: Verzoek) -> HttpResponseBase:
    """Show the closing days of a year (`?jaar=`); on POST add one."""
    raadpleging, werkgebied = verzoek.raadpleging, get_werkgebied(verzoek.raadpleging)
    jaar = _to_jaar(verzoek, verzoek.GET.get("jaar", ""))
    form = SluitingsdagForm(verzoek.POST or None, werkgebied=werkgebied)
    if form.is_valid():
        datum = form.cleaned_data["datum"]
        with errors_on(form):
            add_sluitingsdag(verzoek.handeling, form.gemeente_id, datum, form.cleaned_data["naam"])
            messages.success(verzoek, "De dag is bewaard. Deze dag telt niet meer als werkdag.")
            return _redirect(datum.year)
    dagen = list_sluitingsdagen([nummer for nummer, _ in werkgebied.gemeenten], jaar)
    inhoud = {
        "dagen": [(dag, werkgebied.label(dag.naam, dag.gemeente_id), dag.datum >= raadpleging.vandaag) for dag in dagen],
        "jaar": jaar,
        "jaren": [Tab(str(een), f"?jaar={een}", actief=een == jaar) for een in range(jaar - 1, jaar + 3)],
        "feestdagen": [
            (nummer, werkgebied.label(f"Feestdagen van {jaar} toevoegen", nummer)) for nummer, _ in werkgebied.gemeenten
        ],
        "form": form,
        "mag_wijzigen": mag_wijzigen(raadpleging),
        "tabs": build_tabs(raadpleging, HIER),
    }
    return toon(verzoek, "beheer/sluitingsdagen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.BEHEREN)
@require_POST
def feestdagen_toevoegen(verzoek: Verzoek, gemeente_id: int) -> HttpResponseBase:
    """Put in the usual holidays of a year."""
    jaar = _to_jaar(verzoek, verzoek.POST.get("jaar", ""))
    load_feestdagen(verzoek.handeling, gemeente_id, jaar)
    messages.success(verzoek, f"De feestdagen van {jaar} staan erin.")
    return _redirect(jaar)


@scherm(doel=Doel.BEHEREN)
@require_POST
def sluitingsdag_weghalen(verzoek: Verzoek, sluitingsdag_id: int) -> HttpResponseBase:
    """Open on a day after all."""
    try:
        remove_sluitingsdag(verzoek.handeling, sluitingsdag_id)
        messages.success(verzoek, "De dag is weggehaald en telt weer als werkdag.")
    except AchterhaaldError as fout:
        messages.info(verzoek, get_tekst(fout))
    return _redirect(_to_jaar(verzoek, verzoek.POST.get("jaar", "")))
