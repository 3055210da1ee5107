"""One stream of server-sent events: names of lists, a heartbeat, and an end after about ten minutes."""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable

from stadspunt.project.live.verdeler import Abonnement

HARTSLAG = 15.0
LEVENSDUUR = 600.0
HERCONTROLE = 60.0
PER_DING = ("vraag-", "lezers-")
OPNIEUW_NA_MS = 2000


async def stroom(abonnement: Abonnement, mag_nog: Callable[[], Awaitable[bool]]) -> AsyncGenerator[bytes, None]:
    """Yield the bytes of the stream until it is time to come back, or `mag_nog` says that access has ended.

    The id of each message is our clock: a browser that reconnects gives it back, so that
    nothing that changed in between is missed.
    """
    loop = asyncio.get_running_loop()
    # Spread, or all browsers of an office would come back in the same second for ever.
    einde = loop.time() + LEVENSDUUR * random.uniform(0.9, 1.1)  # noqa: S311 - nothing secret
    controle = loop.time() + HERCONTROLE
    yield b"retry: %d\n%s\n" % (OPNIEUW_NA_MS, _id())
    while loop.time() < einde:
        lijsten = await abonnement.wacht(HARTSLAG)
        if abonnement.gesloten:
            return
        # Who may see one thing may end at any moment, so that is asked at every message about it; a whole list now and then.
        if loop.time() >= controle or any(lijst.startswith(PER_DING) for lijst in lijsten):
            controle = loop.time() + HERCONTROLE
            if not await mag_nog():
                return
        if lijsten:
            yield b"".join(b"event: lijst\n%sdata: %s\n\n" % (_id(), lijst.encode()) for lijst in lijsten)
        else:
            yield b": hartslag\n%s\n" % _id()


def _id() -> bytes:
    return b"id: %.3f\n" % time.time()
