"""Put bytes away and get them back."""

import hashlib

import psycopg
from django.db import connection

from stadspunt.fundament.fouten import NietGevondenError

# Who copies the whole database takes these rows through the functions below: their bytes may stand elsewhere.
TABEL = "opslag_blob"


def store_blob(inhoud: bytes) -> str:
    """Keep `inhoud` (in the transaction that is open) and return its SHA-256 in hex; the same bytes are kept once."""
    sleutel = hashlib.sha256(inhoud).hexdigest()
    connection.ensure_connection()
    # Not through the ORM: it writes the bytes as hexadecimal text in the query, four times their size in memory.
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        cursor.execute(
            "INSERT INTO opslag_blob (hash, grootte, inhoud) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            (sleutel, len(inhoud), inhoud),
            prepare=False,
        )
    return sleutel


def load_blob(sleutel: str) -> bytes:
    """Return the bytes with this hash. Raises NietGevondenError when they are not there."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        rij = cursor.execute("SELECT inhoud FROM opslag_blob WHERE hash = $1", (sleutel,), binary=True).fetchone()
    if rij is None:
        raise NietGevondenError(sleutel)
    return bytes(rij[0])


def list_sleutels(na: str = "", maximum: int = 1000) -> list[tuple[str, int]]:
    """Return the hash and size of the first `maximum` blobs after hash `na`, in order of their hashes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hash, grootte FROM opslag_blob WHERE hash > %s ORDER BY hash LIMIT %s", [na, maximum])
        return [(sleutel, grootte) for sleutel, grootte in cursor.fetchall()]
