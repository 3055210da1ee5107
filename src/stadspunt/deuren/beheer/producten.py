"""Products in short: list, add, change, end."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify

from stadspunt.bronnen.organisatie.queries import list_afdelingen
from stadspunt.bronnen.organisatie.queries_beheer import get_keuzes
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.actions import add_product, update_product
from stadspunt.bronnen.producten.queries_beheer import ProductRegel, get_product_regel, list_alle_producten
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.deuren.beheer.forms_antwoorden import ProductForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

HIER = "/beheer/producten/"
_VELDEN = (
    "naam", "afdeling_id", "upl_uri", "thema", "zoekwoorden", "eerste_antwoord", "knip", "norm_werkdagen", "eigenaar_id",
    "vertrouwelijk",
)  # fmt: skip


@scherm(doel=Doel.BEHEREN)
def producten(verzoek: Verzoek) -> HttpResponseBase:
    """Show every product with its department and its norm."""
    afdelingen = {een.id: een.naam for een in list_afdelingen(verzoek.raadpleging.actor.gemeente_ids)}
    rijen = tuple(
        Rij(
            een.gemeente_id,
            een.gegevens.naam,
            f"{HIER}{een.id}/",
            (afdelingen.get(een.gegevens.afdeling_id, "Gesloten afdeling"), _to_norm(een.gegevens.norm_werkdagen)),
            onder=een.gegevens.thema,
            actief=een.actief,
        )
        for een in list_alle_producten(verzoek.raadpleging)
    )
    leeg = "Een product zegt waar een vraag over gaat en welke afdeling erbij hoort."
    lijst = Lijst("Producten", ("Product", "Afdeling", "Norm"), rijen, "Nieuw product", leeg)
    return toon_lijst(verzoek, lijst, HIER)


def _to_norm(werkdagen: int | None) -> str:
    if werkdagen is None:
        return "Die van het kanaal"
    return f"{werkdagen} werkdag" if werkdagen == 1 else f"{werkdagen} werkdagen"


@scherm(doel=Doel.BEHEREN)
def nieuw_product(verzoek: Verzoek) -> HttpResponseBase:
    """Add a product."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def product(verzoek: Verzoek, product_id: int) -> HttpResponseBase:
    """Change one product, or take it out of use."""
    return _edit(verzoek, get_product_regel(verzoek.raadpleging, product_id))


def _edit(verzoek: Verzoek, nu: ProductRegel | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    werkgebied = get_werkgebied(verzoek.raadpleging)
    gemeenten = [nu.gemeente_id] if nu else [nummer for nummer, _ in werkgebied.gemeenten]
    form = ProductForm(
        verzoek.POST or None,
        initial=asdict(nu.gegevens) | {"actief": nu.actief} if nu else None,
        werkgebied=werkgebied,
        nieuw=nu is None,
        afdelingen=tuple((een.id, werkgebied.label(een.naam, een.gemeente_id)) for een in list_afdelingen(gemeenten)),
        medewerkers=get_keuzes(verzoek.raadpleging).medewerkers,
    )
    if form.is_valid():
        slug = nu.gegevens.slug if nu else slugify(form.cleaned_data["naam"])[:80]
        gegevens = Productgegevens(slug=slug, **{veld: form.cleaned_data[veld] for veld in _VELDEN})
        with errors_on(form):
            if nu is None:
                add_product(verzoek.handeling, form.gemeente_id, gegevens)
            else:
                update_product(verzoek.handeling, nu.id, gegevens, actief=form.cleaned_data["actief"])
            messages.success(verzoek, f"Het product ‘{gegevens.naam}’ is bewaard.")
            return redirect("beheer:producten")
    titel = f"Product ‘{nu.gegevens.naam}’" if nu else "Nieuw product"
    uitleg = "Wat aan klanten is beloofd, verandert niet als u de norm verandert." if nu else ""
    return toon_wijzigen(verzoek, form, titel, HIER, uitleg=uitleg)
