"""Database connections of whoever lives longer than one request."""

from django.db import connections


def close_stale_connections() -> None:
    """Close connections that died or grew too old, so that the next query opens a fresh one.

    A connection in the middle of a transaction is in use and stays: Django's own
    `close_old_connections` would drop it.
    """
    for verbinding in connections.all(initialized_only=True):
        if not verbinding.in_atomic_block:
            verbinding.close_if_unusable_or_obsolete()
