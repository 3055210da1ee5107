"""The one place where a session of an employee begins, whatever showed who he is: a password, a passkey, another house.

Whoever adds a way in proves who somebody is, and then calls `let_in` (or `ask_tweede_stap` when that proof alone is not
enough for this account). Between the two nobody is signed in: every screen and the live channel see a visitor.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.contrib.auth import login as start_sessie
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from stadspunt.deuren.aanmelden.startplek import find_startplek
from stadspunt.fundament.toegang.herkomst import to_herkomst
from stadspunt.fundament.toegang.models import Account
from stadspunt.fundament.toegang.scherm import Verzoek, get_actorbron
from stadspunt.fundament.toegang.sessielijst import record_aanmelding
from stadspunt.fundament.toegang.sessies import APPARAAT, BEGONNEN, GETOOND

BACKEND = "django.contrib.auth.backends.ModelBackend"
HALVERWEGE, BEVESTIGD = "halverwege", "bevestigd_op"
TIJD_VOOR_STAP = timedelta(minutes=10)
VERS = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Halverwege:
    """Somebody whose password was right and who has not done the second step yet."""

    account_id: int
    verder: str


def let_in(verzoek: Verzoek, account: Account, middel: str, *, tweede_stap: bool, verder: str = "") -> HttpResponseBase:
    """Begin a session for `account` and go where he meant to go, or to the first desk he may use.

    `middel` says in the log with what he came in; `tweede_stap` whether that was more than one factor. The session gets
    a new key: one that was known before the sign-in is worth nothing after it.
    """
    herkomst, moment = to_herkomst(verzoek), verzoek.handeling.moment.isoformat()
    verzoek.session.flush()
    start_sessie(verzoek, account, backend=BACKEND)
    verzoek.session.update({BEGONNEN: moment, BEVESTIGD: moment, APPARAAT: herkomst.apparaat})
    if tweede_stap:
        verzoek.session[GETOOND] = moment
    record_aanmelding(verzoek.handeling, account.pk, middel, herkomst)
    return redirect(check_verder(verzoek, verder) or find_startplek(get_actorbron()(account.pk, verzoek)))


def check_verder(verzoek: Verzoek, verder: str) -> str:
    """Return the address to go on to when it is one of this house, else ''."""
    eigen = url_has_allowed_host_and_scheme(verder, {verzoek.get_host()}, require_https=verzoek.is_secure())
    return verder if eigen else ""


def ask_tweede_stap(verzoek: Verzoek, account: Account, verder: str) -> HttpResponseBase:
    """Remember whose password was right, and ask the second step; who was signed in here is not any more."""
    verzoek.session.flush()
    verzoek.session[HALVERWEGE] = {
        "account": account.pk,
        "op": verzoek.handeling.moment.isoformat(),
        # The second step belongs to this password: when that changes in between, it is asked again.
        "wachtwoord": account.get_session_auth_hash(),
        "verder": check_verder(verzoek, verder),
    }
    return redirect("aanmelden:tweede_stap")


def find_halverwege(verzoek: Verzoek) -> tuple[Halverwege, Account] | None:
    """Return who is between the two steps in this browser, or None: nobody, too long ago, or not valid any more."""
    stand = verzoek.session.get(HALVERWEGE)
    if not stand or verzoek.handeling.moment - datetime.fromisoformat(stand["op"]) > TIJD_VOOR_STAP:
        return None
    account = Account.objects.filter(pk=stand["account"], is_active=True).first()
    if account is None or account.get_session_auth_hash() != stand["wachtwoord"]:
        return None
    return Halverwege(account.pk, stand["verder"]), account


def mark_bevestigd(verzoek: Verzoek) -> None:
    """Remember that the holder of this session just showed again who he is."""
    verzoek.session[BEVESTIGD] = verzoek.handeling.moment.isoformat()


def ask_bevestiging(verzoek: Verzoek) -> HttpResponseBase | None:
    """Return the way to the page that asks who is there, when that was not shown lately; else None.

    Who finds an open screen must not be able to give himself a way back in.
    """
    sinds = verzoek.session.get(BEVESTIGD)
    if sinds and verzoek.handeling.moment - datetime.fromisoformat(sinds) <= VERS:
        return None
    terug = verzoek.path if verzoek.method == "GET" else "/aanmelden/mijn-account/"
    return redirect(f"/aanmelden/bevestigen/?{urlencode({'next': terug})}")


def mark_tweede_stap(verzoek: Verzoek) -> None:
    """Let this session count as one that showed a second step: its holder just proved that he has one. It gets a new key."""
    verzoek.session[GETOOND] = verzoek.handeling.moment.isoformat()
    verzoek.session.cycle_key()
