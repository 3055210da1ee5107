"""What the command bar finds while somebody types: questions and clients."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.rules import Partijsoort
from stadspunt.deuren.werkplek.zoeken import Zoekuitkomst, search_alles
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries import Filter, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import STATUSNAMEN, Status

_MAX_KLANTEN = 4
_MAX_VRAGEN = 5
_KORTST = 2
_ALLES = Filter(statussen=frozenset(Status), volgorde="nieuwste")


@dataclass(frozen=True, slots=True)
class Treffer:
    """One hit: `soort` says what it is, in a word."""

    url: str
    icoon: str
    naam: str
    soort: str


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def treffers(verzoek: Verzoek) -> HttpResponseBase:
    """Return the first hits for what is being typed. By POST: names do not belong in addresses and their logs."""
    tekst = verzoek.POST.get("q", "").replace("\x00", "").strip()[:200]
    gevonden = _list_treffers(verzoek.raadpleging, tekst) if len(tekst) >= _KORTST else []
    return toon(verzoek, "werkplek/delen/treffers.html", {"treffers": gevonden})


def _list_treffers(raadpleging: Raadpleging, tekst: str) -> list[Treffer]:
    uitkomst = search_alles(raadpleging, tekst, _ALLES)
    klanten = [
        Treffer(
            reverse("werkplek:partij", args=[klant.id]),
            "organisatie" if klant.soort == Partijsoort.ORGANISATIE else "persoon",
            klant.weergavenaam,
            next(iter(klant.emails + klant.telefoons), "Klant"),
        )
        for klant in uitkomst.klanten[:_MAX_KLANTEN]
    ]
    return klanten + _list_vragen(raadpleging, uitkomst)


def _list_vragen(raadpleging: Raadpleging, uitkomst: Zoekuitkomst) -> list[Treffer]:
    filter_ = Filter(statussen=_ALLES.statussen, nummers=frozenset({uitkomst.nummer})) if uitkomst.nummer else uitkomst.filter
    if filter_ is None:
        return []
    return [
        Treffer(
            reverse("werkplek:klantvraag", args=[regel.nummer]),
            "vraag",
            f"{regel.nummer} {regel.onderwerp}",
            STATUSNAMEN[Status(regel.status)],
        )
        for regel in list_werkvoorraad(raadpleging, filter_).regels[:_MAX_VRAGEN]
    ]
