"""Set up a second step: an app or a passkey. Here comes whose role asks one before anything else."""

import segno
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.binnenlaten import ask_bevestiging, mark_tweede_stap
from stadspunt.deuren.aanmelden.forms import NieuweAppForm, NieuwePasskeyForm
from stadspunt.deuren.aanmelden.passkeyplek import find_plek
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.eenmalig import make_bewijs, read_bewijs
from stadspunt.fundament.toegang.passkeys import add_passkey, ask_nieuwe_passkey
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.sessies import has_tweede_stap, hash_sleutel
from stadspunt.fundament.toegang.totp import NieuweApp, make_app
from stadspunt.fundament.toegang.tweede_stap import add_app, get_eigen_factoren


def _find_eerst(verzoek: Verzoek) -> HttpResponseBase | None:
    """Return where somebody must go before he may set up a second step, or None.

    Whose account has one that this session did not show signs in again: else it could be replaced without it.
    """
    if get_eigen_factoren(verzoek.raadpleging).ingesteld and not has_tweede_stap(verzoek.session):
        logout(verzoek)
        return redirect("aanmelden:aanmelden")
    return ask_bevestiging(verzoek)


def _draw_qr(app: NieuweApp) -> SafeString:
    """Return the QR code as SVG; its quiet zone and white ground are part of it, in the dark too."""
    beeld = segno.make(app.adres, error="m").svg_inline(border=4, omitsize=True, light="#fff", dark="#000", svgclass="qr__beeld")
    return mark_safe(beeld)  # noqa: S308 - drawn by us


@scherm(doel=Doel.EIGEN_ACCOUNT, zonder_tweede_stap=True)
def beveiligen(verzoek: Verzoek) -> HttpResponseBase:
    """Say that a second step is needed, why, and offer the ways; who has shown one has nothing to do here."""
    if has_tweede_stap(verzoek.session):
        return redirect("aanmelden:mijn_account")
    if eerst := _find_eerst(verzoek):
        return eerst
    inhoud = {"moet": verzoek.raadpleging.actor.eist_tweede_stap, "passkey_kan": find_plek(verzoek) is not None}
    return toon(verzoek, "aanmelden/beveiligen.html", inhoud)


@scherm(doel=Doel.EIGEN_ACCOUNT, zonder_tweede_stap=True)
def app_instellen(verzoek: Verzoek) -> HttpResponseBase:
    """Show the QR code; on POST add the app when its code fits. The secret travels encrypted in the form until then."""
    if eerst := _find_eerst(verzoek):
        return eerst
    account = str(verzoek.raadpleging.actor.account_id)
    factoren = get_eigen_factoren(verzoek.raadpleging)
    eigenaar, _, geheim = (read_bewijs(verzoek.handeling, "app-nieuw", verzoek.POST.get("bewijs", "")) or "").partition("|")
    app = make_app(factoren.login, geheim if eigenaar == account else "")
    form = NieuweAppForm(verzoek.POST if verzoek.method == "POST" else None)
    if form.is_valid():
        if app.geheim != geheim:
            form.add_error(None, "U was te lang bezig. Scan de nieuwe QR-code.")
        with errors_on(form):
            if form.is_valid():
                return _klaar(
                    verzoek, add_app(verzoek.handeling, app.geheim, form.cleaned_data["code"], _deze(verzoek)), "De app"
                )
    bewijs = make_bewijs(verzoek.raadpleging, "app-nieuw", f"{account}|{app.geheim}")
    inhoud = {"form": form, "app": app, "qr": _draw_qr(app), "bewijs": bewijs, "factoren": factoren}
    return toon(verzoek, "aanmelden/app_instellen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.EIGEN_ACCOUNT, zonder_tweede_stap=True)
def passkey_toevoegen(verzoek: Verzoek) -> HttpResponseBase:
    """Ask the browser for a passkey; on POST add it."""
    if eerst := _find_eerst(verzoek):
        return eerst
    plek = find_plek(verzoek)
    form = NieuwePasskeyForm(verzoek.POST if verzoek.method == "POST" else None)
    if plek is not None and form.is_valid():
        wat = form.cleaned_data
        with errors_on(form):
            codes = add_passkey(verzoek.handeling, plek, wat["naam"], wat["antwoord"], wat["bewijs"], _deze(verzoek))
            return _klaar(verzoek, codes, "De passkey")
    inhoud = {
        "form": form,
        "passkeyvraag": ask_nieuwe_passkey(verzoek.raadpleging, plek) if plek else None,
        "factoren": get_eigen_factoren(verzoek.raadpleging),
    }
    return toon(verzoek, "aanmelden/passkey_toevoegen.html", inhoud, status=400 if form.errors else 200)


def _deze(verzoek: Verzoek) -> str:
    return hash_sleutel(verzoek.session.session_key or "")


def _klaar(verzoek: Verzoek, codes: tuple[str, ...], wat: str) -> HttpResponseBase:
    """Show the recovery codes when there are new ones: only now can they be read."""
    mark_tweede_stap(verzoek)
    if codes:
        return toon(verzoek, "aanmelden/herstelcodes.html", {"codes": codes, "wat": wat})
    messages.success(verzoek, f"{wat} is toegevoegd.")
    return redirect("aanmelden:mijn_account")
