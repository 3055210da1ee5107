"""Show again who is there, before something changes about how one signs in."""

from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.binnenlaten import check_verder, mark_bevestigd
from stadspunt.deuren.aanmelden.forms import BevestigForm, PasskeyForm
from stadspunt.deuren.aanmelden.passkeyplek import build_vraag, find_plek
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.aanmelden import check_eigen_wachtwoord
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.passkeys import check_eigen_passkey
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.tweede_stap import get_eigen_factoren


@scherm(doel=Doel.EIGEN_ACCOUNT, zonder_tweede_stap=True)
def bevestigen(verzoek: Verzoek) -> HttpResponseBase:
    """Ask the password, or a passkey, and go on to the page that was asked for."""
    verder = check_verder(verzoek, verzoek.POST.get("next") or verzoek.GET.get("next") or "") or "/aanmelden/mijn-account/"
    met_passkey, plek = "antwoord" in verzoek.POST, find_plek(verzoek)
    form = BevestigForm(verzoek.POST if verzoek.method == "POST" and not met_passkey else None)
    passkeyform, passkeyfout = PasskeyForm(verzoek.POST or None), ""
    weigering: Fout | None = None
    if met_passkey:
        weigering = Fout("passkey", "De passkey is niet getoond. Probeer het nog eens.")
        if passkeyform.is_valid() and plek:
            antwoord, bewijs = passkeyform.cleaned_data["antwoord"], passkeyform.cleaned_data["bewijs"]
            weigering = check_eigen_passkey(verzoek.handeling, plek, antwoord, bewijs, to_herkomst(verzoek))
        passkeyfout = weigering.tekst if weigering else ""
    elif form.is_valid():
        weigering = check_eigen_wachtwoord(verzoek.handeling, form.cleaned_data["wachtwoord"], to_herkomst(verzoek))
        if weigering:
            form.add_error("wachtwoord", weigering.tekst)
    if (met_passkey or form.is_valid()) and weigering is None:
        mark_bevestigd(verzoek)
        return redirect(verder)
    inhoud = {"form": form, "verder": verder, "passkeyfout": passkeyfout, "passkeyvraag": None}
    if get_eigen_factoren(verzoek.raadpleging).passkeys:
        inhoud |= build_vraag(verzoek, verzoek.raadpleging, verzoek.raadpleging.actor.account_id)
    return toon(verzoek, "aanmelden/bevestigen.html", inhoud, status=400 if form.errors or passkeyfout else 200)
