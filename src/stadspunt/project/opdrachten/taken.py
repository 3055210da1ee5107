"""`stadspunt taken`: the worker that runs jobs."""

import asyncio
import os
import signal

import structlog
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params

from stadspunt.project.opdrachten.django_klaar import set_up_dienst
from stadspunt.project.opstart.omgeving import Omgeving
from stadspunt.project.reservekopie.herstelmerk import demand_heel

NAKIJKEN = 2.0  # seconds between looks for work that was not announced, such as a retry
VERBINDING_BINNEN = 4.0
HARD_NA = 10.0
UITLOOP = 8.0  # what runs longer after SIGTERM is given out again later: every job may run twice
EERST = "taken.red_vastgelopen_taken"  # what an outage left half done need not wait for the next whole minute
DATABASE_WEG = 69  # EX_UNAVAILABLE: the supervisor starts us again

log = structlog.get_logger(__name__)


def run(omgeving: Omgeving) -> int:
    """Run jobs until SIGTERM (0), or until the database is gone (69)."""
    set_up_dienst(omgeving, "taken")
    demand_heel(os.environ["DATABASE_URL"])
    return asyncio.run(_work(omgeving.tegelijk))


def _ask_to_stop(gevraagd: asyncio.Event, loop: asyncio.AbstractEventLoop) -> None:
    """Let the work end, but not wait for a database that is stopping too: signing off may hang on it for long."""
    gevraagd.set()
    loop.call_later(HARD_NA, os._exit, 0)


async def _work(tegelijk: int) -> int:
    gevraagd = asyncio.Event()
    loop = asyncio.get_running_loop()
    # As Django's connector would make it, but with few idle connections and little patience: without a
    # database the worker must end and be started again, not hang for half a minute.
    verbinding = PsycopgConnector(
        kwargs=connector_params("default"), min_size=1, max_size=tegelijk + 2, timeout=VERBINDING_BINNEN
    )
    with app.replace_connector(verbinding) as werk_app:
        async with werk_app.open_async():
            await werk_app.configure_task(EERST).defer_async()
            werk = asyncio.create_task(
                werk_app.run_worker_async(
                    concurrency=tegelijk,
                    delete_jobs="successful",
                    fetch_job_polling_interval=NAKIJKEN,
                    shutdown_graceful_timeout=UITLOOP,
                    install_signal_handlers=False,
                )
            )
            for teken in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(teken, _ask_to_stop, gevraagd, loop)
            wachter = asyncio.create_task(gevraagd.wait())
            await asyncio.wait({werk, wachter}, return_when=asyncio.FIRST_COMPLETED)
            wachter.cancel()
            werk.cancel()  # a worker that is cancelled finishes what it has in hand
            uitkomst = (await asyncio.gather(werk, return_exceptions=True))[0]
    if gevraagd.is_set():
        log.info("gestopt")
        return 0
    log.error("werk_afgebroken", exc_info=uitkomst if isinstance(uitkomst, BaseException) else None)
    return DATABASE_WEG
