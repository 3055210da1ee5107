"""The sign-in log: who came in, who failed, what changed about how somebody signs in. No password, code or key is ever in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.models import Toegangsgebeurtenis
from stadspunt.fundament.toegang.poort import query


class Gebeurd(StrEnum):
    """What can stand in the log."""

    AANGEMELD = "aangemeld"
    AFGEMELD = "afgemeld"
    MISLUKT = "mislukt"
    STAP_MISLUKT = "stap-mislukt"
    GEREMD = "geremd"
    WACHTWOORD_GEWIJZIGD = "wachtwoord-gewijzigd"
    LINK_GEMAAKT = "link-gemaakt"
    LINK_GEBRUIKT = "link-gebruikt"
    APP_TOEGEVOEGD = "app-toegevoegd"
    APP_WEGGEHAALD = "app-weggehaald"
    PASSKEY_TOEGEVOEGD = "passkey-toegevoegd"
    PASSKEY_WEGGEHAALD = "passkey-weggehaald"
    CODES_GEMAAKT = "codes-gemaakt"
    CODE_GEBRUIKT = "code-gebruikt"
    STAP_WEGGENOMEN = "stap-weggenomen"
    SESSIE_BEEINDIGD = "sessie-beeindigd"


OMSCHRIJVINGEN: dict[Gebeurd, str] = {
    Gebeurd.AANGEMELD: "Aangemeld",
    Gebeurd.AFGEMELD: "Afgemeld",
    Gebeurd.MISLUKT: "Verkeerd wachtwoord",
    Gebeurd.STAP_MISLUKT: "Verkeerde code of passkey",
    Gebeurd.GEREMD: "Te vaak verkeerd: tijdelijk geblokkeerd",
    Gebeurd.WACHTWOORD_GEWIJZIGD: "Wachtwoord gewijzigd",
    Gebeurd.LINK_GEMAAKT: "Link voor een nieuw wachtwoord gemaakt",
    Gebeurd.LINK_GEBRUIKT: "Wachtwoord ingesteld met een link",
    Gebeurd.APP_TOEGEVOEGD: "Authenticator-app toegevoegd",
    Gebeurd.APP_WEGGEHAALD: "Authenticator-app weggehaald",
    Gebeurd.PASSKEY_TOEGEVOEGD: "Passkey toegevoegd",
    Gebeurd.PASSKEY_WEGGEHAALD: "Passkey weggehaald",
    Gebeurd.CODES_GEMAAKT: "Nieuwe herstelcodes gemaakt",
    Gebeurd.CODE_GEBRUIKT: "Herstelcode gebruikt",
    Gebeurd.STAP_WEGGENOMEN: "Tweede stap weggehaald door een beheerder",
    Gebeurd.SESSIE_BEEINDIGD: "Op een ander apparaat afgemeld",
}


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a request comes from, in as little as is needed: the network without the last part, the device in plain words."""

    netwerk: str = ""
    apparaat: str = ""
    # The whole address, only for the brake, that keeps a hash of it for a day.
    adres: str = ""


NERGENS = Herkomst()


@dataclass(frozen=True, slots=True)
class LogboekRegel:
    """One line of the sign-in log."""

    moment: datetime
    account_id: int | None
    wat: str
    door: str
    toelichting: str
    apparaat: str
    netwerk: str


def record_gebeurd(
    handeling: Handeling, account_id: int | None, soort: Gebeurd, toelichting: str = "", herkomst: Herkomst = NERGENS
) -> None:
    """Write one line in the transaction of the act; `door` is filled in when somebody did it to another."""
    eigen = handeling.actor.account_id == account_id or handeling.actor.medewerker_id is None
    Toegangsgebeurtenis.objects.create(
        moment_op=handeling.moment,
        account_id=account_id,
        soort=soort,
        door="" if eigen else handeling.actor.naam[:200],
        toelichting=toelichting[:100],
        apparaat=herkomst.apparaat[:100],
        netwerk=herkomst.netwerk[:50],
    )


def _list(maximum: int, **welke: int) -> list[LogboekRegel]:
    rijen = Toegangsgebeurtenis.objects.filter(**welke).order_by("-moment_op", "-id")[:maximum]
    return [
        LogboekRegel(
            rij.moment_op, rij.account_id, OMSCHRIJVINGEN.get(Gebeurd(rij.soort), rij.soort), rij.door, rij.toelichting,
            rij.apparaat, rij.netwerk,
        )
        for rij in rijen
    ]  # fmt: skip


@query(recht="account.bijhouden")
def list_eigen_gebeurtenissen(raadpleging: Raadpleging, maximum: int = 25) -> list[LogboekRegel]:
    """Return the newest lines of one's own account."""
    account_id = raadpleging.actor.account_id
    return [] if account_id is None else _list(maximum, account_id=account_id)


@query(recht="aanmeldlogboek.lezen")
def list_gebeurtenissen(raadpleging: Raadpleging, account_id: int | None = None, maximum: int = 200) -> list[LogboekRegel]:
    """Return the newest lines of everybody, or of one account."""
    return _list(maximum) if account_id is None else _list(maximum, account_id=account_id)
