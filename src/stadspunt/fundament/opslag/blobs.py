"""Put bytes away in the database and get them back."""

import hashlib

import psycopg
from django.db import connection

from stadspunt.fundament.fouten import NietGevondenError

# Who copies the whole database takes these rows through the functions below: their bytes may stand elsewhere.
TABEL = "opslag_blob"
_RUW = (
    "INSERT INTO opslag_blob (hash, grootte, inhoud, vast) VALUES ($1, $2, $3, true)"
    " ON CONFLICT (hash) DO UPDATE SET vast = true WHERE NOT opslag_blob.vast"
)
_TERUG = "INSERT INTO opslag_blob (hash, grootte, inhoud) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
_DOCUMENT = "INSERT INTO opslag_blob (hash, grootte, inhoud, vast) VALUES ($1, $2, $3, false) ON CONFLICT DO NOTHING"


def store_blob(inhoud: bytes, *, vast: bool = True) -> str:
    """Keep `inhoud` (in the transaction that is open) and return its SHA-256 in hex; the same bytes are kept once.

    With `vast` they stay in the database for ever; without it they are those of a document, which may be moved.
    """
    sleutel = hashlib.sha256(inhoud).hexdigest()
    connection.ensure_connection()
    # Not through the ORM: it writes the bytes as hexadecimal text in the query, four times their size in memory.
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        cursor.execute(_RUW if vast else _DOCUMENT, (sleutel, len(inhoud), inhoud), prepare=False)
    return sleutel


def load_blob(sleutel: str) -> bytes:
    """Return the bytes with this hash. Raises NietGevondenError when they are not in the database."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        rij = cursor.execute("SELECT inhoud FROM opslag_blob WHERE hash = $1", (sleutel,), binary=True).fetchone()
    if rij is None:
        raise NietGevondenError(sleutel)
    return bytes(rij[0])


def restore_blob(inhoud: bytes) -> str:
    """Keep what comes from a backup, in the tables of this version or an earlier one; it counts as a raw receipt."""
    sleutel = hashlib.sha256(inhoud).hexdigest()
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        cursor.execute(_TERUG, (sleutel, len(inhoud), inhoud), prepare=False)
    return sleutel
