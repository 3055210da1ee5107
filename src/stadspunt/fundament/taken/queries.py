"""Look at the job queue."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from croniter import croniter
from django.db import connection
from django.db.models import Count
from procrastinate.contrib.django import app
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


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """How it stands with one queue: what is due and not done, since when, how often tried, and what needs a person."""

    wachtend: int
    oudste_op: datetime | None
    pogingen: int
    mislukt: int
    laatste_fout: str = ""


@dataclass(frozen=True, slots=True)
class Klokregel:
    """A job that runs by the clock: when it was last given out, how that went, and when it had to come again at the latest."""

    naam: str
    laatst_op: datetime | None
    stand: str
    uiterlijk_op: datetime | None


_WACHTEND = """
    SELECT count(*) FILTER (WHERE taak.status = 'todo'),
      min(coalesce(taak.scheduled_at, gebeurtenis.at)) FILTER (WHERE taak.status = 'todo'),
      coalesce(max(taak.attempts), 0),
      count(*) FILTER (WHERE taak.status = 'failed'),
      coalesce(max(taak.task_name) FILTER (WHERE taak.status = 'failed'), '')
    FROM procrastinate_jobs taak
    LEFT JOIN procrastinate_events gebeurtenis ON gebeurtenis.job_id = taak.id AND gebeurtenis.type = 'deferred'
    WHERE taak.status = 'failed' OR (taak.status = 'todo' AND coalesce(taak.scheduled_at, %s) <= %s)
"""
# A job that worked is thrown away, and its line here then names none.
_KLOK = """
    SELECT DISTINCT ON (beurt.task_name) beurt.task_name, beurt.defer_timestamp, coalesce(taak.status::text, 'succeeded')
    FROM procrastinate_periodic_defers beurt LEFT JOIN procrastinate_jobs taak ON taak.id = beurt.job_id
    ORDER BY beurt.task_name, beurt.defer_timestamp DESC
"""
_UITLOOP = timedelta(minutes=5)


@query(recht="techniek.lezen")
def get_wachtrij(raadpleging: Raadpleging) -> Wachtrij:
    """Return the jobs that are due, and those that failed for good (`laatste_fout` names one of them), in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_WACHTEND, [raadpleging.moment, raadpleging.moment])
        return Wachtrij(*cursor.fetchone())


@query(recht="techniek.lezen")
def list_klok(raadpleging: Raadpleging) -> list[Klokregel]:
    """Return every job that runs by the clock, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_KLOK)
        beurten = {naam: (datetime.fromtimestamp(tijd, UTC), stand) for naam, tijd, stand in cursor.fetchall()}
    regels = []
    for taak in sorted(app.periodic_registry.periodic_tasks.values(), key=lambda een: een.task.name):
        laatst, stand = beurten.get(taak.task.name, (None, "nooit"))
        uiterlijk = croniter(taak.cron, laatst).get_next(datetime) + _UITLOOP if laatst else None
        regels.append(Klokregel(taak.task.name, laatst, stand, uiterlijk))
    return regels
