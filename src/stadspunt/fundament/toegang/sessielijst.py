"""Where an account is signed in, and ending that."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.fundament.fouten import AchterhaaldError, Fout
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.logboek import Gebeurd, Herkomst, record_gebeurd
from stadspunt.fundament.toegang.models import Account, Sessie
from stadspunt.fundament.toegang.poort import action, query
from stadspunt.fundament.toegang.sessies import get_stilte


@dataclass(frozen=True, slots=True)
class SessieRegel:
    """A browser in which an account is signed in; `deze` is the one that asks."""

    id: int
    apparaat: str
    begonnen: datetime
    gezien: datetime
    deze: bool


def _list_sessies(raadpleging: Raadpleging, account_id: int, deze: str = "") -> list[SessieRegel]:
    levend = Sessie.objects.filter(
        account_id=account_id, verloopt_op__gt=raadpleging.moment, gezien_op__gt=raadpleging.moment - get_stilte()
    )
    regels = [
        SessieRegel(rij.pk, rij.apparaat or "Onbekend apparaat", rij.begonnen_op, rij.gezien_op, rij.sleutel_hash == deze)
        for rij in levend.order_by("-gezien_op", "-id")
    ]
    return sorted(regels, key=lambda regel: not regel.deze)


@query(recht="account.bijhouden")
def list_eigen_sessies(raadpleging: Raadpleging, deze: str) -> list[SessieRegel]:
    """Return where one is signed in, this browser first; `deze` is the hash of the key of this session."""
    return _list_sessies(raadpleging, raadpleging.actor.account_id or 0, deze)


@query(recht="account.beheren")
def list_sessies(raadpleging: Raadpleging, account_id: int) -> list[SessieRegel]:
    """Return where an account is signed in, for who looks after accounts."""
    return _list_sessies(raadpleging, account_id)


@action(recht="account.bijhouden")
def end_sessie(handeling: Handeling, sessie_id: int) -> None:
    """End one of one's own sessions. Raises AchterhaaldError when it is over already."""
    account_id = handeling.actor.account_id
    if account_id is None or not Sessie.objects.filter(pk=sessie_id, account_id=account_id).delete()[0]:
        raise AchterhaaldError(Fout("voorbij", "Dit apparaat was al afgemeld."))
    record_gebeurd(handeling, account_id, Gebeurd.SESSIE_BEEINDIGD)


@action(recht="account.bijhouden")
def end_andere_sessies(handeling: Handeling, deze: str) -> int:
    """End all of one's own sessions but this one; returns how many."""
    account = Account.objects.get(pk=handeling.actor.account_id or 0)
    aantal = account.end_sessies(behalve=deze)
    if aantal:
        record_gebeurd(handeling, account.pk, Gebeurd.SESSIE_BEEINDIGD, "alle andere apparaten")
    return aantal


@action(recht="account.beheren")
def end_alle_sessies(handeling: Handeling, account_id: int) -> int:
    """End every session of an account; returns how many. The next click of its holder asks to sign in."""
    aantal = Account.objects.get(pk=account_id).end_sessies()
    record_gebeurd(handeling, account_id, Gebeurd.SESSIE_BEEINDIGD, "alle apparaten")
    return aantal


@action(recht="aanmelden.proberen")
def record_aanmelding(handeling: Handeling, account_id: int, middel: str, herkomst: Herkomst) -> None:
    """Write down that somebody came in, and with what."""
    record_gebeurd(handeling, account_id, Gebeurd.AANGEMELD, middel, herkomst)


@action(recht="aanmelden.proberen")
def record_afmelding(handeling: Handeling, account_id: int, herkomst: Herkomst) -> None:
    """Write down that somebody went out."""
    record_gebeurd(handeling, account_id, Gebeurd.AFGEMELD, herkomst=herkomst)
