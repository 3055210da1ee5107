"""Database connections of whoever lives longer than one request, and what their errors say of the database."""

from django.db import InterfaceError, OperationalError, connections
from psycopg.errors import DiskFull

from stadspunt.fundament.fouten import OpslagWegError

# Classes of SQLSTATE (PostgreSQL, appendix A): connection gone, server going down or starting, too many or too full.
_EVEN_WEG = ("08", "57P", "53")


def is_database_away(fout: BaseException | None) -> bool:
    """Whether this error, or one behind it, says that the database cannot be reached, or cannot store, for now."""
    stap = fout
    while stap is not None:
        if isinstance(stap, InterfaceError):
            return True
        if isinstance(stap, OperationalError):
            # Without a code there was no server to give one.
            code = getattr(stap.__cause__, "sqlstate", None) or ""
            return not code or code.startswith(_EVEN_WEG)
        stap = stap.__cause__ or stap.__context__
    return False


def is_disk_full(fout: BaseException | None) -> bool:
    """Whether this error, or one behind it, says that there is no room, or that the place for documents is away.

    Nothing is wrong with what was to be stored then: it is no attempt.
    """
    stap = fout
    while stap is not None:
        if isinstance(stap, DiskFull | OpslagWegError):
            return True
        stap = stap.__cause__ or stap.__context__
    return False


def close_stale_connections() -> None:
    """Close connections that died or grew too old, so that the next query opens a fresh one.

    A connection in the middle of a transaction is in use and stays: Django's own
    `close_old_connections` would drop it.
    """
    for verbinding in connections.all(initialized_only=True):
        if not verbinding.in_atomic_block:
            verbinding.close_if_unusable_or_obsolete()
