"""Addresses of the administration."""

from django.urls import path

from stadspunt.deuren.beheer.afleveringen import aflevering_opnieuw, afleveringen
from stadspunt.deuren.beheer.ingangen import ingang, ingangen, nieuwe_ingang
from stadspunt.deuren.beheer.inzage import inzage
from stadspunt.deuren.beheer.kanalen import kanaal, kanalen
from stadspunt.deuren.beheer.medewerkers import medewerker, medewerkers, rol_beeindigen
from stadspunt.deuren.beheer.ontvangsten import (
    ontvangst_met_de_hand,
    ontvangst_opnieuw,
    ontvangst_ruw,
    ontvangsten,
)
from stadspunt.deuren.beheer.overzicht import overzicht
from stadspunt.deuren.beheer.postbussen import postbussen
from stadspunt.deuren.beheer.techniek import techniek
from stadspunt.deuren.beheer.verzendingen import verzending_opnieuw, verzendingen

app_name = "beheer"
urlpatterns = [
    path("", overzicht, name="overzicht"),
    path("ontvangsten/", ontvangsten, name="ontvangsten"),
    path("ontvangsten/<uuid:ontvangst>/opnieuw/", ontvangst_opnieuw, name="ontvangst_opnieuw"),
    path("ontvangsten/<uuid:ontvangst>/met-de-hand/", ontvangst_met_de_hand, name="ontvangst_met_de_hand"),
    path("ontvangsten/<uuid:ontvangst>/ruw/", ontvangst_ruw, name="ontvangst_ruw"),
    path("verzendingen/", verzendingen, name="verzendingen"),
    path("verzendingen/<int:verzending_id>/opnieuw/", verzending_opnieuw, name="verzending_opnieuw"),
    path("afleveringen/", afleveringen, name="afleveringen"),
    path("afleveringen/<int:aflevering_id>/opnieuw/", aflevering_opnieuw, name="aflevering_opnieuw"),
    path("kanalen/", kanalen, name="kanalen"),
    path("kanalen/<int:kanaal_id>/", kanaal, name="kanaal"),
    path("ingangen/", ingangen, name="ingangen"),
    path("ingangen/nieuw/", nieuwe_ingang, name="nieuwe_ingang"),
    path("ingangen/<int:ingang_id>/", ingang, name="ingang"),
    path("medewerkers/", medewerkers, name="medewerkers"),
    path("medewerkers/<int:medewerker_id>/", medewerker, name="medewerker"),
    path("medewerkers/<int:medewerker_id>/rollen/<int:toewijzing_id>/beeindigen/", rol_beeindigen, name="rol_beeindigen"),
    path("postbussen/", postbussen, name="postbussen"),
    path("techniek/", techniek, name="techniek"),
    path("inzage/", inzage, name="inzage"),
]
