"""Templates for answers and messages in between: list, add, change, end, and see how one turns out."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import demand
from stadspunt.deuren.beheer.forms_antwoorden import TALEN, SjabloonForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.waarden.invulplekken import to_open_plek
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon, update_sjabloon
from stadspunt.stromen.correspondentie.beelden import SjabloonBeeld
from stadspunt.stromen.correspondentie.queries.sjablonen import find_bevestigingstekst, get_sjabloon, list_sjablonen
from stadspunt.stromen.correspondentie.rules.sjablonen import (
    SJABLOONVELDEN,
    VOORBEELDEN,
    Sjabloongegevens,
    check_sjabloon,
    render_sjabloon,
)
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

HIER = "/beheer/sjablonen/"
_TAALNAMEN = dict(TALEN)
_SOORTNAMEN: dict[str, str] = {Berichtsoort.ANTWOORD: "Antwoord", Berichtsoort.TUSSENBERICHT: "Tussenbericht"}


@scherm(doel=Doel.BEHEREN)
def sjablonen(verzoek: Verzoek) -> HttpResponseBase:
    """Show every template, and for each municipality and language which receipt goes out."""
    werkgebied = get_werkgebied(verzoek.raadpleging)
    rijen = tuple(
        Rij(
            een.gemeente_id,
            een.naam,
            f"{HIER}{een.id}/",
            (een.onderwerp, _SOORTNAMEN[een.soort], _TAALNAMEN[een.taal]),
            actief=een.actief,
        )
        for een in list_sjablonen([nummer for nummer, _ in werkgebied.gemeenten], ook_inactief=True)
    )
    leeg = "Met een sjabloon begint een antwoord met een vaste tekst."
    lijst = Lijst("Sjablonen", ("Sjabloon", "Onderwerp", "Soort", "Taal"), rijen, "Nieuw sjabloon", leeg)
    bevestigingen = [
        (werkgebied.label(taalnaam, nummer), f"{HIER}bevestiging/{nummer}/{taal}/", bool(find_bevestigingstekst(nummer, taal)))
        for nummer, _ in werkgebied.gemeenten
        for taal, taalnaam in TALEN
    ]
    return toon_lijst(verzoek, lijst, HIER, "beheer/sjablonen.html", bevestigingen=bevestigingen)


@scherm(doel=Doel.BEHEREN)
def nieuw_sjabloon(verzoek: Verzoek) -> HttpResponseBase:
    """Add a template."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def sjabloon(verzoek: Verzoek, sjabloon_id: int) -> HttpResponseBase:
    """Change one template, or take it out of use."""
    nu = get_sjabloon(sjabloon_id)
    if nu.gemeente_id not in verzoek.raadpleging.actor.gemeente_ids:
        raise NietGevondenError(f"sjabloon {sjabloon_id}")
    return _edit(verzoek, nu)


def _edit(verzoek: Verzoek, nu: SjabloonBeeld | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    werkgebied = get_werkgebied(verzoek.raadpleging)
    gegevens = (
        Sjabloongegevens(nu.naam, nu.onderwerp, nu.tekst, nu.taal, nu.actief, nu.soort, nu.vooraan)
        if nu
        else Sjabloongegevens("", "", "")
    )
    form = SjabloonForm(verzoek.POST or None, initial=asdict(gegevens), werkgebied=werkgebied, nieuw=nu is None)
    if form.is_valid():
        ingevuld = {veld: form.cleaned_data[veld] for veld in ("naam", "onderwerp", "tekst", "taal", "soort", "vooraan")}
        gegevens = Sjabloongegevens(**ingevuld, actief=form.cleaned_data.get("actief", True))
        with errors_on(form):
            if verzoek.POST.get("doe") == "voorbeeld":
                demand(check_sjabloon(gegevens))
            else:
                if nu is None:
                    add_sjabloon(verzoek.handeling, form.gemeente_id, gegevens)
                else:
                    update_sjabloon(verzoek.handeling, nu.id, gegevens)
                messages.success(verzoek, f"Het sjabloon ‘{gegevens.naam}’ is bewaard.")
                return redirect("beheer:sjablonen")
    gemeente = werkgebied.get_naam(nu.gemeente_id) if nu else werkgebied.gemeenten[0][1]
    waarden = VOORBEELDEN[gegevens.taal] | {"medewerker": verzoek.raadpleging.actor.naam, "gemeente": gemeente}
    return toon_wijzigen(
        verzoek,
        form,
        f"Sjabloon ‘{nu.naam}’" if nu else "Nieuw sjabloon",
        HIER,
        "beheer/sjabloon.html",
        velden=SJABLOONVELDEN.items(),
        open_plek=to_open_plek("datum van antwoord"),
        voorbeeld=(render_sjabloon(gegevens.onderwerp, waarden), render_sjabloon(gegevens.tekst, waarden)),
        voorbeeldtaal=gegevens.taal,
    )
