"""Which steps of the demo are done: each is a fact, written in the transaction of the step itself.

A run that was broken off halfway leaves whole steps behind it; the next run goes on with the others.
"""

from dataclasses import dataclass

from django.db import connection

from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.feiten import feit
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem

NAAM = "demo"
KLAAR = "klaar"


@feit
@dataclass(frozen=True, slots=True)
class DemostapGezet:
    """A step of the demo is in the database."""

    demostap_id: str


def is_gezet(stap: str) -> bool:
    """Say whether a step is done."""
    raadpleging = build_systeem(NAAM, get_moment()).raadpleging
    return bool(list_gebeurtenissen(raadpleging, f"demostap:{stap}", 1))


def mark_gezet(stap: str) -> None:
    """Write down, in the transaction of the caller, that a step is done."""
    publish(build_systeem(NAAM, get_moment()), DemostapGezet(stap))


def lock_demo() -> None:
    """Wait until nobody else builds the demo; the lock ends with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended('stadspunt.demo', 0))")


def unlock_demo() -> None:
    """Let somebody else build the demo."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(hashtextextended('stadspunt.demo', 0))")
