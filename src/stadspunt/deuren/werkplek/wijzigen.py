"""Change what a question is about, without overwriting what a colleague changed meanwhile."""

from dataclasses import dataclass

from django.http import HttpResponseBase, QueryDict
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.deuren.werkplek.forms import WijzigenForm
from stadspunt.deuren.werkplek.klantvraag import COMPLEXITEITEN
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.wijzigen import update_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag


@dataclass(frozen=True, slots=True)
class NuRegel:
    """What a field says now, beside what was typed."""

    naam: str
    waarde: str


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def wijzigen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show the form; on POST change the question.

    When it changed since the form was opened (409) the page shows what it says now beside what
    was typed, and the agent decides again.
    """
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    producten = list_producten([vraag.gemeente_id])
    namen = {een.id: een.naam for een in producten}
    begin = {
        "onderwerp": vraag.onderwerp,
        "product": vraag.product_id,
        "complexiteit": vraag.complexiteit,
        "versie": vraag.versie,
    }
    form = WijzigenForm(producten, data=verzoek.POST if verzoek.method == "POST" else None, initial=begin)
    inhoud = {"vraag": vraag, "form": form}
    if form.is_valid():
        try:
            with errors_on(form):
                update_klantvraag(verzoek.handeling, vraag.id, form.get_gegevens(), form.cleaned_data["versie"])
                return redirect("werkplek:klantvraag", vraag.nummer)
        except AchterhaaldError as weigering:
            weer = WijzigenForm(producten, data=_with_versie(verzoek.POST, vraag.versie))
            weer.is_valid()
            inhoud |= {"form": weer, "melding": get_tekst(weigering), "nu": _list_nu(vraag, namen)}
            return toon(verzoek, "werkplek/wijzigen.html", inhoud, status=409)
    return toon(verzoek, "werkplek/wijzigen.html", inhoud, status=400 if form.errors else 200)


def _with_versie(gegevens: QueryDict, versie: int) -> QueryDict:
    """Return what was typed, now knowing of the change: saving again is a choice."""
    met = gegevens.copy()
    met["versie"] = str(versie)
    return met


def _list_nu(vraag: KlantvraagBeeld, producten: dict[int, str]) -> tuple[NuRegel, ...]:
    return (
        NuRegel("Onderwerp", vraag.onderwerp),
        NuRegel("Product", producten.get(vraag.product_id or 0, "Geen product")),
        NuRegel("Hoe ingewikkeld", COMPLEXITEITEN[vraag.complexiteit]),
    )
