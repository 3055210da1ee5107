"""Sign in: the first step."""

from django.http import HttpResponseBase
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.binnenlaten import ask_tweede_stap, let_in
from stadspunt.deuren.aanmelden.forms import AanmeldenForm, PasskeyForm
from stadspunt.deuren.aanmelden.passkeyplek import build_vraag, find_plek
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.aanmelden import check_aanmelding
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.passkeys import check_passkey
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.tweede_stap import get_stappen


@scherm(doel=Doel.AANMELDEN, openbaar=True)
def aanmelden(verzoek: Verzoek) -> HttpResponseBase:
    """Show the ways to sign in; on POST check the password, and go on to the second step when the account has one."""
    form = AanmeldenForm(verzoek.POST or None)
    verder = verzoek.POST.get("next") or verzoek.GET.get("next") or ""
    if form.is_valid():
        uitkomst = check_aanmelding(
            verzoek.handeling, form.cleaned_data["login"], form.cleaned_data["wachtwoord"], to_herkomst(verzoek)
        )
        if isinstance(uitkomst, Fout):
            form.add_error(None, uitkomst.tekst)
        elif get_stappen(verzoek.raadpleging, uitkomst.pk).ingesteld:
            return ask_tweede_stap(verzoek, uitkomst, verder)
        else:
            return let_in(verzoek, uitkomst, "wachtwoord", tweede_stap=False, verder=verder)
    return _toon(verzoek, form, verder)


def _toon(verzoek: Verzoek, form: AanmeldenForm, verder: str, passkeyfout: str = "") -> HttpResponseBase:
    inhoud = {"form": form, "verder": verder, "passkeyfout": passkeyfout, **build_vraag(verzoek, verzoek.raadpleging)}
    return toon(verzoek, "aanmelden/aanmelden.html", inhoud, status=400 if form.errors or passkeyfout else 200)


@require_POST
@scherm(doel=Doel.AANMELDEN, openbaar=True)
def met_passkey(verzoek: Verzoek) -> HttpResponseBase:
    """Sign in with a passkey alone: the device asked a finger, a face or a PIN, so that nothing more is needed."""
    form, plek = PasskeyForm(verzoek.POST), find_plek(verzoek)
    verder = verzoek.POST.get("next", "")
    if form.is_valid() and plek:
        uitkomst = check_passkey(
            verzoek.handeling, plek, form.cleaned_data["antwoord"], form.cleaned_data["bewijs"], to_herkomst(verzoek)
        )
        if not isinstance(uitkomst, Fout):
            return let_in(verzoek, uitkomst, "passkey", tweede_stap=True, verder=verder)
        return _toon(verzoek, AanmeldenForm(), verder, uitkomst.tekst)
    return _toon(verzoek, AanmeldenForm(), verder, "De passkey is niet getoond. Probeer het nog eens, of gebruik uw wachtwoord.")
