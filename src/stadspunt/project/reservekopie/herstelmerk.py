"""The mark of a restore that is not finished: as long as it stands, what is in the database is not for use.

A schema of its own, outside what is wiped and filled; it survives a kill -9 and every process on every machine sees it.
"""

from typing import Any

import psycopg

from stadspunt.project.opstart.foutmeldingen import OpstartError

SCHEMA = "stadspunt_herstel"
HALF = "Het terugzetten van een reservekopie is niet afgemaakt. Voer uit: stadspunt restore BESTAND"


def set_merk(verbinding: psycopg.Connection[Any]) -> None:
    """Set the mark, in the transaction of the caller; twice is once."""
    verbinding.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")


def has_merk(verbinding: psycopg.Connection[Any]) -> bool:
    """Say whether a restore began here and did not end."""
    return verbinding.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [SCHEMA]).fetchone() is not None


def remove_merk(verbinding: psycopg.Connection[Any]) -> None:
    """Take the mark away: all is there, and the same."""
    verbinding.execute(f"DROP SCHEMA {SCHEMA}")


def demand_heel(dsn: str) -> None:
    """Raise OpstartError when this database is half restored; a database that is away is somebody else's to tell."""
    try:
        with psycopg.connect(dsn, connect_timeout=5) as verbinding:
            half = has_merk(verbinding)
    except psycopg.Error:
        return
    if half:
        raise OpstartError(HALF)
