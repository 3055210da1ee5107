"""The mailboxes: their health, the count of each day, and what was refused."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.queries.postbussen import (
    list_aansluitingen,
    list_alarmen,
    list_postbussen,
    list_weigeringen,
)


@scherm(doel=Doel.BEHEREN)
def postbussen(verzoek: Verzoek) -> HttpResponseBase:
    """Show alarms first, then every mailbox, the daily counts and the refusals."""
    raadpleging = verzoek.raadpleging
    bussen = list_postbussen(raadpleging)
    namen = {bus.id: f"{bus.gebruiker} ({bus.host})" for bus in bussen}
    inhoud = {
        "alarmen": list_alarmen(raadpleging),
        "postbussen": bussen,
        "aansluitingen": [(namen.get(een.postbus_id, ""), een) for een in list_aansluitingen(raadpleging, 30)],
        "weigeringen": [(namen.get(een.postbus_id, ""), een) for een in list_weigeringen(raadpleging, 50)],
        "tabs": build_tabs(raadpleging, "/beheer/postbussen/"),
    }
    return toon(verzoek, "beheer/postbussen.html", inhoud)
