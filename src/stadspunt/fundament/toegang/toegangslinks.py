"""The link with which somebody sets a password: to come in for the first time, or after it was forgotten.

An administrator makes it and gives it to whom it is for. It is random, kept as a hash, works once and for a short while;
a new link ends the one before. It takes no second step away.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings

from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.toegang.aanmelden import release_rem
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.geheim import hash_geheim
from stadspunt.fundament.toegang.logboek import NERGENS, Gebeurd, Herkomst, record_gebeurd
from stadspunt.fundament.toegang.models import Account, Toegangslink
from stadspunt.fundament.toegang.poort import action, query
from stadspunt.fundament.toegang.wachtwoorden import set_wachtwoord


class Linksoort(StrEnum):
    """What the link is for."""

    UITNODIGING = "uitnodiging"
    HERSTEL = "herstel"


# An invitation waits for somebody's first day; who forgot his password stands at the desk now.
GELDIG: dict[Linksoort, timedelta] = {Linksoort.UITNODIGING: timedelta(days=3), Linksoort.HERSTEL: timedelta(hours=1)}
NIET_MEER = Fout("link-voorbij", "Deze link werkt niet meer. Vraag uw beheerder om een nieuwe.")


@dataclass(frozen=True, slots=True)
class LinkBeeld:
    """A link that works: for which login name, and until when."""

    login: str
    soort: Linksoort
    verloopt: datetime


def _make_link(handeling: Handeling, account_id: int, soort: Linksoort) -> str:
    # The row of the account is the lock: two administrators at once make one link that works, the last.
    if not Account.objects.select_for_update().filter(pk=account_id, is_active=True).exists():
        raise NietGevondenError(f"account {account_id}")
    geheim = secrets.token_urlsafe(32)
    Toegangslink.objects.filter(account_id=account_id, gebruikt_op=None).delete()
    Toegangslink.objects.create(
        account_id=account_id,
        soort=soort,
        hash=hash_geheim("link", geheim),
        verloopt_op=handeling.moment + GELDIG[soort],
    )
    record_gebeurd(handeling, account_id, Gebeurd.LINK_GEMAAKT, soort)
    return f"{settings.STADSPUNT_ADRES}{settings.LOGIN_URL}link/{geheim}/"


@action(recht="account.beheren")
def make_uitnodiging(handeling: Handeling, account_id: int) -> str:
    """Return a link (the whole address) with which the holder of a new account sets a password, within three days.

    Only here is it readable: show it to the administrator, or mail it. Raises NietGevondenError.
    """
    return _make_link(handeling, account_id, Linksoort.UITNODIGING)


@action(recht="account.beheren")
def make_herstellink(handeling: Handeling, account_id: int) -> str:
    """Return a link (the whole address) for who forgot his password or is locked out, to be used within the hour.

    The old password keeps working until then. Raises NietGevondenError.
    """
    return _make_link(handeling, account_id, Linksoort.HERSTEL)


@query(recht="aanmelden.proberen")
def find_link(raadpleging: Raadpleging, geheim: str) -> LinkBeeld | None:
    """Return what a link is for, or None when it does not work (any more): the same for never, used and too late."""
    rij = (
        Toegangslink.objects.filter(hash=hash_geheim("link", geheim), gebruikt_op=None, verloopt_op__gt=raadpleging.moment)
        .filter(account__is_active=True)
        .select_related("account")
        .first()
    )
    return None if rij is None else LinkBeeld(rij.account.login, Linksoort(rij.soort), rij.verloopt_op)


@action(recht="aanmelden.proberen")
def use_link(handeling: Handeling, geheim: str, nieuw: str, herkomst: Herkomst = NERGENS) -> None:
    """Set the password of whom the link is for, end every session of that account, and let its name try again.

    Raises GeweigerdError for a password that is no good (the link stays), AchterhaaldError when the link does not work
    any more: of two at the same moment the database lets one through.
    """
    open_ = Toegangslink.objects.filter(
        hash=hash_geheim("link", geheim), gebruikt_op=None, verloopt_op__gt=handeling.moment, account__is_active=True
    )
    account_id = open_.values_list("account_id", flat=True).first()
    # First the account, then the link: the order in which they are made.
    account = Account.objects.select_for_update().filter(pk=account_id or 0).first()
    if account is None or not open_.update(gebruikt_op=handeling.moment):
        raise AchterhaaldError(NIET_MEER)
    set_wachtwoord(account, nieuw)
    release_rem(handeling, account.login, herkomst.adres)
    record_gebeurd(handeling, account.pk, Gebeurd.LINK_GEBRUIKT, herkomst=herkomst)
