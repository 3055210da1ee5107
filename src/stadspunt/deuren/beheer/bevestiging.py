"""The text of the receipt: change it, see how it turns out, and take the standard text back."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import get_gemeente
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import demand, demand_gemeente
from stadspunt.deuren.beheer.forms_antwoorden import TALEN, BevestigingForm
from stadspunt.deuren.beheer.sjablonen import HIER
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import demand_wijzigen, toon_wijzigen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.actions.sjablonen import reset_bevestigingstekst, set_bevestigingstekst
from stadspunt.stromen.correspondentie.queries.sjablonen import find_bevestigingstekst
from stadspunt.stromen.correspondentie.rules.bevestiging import (
    BEVESTIGINGSVELDEN,
    STANDAARDTEKSTEN,
    Bevestigingsinhoud,
    Bevestigingstekst,
    check_bevestigingstekst,
    compose_bevestiging,
)
from stadspunt.stromen.correspondentie.rules.sjablonen import VOORBEELDEN


@scherm(doel=Doel.BEHEREN)
def bevestiging(verzoek: Verzoek, gemeente_id: int, taal: str) -> HttpResponseBase:
    """Change what the receipt of one municipality says in one language."""
    demand_wijzigen(verzoek.raadpleging)
    demand_gemeente(verzoek.raadpleging.actor, gemeente_id)
    if taal not in STANDAARDTEKSTEN:
        raise NietGevondenError(f"taal {taal}")
    eigen = find_bevestigingstekst(gemeente_id, taal)
    tekst = eigen or STANDAARDTEKSTEN[taal]
    form = BevestigingForm(verzoek.POST or None, initial={"onderwerp": tekst.onderwerp, "tekst": tekst.tekst})
    if form.is_valid():
        tekst = Bevestigingstekst(form.cleaned_data["onderwerp"], form.cleaned_data["tekst"])
        with errors_on(form):
            if verzoek.POST.get("doe") == "voorbeeld":
                demand(check_bevestigingstekst(tekst))
            else:
                set_bevestigingstekst(verzoek.handeling, gemeente_id, taal, tekst)
                messages.success(verzoek, "De tekst is bewaard. Nieuwe ontvangstbevestigingen krijgen deze tekst.")
                return redirect("beheer:sjablonen")
    return toon_wijzigen(
        verzoek,
        form,
        get_werkgebied(verzoek.raadpleging).label(f"Ontvangstbevestiging in het {dict(TALEN)[taal]}", gemeente_id),
        HIER,
        "beheer/bevestiging.html",
        velden=BEVESTIGINGSVELDEN.items(),
        voorbeeld=compose_bevestiging(_build_voorbeeld(verzoek, gemeente_id, taal), taal, tekst),
        voorbeeldtaal=taal,
        eigen=eigen is not None,
        reset=(gemeente_id, taal),
    )


def _build_voorbeeld(verzoek: Verzoek, gemeente_id: int, taal: str) -> Bevestigingsinhoud:
    gemeente, waarden = get_gemeente(gemeente_id), VOORBEELDEN[taal]
    beloofd = verzoek.raadpleging.vandaag + timedelta(days=7)
    return Bevestigingsinhoud(waarden["nummer"], waarden["naam"], waarden["onderwerp"], beloofd, gemeente.naam, gemeente.telefoon)


@scherm(doel=Doel.BEHEREN)
@require_POST
def bevestiging_standaard(verzoek: Verzoek, gemeente_id: int, taal: str) -> HttpResponseBase:
    """Take the standard text back."""
    reset_bevestigingstekst(verzoek.handeling, gemeente_id, taal)
    messages.success(verzoek, "De standaardtekst geldt weer.")
    return redirect("beheer:sjablonen")
