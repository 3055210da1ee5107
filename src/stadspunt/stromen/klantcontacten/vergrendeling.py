"""Lock a klantvraag and let it take a step; used by every action on one question."""

from typing import NoReturn

from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.klantcontacten.models import Klantvraag
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, STATUSNAMEN, Status, is_toegestaan


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
        _refuse_status(van)
    vraag.status = naar


def demand_status(vraag: Klantvraag, status: Status) -> None:
    """Raise AchterhaaldError when a locked question does not have this status."""
    if vraag.status != status:
        _refuse_status(Status(vraag.status))


def demand_open(vraag: Klantvraag) -> None:
    """Raise AchterhaaldError when a locked question is closed."""
    if vraag.status not in OPEN_STATUSSEN:
        _refuse_status(Status(vraag.status))


def _refuse_status(nu: Status) -> NoReturn:
    tekst = f"Deze vraag heeft nu de status ‘{STATUSNAMEN[nu]}’. Bekijk de vraag opnieuw."
    raise AchterhaaldError(Fout("status", tekst))


def save_klantvraag(vraag: Klantvraag) -> None:
    """Write a locked question back and tell the screens that show it."""
    vraag.versie += 1
    vraag.save()
    announce(f"team-{vraag.eigenaar_team_id}", f"vraag-{vraag.pk}")
