"""Addresses of the work place."""

from django.urls import path

from stadspunt.deuren.werkplek.actieve_klant import erbij, loslaten
from stadspunt.deuren.werkplek.beantwoorden import beantwoorden
from stadspunt.deuren.werkplek.berichten import ongedaan_maken, opnieuw_versturen
from stadspunt.deuren.werkplek.bestanden import bestand
from stadspunt.deuren.werkplek.concepten import aanwezig, concept_bewaren, concept_weggooien, lezers
from stadspunt.deuren.werkplek.controleren import controleren
from stadspunt.deuren.werkplek.kader_strook import strook
from stadspunt.deuren.werkplek.klantvraag import klantvraag
from stadspunt.deuren.werkplek.koppelen import koppelen
from stadspunt.deuren.werkplek.macros import macro, macro_ongedaan
from stadspunt.deuren.werkplek.macros_lijst import macro_op_lijst
from stadspunt.deuren.werkplek.noodinzage import noodinzage
from stadspunt.deuren.werkplek.notitie import notitie
from stadspunt.deuren.werkplek.overdragen import overdragen, terughalen
from stadspunt.deuren.werkplek.partij import adres_weghalen, partij, partij_wijzigen
from stadspunt.deuren.werkplek.registreren.geregistreerd import geregistreerd
from stadspunt.deuren.werkplek.registreren.scherm import klanten_zoeken, nieuw_contact, productantwoord
from stadspunt.deuren.werkplek.samenvoegen import samenvoegen, uit_elkaar
from stadspunt.deuren.werkplek.tekstblokken import tekstblok_gebruikt, tekstblokken
from stadspunt.deuren.werkplek.treffers import treffers
from stadspunt.deuren.werkplek.vertrouwelijk import vertrouwelijk
from stadspunt.deuren.werkplek.vervallen import vervallen
from stadspunt.deuren.werkplek.vervolgcontact import vervolgcontact
from stadspunt.deuren.werkplek.vraagacties import heropenen, oppakken, overnemen, vrijgeven
from stadspunt.deuren.werkplek.wachten import wachten, wekken
from stadspunt.deuren.werkplek.werkvoorraad import werkvoorraad
from stadspunt.deuren.werkplek.wijzigen import wijzigen

app_name = "werkplek"
urlpatterns = [
    path("", werkvoorraad, name="werkvoorraad"),
    path("treffers/", treffers, name="treffers"),
    path("contacten/nieuw/", nieuw_contact, name="nieuw_contact"),
    path("strook/", strook, name="strook"),
    path("contacten/loslaten/", loslaten, name="loslaten"),
    path("contacten/nieuw/klanten/", klanten_zoeken, name="klanten_zoeken"),
    path("contacten/nieuw/product/<int:nummer>/", productantwoord, name="productantwoord"),
    path("contacten/<int:klantcontact_id>/", geregistreerd, name="geregistreerd"),
    path("concepten/", concept_bewaren, name="concept_bewaren"),
    path("concepten/weg/", concept_weggooien, name="concept_weggooien"),
    path("aanwezig/", aanwezig, name="aanwezig"),
    path("tekstblokken/", tekstblokken, name="tekstblokken"),
    path("tekstblokken/<int:tekstblok_id>/gebruikt/", tekstblok_gebruikt, name="tekstblok_gebruikt"),
    path("klantvragen/<str:nummer>/", klantvraag, name="klantvraag"),
    path("klantvragen/<str:nummer>/bij-contact/", erbij, name="bij_contact"),
    path("klantvragen/<str:nummer>/lezers/", lezers, name="lezers"),
    path("klantvragen/<str:nummer>/oppakken/", oppakken, name="oppakken"),
    path("klantvragen/<str:nummer>/overnemen/", overnemen, name="overnemen"),
    path("klantvragen/<str:nummer>/vrijgeven/", vrijgeven, name="vrijgeven"),
    path("klantvragen/<str:nummer>/heropenen/", heropenen, name="heropenen"),
    path("klantvragen/<str:nummer>/wachten/", wachten, name="wachten"),
    path("klantvragen/<str:nummer>/samenvoegen/", samenvoegen, name="samenvoegen"),
    path("klantvragen/<str:nummer>/uit-elkaar/", uit_elkaar, name="uit_elkaar"),
    path("klantvragen/<str:nummer>/wekken/", wekken, name="wekken"),
    path("klantvragen/<str:nummer>/notitie/", notitie, name="notitie"),
    path("klantvragen/<str:nummer>/wijzigen/", wijzigen, name="wijzigen"),
    path("klantvragen/<str:nummer>/contact/", vervolgcontact, name="vervolgcontact"),
    path("klantvragen/<str:nummer>/koppelen/", koppelen, name="koppelen"),
    path("klantvragen/<str:nummer>/vervallen/", vervallen, name="vervallen"),
    path("klantvragen/<str:nummer>/vertrouwelijk/", vertrouwelijk, name="vertrouwelijk"),
    path("noodinzage/", noodinzage, name="noodinzage"),
    path("klantvragen/<str:nummer>/beantwoorden/", beantwoorden, name="beantwoorden"),
    path("klantvragen/<str:nummer>/overdragen/", overdragen, name="overdragen"),
    path("klantvragen/<str:nummer>/terughalen/", terughalen, name="terughalen"),
    path("klantvragen/<str:nummer>/controleren/", controleren, name="controleren"),
    path("klantvragen/<str:nummer>/macro/<int:macro_id>/", macro, name="macro"),
    path("macros/", macro_op_lijst, name="macro_op_lijst"),
    path("macros/<int:macrouitvoering_id>/ongedaan/", macro_ongedaan, name="macro_ongedaan"),
    path("berichten/<int:bericht_id>/ongedaan/", ongedaan_maken, name="bericht_ongedaan"),
    path("berichten/<int:bericht_id>/opnieuw/", opnieuw_versturen, name="bericht_opnieuw"),
    path("bestanden/<uuid:uuid>/", bestand, name="bestand"),
    path("partijen/<int:partij_id>/", partij, name="partij"),
    path("partijen/<int:partij_id>/wijzigen/", partij_wijzigen, name="partij_wijzigen"),
    path("partijen/<int:partij_id>/adres-weghalen/", adres_weghalen, name="adres_weghalen"),
]
