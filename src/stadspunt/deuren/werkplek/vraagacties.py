"""The one-button acts on a question: take it, take it over, give it back, open it again."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.deuren.werkplek.vertrouwelijk import ga_terug
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.behandelen import (
    claim_klantvraag,
    release_klantvraag,
    reopen_klantvraag,
    take_over_klantvraag,
)
from stadspunt.stromen.klantcontacten.queries import get_klantvraag


def _do(verzoek: Verzoek, nummer: str, doe: Callable[[Handeling, int], object], gedaan: str) -> HttpResponseBase:
    """Act on the question and go to its page; when a colleague was first, show what it is now (409)."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    try:
        doe(verzoek.handeling, vraag.id)
    except GeweigerdError as weigering:
        vers = get_klantvraag(verzoek.raadpleging, nummer)
        return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
    return ga_terug(verzoek, vraag, gedaan)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def oppakken(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Take a question that nobody has."""
    return _do(verzoek, nummer, claim_klantvraag, "U hebt deze vraag opgepakt.")


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def overnemen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Take a question that a colleague has, knowingly."""
    return _do(verzoek, nummer, take_over_klantvraag, "U hebt deze vraag overgenomen.")


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def vrijgeven(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Put a question back on the list of the team."""
    return _do(verzoek, nummer, release_klantvraag, "De vraag staat weer in de lijst van het team.")


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def heropenen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Open a closed question again."""
    return _do(verzoek, nummer, reopen_klantvraag, "De vraag is weer open. De beloofde datum blijft dezelfde.")
