"""Keep a later contact about a question: called back, reached or not, answered or not."""

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from stadspunt.bronnen.organisatie.beelden import IngangBeeld
from stadspunt.bronnen.organisatie.queries import list_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.actieve_klant import find_anderklant
from stadspunt.deuren.werkplek.forms import VervolgcontactForm
from stadspunt.deuren.werkplek.kanaalkeuze import (
    build_kanaalkeuzes,
    find_gekozen_ingang,
    get_gekozen_kanaal,
    list_mogelijke_ingangen,
)
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.deuren.werkplek.klantzijde import find_klantzijde
from stadspunt.deuren.werkplek.overdragen import build_kruimels
from stadspunt.deuren.werkplek.stukken import receive_stukken
from stadspunt.deuren.werkplek.tijdvelden import parse_geopend
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.actions.stukken import register_vervolgcontact_met_stukken
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.rules import NieuwContact, Richting


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def vervolgcontact(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show the form; on POST keep the contact, and close the question when the client has the answer."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    kanalen = list_kanalen()
    ingangen = [een for een in list_mogelijke_ingangen(verzoek.raadpleging) if een.gemeente_id == vraag.gemeente_id]
    moment = verzoek.raadpleging.moment
    geopend_op = parse_geopend(verzoek.POST.get("geopend", ""), moment)
    kanaal_id = verzoek.POST.get("kanaal", "") or str(get_gekozen_kanaal(verzoek, kanalen).id)
    begin = {"kanaal": kanaal_id}
    stukken = receive_stukken(verzoek)
    form = VervolgcontactForm(kanalen, geopend_op, data=verzoek.POST if verzoek.method == "POST" else None, initial=begin)
    if form.is_bound and stukken.fout:
        form.add_error("bijlagen", stukken.fout)
    if form.is_valid():
        ingang = find_gekozen_ingang(verzoek, ingangen, kanaal_id)
        try:
            with errors_on(form):
                contact = _build_contact(verzoek, vraag, form, ingang)
                antwoord = form.cleaned_data["antwoord"]
                register_vervolgcontact_met_stukken(verzoek.handeling, contact, antwoord, stukken.document_ids)
                return redirect(f"{reverse('werkplek:klantvraag', args=[vraag.nummer])}#laatste")
        except AchterhaaldError as weigering:
            vers = get_klantvraag(verzoek.raadpleging, nummer)
            return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
    klant = find_klantzijde(verzoek.raadpleging, vraag.partij_id, vraag.id)
    inhoud = {
        "vraag": vraag,
        "form": form,
        "kanalen": build_kanaalkeuzes(verzoek, kanalen, ingangen, kanaal_id),
        "bewaard": stukken.bewaard,
        "klant": klant,
        "anderklant": find_anderklant(verzoek, vraag),
        "kruimels": build_kruimels(vraag, "Contact vastleggen"),
    }
    return toon(verzoek, "werkplek/vervolgcontact.html", inhoud, status=400 if form.errors else 200)


def _build_contact(
    verzoek: Verzoek, vraag: KlantvraagBeeld, form: VervolgcontactForm, ingang: IngangBeeld | None
) -> NieuwContact:
    richting = Richting(form.cleaned_data["richting"])
    return NieuwContact(
        gemeente_id=vraag.gemeente_id,
        kanaal_id=form.cleaned_data["kanaal"],
        # Whom we call ourselves comes in nowhere.
        ingang_id=ingang.id if ingang and richting is Richting.IN else None,
        team_id=vraag.team_id,
        gebeurd_op=form.get_gebeurd_op(),
        richting=richting,
        partij_id=vraag.partij_id,
        samenvatting=form.cleaned_data["samenvatting"],
        duur_seconden=form.compute_duur(verzoek.raadpleging.moment),
        bereikt=form.get_bereikt(),
        bron_sleutel=form.get_bron_sleutel(verzoek.raadpleging.actor.medewerker_id),
        taal=vraag.taal,
        bestaande_vraag_ids=(vraag.id,),
    )
