"""Quick codes: list, add, change, end."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.actions import add_snelcode, update_snelcode
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.bronnen.producten.queries_beheer import SnelcodeRegel, get_snelcode_regel, list_alle_snelcodes
from stadspunt.bronnen.producten.rules import Snelcodegegevens
from stadspunt.deuren.beheer.forms_antwoorden import SnelcodeForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

HIER = "/beheer/snelcodes/"


@scherm(doel=Doel.BEHEREN)
def snelcodes(verzoek: Verzoek) -> HttpResponseBase:
    """Show every quick code with its question and product."""
    rijen = tuple(
        Rij(
            een.gemeente_id,
            een.gegevens.code,
            f"{HIER}{een.id}/",
            (een.gegevens.naam, een.product or "Geen product"),
            actief=een.actief,
        )
        for een in list_alle_snelcodes(verzoek.raadpleging)
    )
    leeg = "Met een snelcode legt u een eenvoudige vraag met het antwoord in één keer vast."
    lijst = Lijst("Snelcodes", ("Code", "Vraag", "Product"), rijen, "Nieuwe snelcode", leeg)
    return toon_lijst(verzoek, lijst, HIER)


@scherm(doel=Doel.BEHEREN)
def nieuwe_snelcode(verzoek: Verzoek) -> HttpResponseBase:
    """Add a quick code."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def snelcode(verzoek: Verzoek, snelcode_id: int) -> HttpResponseBase:
    """Change one quick code, or take it out of use."""
    return _edit(verzoek, get_snelcode_regel(verzoek.raadpleging, snelcode_id))


def _edit(verzoek: Verzoek, nu: SnelcodeRegel | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    werkgebied = get_werkgebied(verzoek.raadpleging)
    gemeenten = [nu.gemeente_id] if nu else [nummer for nummer, _ in werkgebied.gemeenten]
    form = SnelcodeForm(
        verzoek.POST or None,
        initial=asdict(nu.gegevens) | {"actief": nu.actief} if nu else None,
        werkgebied=werkgebied,
        nieuw=nu is None,
        producten=tuple((een.id, werkgebied.label(een.naam, een.gemeente_id)) for een in list_producten(gemeenten)),
    )
    if form.is_valid():
        velden = ("code", "naam", "antwoord", "product_id")
        gegevens = Snelcodegegevens(*(form.cleaned_data[veld] for veld in velden))
        with errors_on(form):
            if nu is None:
                add_snelcode(
                    verzoek.handeling, form.gemeente_id, gegevens.code, gegevens.naam, gegevens.antwoord, gegevens.product_id
                )
            else:
                update_snelcode(verzoek.handeling, nu.id, gegevens, actief=form.cleaned_data["actief"])
            messages.success(verzoek, f"De snelcode ‘{gegevens.code}’ is bewaard.")
            return redirect("beheer:snelcodes")
    return toon_wijzigen(verzoek, form, f"Snelcode ‘{nu.gegevens.code}’" if nu else "Nieuwe snelcode", HIER)
