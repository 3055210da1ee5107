"""Sign in: the second step, for whose account has one."""

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.binnenlaten import find_halverwege, let_in
from stadspunt.deuren.aanmelden.forms import CodeForm, PasskeyForm
from stadspunt.deuren.aanmelden.passkeyplek import build_vraag, find_plek
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.passkeys import check_passkey
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.tweede_stap import check_code, get_stappen


@never_cache
@scherm(doel=Doel.AANMELDEN, openbaar=True)
def tweede_stap(verzoek: Verzoek) -> HttpResponseBase:
    """Ask a code of the app, a recovery code or a passkey; who is not between the two steps begins again."""
    gevonden = find_halverwege(verzoek)
    if gevonden is None:
        return redirect("aanmelden:aanmelden")
    half, account = gevonden
    passkeyform, plek = PasskeyForm(verzoek.POST or None), find_plek(verzoek)
    met_passkey = "antwoord" in verzoek.POST
    form = CodeForm(verzoek.POST if verzoek.method == "POST" and not met_passkey else None)
    passkeyfout = ""
    if met_passkey and passkeyform.is_valid() and plek:
        antwoord, bewijs = passkeyform.cleaned_data["antwoord"], passkeyform.cleaned_data["bewijs"]
        getoond = check_passkey(verzoek.handeling, plek, antwoord, bewijs, to_herkomst(verzoek), account.pk)
        if not isinstance(getoond, Fout):
            return let_in(verzoek, account, "wachtwoord en passkey", tweede_stap=True, verder=half.verder)
        passkeyfout = getoond.tekst
    elif met_passkey:
        passkeyfout = "De passkey is niet getoond. Probeer het nog eens."
    elif form.is_valid():
        middel = check_code(verzoek.handeling, account.pk, form.cleaned_data["code"], to_herkomst(verzoek))
        if not isinstance(middel, Fout):
            return let_in(verzoek, account, f"wachtwoord en {middel}", tweede_stap=True, verder=half.verder)
        form.add_error("code", middel.tekst)
    factoren = get_stappen(verzoek.raadpleging, account.pk)
    inhoud = {"form": form, "factoren": factoren, "passkeyfout": passkeyfout}
    if factoren.passkeys:
        inhoud |= build_vraag(verzoek, verzoek.raadpleging, account.pk)
    return toon(verzoek, "aanmelden/tweede_stap.html", inhoud, status=400 if form.errors or passkeyfout else 200)
