"""What a password must be, and changing one's own.

Length counts, not odd signs: NIST SP 800-63B-4 section 3.1.1.2 asks fifteen characters where a password may stand alone,
forbids rules of composition and change by the calendar, and asks to refuse what is commonly used or has the name in it.
"""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.logboek import Gebeurd, record_gebeurd
from stadspunt.fundament.toegang.models import Account
from stadspunt.fundament.toegang.poort import action

MIN_LENGTE = 15
MAX_LENGTE = 500
_MIN_VERSCHILLENDE = 5


def check_wachtwoord(wachtwoord: str, login: str, veld: str = "nieuw") -> tuple[Fout, ...]:
    """Return every reason to refuse `wachtwoord` for the holder of `login`; empty means that it is good."""
    fouten = []
    if len(wachtwoord) < MIN_LENGTE:
        tekst = f"Kies een wachtwoord van ten minste {MIN_LENGTE} tekens. Een zin van een paar woorden is sterk en makkelijk."
        fouten.append(Fout("te-kort", tekst, veld))
    if len(wachtwoord) > MAX_LENGTE:
        fouten.append(Fout("te-lang", f"Kies een wachtwoord van hoogstens {MAX_LENGTE} tekens.", veld))
    if len(set(wachtwoord)) < _MIN_VERSCHILLENDE or _is_gangbaar(wachtwoord):
        tekst = "Dit wachtwoord is makkelijk te raden. Kies een paar woorden die niets met elkaar te maken hebben."
        fouten.append(Fout("gangbaar", tekst, veld))
    if len(login) > 2 and login.lower() in wachtwoord.lower():
        fouten.append(Fout("login-erin", "Kies een wachtwoord waar uw inlognaam niet in staat.", veld))
    return tuple(fouten)


def _is_gangbaar(wachtwoord: str) -> bool:
    try:
        CommonPasswordValidator().validate(wachtwoord)
    except ValidationError:
        return True
    return False


@action(recht="account.bijhouden")
def change_wachtwoord(handeling: Handeling, nieuw: str, deze_sessie: str) -> Account:
    """Give oneself another password; every session but `deze_sessie` (the hash of its key) ends.

    The door has asked the old password. Returns the account. Raises GeweigerdError with every reason.
    """
    account = Account.objects.select_for_update().get(pk=handeling.actor.account_id or 0)
    set_wachtwoord(account, nieuw, deze_sessie)
    record_gebeurd(handeling, account.pk, Gebeurd.WACHTWOORD_GEWIJZIGD)
    return account


def set_wachtwoord(account: Account, nieuw: str, deze_sessie: str = "") -> None:
    """Set the password of a locked account and end its sessions but this one. Raises GeweigerdError with every reason."""
    fouten = check_wachtwoord(nieuw, account.login)
    if fouten:
        raise GeweigerdError(*fouten)
    account.set_password(nieuw)
    account.save(update_fields=["password"])
    account.end_sessies(behalve=deze_sessie)
