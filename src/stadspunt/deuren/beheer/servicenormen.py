"""Service norms: what holds now for each channel, what will hold, and a new one from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import list_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.termijnen.actions import set_servicenorm, withdraw_servicenorm
from stadspunt.bronnen.termijnen.queries import STANDAARD_WERKDAGEN, NormBeeld, list_normen
from stadspunt.bronnen.termijnen.rules import BEGIN
from stadspunt.deuren.beheer.forms_inrichting import NormForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import mag_wijzigen
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

HIER = "/beheer/servicenormen/"


@dataclass(frozen=True, slots=True)
class Normregel:
    """The norms of one channel: now, since when (None: always), and those to come."""

    kanaal: str
    werkdagen: int
    sinds: date | None
    straks: tuple[NormBeeld, ...]


def _to_regel(kanaal: str, normen: Sequence[NormBeeld], vandaag: date) -> Normregel:
    nu = next((norm for norm in normen if norm.vanaf <= vandaag), None)
    straks = tuple(norm for norm in reversed(normen) if norm.vanaf > vandaag)
    sinds = nu.vanaf if nu and nu.vanaf > BEGIN else None
    return Normregel(kanaal, nu.werkdagen if nu else STANDAARD_WERKDAGEN, sinds, straks)


@scherm(doel=Doel.BEHEREN)
def servicenormen(verzoek: Verzoek) -> HttpResponseBase:
    """Show the norm of each channel; on POST set one from a day on. What was promised stays."""
    raadpleging, werkgebied, kanalen = verzoek.raadpleging, get_werkgebied(verzoek.raadpleging), list_kanalen()
    form = NormForm(
        verzoek.POST or None,
        initial={"vanaf": raadpleging.vandaag},
        werkgebied=werkgebied,
        kanalen=tuple((kanaal.id, kanaal.naam) for kanaal in kanalen),
    )
    if form.is_valid():
        gegevens = form.cleaned_data
        with errors_on(form):
            set_servicenorm(verzoek.handeling, form.gemeente_id, gegevens["kanaal"], gegevens["werkdagen"], gegevens["vanaf"])
            messages.success(verzoek, "De norm is bewaard. Wat al is beloofd, verandert niet.")
            return redirect("beheer:servicenormen")
    normen = list_normen([nummer for nummer, _ in werkgebied.gemeenten])
    regels = [
        _to_regel(
            werkgebied.label(kanaal.naam, nummer),
            [norm for norm in normen if (norm.gemeente_id, norm.kanaal_id) == (nummer, kanaal.id)],
            raadpleging.vandaag,
        )
        for nummer, _ in werkgebied.gemeenten
        for kanaal in kanalen
    ]
    inhoud = {"regels": regels, "form": form, "mag_wijzigen": mag_wijzigen(raadpleging), "tabs": build_tabs(raadpleging, HIER)}
    return toon(verzoek, "beheer/servicenormen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.BEHEREN)
@require_POST
def servicenorm_terugnemen(verzoek: Verzoek, norm_id: int) -> HttpResponseBase:
    """Take back a norm that has not begun."""
    try:
        withdraw_servicenorm(verzoek.handeling, norm_id)
        messages.success(verzoek, "De norm gaat niet door.")
    except AchterhaaldError as fout:
        messages.info(verzoek, get_tekst(fout))
    return redirect("beheer:servicenormen")
