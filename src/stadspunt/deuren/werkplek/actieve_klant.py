"""The active client: from the moment that he is chosen in a contact until one key lets go of him."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.deuren.werkplek.klantzijde import get_naam
from stadspunt.deuren.werkplek.lopend import Lopend, get_bezigheden
from stadspunt.deuren.werkplek.weergave import ANONIEM
from stadspunt.fundament.concepten.actions import amend_concept, let_go
from stadspunt.fundament.concepten.ontvangst import clean_adres
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.kader import ActieveKlant
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN


@dataclass(frozen=True, slots=True)
class Anderklant:
    """Somebody writes for a question of one client while another one is active: both names, in words."""

    actief: str
    van_vraag: str


@dataclass(frozen=True, slots=True)
class Bijcontact:
    """The question on this page can be added to the contact in hand; `hoort_erbij`: that was done."""

    naam: str
    url: str
    hoort_erbij: bool


def build_actieve_klant(verzoek: Verzoek) -> ActieveKlant | None:
    """Return the client of the contact in hand for the frame, None when nobody is active."""
    actief = get_bezigheden(verzoek).actief
    if actief is None:
        return None
    sinds = format_moment_kort(actief.begonnen_op, verzoek.raadpleging.vandaag).removeprefix("vandaag ")
    return ActieveKlant(
        actief.naam, actief.soort, actief.url, reverse("werkplek:loslaten"), (actief.kanaal.naam, f"sinds {sinds}")
    )


def find_anderklant(verzoek: Verzoek, vraag: KlantvraagBeeld) -> Anderklant | None:
    """Return the two names when this question is of another client than the active one, None when it is not."""
    actief = get_bezigheden(verzoek).actief
    if actief is None or (vraag.partij_id is not None and actief.partij_id == vraag.partij_id):
        return None
    partij = get_partijen(verzoek.raadpleging, [vraag.partij_id]).get(vraag.partij_id) if vraag.partij_id else None
    return Anderklant(actief.naam, get_naam(partij) if partij else ANONIEM)


def find_bijcontact(verzoek: Verzoek, vraag: KlantvraagBeeld) -> Bijcontact | None:
    """Return how this question is added to the contact in hand; None when there is none, or it is of somebody else."""
    actief = get_bezigheden(verzoek).actief
    if actief is None or not _belongs(actief, vraag):
        return None
    concept = find_concept(verzoek.raadpleging, actief.plek)
    erbij = concept is not None and str(vraag.id) in concept.velden.get("bestaande", ())
    return Bijcontact(actief.naam, actief.url, erbij)


def _belongs(actief: Lopend, vraag: KlantvraagBeeld) -> bool:
    return actief.partij_id is not None and actief.partij_id == vraag.partij_id and vraag.status in OPEN_STATUSSEN


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def loslaten(verzoek: Verzoek) -> HttpResponseBase:
    """Let go of the active client; his contact runs on in the strip. By script the answer is only the words to say."""
    actief = get_bezigheden(verzoek).actief
    let_go(verzoek.handeling)
    tekst = f"{actief.naam} is losgelaten." if actief else "Er was geen klant actief."
    if "tekst" in verzoek.POST:
        return HttpResponse(tekst, content_type="text/plain; charset=utf-8")
    messages.success(verzoek, tekst)
    return redirect(clean_adres(verzoek.POST.get("naar", ""), reverse("werkplek:werkvoorraad")))


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def erbij(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Add a question to the contact in hand, and stay where we are."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    actief = get_bezigheden(verzoek).actief
    if actief is None or not _belongs(actief, vraag):
        messages.warning(verzoek, "Deze vraag hoort niet bij de klant van het lopende contact.")
        return redirect("werkplek:klantvraag", vraag.nummer)
    concept = find_concept(verzoek.raadpleging, actief.plek)
    if concept is None:
        raise NietGevondenError(actief.plek)
    ids = dict.fromkeys((*concept.velden.get("bestaande", ()), str(vraag.id)))
    amend_concept(verzoek.handeling, actief.plek, {"bestaande": list(ids)}, titel=concept.titel, url=actief.url)
    messages.success(verzoek, f"Deze vraag hoort nu bij het contact met {actief.naam}.")
    return redirect("werkplek:klantvraag", vraag.nummer)
