"""Addresses of the desk of a department."""

from django.urls import path

from stadspunt.deuren.vakafdeling.bestanden import bestand
from stadspunt.deuren.vakafdeling.concepten import aanwezig, concept_bewaren, concept_weggooien, lezers
from stadspunt.deuren.vakafdeling.lijst import lijst
from stadspunt.deuren.vakafdeling.opdracht import opdracht, oppakken, teruggeven, vrijgeven
from stadspunt.deuren.vakafdeling.tekstblokken import tekstblok_gebruikt, tekstblokken

app_name = "vakafdeling"
urlpatterns = [
    path("", lijst, name="lijst"),
    path("tekstblokken/", tekstblokken, name="tekstblokken"),
    path("tekstblokken/<int:tekstblok_id>/gebruikt/", tekstblok_gebruikt, name="tekstblok_gebruikt"),
    path("opdrachten/<uuid:uuid>/", opdracht, name="opdracht"),
    path("opdrachten/<uuid:uuid>/teruggeven/", teruggeven, name="teruggeven"),
    path("opdrachten/<uuid:uuid>/oppakken/", oppakken, name="oppakken"),
    path("opdrachten/<uuid:uuid>/vrijgeven/", vrijgeven, name="vrijgeven"),
    path("opdrachten/<uuid:uuid>/concept/", concept_bewaren, name="concept_bewaren"),
    path("opdrachten/<uuid:uuid>/concept/weg/", concept_weggooien, name="concept_weggooien"),
    path("opdrachten/<uuid:uuid>/aanwezig/", aanwezig, name="aanwezig"),
    path("opdrachten/<uuid:uuid>/lezers/", lezers, name="lezers"),
    path("opdrachten/<uuid:uuid>/bestanden/<uuid:document_uuid>/", bestand, name="bestand"),
]
