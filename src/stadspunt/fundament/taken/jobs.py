"""The rescue of jobs whose worker died in the middle."""

import structlog
from asgiref.sync import async_to_sync
from procrastinate.contrib.django import app

from stadspunt.fundament.taken.wachtrij import elke

# A worker beats its heart every 10 seconds; three missed beats and it is gone.
STIL_NA_SECONDEN = 30

log = structlog.get_logger(__name__)


@async_to_sync
async def rescue_taken() -> int:
    """Give every job of a dead worker out again; returns how many."""
    vast = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STIL_NA_SECONDEN))
    for job in vast:
        await app.job_manager.retry_job(job)
    if vast:
        log.warning("taken_gered", aantal=len(vast))
    return len(vast)


@elke("* * * * *", naam="taken.red_vastgelopen_taken")
def red_vastgelopen_taken() -> None:
    """Every minute: no job stays with a worker that is no longer there."""
    rescue_taken()
