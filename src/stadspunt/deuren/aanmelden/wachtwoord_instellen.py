"""The page behind the link of an administrator: set a password, for the first time or anew."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.forms import NieuwWachtwoordForm
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.toegangslinks import find_link, use_link


@scherm(doel=Doel.AANMELDEN, openbaar=True)
def wachtwoord_instellen(verzoek: Verzoek, geheim: str) -> HttpResponseBase:
    """Show the form; only sending it uses the link up, since programs open links in mail to look at them."""
    link = find_link(verzoek.raadpleging, geheim)
    if link is None:
        return toon(verzoek, "aanmelden/link_voorbij.html", {}, status=404)
    form = NieuwWachtwoordForm(verzoek.POST or None)
    if form.is_valid():
        try:
            with errors_on(form):
                use_link(verzoek.handeling, geheim, form.cleaned_data["nieuw"], to_herkomst(verzoek))
                return toon(verzoek, "aanmelden/wachtwoord_ingesteld.html", {"login": link.login})
        except AchterhaaldError:
            return toon(verzoek, "aanmelden/link_voorbij.html", {}, status=404)
    inhoud = {"form": form, "link": link}
    return toon(verzoek, "aanmelden/wachtwoord_instellen.html", inhoud, status=400 if form.errors else 200)
