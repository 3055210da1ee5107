"""Addresses of the sign-in door."""

from django.urls import path

from stadspunt.deuren.aanmelden.aanmelden import aanmelden, met_passkey
from stadspunt.deuren.aanmelden.afmelden import afmelden
from stadspunt.deuren.aanmelden.beveiligen import app_instellen, beveiligen, passkey_toevoegen
from stadspunt.deuren.aanmelden.bevestigen import bevestigen
from stadspunt.deuren.aanmelden.geen_rol import geen_rol
from stadspunt.deuren.aanmelden.mijn_account import (
    app_weghalen,
    herstelcodes,
    mijn_account,
    passkey_weghalen,
    sessie_beeindigen,
    sessies_beeindigen,
    wachtwoord_wijzigen,
)
from stadspunt.deuren.aanmelden.tweede_stap import tweede_stap
from stadspunt.deuren.aanmelden.wachtwoord_instellen import wachtwoord_instellen

app_name = "aanmelden"
urlpatterns = [
    path("", aanmelden, name="aanmelden"),
    path("passkey/", met_passkey, name="met_passkey"),
    path("tweede-stap/", tweede_stap, name="tweede_stap"),
    path("uit/", afmelden, name="afmelden"),
    path("geen-rol/", geen_rol, name="geen_rol"),
    path("link/<str:geheim>/", wachtwoord_instellen, name="wachtwoord_instellen"),
    path("beveiligen/", beveiligen, name="beveiligen"),
    path("beveiligen/app/", app_instellen, name="app_instellen"),
    path("beveiligen/passkey/", passkey_toevoegen, name="passkey_toevoegen"),
    path("bevestigen/", bevestigen, name="bevestigen"),
    path("mijn-account/", mijn_account, name="mijn_account"),
    path("mijn-account/wachtwoord/", wachtwoord_wijzigen, name="wachtwoord_wijzigen"),
    path("mijn-account/app/weghalen/", app_weghalen, name="app_weghalen"),
    path("mijn-account/passkeys/<int:passkey_id>/weghalen/", passkey_weghalen, name="passkey_weghalen"),
    path("mijn-account/herstelcodes/", herstelcodes, name="herstelcodes"),
    path("mijn-account/sessies/<int:sessie_id>/beeindigen/", sessie_beeindigen, name="sessie_beeindigen"),
    path("mijn-account/sessies/beeindigen/", sessies_beeindigen, name="sessies_beeindigen"),
]
