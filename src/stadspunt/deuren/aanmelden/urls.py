"""Addresses of the sign-in door."""

from django.urls import path

from stadspunt.deuren.aanmelden.aanmelden import aanmelden
from stadspunt.deuren.aanmelden.afmelden import afmelden
from stadspunt.deuren.aanmelden.geen_rol import geen_rol

app_name = "aanmelden"
urlpatterns = [
    path("", aanmelden, name="aanmelden"),
    path("uit/", afmelden, name="afmelden"),
    path("geen-rol/", geen_rol, name="geen_rol"),
]
