"""The screens with which one thing is added or changed, and the list it stands in."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.werkgebied import Werkgebied, get_werkgebied
from stadspunt.fundament.fouten import GeenRechtError
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek

WIJZIGEN = "beheer.wijzigen"


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of a list: what it is called, what stands below that, and its cells."""

    gemeente_id: int | None
    naam: str
    url: str
    cellen: tuple[str, ...] = ()
    onder: str = ""
    actief: bool = True


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list of things that can be changed; `nieuw` is the button with which one is added, `leeg` what an empty list means."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    nieuw: str
    leeg: str
    uitleg: str = ""
    met_status: bool = True
    met_gemeente: bool = True


def mag_wijzigen(raadpleging: Raadpleging) -> bool:
    """Say whether this actor may also change what he sees here."""
    return raadpleging.actor.has_recht(Doel.BEHEREN, WIJZIGEN)


def demand_wijzigen(raadpleging: Raadpleging) -> None:
    """Raise GeenRechtError for who may look but not change: a form that will be refused is not shown."""
    if not mag_wijzigen(raadpleging):
        raise GeenRechtError(f"dit scherm vraagt het recht {WIJZIGEN}")


def toon_lijst(verzoek: Verzoek, lijst: Lijst, hier: str, template: str = "beheer/lijst.html", **meer: Any) -> HttpResponseBase:
    """Show a list; the municipality is a column when there are more."""
    werkgebied = get_werkgebied(verzoek.raadpleging)
    inhoud = {
        "lijst": lijst,
        "rijen": [(rij, _list_cellen(werkgebied, lijst, rij)) for rij in lijst.rijen],
        "met_gemeente": werkgebied.meer and lijst.met_gemeente,
        "mag_wijzigen": mag_wijzigen(verzoek.raadpleging),
        "tabs": build_tabs(verzoek.raadpleging, hier),
    }
    return toon(verzoek, template, inhoud | meer)


def _list_cellen(werkgebied: Werkgebied, lijst: Lijst, rij: Rij) -> list[tuple[str, str]]:
    """Return each cell with the head of its column, which stands before it where there is no room for a table."""
    cellen = list(zip(lijst.koppen[1:], rij.cellen, strict=True))
    return [*cellen, ("Gemeente", werkgebied.get_naam(rij.gemeente_id))] if werkgebied.meer and lijst.met_gemeente else cellen


def toon_wijzigen(
    verzoek: Verzoek, form: forms.Form, titel: str, hier: str, template: str = "beheer/wijzigen.html", **meer: Any
) -> HttpResponseBase:
    """Show a form; `hier` is the list to which its thing belongs."""
    inhoud = {"form": form, "titel": titel, "terug_url": hier, "tabs": build_tabs(verzoek.raadpleging, hier)}
    return toon(verzoek, template, inhoud | meer, status=400 if form.errors else 200)
