"""Tell who asked: link a question to a client, or make him known first."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.queries import list_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.queries import get_partij, search_partijen
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.deuren.werkplek.overdragen import build_kruimels
from stadspunt.deuren.werkplek.registreren.forms import KlantForm
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.behandelen import link_partij
from stadspunt.stromen.klantcontacten.queries import get_klantvraag

MAX_KANDIDATEN = 10


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def koppelen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Search a client and link him (never by itself: somebody chooses), or keep a new one and link that."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    zoek = verzoek.POST.get("zoek_klant", "").strip()[:200]
    actie = verzoek.POST.get("actie", "")
    form = KlantForm(list_kanalen(), data=verzoek.POST if actie == "nieuw" else None)
    if actie.startswith("kies-") and actie.removeprefix("kies-").isdecimal():
        partij = get_partij(verzoek.raadpleging, int(actie.removeprefix("kies-")[:18]))
        link_partij(verzoek.handeling, vraag.id, partij.id)
        return _done(verzoek, vraag.nummer, partij.weergavenaam)
    if actie == "nieuw" and form.is_valid():
        gegevens = form.get_gegevens()
        if gegevens is None:
            form.add_error("naam", "Vul een naam, e-mailadres of telefoonnummer in.")
        else:
            with errors_on(form):
                partij_id = register_partij(verzoek.handeling, vraag.gemeente_id, gegevens)
                link_partij(verzoek.handeling, vraag.id, partij_id)
                return _done(verzoek, vraag.nummer, _name(gegevens))
    kandidaten = search_partijen(verzoek.raadpleging, zoek, MAX_KANDIDATEN) if zoek else []
    inhoud = {
        "vraag": vraag,
        "form": form,
        "zoek": zoek,
        "kandidaten": kandidaten,
        "gezocht": bool(zoek),
        "kruimels": build_kruimels(vraag, "Klant koppelen"),
    }
    return toon(verzoek, "werkplek/koppelen.html", inhoud, status=400 if form.errors else 200)


def _name(gegevens: Partijgegevens) -> str:
    return gegevens.naam or gegevens.email or gegevens.telefoon


def _done(verzoek: Verzoek, nummer: str, naam: str) -> HttpResponseBase:
    messages.success(verzoek, f"De vraag hoort nu bij {naam}.")
    return redirect("werkplek:klantvraag", nummer)
