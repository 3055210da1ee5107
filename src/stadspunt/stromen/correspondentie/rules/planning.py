"""When a message goes, when it is tried again, and when it is given up."""

from datetime import datetime, timedelta

# The hold in which the writer can take an answer back.
BEDENKTIJD = timedelta(seconds=20)
# A worker that has been busy with one message for so long is gone. Every step of the
# conversation with a mail server times out long before.
LEASE = timedelta(minutes=10)
# An answer is sent again so many times after its worker died; then a person has to look,
# because the fault may be in what comes after the mail server took it.
MAX_VERLATEN = 2
# RFC 5321 section 4.5.4.1: give up after at least 4-5 days between servers; a person who
# waits for an answer is better served by an employee who sees it sooner.
OPGEVEN_NA = timedelta(days=3)
_EERSTE_PAUZE = timedelta(minutes=1)
_LANGSTE_PAUZE = timedelta(hours=2)


def compute_volgende_poging(pogingen: int, sinds: datetime, nu: datetime) -> datetime | None:
    """Return when to try again after `pogingen` (1 or more) failed, or None to give up.

    The pauses double from a minute to two hours; `sinds` is when it could first have gone.
    """
    if nu - sinds >= OPGEVEN_NA:
        return None
    verdubbeld: timedelta = _EERSTE_PAUZE * 2 ** min(pogingen - 1, 10)
    pauze = min(_LANGSTE_PAUZE, verdubbeld)
    return min(nu + pauze, sinds + OPGEVEN_NA)


def is_verlaten(begonnen_op: datetime | None, nu: datetime) -> bool:
    """Say whether the worker that began at `begonnen_op` is taken for dead."""
    return begonnen_op is None or nu - begonnen_op >= LEASE
