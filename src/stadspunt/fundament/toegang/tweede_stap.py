"""The second step of signing in: an authenticator app or a passkey, and codes for when neither is at hand."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.toegang.aanmelden import format_te_vaak
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.geheim import decrypt, encrypt, hash_geheim
from stadspunt.fundament.toegang.logboek import NERGENS, Gebeurd, Herkomst, record_gebeurd
from stadspunt.fundament.toegang.models import Account, Herstelcode, Passkey, Totp
from stadspunt.fundament.toegang.poort import action, query
from stadspunt.fundament.toegang.rem import find_vrij_op, leave_spoor, lock_rem, to_remsleutel, wipe_sporen
from stadspunt.fundament.toegang.totp import find_stap

AANTAL_CODES = 10
MAX_MISLUKT, VENSTER = 6, timedelta(minutes=15)
# Without signs that look alike.
_TEKENS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTE = 10


@dataclass(frozen=True, slots=True)
class PasskeyBeeld:
    """A passkey as its holder knows it."""

    id: int
    naam: str
    toegevoegd: datetime
    gebruikt: datetime | None


@dataclass(frozen=True, slots=True)
class Factoren:
    """What an account has for a second step."""

    login: str
    app_sinds: datetime | None
    passkeys: tuple[PasskeyBeeld, ...]
    codes_over: int

    @property
    def ingesteld(self) -> bool:
        """Whether there is a second step: codes alone are none, they belong to one."""
        return self.app_sinds is not None or bool(self.passkeys)


def find_factoren(account_id: int) -> Factoren:
    """Return what an account has. Raises Account.DoesNotExist."""
    app = Totp.objects.filter(account_id=account_id).values_list("toegevoegd_op", flat=True).first()
    passkeys = Passkey.objects.filter(account_id=account_id).order_by("toegevoegd_op", "id")
    return Factoren(
        Account.objects.values_list("login", flat=True).get(pk=account_id),
        app,
        tuple(PasskeyBeeld(*rij) for rij in passkeys.values_list("id", "naam", "toegevoegd_op", "gebruikt_op")),
        Herstelcode.objects.filter(account_id=account_id, gebruikt_op=None).count(),
    )


@query(recht="account.bijhouden")
def get_eigen_factoren(raadpleging: Raadpleging) -> Factoren:
    """Return what one has oneself."""
    return find_factoren(raadpleging.actor.account_id or 0)


@query(recht="account.beheren")
def get_factoren(raadpleging: Raadpleging, account_id: int) -> Factoren:
    """Return what an account has, for who looks after accounts."""
    return find_factoren(account_id)


@query(recht="aanmelden.proberen")
def get_stappen(raadpleging: Raadpleging, account_id: int) -> Factoren:
    """Return what an account has, for the sign-in that just checked its password."""
    return find_factoren(account_id)


def lock_account(handeling: Handeling) -> Account:
    """Return one's own account, locked: what changes about its second step happens one after the other."""
    return Account.objects.select_for_update().get(pk=handeling.actor.account_id or 0)


@action(recht="account.bijhouden")
def add_app(handeling: Handeling, geheim: str, code: str, deze_sessie: str) -> tuple[str, ...]:
    """Add the app, or put another phone in its place, when `code` shows that it works.

    Returns new recovery codes when this is the first second step, else nothing. With the first one every other
    session ends, since none of them showed it. Raises GeweigerdError for a wrong code.
    """
    account = lock_account(handeling)
    stap = find_stap(geheim, clean_code(code), handeling.moment)
    if stap is None:
        tekst = "Deze code klopt niet. Vul de zes cijfers in die de app nu toont. Staat de klok van uw telefoon goed?"
        raise GeweigerdError(Fout("code-onjuist", tekst, "code"))
    eerste = not find_factoren(account.pk).ingesteld
    gegevens = {"geheim": encrypt("totp", geheim), "laatste_stap": stap, "toegevoegd_op": handeling.moment}
    Totp.objects.update_or_create(account=account, defaults=gegevens)
    record_gebeurd(handeling, account.pk, Gebeurd.APP_TOEGEVOEGD)
    return start_tweede_stap(handeling, account, deze_sessie) if eerste else ()


def start_tweede_stap(handeling: Handeling, account: Account, deze_sessie: str) -> tuple[str, ...]:
    """Do what belongs to the first second step of an account; returns its recovery codes."""
    account.end_sessies(behalve=deze_sessie)
    return _make_codes(handeling, account)


@action(recht="account.bijhouden")
def remove_app(handeling: Handeling) -> None:
    """Take one's app away. Raises GeweigerdError when one's role asks a second step and this is the last."""
    account = lock_account(handeling)
    if Totp.objects.filter(account=account).delete()[0]:
        record_gebeurd(handeling, account.pk, Gebeurd.APP_WEGGEHAALD)
        check_over(handeling, account)


def check_over(handeling: Handeling, account: Account) -> None:
    """After something was taken away: refuse when that may not be, and let codes go with the last step."""
    if find_factoren(account.pk).ingesteld:
        return
    if handeling.actor.eist_tweede_stap:
        raise GeweigerdError(Fout("laatste", "Uw rol vraagt een tweede stap. Voeg eerst een andere toe."))
    Herstelcode.objects.filter(account=account).delete()


@action(recht="account.bijhouden")
def make_herstelcodes(handeling: Handeling) -> tuple[str, ...]:
    """Return ten new recovery codes; the old ones stop working. Raises GeweigerdError without a second step."""
    account = lock_account(handeling)
    if not find_factoren(account.pk).ingesteld:
        raise GeweigerdError(Fout("geen-stap", "Stel eerst een app of een passkey in."))
    return _make_codes(handeling, account)


def _make_codes(handeling: Handeling, account: Account) -> tuple[str, ...]:
    codes = tuple("".join(secrets.choice(_TEKENS) for _ in range(_LENGTE)) for _ in range(AANTAL_CODES))
    Herstelcode.objects.filter(account=account).delete()
    Herstelcode.objects.bulk_create(Herstelcode(account=account, hash=_hash_code(account.pk, code)) for code in codes)
    record_gebeurd(handeling, account.pk, Gebeurd.CODES_GEMAAKT)
    return tuple(f"{code[:5]}-{code[5:]}" for code in codes)


def _hash_code(account_id: int, code: str) -> str:
    return hash_geheim("herstelcode", f"{account_id}|{code}")


def clean_code(getypt: str) -> str:
    """Return a code as it is compared: without spaces and dashes, in small letters."""
    return re.sub(r"[^0-9a-z]", "", getypt.lower())[:40]


@action(recht="aanmelden.proberen")
def check_code(handeling: Handeling, account_id: int, getypt: str, herkomst: Herkomst = NERGENS) -> str | Fout:
    """Return with what the second step was done ('app' or 'herstelcode'), or why not. A code works once, and the brake counts.

    The brake is per account, and of this step alone: who stands here knows the password.
    """
    rem = to_remsleutel("tweede-stap", str(account_id), handeling)
    lock_rem(rem)
    if vrij_op := find_vrij_op(handeling, rem, MAX_MISLUKT, VENSTER):
        tekst = f"Er is te vaak een verkeerde code ingevuld. Probeer het opnieuw na {format_te_vaak(vrij_op, handeling)}."
        return Fout("te-vaak", tekst, "code")
    uitkomst = _use_code(handeling, account_id, clean_code(getypt))
    if isinstance(uitkomst, Fout):
        leave_spoor(handeling, rem)
        record_gebeurd(handeling, account_id, Gebeurd.STAP_MISLUKT, herkomst=herkomst)
        if find_vrij_op(handeling, rem, MAX_MISLUKT, VENSTER):
            record_gebeurd(handeling, account_id, Gebeurd.GEREMD, herkomst=herkomst)
    else:
        wipe_sporen(rem)
    return uitkomst


def _use_code(handeling: Handeling, account_id: int, code: str) -> str | Fout:
    """Use a code up, each by one UPDATE that finds it unused: of two at the same moment one passes."""
    if len(code) == _LENGTE:
        open_ = Herstelcode.objects.filter(account_id=account_id, hash=_hash_code(account_id, code), gebruikt_op=None)
        if open_.update(gebruikt_op=handeling.moment):
            record_gebeurd(handeling, account_id, Gebeurd.CODE_GEBRUIKT)
            return "herstelcode"
        return Fout("onjuist", "Deze herstelcode klopt niet of is al gebruikt.", "code")
    app = Totp.objects.filter(account_id=account_id).first()
    geheim = decrypt("totp", app.geheim) if app else None
    stap = find_stap(geheim, code, handeling.moment) if geheim else None
    if stap is None:
        return Fout("onjuist", "Deze code klopt niet. Vul de code in die uw app nu toont.", "code")
    if not Totp.objects.filter(account_id=account_id, laatste_stap__lt=stap).update(laatste_stap=stap):
        return Fout("gebruikt", "Deze code is al gebruikt. Wacht op de volgende code in uw app.", "code")
    return "app"


@action(recht="account.beheren")
def take_tweede_stap(handeling: Handeling, account_id: int) -> None:
    """Take everything of somebody's second step away, for who lost his phone; his sessions end.

    Raises GeweigerdError for one's own account: that goes by one's own page.
    """
    if handeling.actor.account_id == account_id:
        raise GeweigerdError(Fout("eigen", "Uw eigen tweede stap wijzigt u bij Mijn account."))
    account = Account.objects.select_for_update().get(pk=account_id)
    for soort in (Totp, Passkey, Herstelcode):
        soort._default_manager.filter(account=account).delete()
    account.end_sessies()
    record_gebeurd(handeling, account_id, Gebeurd.STAP_WEGGENOMEN)
