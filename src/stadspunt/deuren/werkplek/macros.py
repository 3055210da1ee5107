"""Do a macro on one question: look what it will do, do it, undo it."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.fundament.fouten import GeweigerdError, NietGevondenError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_klantvragen
from stadspunt.stromen.macros.actions.terugdraaien import undo_macro
from stadspunt.stromen.macros.actions.uitvoeren import run_macro, try_macro
from stadspunt.stromen.macros.beelden import MacroBeeld
from stadspunt.stromen.macros.queries import get_macro


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def macro(verzoek: Verzoek, nummer: str, macro_id: int) -> HttpResponseBase:
    """Show what a macro will do on this question; on POST do it."""
    vraag, gekozen = get_klantvraag(verzoek.raadpleging, nummer), get_macro(verzoek.raadpleging, macro_id)
    if verzoek.method == "POST":
        return _do(verzoek, vraag, gekozen)
    terug_url = reverse("werkplek:klantvraag", args=[nummer])
    inhoud = {
        "vraag": vraag,
        "macro": gekozen,
        "voorbeeld": try_macro(verzoek.handeling, macro_id, vraag.id),
        "kenmerk": uuid4(),
        "terug_url": terug_url,
        "kruimels": (Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")), Kruimel(nummer, terug_url), Kruimel("Macro")),
    }
    return toon(verzoek, "werkplek/macro.html", inhoud)


def _do(verzoek: Verzoek, vraag: KlantvraagBeeld, gekozen: MacroBeeld) -> HttpResponseBase:
    versie = verzoek.POST.get("versie", "")
    try:
        run_macro(
            verzoek.handeling,
            gekozen.id,
            vraag.id,
            parse_kenmerk(verzoek.POST.get("kenmerk", "")),
            versie=int(versie) if versie.isascii() and versie.isdecimal() and len(versie) < 10 else None,
            antwoord_url=reverse("werkplek:beantwoorden", args=[vraag.nummer]),
        )
    except GeweigerdError as weigering:
        return _toon_stand(verzoek, vraag.nummer, f"De macro ‘{gekozen.gegevens.naam}’ deed niets. {get_tekst(weigering)}")
    messages.success(verzoek, f"De macro ‘{gekozen.gegevens.naam}’ is uitgevoerd.")
    return redirect("werkplek:klantvraag", vraag.nummer)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def macro_ongedaan(verzoek: Verzoek, macrouitvoering_id: int) -> HttpResponseBase:
    """Undo a macro and go to its question; `nummer` says which, for when that cannot be."""
    try:
        vraag_id = undo_macro(verzoek.handeling, macrouitvoering_id)
    except GeweigerdError as weigering:
        return _toon_stand(verzoek, verzoek.POST.get("nummer", "").replace("\x00", ""), get_tekst(weigering))
    vraag = get_klantvragen(verzoek.raadpleging, [vraag_id]).get(vraag_id)
    if vraag is None:
        raise NietGevondenError(f"klantvraag {vraag_id}")
    messages.success(verzoek, "De macro is ongedaan gemaakt. De vraag staat weer zoals daarvoor.")
    return redirect("werkplek:klantvraag", vraag.nummer)


def _toon_stand(verzoek: Verzoek, nummer: str, melding: str) -> HttpResponse:
    """Show the question as it is now, with why nothing was done."""
    return toon_klantvraag(verzoek, get_klantvraag(verzoek.raadpleging, nummer), status=409, melding=melding)


def parse_kenmerk(tekst: str) -> UUID:
    """Return what makes a form one act; a form without it is an act of its own."""
    try:
        return UUID(tekst)
    except ValueError:
        return uuid4()
