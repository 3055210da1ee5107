"""Macros: list with how often they are done, add, change, end."""

from collections.abc import Collection

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.bronnen.tekstblokken.queries import list_gedeelde_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import VRAAGVELDEN, Waarvoor
from stadspunt.deuren.beheer.forms_macros import MacroForm, Stapkeuzes, describe_stappen, to_begin
from stadspunt.deuren.beheer.werkgebied import Werkgebied, get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.queries.sjablonen import list_sjablonen
from stadspunt.stromen.macros.actions.inrichten import add_macro, update_macro
from stadspunt.stromen.macros.beelden import MacroBeeld
from stadspunt.stromen.macros.queries import get_macro_regel, list_alle_macros

HIER = "/beheer/macros/"


@scherm(doel=Doel.BEHEREN)
def macros(verzoek: Verzoek) -> HttpResponseBase:
    """Show every macro with its steps and how often it was done."""
    rijen = tuple(
        Rij(
            een.gemeente_id,
            een.gegevens.naam,
            f"{HIER}{een.id}/",
            (describe_stappen(een.gegevens.stappen).capitalize(), _describe_gebruik(verzoek.raadpleging, een)),
            actief=een.gegevens.actief,
        )
        for een in list_alle_macros(verzoek.raadpleging)
    )
    leeg = "Met een macro doet een medewerker vaste stappen in één keer, bij één vraag of bij meer vragen tegelijk."
    return toon_lijst(verzoek, Lijst("Macro’s", ("Macro", "Stappen", "Gebruikt"), rijen, "Nieuwe macro", leeg), HIER)


def _describe_gebruik(raadpleging: Raadpleging, macro: MacroBeeld) -> str:
    if macro.laatst_op is None:
        return "Nooit"
    return f"{macro.aantal} keer, laatst {format_moment_kort(macro.laatst_op, raadpleging.vandaag)}"


@scherm(doel=Doel.BEHEREN)
def nieuwe_macro(verzoek: Verzoek) -> HttpResponseBase:
    """Add a macro."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def macro(verzoek: Verzoek, macro_id: int) -> HttpResponseBase:
    """Change one macro, or take it out of use."""
    return _edit(verzoek, get_macro_regel(verzoek.raadpleging, macro_id))


def _edit(verzoek: Verzoek, nu: MacroBeeld | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    werkgebied = get_werkgebied(verzoek.raadpleging)
    gemeente_ids = [nu.gemeente_id] if nu else [nummer for nummer, _ in werkgebied.gemeenten]
    form = MacroForm(
        verzoek.POST if verzoek.method == "POST" else None,
        initial=to_begin(nu.gegevens) if nu else None,
        werkgebied=werkgebied,
        nieuw=nu is None,
        keuzes=_list_keuzes(verzoek.raadpleging, werkgebied, gemeente_ids),
    )
    if form.is_valid():
        gegevens = form.get_gegevens()
        with errors_on(form):
            if nu is None:
                add_macro(verzoek.handeling, form.gemeente_id, gegevens)
            else:
                update_macro(verzoek.handeling, nu.id, gegevens)
            messages.success(verzoek, f"De macro ‘{gegevens.naam.strip()}’ is bewaard.")
            return redirect("beheer:macros")
    titel = f"Macro ‘{nu.gegevens.naam}’" if nu else "Nieuwe macro"
    uitleg = "De stappen gebeuren van boven naar beneden. Er is ten hoogste één laatste stap."
    return toon_wijzigen(verzoek, form, titel, HIER, "beheer/macro.html", uitleg=uitleg, velden=VRAAGVELDEN.items())


def _list_keuzes(raadpleging: Raadpleging, werkgebied: Werkgebied, gemeente_ids: Collection[int]) -> Stapkeuzes:
    def label(naam: str, gemeente_id: int) -> str:
        return werkgebied.label(naam, gemeente_id) if len(gemeente_ids) > 1 else naam

    notities = (een for een in list_gedeelde_tekstblokken(raadpleging) if een.actief and Waarvoor.NOTITIE in een.waarvoor)
    return Stapkeuzes(
        producten=tuple((een.id, label(een.naam, een.gemeente_id)) for een in list_producten(gemeente_ids)),
        teams=tuple((een.id, label(een.naam, een.gemeente_id)) for een in list_teams(gemeente_ids, alleen_kcc=True)),
        tekstblokken=tuple((een.id, een.naam) for een in notities if een.gemeente_id is None or een.gemeente_id in gemeente_ids),
        sjablonen=tuple((een.id, label(f"{een.naam} ({een.taal})", een.gemeente_id)) for een in list_sjablonen(gemeente_ids)),
        afdelingen=tuple((een.id, label(een.naam, een.gemeente_id)) for een in list_afdelingen(gemeente_ids)),
    )
