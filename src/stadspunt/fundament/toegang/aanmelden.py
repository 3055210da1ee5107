"""Signing in with a local account, and the brake on guessing."""

from datetime import timedelta

from django.contrib.auth import authenticate
from django.http import HttpRequest

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.models import Aanmeldpoging, Account
from stadspunt.fundament.toegang.poort import action

MAX_MISLUKT = 8
VENSTER = timedelta(minutes=15)
_ONJUIST = Fout("onjuist", "Deze inlognaam en dit wachtwoord horen niet bij elkaar. Probeer het nog eens.", "")
_TE_VAAK = Fout(
    "te-vaak", "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier of vraag uw beheerder om hulp.", ""
)


@action(recht="aanmelden.proberen")
def check_aanmelding(handeling: Handeling, login: str, wachtwoord: str, verzoek: HttpRequest) -> Account | Fout:
    """Return the account that fits, or why not. Every try is kept, so that guessing is slowed down for every name.

    The reason is the same for an unknown name and a wrong password, and so is the time it takes.
    """
    sleutel = login.strip().lower()[:150]
    pogingen = Aanmeldpoging.objects.filter(login=sleutel, moment_op__gt=handeling.moment - VENSTER, gelukt=False)
    if pogingen.count() >= MAX_MISLUKT:
        return _TE_VAAK
    account = authenticate(verzoek, username=sleutel, password=wachtwoord)
    Aanmeldpoging.objects.create(login=sleutel, moment_op=handeling.moment, gelukt=account is not None)
    return account if isinstance(account, Account) else _ONJUIST
