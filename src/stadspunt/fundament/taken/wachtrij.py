"""The one door to the job queue; the library behind it is known only here."""

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic, ParamSpec

import structlog
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager

from stadspunt.fundament.taken.verbindingen import close_stale_connections

P = ParamSpec("P")
log = structlog.get_logger(__name__)

# Growing pauses: a fault that mends itself is tried soon, one that does not is not hammered.
HERKANSING = RetryStrategy(max_attempts=8, exponential_wait=3)
_IN_DEZE_TRANSACTIE = JobManager(DjangoConnector())


class Taak(Generic[P]):
    """A job: call it to run it here and now, give it to `enqueue` to have a worker run it."""

    def __init__(self, naam: str, functie: Callable[P, None], cron: str = "") -> None:
        self.naam = naam
        self.functie = functie
        # A worker lives for weeks: connections that died in the meantime must not fail the job.
        omhuld = _with_fresh_connections(functie, drop_arguments=bool(cron))
        # Periodic work comes back by itself, so a retry would only pile up.
        self._taak: Any = app.task(name=naam, retry=False if cron else HERKANSING)(omhuld)
        if cron:
            app.periodic(cron=cron)(self._taak)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        self.functie(*args, **kwargs)


def _with_fresh_connections(functie: Callable[..., None], *, drop_arguments: bool) -> Callable[..., None]:
    @functools.wraps(functie)
    def run(*args: Any, **kwargs: Any) -> None:
        close_stale_connections()
        try:
            if drop_arguments:  # the library passes a timestamp to periodic work
                functie()
            else:
                functie(*args, **kwargs)
        finally:
            close_stale_connections()

    return run


def taak(naam: str) -> Callable[[Callable[P, None]], Taak[P]]:
    """Make a function a job with a stable `naam` ('room.verb_noun'); its arguments are JSON values."""

    def decorate(functie: Callable[P, None]) -> Taak[P]:
        return Taak(naam, functie)

    return decorate


def elke(cron: str, naam: str) -> Callable[[Callable[[], None]], Taak[[]]]:
    """Make a function without arguments a job that runs by the clock (`cron`, in UTC)."""

    def decorate(functie: Callable[[], None]) -> Taak[[]]:
        return Taak(naam, functie, cron)

    return decorate


def enqueue(naam: str, op: datetime | None = None, **kwargs: Any) -> None:
    """Ask a worker to run the job called `naam` with `kwargs`, not before `op` (aware; None: at once).

    The job stands in the queue when, and only when, the transaction around this call commits.
    Asked by name, because an action must not import the jobs that call it. Raises KeyError
    for a name that no room has.
    """
    if naam not in app.tasks:
        raise KeyError(f"er is geen taak {naam}")
    vraag = app.configure_task(naam, schedule_at=op)
    # A worker gives the library connections of its own; a job that is asked there belongs to this transaction too.
    vraag.job_manager = _IN_DEZE_TRANSACTIE
    vraag.defer(**kwargs)
