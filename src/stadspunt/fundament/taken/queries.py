"""Look at the job queue."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query

# A worker beats its heart every ten seconds.
_STIL = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Takenstand:
    """How many jobs wait, run and failed, and how many workers are alive."""

    wachtend: int
    lopend: int
    mislukt: int
    werkers: int


@query(recht="techniek.lezen")
def get_takenstand(raadpleging: Raadpleging) -> Takenstand:
    """Return the state of the queue, in two queries."""
    aantallen = dict(
        ProcrastinateJob.objects.filter(status__in=("todo", "doing", "failed"))
        .values_list("status")
        .annotate(aantal=Count("id"))
        .order_by()
    )
    werkers = ProcrastinateWorker.objects.filter(last_heartbeat__gt=raadpleging.moment - _STIL).count()
    return Takenstand(aantallen.get("todo", 0), aantallen.get("doing", 0), aantallen.get("failed", 0), werkers)
