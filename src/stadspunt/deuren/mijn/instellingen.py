"""How an employee works with the keyboard; kept at the server, so that it holds on every computer."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.actions import set_lettertoetsen
from stadspunt.bronnen.organisatie.queries import has_lettertoetsen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.mijn.forms import InstellingenForm
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.EIGEN_WERKWIJZE)
def instellingen(verzoek: Verzoek) -> HttpResponseBase:
    """Show the settings; on POST keep them. The sheet of keys posts from where one is (`blad`) and stays there."""
    if verzoek.method == "POST":
        form = InstellingenForm(verzoek.POST)
        form.is_valid()
        set_lettertoetsen(verzoek.handeling, aan=form.cleaned_data["lettertoetsen"])
        if "blad" in verzoek.POST:
            return HttpResponse(status=204)
        messages.success(verzoek, "Uw instellingen zijn bewaard.")
        return redirect("mijn:instellingen")
    aan = has_lettertoetsen(verzoek.raadpleging.actor.medewerker_id or 0)
    inhoud = {
        "form": InstellingenForm(initial={"lettertoetsen": aan}),
        "heeft_tekstblokken": verzoek.raadpleging.actor.has_recht(Doel.EIGEN_WERKWIJZE, "tekstblok.gebruiken"),
    }
    return toon(verzoek, "mijn/instellingen.html", inhoud)
