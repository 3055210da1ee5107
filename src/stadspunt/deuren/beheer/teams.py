"""Teams: list, add, rename, close."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify

from stadspunt.bronnen.organisatie.actions import add_team
from stadspunt.bronnen.organisatie.actions_inrichting import update_team
from stadspunt.bronnen.organisatie.queries import list_afdelingen
from stadspunt.bronnen.organisatie.queries_inrichting import TeamRegel, get_team_regel, list_alle_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.forms_inrichting import TeamForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries_beheer import count_open_van_team

HIER = "/beheer/teams/"


@scherm(doel=Doel.BEHEREN)
def teams(verzoek: Verzoek) -> HttpResponseBase:
    """Show every team, those of the KCC first."""
    rijen = tuple(
        Rij(een.gemeente_id, een.naam, f"{HIER}{een.id}/", (een.afdeling or "KCC", str(een.ingangen)), actief=een.actief)
        for een in list_alle_teams(verzoek.raadpleging)
    )
    lijst = Lijst("Teams", ("Team", "Hoort bij", "Ingangen"), rijen, "Nieuw team", "Een team heeft een eigen werkvoorraad.")
    return toon_lijst(verzoek, lijst, HIER)


@scherm(doel=Doel.BEHEREN)
def nieuw_team(verzoek: Verzoek) -> HttpResponseBase:
    """Add a team."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def team(verzoek: Verzoek, team_id: int) -> HttpResponseBase:
    """Rename one team, or close it when it owns no open question."""
    return _edit(verzoek, get_team_regel(verzoek.raadpleging, team_id))


def _edit(verzoek: Verzoek, nu: TeamRegel | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    werkgebied = get_werkgebied(verzoek.raadpleging)
    form = TeamForm(
        verzoek.POST or None,
        initial={"naam": nu.naam, "actief": nu.actief} if nu else None,
        werkgebied=werkgebied,
        nieuw=nu is None,
        afdelingen=tuple(
            (een.id, werkgebied.label(een.naam, een.gemeente_id))
            for een in list_afdelingen([nummer for nummer, _ in werkgebied.gemeenten])
        ),
    )
    if form.is_valid():
        naam, actief = form.cleaned_data["naam"], form.cleaned_data.get("actief", True)
        open_ = count_open_van_team(verzoek.raadpleging, nu.id) if nu and nu.actief and not actief else 0
        if open_:
            form.add_error("actief", f"Dit team heeft nog {open_} open vragen. Geef ze eerst aan een ander team of handel ze af.")
            return toon_wijzigen(verzoek, form, f"Team ‘{naam}’", HIER)
        with errors_on(form):
            if nu is None:
                slug = slugify(naam)[:60]
                add_team(verzoek.handeling, form.gemeente_id, naam, slug, afdeling_id=form.cleaned_data["afdeling"])
            else:
                update_team(verzoek.handeling, nu.id, naam, actief=actief)
            messages.success(verzoek, f"Het team ‘{naam}’ is bewaard.")
            return redirect("beheer:teams")
    return toon_wijzigen(verzoek, form, f"Team ‘{nu.naam}’" if nu else "Nieuw team", HIER)
