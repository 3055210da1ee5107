"""Write many rows at once."""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import GeneratedField

Rij = Sequence[Any]


def reserve_ids(model: str, aantal: int) -> list[int]:
    """Take `aantal` ids from the sequence of `model` ('room.Model'), in rising order: nobody else gets them."""
    tabel = apps.get_model(model)._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [tabel, aantal])
        return [rij[0] for rij in cursor.fetchall()]


def reserve_nummers(reeks: str, aantal: int) -> list[int]:
    """Take `aantal` numbers from a sequence of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [reeks, aantal])
        return [rij[0] for rij in cursor.fetchall()]


def copy_rows(model: str, kolommen: tuple[str, ...], rijen: Iterable[Rij]) -> None:
    """Put rows into the table of `model` ('room.Model') with COPY; every constraint and trigger of the table holds.

    Columns that are not named get the standard value of the room that keeps them, as they would one by one.
    """
    meta = apps.get_model(model)._meta
    overig = [
        veld
        for veld in meta.concrete_fields
        if not (veld.column in kolommen or veld.null or veld.primary_key or isinstance(veld, GeneratedField))
    ]
    standaard = tuple(veld.get_default() for veld in overig)
    lijst = ", ".join((*kolommen, *(veld.column for veld in overig)))
    with connection.cursor() as cursor, cursor.copy(f"COPY {meta.db_table} ({lijst}) FROM STDIN") as kopie:
        for rij in rijen:
            kopie.write_row((*rij, *standaard))


def analyze_database() -> None:
    """Let the planner know what the tables hold now."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def make_uuid7_at(moment: datetime) -> UUID:
    """Return a UUID version 7 (RFC 9562) as it would have been made at `moment`."""
    millis = int(moment.timestamp() * 1000)
    toeval = int.from_bytes(os.urandom(10))
    waarde = (millis & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | (toeval >> 68 & 0xFFF) << 64
    return UUID(int=waarde | 0b10 << 62 | toeval & 0x3FFF_FFFF_FFFF_FFFF)
