"""Break the glass: ask to look at a confidential question in an emergency.

The page and its answer are the same for every number: whether there is such a question shows only on the question's own page.
"""

from django.http import HttpResponseBase
from django.urls import reverse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.forms_vertrouwelijk import NoodinzageForm
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.waarden.nummer import parse_nummer
from stadspunt.stromen.klantcontacten.actions.noodinzage import request_noodinzage


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def noodinzage(verzoek: Verzoek) -> HttpResponseBase:
    """Show the form; on POST write it down, tell the privacy officer, and show the way to the question."""
    if not verzoek.raadpleging.actor.has_recht(verzoek.raadpleging.doel, "noodinzage.vragen"):
        raise NietGevondenError("noodinzage")
    form = NoodinzageForm(
        verzoek.POST if verzoek.method == "POST" else None, initial={"nummer": verzoek.GET.get("nummer", "")[:20]}
    )
    tot = None
    if form.is_valid():
        with errors_on(form):
            tot = request_noodinzage(verzoek.handeling, form.cleaned_data["nummer"], form.cleaned_data["reden"])
    nummer = str(parse_nummer(form.cleaned_data["nummer"])) if tot else ""
    inhoud = {
        "form": form,
        "nummer": nummer,
        "tot": format_moment_kort(tot, verzoek.raadpleging.vandaag) if tot else "",
        "vraag_url": reverse("werkplek:klantvraag", args=[nummer]) if nummer else "",
        "kruimels": (Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")), Kruimel("Noodinzage")),
    }
    return toon(verzoek, "werkplek/noodinzage.html", inhoud, status=400 if form.errors else 200)
