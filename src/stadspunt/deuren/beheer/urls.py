"""Addresses of the administration."""

from django.urls import path

from stadspunt.deuren.beheer.accounts import aanmeldlogboek, account, tweede_stap
from stadspunt.deuren.beheer.afdelingen import afdeling, afdelingen, nieuwe_afdeling
from stadspunt.deuren.beheer.afleveringen import aflevering_opnieuw, afleveringen
from stadspunt.deuren.beheer.bevestiging import bevestiging, bevestiging_standaard
from stadspunt.deuren.beheer.gemeenten import gemeente, gemeenten, nieuwe_gemeente
from stadspunt.deuren.beheer.gezondheid import gezondheid, techniek
from stadspunt.deuren.beheer.ingangen import ingang, ingangen, nieuwe_ingang
from stadspunt.deuren.beheer.inzage import inzage
from stadspunt.deuren.beheer.kanalen import kanaal, kanalen
from stadspunt.deuren.beheer.macros import macro, macros, nieuwe_macro
from stadspunt.deuren.beheer.medewerkers import medewerker, medewerkers, rol_beeindigen
from stadspunt.deuren.beheer.noodinzagen import noodinzage_bekeken, noodinzagen
from stadspunt.deuren.beheer.ontvangsten import (
    ontvangst_met_de_hand,
    ontvangst_opnieuw,
    ontvangst_ruw,
    ontvangsten,
)
from stadspunt.deuren.beheer.overzicht import overzicht
from stadspunt.deuren.beheer.postbussen import nieuwe_postbus, postbus, postbus_proberen, postbussen
from stadspunt.deuren.beheer.producten import nieuw_product, product, producten
from stadspunt.deuren.beheer.servicenormen import servicenorm_terugnemen, servicenormen
from stadspunt.deuren.beheer.sjablonen import nieuw_sjabloon, sjablonen, sjabloon
from stadspunt.deuren.beheer.sluitingsdagen import feestdagen_toevoegen, sluitingsdag_weghalen, sluitingsdagen
from stadspunt.deuren.beheer.snelcodes import nieuwe_snelcode, snelcode, snelcodes
from stadspunt.deuren.beheer.teams import nieuw_team, team, teams
from stadspunt.deuren.beheer.tekstblokken import nieuw_tekstblok, tekstblok, tekstblokken
from stadspunt.deuren.beheer.verzendingen import post_vrijgeven, verzending_opnieuw, verzendingen
from stadspunt.deuren.beheer.wachtredenen import nieuwe_wachtreden, wachtreden, wachtredenen

app_name = "beheer"
urlpatterns = [
    path("", overzicht, name="overzicht"),
    path("ontvangsten/", ontvangsten, name="ontvangsten"),
    path("ontvangsten/<uuid:ontvangst>/opnieuw/", ontvangst_opnieuw, name="ontvangst_opnieuw"),
    path("ontvangsten/<uuid:ontvangst>/met-de-hand/", ontvangst_met_de_hand, name="ontvangst_met_de_hand"),
    path("ontvangsten/<uuid:ontvangst>/ruw/", ontvangst_ruw, name="ontvangst_ruw"),
    path("verzendingen/", verzendingen, name="verzendingen"),
    path("verzendingen/vrijgeven/", post_vrijgeven, name="post_vrijgeven"),
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
    path("postbussen/nieuw/", nieuwe_postbus, name="nieuwe_postbus"),
    path("postbussen/<int:postbus_id>/", postbus, name="postbus"),
    path("postbussen/<int:postbus_id>/proberen/", postbus_proberen, name="postbus_proberen"),
    path("sjablonen/", sjablonen, name="sjablonen"),
    path("sjablonen/nieuw/", nieuw_sjabloon, name="nieuw_sjabloon"),
    path("sjablonen/<int:sjabloon_id>/", sjabloon, name="sjabloon"),
    path("sjablonen/bevestiging/<int:gemeente_id>/<str:taal>/", bevestiging, name="bevestiging"),
    path("sjablonen/bevestiging/<int:gemeente_id>/<str:taal>/standaard/", bevestiging_standaard, name="bevestiging_standaard"),
    path("tekstblokken/", tekstblokken, name="tekstblokken"),
    path("tekstblokken/nieuw/", nieuw_tekstblok, name="nieuw_tekstblok"),
    path("tekstblokken/<int:tekstblok_id>/", tekstblok, name="tekstblok"),
    path("macros/", macros, name="macros"),
    path("macros/nieuw/", nieuwe_macro, name="nieuwe_macro"),
    path("macros/<int:macro_id>/", macro, name="macro"),
    path("producten/", producten, name="producten"),
    path("producten/nieuw/", nieuw_product, name="nieuw_product"),
    path("producten/<int:product_id>/", product, name="product"),
    path("wachtredenen/", wachtredenen, name="wachtredenen"),
    path("wachtredenen/nieuw/", nieuwe_wachtreden, name="nieuwe_wachtreden"),
    path("wachtredenen/<int:wachtreden_id>/", wachtreden, name="wachtreden"),
    path("snelcodes/", snelcodes, name="snelcodes"),
    path("snelcodes/nieuw/", nieuwe_snelcode, name="nieuwe_snelcode"),
    path("snelcodes/<int:snelcode_id>/", snelcode, name="snelcode"),
    path("servicenormen/", servicenormen, name="servicenormen"),
    path("servicenormen/<int:norm_id>/terugnemen/", servicenorm_terugnemen, name="servicenorm_terugnemen"),
    path("sluitingsdagen/", sluitingsdagen, name="sluitingsdagen"),
    path("sluitingsdagen/<int:sluitingsdag_id>/weghalen/", sluitingsdag_weghalen, name="sluitingsdag_weghalen"),
    path("sluitingsdagen/feestdagen/<int:gemeente_id>/", feestdagen_toevoegen, name="feestdagen_toevoegen"),
    path("teams/", teams, name="teams"),
    path("teams/nieuw/", nieuw_team, name="nieuw_team"),
    path("teams/<int:team_id>/", team, name="team"),
    path("afdelingen/", afdelingen, name="afdelingen"),
    path("afdelingen/nieuw/", nieuwe_afdeling, name="nieuwe_afdeling"),
    path("afdelingen/<int:afdeling_id>/", afdeling, name="afdeling"),
    path("gemeenten/", gemeenten, name="gemeenten"),
    path("gemeenten/nieuw/", nieuwe_gemeente, name="nieuwe_gemeente"),
    path("gemeenten/<int:gemeente_id>/", gemeente, name="gemeente"),
    path("gezondheid/", gezondheid, name="gezondheid"),
    path("medewerkers/<int:medewerker_id>/account/", account, name="account"),
    path("tweede-stap/", tweede_stap, name="tweede_stap"),
    path("aanmeldlogboek/", aanmeldlogboek, name="aanmeldlogboek"),
    path("techniek/", techniek, name="techniek"),
    path("inzage/", inzage, name="inzage"),
    path("noodinzagen/", noodinzagen, name="noodinzagen"),
    path("noodinzagen/<int:noodinzage_id>/bekeken/", noodinzage_bekeken, name="noodinzage_bekeken"),
]
