"""`stadspunt taken`: the worker that runs jobs."""

import asyncio
import signal
from typing import Any

import structlog
from procrastinate.contrib.django import app

from stadspunt.project.opdrachten.django_klaar import set_up_dienst
from stadspunt.project.opstart.omgeving import Omgeving

NAKIJKEN = 2.0  # seconds between looks for work that was not announced, such as a retry
UITLOOP = 8.0  # what runs longer after SIGTERM is given out again later: every job may run twice
DATABASE_WEG = 69  # EX_UNAVAILABLE: the supervisor starts us again

log = structlog.get_logger(__name__)


def run(omgeving: Omgeving) -> int:
    """Run jobs until SIGTERM (0), or until the database is gone (69)."""
    set_up_dienst(omgeving, "taken")
    return asyncio.run(_work(omgeving.tegelijk))


async def _work(tegelijk: int) -> int:
    gevraagd = asyncio.Event()
    loop = asyncio.get_running_loop()
    verbinding: Any = app.connector  # Django's own, which knows the kind that a worker needs
    with app.replace_connector(verbinding.get_worker_connector()) as werk_app:
        async with werk_app.open_async():
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
                loop.add_signal_handler(teken, gevraagd.set)
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
