"""Take a message back before it leaves, or send again what failed."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.fundament.fouten import GeweigerdError, NietGevondenError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.actions.verzenden import retry_verzending, withdraw_verzending
from stadspunt.stromen.correspondentie.queries.berichten import get_bericht
from stadspunt.stromen.correspondentie.rules.woorden import GESCHREVEN_SOORTEN
from stadspunt.stromen.klantcontacten.queries import get_klantvraag


def _do(
    verzoek: Verzoek, bericht_id: int, doe: Callable[[Handeling, int], None], gedaan: str, *, schrijf: bool
) -> HttpResponseBase:
    """Act on the way out of a message and go to its question, or (`schrijf`) on with its text.

    When it has left, show what is now (409).
    """
    bericht, nummer = get_bericht(verzoek.raadpleging, bericht_id)
    if bericht.verzending is None:
        raise NietGevondenError(f"bericht {bericht_id} gaat nergens heen")
    try:
        doe(verzoek.handeling, bericht.verzending.id)
    except GeweigerdError as weigering:
        vers = get_klantvraag(verzoek.raadpleging, nummer)
        return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
    messages.success(verzoek, gedaan)
    if schrijf and bericht.soort in GESCHREVEN_SOORTEN:
        return redirect(f"{reverse('werkplek:beantwoorden', args=[nummer])}?bericht={bericht_id}")
    return redirect(f"{reverse('werkplek:klantvraag', args=[nummer])}#laatste")


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def ongedaan_maken(verzoek: Verzoek, bericht_id: int) -> HttpResponseBase:
    """Take a message back that has not left, and go on with its text."""
    gedaan = "Het bericht is teruggenomen. De klant krijgt het niet."
    return _do(verzoek, bericht_id, withdraw_verzending, gedaan, schrijf=True)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def opnieuw_versturen(verzoek: Verzoek, bericht_id: int) -> HttpResponseBase:
    """Send a message again that failed."""
    return _do(verzoek, bericht_id, retry_verzending, "Het bericht wordt opnieuw verstuurd.", schrijf=False)
