"""How long a process waits for the answer to one query.

A server that froze, or a network that swallows, gives no error at all: without an end of our own every
thread would wait in it for ever, and a visitor with it. Who works for somebody that waits sets a limit;
a worker or a command has none, for it goes on where it was.
"""

from typing import Any

import psycopg
from psycopg.abc import RV, PQGen
from psycopg.errors import _WaitTimeout

WACHTEND_PUBLIEK = 20.0  # longer than any query of a page takes on a busy day
LEVENSTEKEN = 5.0  # for the question whether a connection still lives

_KIJK = 0.1  # how often psycopg itself looks up
_grens: float | None = None


def limit_geduld(seconden: float | None) -> None:
    """Let every query of this process end after so many seconds without its answer (None: wait for ever)."""
    global _grens
    _grens = seconden


class Verbinding(psycopg.Connection[Any]):
    """A connection whose queries end after the patience of this process; it cannot be used after that."""

    grens: float | None = None  # of this connection for a moment; else that of the process

    def wait(self, gen: PQGen[RV], interval: float = _KIJK, timeout: float | None = None) -> RV:
        """Wait for the server, but not for ever; raises OperationalError."""
        eerst = [grens for grens in (timeout, self.grens, _grens) if grens is not None]
        try:
            return super().wait(gen, interval, eerst[0] if eerst else None)
        except _WaitTimeout:
            # What the server still does with the query nobody knows: this connection must not be asked again.
            self.pgconn.finish()
            raise
