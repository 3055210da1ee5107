"""What a person does with an arrival that could not be processed."""

from uuid import UUID

from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.intake.events import OntvangstOpnieuwAangeboden, OntvangstVerwerkt
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus, Uitkomst

_LIJST = "intake"


@action(recht="ontvangst.herstellen")
def retry_ontvangst(handeling: Handeling, uuid: UUID) -> None:
    """Offer a failed arrival again, with all attempts before it. Raises NietGevondenError, AchterhaaldError."""
    rij = _lock_mislukte(handeling, uuid)
    rij.status = Ontvangststatus.WACHT
    rij.pogingen = 0
    rij.volgende_poging_op = handeling.moment
    rij.save(update_fields=["status", "pogingen", "volgende_poging_op"])
    enqueue("intake.verwerk_ontvangst", ontvangst_id=rij.pk)
    publish(handeling, OntvangstOpnieuwAangeboden(rij.pk))
    announce(_LIJST)


@action(recht="ontvangst.herstellen")
def record_met_de_hand(handeling: Handeling, uuid: UUID) -> None:
    """Note that a person read a failed arrival and registered what was needed. Raises NietGevondenError, AchterhaaldError."""
    rij = _lock_mislukte(handeling, uuid)
    rij.status = Ontvangststatus.VERWERKT
    rij.uitkomst = Uitkomst.MET_DE_HAND
    rij.verwerkt_op = handeling.moment
    rij.save(update_fields=["status", "uitkomst", "verwerkt_op"])
    publish(handeling, OntvangstVerwerkt(rij.pk, rij.uitkomst, None, None))
    announce(_LIJST)


def _lock_mislukte(handeling: Handeling, uuid: UUID) -> Ontvangst:
    rij: Ontvangst | None = Ontvangst.objects.visible_to(handeling.raadpleging).select_for_update().filter(uuid=uuid).first()
    if rij is None:
        raise NietGevondenError(f"ontvangst {uuid}")
    if rij.status != Ontvangststatus.MISLUKT:
        raise AchterhaaldError(Fout("niet-mislukt", "Dit bericht wacht niet meer op u. Bekijk de lijst opnieuw."))
    return rij
