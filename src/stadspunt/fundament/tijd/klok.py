"""The clock. Only an edge (screen, job, command, listener) reads it; everybody else is told the moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_stilstaand: ContextVar[datetime | None] = ContextVar("stilstaand", default=None)


def get_moment() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _stilstaand.get() or datetime.now(UTC)


@contextmanager
def sta_stil(moment: datetime) -> Iterator[None]:
    """Let the clock of this context stand still at `moment` (aware); history is made by moving it."""
    if moment.tzinfo is None:
        raise ValueError("a moment has a timezone")
    vorige = _stilstaand.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _stilstaand.reset(vorige)
