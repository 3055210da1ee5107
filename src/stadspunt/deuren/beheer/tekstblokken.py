"""Shared pieces of text: list with how often they are used, add, change, end."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.queries import list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import add_tekstblok, update_tekstblok
from stadspunt.bronnen.tekstblokken.beelden import TekstblokBeeld
from stadspunt.bronnen.tekstblokken.queries import get_gedeeld_tekstblok, list_gedeelde_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import VRAAGVELDEN, WAARVOORNAMEN, Waarvoor
from stadspunt.deuren.beheer.forms_tekstblokken import TekstblokForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.waarden.invulplekken import to_open_plek

HIER = "/beheer/tekstblokken/"


@scherm(doel=Doel.BEHEREN)
def tekstblokken(verzoek: Verzoek) -> HttpResponseBase:
    """Show every shared piece of text with how often and when it was last used, to weed."""
    werkgebied = get_werkgebied(verzoek.raadpleging)
    teams = {een.id: een.naam for een in list_teams(verzoek.raadpleging.actor.gemeente_ids)}
    rijen = tuple(
        Rij(
            een.gemeente_id or 0,
            een.naam,
            f"{HIER}{een.id}/",
            (
                f"::{een.code}",
                ", ".join(WAARVOORNAMEN[Waarvoor(deel)] for deel in een.waarvoor),
                _describe_bereik(werkgebied.get_naam(een.gemeente_id) if een.gemeente_id else "", een, teams, werkgebied.meer),
                _describe_gebruik(verzoek.raadpleging, een),
            ),
            actief=een.actief,
        )
        for een in list_gedeelde_tekstblokken(verzoek.raadpleging)
    )
    leeg = "Met een tekstblok zet een medewerker een vaste zin in een veld, door :: te typen."
    koppen = ("Tekstblok", "Woord", "Waarvoor", "Voor wie", "Gebruikt")
    lijst = Lijst("Tekstblokken", koppen, rijen, "Nieuw tekstblok", leeg, met_gemeente=False)
    return toon_lijst(verzoek, lijst, HIER)


def _describe_bereik(gemeente: str, blok: TekstblokBeeld, teams: dict[int, str], meer: bool) -> str:
    team = teams.get(blok.team_id, "Een team dat niet meer bestaat") if blok.team_id else "Alle teams"
    return f"{gemeente or 'Alle gemeenten'}, {team.lower() if not blok.team_id else team}" if meer else team


def _describe_gebruik(raadpleging: Raadpleging, blok: TekstblokBeeld) -> str:
    if blok.laatst_gebruikt_op is None:
        return "Nooit"
    keer = "1 keer" if blok.aantal_gebruikt == 1 else f"{blok.aantal_gebruikt} keer"
    return f"{keer}, laatst {format_moment_kort(blok.laatst_gebruikt_op, raadpleging.vandaag)}"


@scherm(doel=Doel.BEHEREN)
def nieuw_tekstblok(verzoek: Verzoek) -> HttpResponseBase:
    """Add a shared piece of text."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def tekstblok(verzoek: Verzoek, tekstblok_id: int) -> HttpResponseBase:
    """Change one, or take it out of use."""
    return _edit(verzoek, get_gedeeld_tekstblok(verzoek.raadpleging, tekstblok_id))


def _edit(verzoek: Verzoek, nu: TekstblokBeeld | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    werkgebied = get_werkgebied(verzoek.raadpleging)
    gemeente_ids = [nu.gemeente_id] if nu and nu.gemeente_id else [] if nu else [een for een, _ in werkgebied.gemeenten]
    form = TekstblokForm(
        verzoek.POST if verzoek.method == "POST" else None,
        initial=_to_begin(nu) if nu else None,
        werkgebied=werkgebied,
        teams=tuple((een.id, werkgebied.label(een.naam, een.gemeente_id)) for een in list_teams(gemeente_ids)),
        nieuw=nu is None,
    )
    if form.is_valid():
        with errors_on(form):
            gegevens = form.get_gegevens()
            if nu is None:
                add_tekstblok(verzoek.handeling, gegevens, form.gemeente_id, form.cleaned_data["team"])
            else:
                update_tekstblok(verzoek.handeling, nu.id, gegevens, form.cleaned_data["team"])
            messages.success(verzoek, f"Het tekstblok ‘{gegevens.naam.strip()}’ is bewaard.")
            return redirect("beheer:tekstblokken")
    return toon_wijzigen(
        verzoek,
        form,
        f"Tekstblok ‘{nu.naam}’" if nu else "Nieuw tekstblok",
        HIER,
        "beheer/tekstblok.html",
        velden=VRAAGVELDEN.items(),
        open_plek=to_open_plek("datum van antwoord"),
    )


def _to_begin(nu: TekstblokBeeld) -> dict[str, Any]:
    velden = ("naam", "code", "tekst_nl", "tekst_en", "actief")
    return {naam: getattr(nu, naam) for naam in velden} | {"waarvoor": list(nu.waarvoor), "team": nu.team_id}
