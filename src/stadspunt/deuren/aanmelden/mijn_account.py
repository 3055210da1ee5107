"""One's own account: the second step, the password, where one is signed in, what happened."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.binnenlaten import ask_bevestiging
from stadspunt.deuren.aanmelden.forms import WachtwoordWijzigenForm
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.aanmelden import check_eigen_wachtwoord
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.logboek import list_eigen_gebeurtenissen
from stadspunt.fundament.toegang.passkeys import remove_passkey
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.sessielijst import end_andere_sessies, end_sessie, list_eigen_sessies
from stadspunt.fundament.toegang.sessies import hash_sleutel
from stadspunt.fundament.toegang.tweede_stap import get_eigen_factoren, make_herstelcodes, remove_app
from stadspunt.fundament.toegang.wachtwoorden import change_wachtwoord


@scherm(doel=Doel.EIGEN_ACCOUNT)
def mijn_account(verzoek: Verzoek) -> HttpResponseBase:
    """Show everything of one's own account on one page."""
    sessies = list_eigen_sessies(verzoek.raadpleging, hash_sleutel(verzoek.session.session_key or ""))
    inhoud = {
        "factoren": get_eigen_factoren(verzoek.raadpleging),
        "moet": verzoek.raadpleging.actor.eist_tweede_stap,
        "sessies": sessies,
        "gebeurtenissen": list_eigen_gebeurtenissen(verzoek.raadpleging),
    }
    return toon(verzoek, "aanmelden/mijn_account.html", inhoud)


@scherm(doel=Doel.EIGEN_ACCOUNT)
def wachtwoord_wijzigen(verzoek: Verzoek) -> HttpResponseBase:
    """Change one's password, after the old one; every other session ends and this one goes on with a new key."""
    form = WachtwoordWijzigenForm(verzoek.POST or None)
    if form.is_valid():
        weigering = check_eigen_wachtwoord(verzoek.handeling, form.cleaned_data["oud"], to_herkomst(verzoek))
        if weigering is not None:
            form.add_error("oud", weigering.tekst)
        else:
            with errors_on(form):
                deze = hash_sleutel(verzoek.session.session_key or "")
                account = change_wachtwoord(verzoek.handeling, form.cleaned_data["nieuw"], deze)
                update_session_auth_hash(verzoek, account)
                messages.success(verzoek, "Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld.")
                return redirect("aanmelden:mijn_account")
    inhoud = {"form": form, "login": get_eigen_factoren(verzoek.raadpleging).login}
    return toon(verzoek, "aanmelden/wachtwoord_wijzigen.html", inhoud, status=400 if form.errors else 200)


@scherm(doel=Doel.EIGEN_ACCOUNT)
def app_weghalen(verzoek: Verzoek) -> HttpResponseBase:
    """Ask whether it is meant; on POST take the app away."""
    if eerst := ask_bevestiging(verzoek):
        return eerst
    if verzoek.method != "POST":
        inhoud = {"wat": "De authenticator-app", "gevolg": "De codes van de app werken dan niet meer."}
        return toon(verzoek, "aanmelden/weghalen.html", inhoud)
    try:
        remove_app(verzoek.handeling)
        messages.success(verzoek, "De app is weggehaald.")
    except GeweigerdError as fout:
        messages.error(verzoek, get_tekst(fout))
    return redirect("aanmelden:mijn_account")


@scherm(doel=Doel.EIGEN_ACCOUNT)
def passkey_weghalen(verzoek: Verzoek, passkey_id: int) -> HttpResponseBase:
    """Ask whether it is meant; on POST take the passkey away."""
    if eerst := ask_bevestiging(verzoek):
        return eerst
    if verzoek.method != "POST":
        namen = {een.id: een.naam for een in get_eigen_factoren(verzoek.raadpleging).passkeys}
        if passkey_id not in namen:
            return redirect("aanmelden:mijn_account")
        gevolg = "U kunt zich daarmee dan niet meer aanmelden. Op uw apparaat blijft de passkey staan; haal hem daar zelf weg."
        return toon(verzoek, "aanmelden/weghalen.html", {"wat": f"De passkey “{namen[passkey_id]}”", "gevolg": gevolg})
    try:
        remove_passkey(verzoek.handeling, passkey_id)
        messages.success(verzoek, "De passkey is weggehaald.")
    except GeweigerdError as fout:
        messages.error(verzoek, get_tekst(fout))
    return redirect("aanmelden:mijn_account")


@scherm(doel=Doel.EIGEN_ACCOUNT)
def herstelcodes(verzoek: Verzoek) -> HttpResponseBase:
    """Say what happens; on POST make ten new codes and show them this once."""
    if eerst := ask_bevestiging(verzoek):
        return eerst
    if verzoek.method != "POST":
        return toon(verzoek, "aanmelden/herstelcodes_nieuw.html", {"factoren": get_eigen_factoren(verzoek.raadpleging)})
    try:
        codes = make_herstelcodes(verzoek.handeling)
    except GeweigerdError as fout:
        messages.error(verzoek, get_tekst(fout))
        return redirect("aanmelden:mijn_account")
    return toon(verzoek, "aanmelden/herstelcodes.html", {"codes": codes, "wat": ""})


@scherm(doel=Doel.EIGEN_ACCOUNT)
def sessie_beeindigen(verzoek: Verzoek, sessie_id: int) -> HttpResponseBase:
    """Sign out on one other device."""
    if verzoek.method == "POST":
        try:
            end_sessie(verzoek.handeling, sessie_id)
            messages.success(verzoek, "Dat apparaat is afgemeld.")
        except AchterhaaldError as fout:
            messages.info(verzoek, get_tekst(fout))
    return redirect("aanmelden:mijn_account")


@scherm(doel=Doel.EIGEN_ACCOUNT)
def sessies_beeindigen(verzoek: Verzoek) -> HttpResponseBase:
    """Sign out everywhere but here."""
    if verzoek.method == "POST":
        aantal = end_andere_sessies(verzoek.handeling, hash_sleutel(verzoek.session.session_key or ""))
        if aantal:
            messages.success(verzoek, "U bent op alle andere apparaten afgemeld.")
        else:
            messages.info(verzoek, "U was nergens anders aangemeld.")
    return redirect("aanmelden:mijn_account")
