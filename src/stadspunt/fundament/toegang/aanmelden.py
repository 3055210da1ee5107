"""The first step of signing in with a local account, and the brake on guessing.

Three brakes, each over a quarter of an hour. One name from one place: who guesses at a name stops, and the holder of that
name goes on from his own desk. One name from anywhere: for who guesses from many places. One place, whatever the names: for
who tries one password on everybody; wide, since a whole town hall may come from one address. All count names that do not
exist too, and say the same, so they tell nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth import authenticate

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.logboek import Gebeurd, Herkomst, record_gebeurd
from stadspunt.fundament.toegang.models import Account
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.toegang.rem import find_vrij_op, leave_spoor, lock_rem, to_remsleutel, wipe_sporen

VENSTER = timedelta(minutes=15)
MAX_NAAM_EN_PLEK, MAX_NAAM, MAX_PLEK = 8, 40, 80
_ONJUIST = Fout("onjuist", "Deze inlognaam en dit wachtwoord horen niet bij elkaar. Probeer het nog eens.", "")


@dataclass(frozen=True, slots=True)
class _Rem:
    sleutel: str
    maximum: int


def format_te_vaak(vrij_op: datetime, handeling: Handeling) -> str:
    """Return from when somebody may try again, in words; a started minute counts, so that it is never too early."""
    minuut = vrij_op.replace(second=0, microsecond=0)
    naar_boven = minuut + timedelta(minutes=1) if minuut < vrij_op else minuut
    return format_moment_kort(naar_boven, handeling.vandaag)


def _build_remmen(handeling: Handeling, login: str, adres: str) -> tuple[_Rem, _Rem, _Rem]:
    def maak(soort: str, wat: str, maximum: int) -> _Rem:
        return _Rem(to_remsleutel(soort, wat, handeling), maximum)

    return (
        maak("aanmelden-naam", login, MAX_NAAM),
        maak("aanmelden-naam-plek", f"{login}|{adres}", MAX_NAAM_EN_PLEK),
        maak("aanmelden-plek", adres, MAX_PLEK),
    )


def _find_wachten(handeling: Handeling, remmen: tuple[_Rem, ...]) -> datetime | None:
    momenten = [find_vrij_op(handeling, rem.sleutel, rem.maximum, VENSTER) for rem in remmen]
    return max((moment for moment in momenten if moment is not None), default=None)


def release_rem(handeling: Handeling, login: str, adres: str) -> None:
    """Let a name that was locked try again, from anywhere together and from this place: its holder came in another way."""
    for rem in _build_remmen(handeling, login, adres)[:2]:
        wipe_sporen(rem.sleutel)


@action(recht="aanmelden.proberen")
def check_aanmelding(handeling: Handeling, login: str, wachtwoord: str, herkomst: Herkomst) -> Account | Fout:
    """Return the account that fits, or why not. Failures are counted for every name, so that guessing is slowed down.

    The reason is the same for an unknown name, a wrong password and an account out of use, and so is the time it takes.
    Tries of one name wait for each other: a hundred at once get no more guesses than a hundred in a row.
    """
    return try_wachtwoord(handeling, login, wachtwoord, herkomst)


def try_wachtwoord(handeling: Handeling, login: str, wachtwoord: str, herkomst: Herkomst) -> Account | Fout:
    """Do what `check_aanmelding` says, inside the transaction of an action."""
    naam = login.strip().lower()[:150]
    remmen = _build_remmen(handeling, naam, herkomst.adres)
    lock_rem(remmen[0].sleutel)
    if wachten := _find_wachten(handeling, remmen):
        tekst = (
            f"Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het opnieuw na {format_te_vaak(wachten, handeling)}. "
            "Uw wachtwoord vergeten? Vraag uw beheerder om een link voor een nieuw wachtwoord."
        )
        return Fout("te-vaak", tekst)
    account = authenticate(None, username=naam, password=wachtwoord)
    if isinstance(account, Account):
        wipe_sporen(remmen[1].sleutel)
        return account
    leave_spoor(handeling, *(rem.sleutel for rem in remmen))
    account_id = Account.objects.filter(login=naam).values_list("pk", flat=True).first()
    # What was typed as a name is not kept: it may be a password in the wrong field.
    record_gebeurd(handeling, account_id, Gebeurd.MISLUKT, herkomst=herkomst)
    if _find_wachten(handeling, remmen):
        record_gebeurd(handeling, account_id, Gebeurd.GEREMD, herkomst=herkomst)
    return _ONJUIST


@action(recht="account.bijhouden")
def check_eigen_wachtwoord(handeling: Handeling, wachtwoord: str, herkomst: Herkomst) -> Fout | None:
    """Say why this is not one's own password; None when it is. The same brakes count: an open screen is no place to guess at."""
    login = Account.objects.values_list("login", flat=True).get(pk=handeling.actor.account_id or 0)
    uitkomst = try_wachtwoord(handeling, login, wachtwoord, herkomst)
    if isinstance(uitkomst, Account):
        return None
    return Fout(uitkomst.code, "Dit is niet uw wachtwoord. Probeer het nog eens.") if uitkomst is _ONJUIST else uitkomst
