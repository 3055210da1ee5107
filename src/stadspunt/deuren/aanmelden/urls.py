"""Addresses of the sign-in door."""

from django.urls import path

from stadspunt.deuren.aanmelden.aanmelden import aanmelden
from stadspunt.deuren.aanmelden.afmelden import afmelden
from stadspunt.deuren.aanmelden.geen_rol import geen_rol
from stadspunt.deuren.aanmelden.wachtwoord_instellen import wachtwoord_instellen

app_name = "aanmelden"
urlpatterns = [
    path("", aanmelden, name="aanmelden"),
    path("uit/", afmelden, name="afmelden"),
    path("geen-rol/", geen_rol, name="geen_rol"),
    path("link/<str:geheim>/", wachtwoord_instellen, name="wachtwoord_instellen"),
]
