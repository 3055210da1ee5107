"""Addresses of what is of the employee himself."""

from django.urls import path

from stadspunt.deuren.mijn.instellingen import instellingen
from stadspunt.deuren.mijn.tekstblokken import nieuw_tekstblok, tekstblok, tekstblok_weg, tekstblokken

app_name = "mijn"
urlpatterns = [
    path("instellingen/", instellingen, name="instellingen"),
    path("tekstblokken/", tekstblokken, name="tekstblokken"),
    path("tekstblokken/nieuw/", nieuw_tekstblok, name="nieuw_tekstblok"),
    path("tekstblokken/<int:tekstblok_id>/", tekstblok, name="tekstblok"),
    path("tekstblokken/<int:tekstblok_id>/weg/", tekstblok_weg, name="tekstblok_weg"),
]
