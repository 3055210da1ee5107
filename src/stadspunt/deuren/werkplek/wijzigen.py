"""Change what a question is about, without overwriting what a colleague changed meanwhile."""

from dataclasses import dataclass

from django.http import HttpResponseBase, QueryDict

from stadspunt.bronnen.organisatie.beelden import TeamBeeld
from stadspunt.bronnen.organisatie.queries import list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.queries import ProductBeeld, list_producten
from stadspunt.deuren.werkplek.forms import WijzigenForm
from stadspunt.deuren.werkplek.klantvraag import COMPLEXITEITEN
from stadspunt.deuren.werkplek.vertrouwelijk import ga_terug
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.wijzigen import update_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN


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
    # A closed question is of nobody's list.
    teams = list_teams([vraag.gemeente_id], alleen_kcc=True) if vraag.status in OPEN_STATUSSEN else []
    begin = {
        "onderwerp": vraag.onderwerp,
        "product": vraag.product_id,
        "complexiteit": vraag.complexiteit,
        "team": vraag.team_id,
        "versie": vraag.versie,
    }
    form = WijzigenForm(producten, teams, data=verzoek.POST if verzoek.method == "POST" else None, initial=begin)
    inhoud = {"vraag": vraag, "form": form}
    if form.is_valid():
        try:
            with errors_on(form):
                update_klantvraag(verzoek.handeling, vraag.id, form.get_gegevens(), form.cleaned_data["versie"])
                return ga_terug(verzoek, vraag, "De vraag is bewaard.")
        except AchterhaaldError as weigering:
            weer = WijzigenForm(producten, teams, data=_with_versie(verzoek.POST, vraag.versie))
            weer.is_valid()
            inhoud |= {"form": weer, "melding": get_tekst(weigering), "nu": _list_nu(vraag, producten, teams)}
            return toon(verzoek, "werkplek/wijzigen.html", inhoud, status=409)
    return toon(verzoek, "werkplek/wijzigen.html", inhoud, status=400 if form.errors else 200)


def _with_versie(gegevens: QueryDict, versie: int) -> QueryDict:
    """Return what was typed, now knowing of the change: saving again is a choice."""
    met = gegevens.copy()
    met["versie"] = str(versie)
    return met


def _list_nu(vraag: KlantvraagBeeld, producten: list[ProductBeeld], teams: list[TeamBeeld]) -> tuple[NuRegel, ...]:
    product = next((een.naam for een in producten if een.id == vraag.product_id), "Geen product")
    team = tuple(NuRegel("Team", een.naam) for een in teams if een.id == vraag.team_id)
    return (
        NuRegel("Onderwerp", vraag.onderwerp),
        NuRegel("Product", product),
        NuRegel("Hoe ingewikkeld", COMPLEXITEITEN[vraag.complexiteit]),
        *(team if len(teams) > 1 else ()),
    )
