"""Several people at the same moment, over real connections: what a lock or a constraint must decide."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Barrier
from typing import Any

from django.db import connection

from stadspunt.fundament.fouten import AchterhaaldError


def do_tegelijk(
    *daden: Callable[[], Any],
    weigering: type[Exception] | tuple[type[Exception], ...] = AchterhaaldError,
    later: tuple[float, ...] = (),
) -> list[Any]:
    """Do all at once (or each so many seconds `later`), each over its own connection and with the clock of the test.

    Returns what came of each: its answer, or the `weigering` with which it was refused. Any other failure is raised.
    """
    start, wachten = Barrier(len(daden)), later or (0.0,) * len(daden)

    def doe(daad: Callable[[], Any], wacht: float) -> Any:
        try:
            start.wait(timeout=10)
            time.sleep(wacht)
            return daad()
        except weigering as fout:
            return fout
        finally:
            connection.close()

    with ThreadPoolExecutor(len(daden)) as draden:
        klussen = [draden.submit(copy_context().run, doe, *een) for een in zip(daden, wachten, strict=True)]
        return [klus.result(timeout=30) for klus in klussen]


def is_gelukt(*daden: Callable[[], Any]) -> list[bool]:
    """Do all at once; return who was not told that somebody else was first."""
    return [not isinstance(een, AchterhaaldError) for een in do_tegelijk(*daden)]
