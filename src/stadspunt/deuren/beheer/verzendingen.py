"""Messages that did not go out, came back, or of which nobody knows: why, and again."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.onderdelen import Tab
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.actions.poststop import release_post
from stadspunt.stromen.correspondentie.actions.verzenden import retry_verzending
from stadspunt.stromen.correspondentie.beelden import VerzendRegel
from stadspunt.stromen.correspondentie.queries.verzendingen import find_poststop, list_verzendingen
from stadspunt.stromen.correspondentie.rules.woorden import (
    ONDERWEG,
    OPNIEUW_MOGELIJK,
    STATUSNAMEN,
    VRAAGT_AANDACHT,
    Verzendstatus,
)


@dataclass(frozen=True, slots=True)
class Verzendpost:
    """One row as the screen shows it; `toon` is the tone of its badge."""

    id: int
    nummers: tuple[str, ...]
    soort: str
    maildomein: str
    stand: str
    toon: str
    pogingen: int
    fout: str
    mag_opnieuw: bool


def _to_post(regel: VerzendRegel) -> Verzendpost:
    status = Verzendstatus(regel.status)
    toon_ = "wacht" if status in ONDERWEG else "fout"
    return Verzendpost(
        regel.id,
        regel.nummers,
        regel.soort.capitalize(),
        regel.maildomein,
        STATUSNAMEN[status],
        toon_,
        regel.pogingen,
        regel.fout,
        status in OPNIEUW_MOGELIJK,
    )


@scherm(doel=Doel.BEHEREN)
def verzendingen(verzoek: Verzoek) -> HttpResponseBase:
    """Show what asks attention, or what is on its way."""
    onderweg = verzoek.GET.get("lijst") == "onderweg"
    inhoud = {
        "regels": [
            _to_post(regel) for regel in list_verzendingen(verzoek.raadpleging, ONDERWEG if onderweg else VRAAGT_AANDACHT)
        ],
        "onderweg": onderweg,
        "poststop": find_poststop(verzoek.raadpleging),
        "lijsten": (
            Tab("Vraagt aandacht", "?lijst=aandacht", actief=not onderweg),
            Tab("Onderweg", "?lijst=onderweg", actief=onderweg),
        ),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/verzendingen/"),
    }
    return toon(verzoek, "beheer/verzendingen.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def verzending_opnieuw(verzoek: Verzoek, verzending_id: int) -> HttpResponseBase:
    """Send one message again."""
    if verzoek.method == "POST":
        retry_verzending(verzoek.handeling, verzending_id)
        messages.success(verzoek, "Het bericht staat weer klaar om te versturen.")
    return redirect("beheer:verzendingen")


@scherm(doel=Doel.BEHEREN)
def post_vrijgeven(verzoek: Verzoek) -> HttpResponseBase:
    """Let mail go again that was held after a copy was put back."""
    if verzoek.method == "POST":
        try:
            aantal = release_post(verzoek.handeling, oude_ook=verzoek.POST.get("oude") == "versturen")
        except AchterhaaldError as fout:
            messages.error(verzoek, fout.fouten[0].tekst)
        else:
            apart = f" {aantal} {'bericht staat' if aantal == 1 else 'berichten staan'} onder Vraagt aandacht." if aantal else ""
            messages.success(verzoek, f"De mail is vrijgegeven en gaat binnen een minuut weg.{apart}")
    return redirect("beheer:verzendingen")
