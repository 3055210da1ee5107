"""Who broke the glass of a confidential question, and why: for the privacy officer."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.noodinzage import record_toezicht
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import list_noodinzagen

HIER = "/beheer/noodinzagen/"


@dataclass(frozen=True, slots=True)
class Noodpost:
    """One row; `bekeken` says by whom and when, empty while nobody looked at it."""

    id: int
    nummer: str
    bestaat: bool
    wie: str
    reden: str
    wanneer: str
    tot: str
    bekeken: str


@scherm(doel=Doel.BEHEREN)
def noodinzagen(verzoek: Verzoek) -> HttpResponseBase:
    """Show every breaking of the glass, those that nobody looked at first."""
    regels = list_noodinzagen(verzoek.raadpleging)
    namen = get_medewerkers({een for regel in regels for een in (regel.medewerker_id, regel.bekeken_door_id) if een})
    vandaag = verzoek.raadpleging.vandaag
    posten = [
        Noodpost(
            regel.id,
            regel.nummer,
            regel.bestaat,
            namen[regel.medewerker_id].naam,
            regel.reden,
            format_moment_kort(regel.begonnen, vandaag),
            format_moment_kort(regel.tot, vandaag),
            f"{namen[regel.bekeken_door_id].naam}, {format_moment_kort(regel.bekeken_op, vandaag)}"
            if regel.bekeken_door_id and regel.bekeken_op
            else "",
        )
        for regel in regels
    ]
    return toon(verzoek, "beheer/noodinzagen.html", {"posten": posten, "tabs": build_tabs(verzoek.raadpleging, HIER)})


@scherm(doel=Doel.BEHEREN)
@require_POST
def noodinzage_bekeken(verzoek: Verzoek, noodinzage_id: int) -> HttpResponseBase:
    """Note that the privacy officer looked at it."""
    record_toezicht(verzoek.handeling, noodinzage_id)
    messages.success(verzoek, "Bewaard: u hebt deze noodinzage bekeken.")
    return redirect("beheer:noodinzagen")
