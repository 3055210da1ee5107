"""Check what a department gave back: in time, complete, clear; or ask again."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_medewerkers, list_afdelingen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.concepten import build_concepthaak
from stadspunt.deuren.werkplek.forms_overdracht import OpnieuwVragenForm, ToetsingForm
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.deuren.werkplek.overdragen import build_afspraak, build_kruimels
from stadspunt.fundament.concepten.actions import finish_concept
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.onderdelen import Concepthaak
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import format_dag, to_dag
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.rules import Status
from stadspunt.stromen.overdracht.actions.overdragen import ask_again
from stadspunt.stromen.overdracht.actions.toetsen import record_toetsing
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Vorm, is_op_tijd


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def controleren(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show the answer with its three checks; on POST accept it, or ask again.

    A question on which nothing has to be checked (any more) is shown itself, on POST with 409.
    """
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    opdrachten = list_overdrachten_van_klantvraag(verzoek.raadpleging, vraag.id)
    if vraag.status != Status.TE_CONTROLEREN or not opdrachten:
        if verzoek.method != "POST":
            return redirect("werkplek:klantvraag", nummer)
        return toon_klantvraag(verzoek, vraag, status=409, melding="Er is op deze vraag geen antwoord om te controleren.")
    *eerdere, opdracht = opdrachten
    besluit = verzoek.POST.get("besluit") if verzoek.method == "POST" else None
    haken = _build_haken(verzoek, vraag)
    toetsing = ToetsingForm(_came_in_time(opdracht), verzoek.POST if besluit == "akkoord" else None)
    opnieuw = OpnieuwVragenForm(build_afspraak(verzoek, vraag), verzoek.POST if besluit == "opnieuw" else None)
    toetsing.initial.update(haken.toetsing)
    opnieuw.initial.update(haken.opnieuw)
    try:
        antwoord = _accept(verzoek, nummer, opdracht, toetsing) or _ask_again(verzoek, nummer, opdracht, opnieuw)
    except AchterhaaldError as weigering:
        vers = get_klantvraag(verzoek.raadpleging, nummer)
        return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
    if antwoord:
        for haak in (haken.toetsinghaak, haken.opnieuwhaak):
            finish_concept(verzoek.handeling, haak.plek)
        return antwoord
    return _toon_controle(verzoek, vraag, opdracht, eerdere, toetsing, opnieuw, haken)


@dataclass(frozen=True, slots=True)
class _Haken:
    """What ties the two forms to their drafts, and what stands in those."""

    toetsinghaak: Concepthaak
    toetsing: dict[str, str]
    opnieuwhaak: Concepthaak
    opnieuw: dict[str, str]


def _build_haken(verzoek: Verzoek, vraag: KlantvraagBeeld) -> _Haken:
    adres = reverse("werkplek:controleren", args=[vraag.nummer])
    delen: list[Any] = []
    for naam in ("toetsing", "opnieuw"):
        haak, concept = build_concepthaak(verzoek.raadpleging, f"vraag-{vraag.id}-{naam}", vraag.onderwerp, adres)
        delen += [
            haak,
            {veld: concept.get_waarde(veld) for veld in concept.velden if concept.get_waarde(veld)} if concept else {},
        ]
    return _Haken(*delen)


def _came_in_time(opdracht: OverdrachtBeeld) -> bool:
    return opdracht.teruggegeven_op is not None and is_op_tijd(to_dag(opdracht.teruggegeven_op), opdracht.terug_op)


def _accept(verzoek: Verzoek, nummer: str, opdracht: OverdrachtBeeld, form: ToetsingForm) -> HttpResponseBase | None:
    """Write the checks down and go to the answer, which starts with the text of the department; None when refused."""
    if form.is_valid():
        verder = f"{reverse('werkplek:beantwoorden', args=[nummer])}?overdracht={opdracht.uuid}"
        with errors_on(form):
            record_toetsing(verzoek.handeling, opdracht.id, form.get_oordelen())
            return redirect(verder)
    return None


def _ask_again(verzoek: Verzoek, nummer: str, opdracht: OverdrachtBeeld, form: OpnieuwVragenForm) -> HttpResponseBase | None:
    """Send a new order to the same department; None when refused."""
    if form.is_valid():
        with errors_on(form):
            ask_again(verzoek.handeling, opdracht.id, form.get_voorstel(opdracht.afdeling_id, opdracht.vorm))
            messages.success(verzoek, "U hebt de afdeling opnieuw gevraagd. De belofte aan de klant blijft staan.")
            return redirect("werkplek:klantvraag", nummer)
    return None


def _toon_controle(
    verzoek: Verzoek,
    vraag: KlantvraagBeeld,
    opdracht: OverdrachtBeeld,
    eerdere: list[OverdrachtBeeld],
    toetsing: ToetsingForm,
    opnieuw: OpnieuwVragenForm,
    haken: _Haken,
) -> HttpResponse:
    afdelingen = {een.id: een.naam for een in list_afdelingen([vraag.gemeente_id])}
    door = opdracht.teruggegeven_door_id
    inhoud = {
        "vraag": vraag,
        "opdracht": opdracht,
        "vorm": VORMNAMEN[Vorm(opdracht.vorm)],
        "afdeling": afdelingen.get(opdracht.afdeling_id, "de afdeling"),
        "beantwoord_door": get_medewerkers([door])[door].naam if door else "",
        "op_tijd": _came_in_time(opdracht),
        "gevraagd_voor": format_dag(opdracht.terug_op),
        "terug": format_dag(to_dag(opdracht.teruggegeven_op)) if opdracht.teruggegeven_op else "",
        "beloofd": format_dag(vraag.beloofd),
        "eerdere": eerdere,
        "toetsing": toetsing,
        "opnieuw": opnieuw,
        "haken": haken,
        "terug_url": reverse("werkplek:klantvraag", args=[vraag.nummer]),
        "kruimels": build_kruimels(vraag, "Controleren"),
    }
    return toon(verzoek, "werkplek/controleren.html", inhoud, status=400 if toetsing.errors or opnieuw.errors else 200)
