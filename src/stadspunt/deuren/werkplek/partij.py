"""The client page: who somebody is, how to reach him, and all that he asked."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import get_kanalen, list_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.actions import remove_digitaaladres, update_partij
from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.bronnen.partijen.rules import Adressoort
from stadspunt.deuren.werkplek.forms import PartijForm
from stadspunt.deuren.werkplek.klantzijde import TAALNAMEN, get_naam
from stadspunt.deuren.werkplek.lijstregels import get_omgeving, to_regels
from stadspunt.deuren.werkplek.tabbladen import parse_lijstkeuze
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.onderdelen import Blad, Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries import PAGINAGROOTTE, TELGRENS, Filter, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Status


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def partij(verzoek: Verzoek, partij_id: int) -> HttpResponseBase:
    """Show one client with all questions, newest first."""
    klant = get_partij(verzoek.raadpleging, partij_id)
    keuze = parse_lijstkeuze(verzoek.GET.dict())
    filter_ = Filter(statussen=frozenset(Status), partij_ids=frozenset({klant.id}), volgorde="nieuwste", pagina=keuze.blad)
    voorraad = list_werkvoorraad(verzoek.raadpleging, filter_)
    voorkeur = get_kanalen().get(klant.voorkeurskanaal_id or 0)
    inhoud = {
        "klant": klant,
        "naam": get_naam(klant),
        "voorkeurskanaal": voorkeur.naam if voorkeur else "Geen voorkeur",
        "taal": TAALNAMEN.get(klant.voorkeurstaal, klant.voorkeurstaal),
        "regels": to_regels(verzoek.raadpleging, voorraad, get_omgeving(verzoek.raadpleging)),
        "blad": Blad(voorraad.pagina, PAGINAGROOTTE, voorraad.aantal),
        "telgrens": TELGRENS if voorraad.aantal_is_grens else None,
        "mag_bijhouden": verzoek.raadpleging.actor.has_recht(verzoek.raadpleging.doel, "partij.bijhouden"),
        "kruimels": (Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")), Kruimel("Klant")),
    }
    return toon(verzoek, "werkplek/partij.html", inhoud)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def partij_wijzigen(verzoek: Verzoek, partij_id: int) -> HttpResponseBase:
    """Show the form; on POST change name and preferences, and add the addresses that were filled in."""
    klant = get_partij(verzoek.raadpleging, partij_id)
    begin = {"naam": klant.naam, "voorkeurskanaal": klant.voorkeurskanaal_id, "taal": klant.voorkeurstaal}
    form = PartijForm(list_kanalen(), data=verzoek.POST if verzoek.method == "POST" else None, initial=begin)
    if form.is_valid():
        with errors_on(form):
            update_partij(verzoek.handeling, klant.id, form.get_gegevens())
            messages.success(verzoek, "De gegevens zijn bewaard.")
            return redirect("werkplek:partij", klant.id)
    inhoud = {"klant": klant, "naam": get_naam(klant), "form": form}
    return toon(verzoek, "werkplek/partij_wijzigen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def adres_weghalen(verzoek: Verzoek, partij_id: int) -> HttpResponseBase:
    """Take an address away that no longer reaches this client."""
    klant = get_partij(verzoek.raadpleging, partij_id)
    soort = Adressoort.EMAIL if verzoek.POST.get("soort") == Adressoort.EMAIL else Adressoort.TELEFOON
    waarde = verzoek.POST.get("waarde", "")
    remove_digitaaladres(verzoek.handeling, klant.id, soort, waarde)
    messages.success(verzoek, f"{waarde[:254]} is weggehaald.")
    return redirect("werkplek:partij", klant.id)
