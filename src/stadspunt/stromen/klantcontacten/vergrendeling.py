"""Lock a klantvraag and let it take a step; used by every action on one question."""

from typing import NoReturn

from django.db import transaction

from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.klantcontacten.events import KlantvraagWachtNietMeer
from stadspunt.stromen.klantcontacten.models import Klantvraag
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, STATUSNAMEN, Status, Wachteinde, find_statuspad, is_toegestaan


def lock_klantvraag(handeling: Handeling, klantvraag_id: int) -> Klantvraag:
    """Return the question with its row locked. Raises NietGevondenError when not there or not for this actor."""
    vraag: Klantvraag | None = (
        Klantvraag.objects.visible_to(handeling.raadpleging, handelt=True)
        .select_for_update(of=("self",))
        .filter(pk=klantvraag_id)
        .first()
    )
    if vraag is None:
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    return vraag


def step(vraag: Klantvraag, naar: Status) -> None:
    """Move a locked question to another status, or stay. Raises AchterhaaldError when it is past that."""
    van = Status(vraag.status)
    if van is not naar and not is_toegestaan(van, naar):
        refuse_status(vraag)
    if van is not naar:
        clear_wacht(vraag)
    vraag.status = naar


def clear_wacht(vraag: Klantvraag) -> None:
    """Let a locked question wait no longer: what was waited for, or somebody, moved it on."""
    vraag.wacht_tot = vraag.wachtreden_id = None
    vraag.wacht_op_klant, vraag.wachttoelichting = False, ""


def wake(handeling: Handeling, vraag: Klantvraag, einde: Wachteinde) -> bool:
    """Let a locked question wait no longer and say why; returns whether it waited. The caller saves it."""
    if vraag.wacht_tot is None:
        return False
    clear_wacht(vraag)
    publish(handeling, KlantvraagWachtNietMeer(vraag.pk, einde))
    return True


def demand_status(vraag: Klantvraag, status: Status) -> None:
    """Raise AchterhaaldError when a locked question does not have this status."""
    if vraag.status != status:
        refuse_status(vraag)


def demand_versie(vraag: Klantvraag, versie: int) -> None:
    """Raise AchterhaaldError when a locked question changed since somebody saw it as `versie`."""
    if vraag.versie != versie:
        raise AchterhaaldError(Fout("gewijzigd", "Een collega heeft deze vraag net gewijzigd. Bekijk eerst wat er nu staat."))


def demand_open(vraag: Klantvraag) -> None:
    """Raise AchterhaaldError when a locked question is closed."""
    if vraag.status not in OPEN_STATUSSEN:
        refuse_status(vraag)


def demand_eigen(vraag: Klantvraag) -> None:
    """Raise AchterhaaldError when a locked question went into another one: what is added here nobody would find."""
    if vraag.opgegaan_in_id is not None:
        tekst = "Deze vraag is net samengevoegd met een andere. Ga naar die vraag en doe het daar."
        raise AchterhaaldError(Fout("samengevoegd", tekst))


def refuse_status(vraag: Klantvraag) -> NoReturn:
    """Raise AchterhaaldError that names the status which a question has now."""
    tekst = f"Deze vraag heeft nu de status ‘{STATUSNAMEN[Status(vraag.status)]}’. Bekijk de vraag opnieuw."
    raise AchterhaaldError(Fout("status", tekst))


def save_klantvraag(vraag: Klantvraag) -> None:
    """Write a locked question back and tell the screens that show it."""
    vraag.versie += 1
    vraag.save()
    announce(f"team-{vraag.eigenaar_team_id}", f"vraag-{vraag.pk}")


class _NetOpgegaanError(Exception):
    """The question went into another one while its lock was waited for."""


def find_blijver_id(klantvraag_id: int) -> int:
    """Return the question in which this one went, at the end of the chain; itself when it was not merged."""
    volgende = Klantvraag.objects.filter(pk=klantvraag_id).values_list("opgegaan_in_id", flat=True).first()
    return klantvraag_id if volgende is None else find_blijver_id(volgende)


def lock_blijver(handeling: Handeling, klantvraag_id: int) -> Klantvraag:
    """Return the question in which this one went (or itself), locked; for what a client sends, which must land somewhere.

    One lock is held at the end, whatever was merged in the meantime: two in the order of a chain could wait for each other.
    """
    while True:
        try:
            with transaction.atomic():
                vraag = lock_klantvraag(handeling, find_blijver_id(klantvraag_id))
                if vraag.opgegaan_in_id is not None:
                    raise _NetOpgegaanError
                return vraag
        except _NetOpgegaanError:
            continue


def walk(vraag: Klantvraag, naar: Status) -> None:
    """Bring a locked question to a status by allowed steps, saving each: for a merge, which may cross what one step cannot."""
    for stap in find_statuspad(Status(vraag.status), naar):
        step(vraag, stap)
        vraag.vervalreden = vraag.vervalreden if stap == Status.VERVALLEN else ""
        vraag.opgegaan_in_id = vraag.opgegaan_in_id if stap == Status.VERVALLEN else None
        vraag.save()
