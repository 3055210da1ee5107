"""Documents by their hash, wherever they stand: in the database, in a folder or in S3.

The order is what keeps them: first the bytes, durable and under a name of their own, then the row that says so, in the
transaction of the caller. What has no row (rolled back, killed) is nobody's, and is cleaned up after a safe time.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import uuid4

import psycopg
import structlog
from django.db import connection, transaction

from stadspunt.fundament.fouten import BestandKwijtError, NietGevondenError
from stadspunt.fundament.opslag.blobs import load_blob, store_blob
from stadspunt.fundament.opslag.koppeling import Plek, Stroom, get_bewaarplek, get_gekozen
from stadspunt.fundament.opslag.koppeling.map import Map
from stadspunt.fundament.opslag.models import Blob, Opslagobject

# A reader that came while the bytes were moved looks again where they are now.
_KEREN: Final = 3
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Objectregel:
    """One document outside the database: what it is, not where."""

    hash: str
    grootte: int


def store_object(inhoud: bytes, moment: datetime) -> str:
    """Keep a document where the setting says; returns its hash. Raises OpslagWegError, and then nothing is kept.

    Bytes that are here already are not sent again, and those of a raw receipt are in the database anyhow.
    """
    plek = get_gekozen()
    if plek is Plek.DATABASE:
        return store_blob(inhoud, vast=False)
    sleutel = hashlib.sha256(inhoud).hexdigest()
    is_bekend = Blob.objects.filter(hash=sleutel).exists() or Opslagobject.objects.filter(hash=sleutel, gebrek="").exists()
    if not is_bekend:
        naam = put_bytes(plek, sleutel, len(inhoud), [inhoud])
        # Who wrote the same at the same time may have been first: then ours is nobody's. One that was lost is mended by ours.
        claim_plaats(Objectregel(sleutel, len(inhoud)), plek, naam, moment, alleen_als_kwijt=True)
    return sleutel


def open_object(sleutel: str) -> Stroom:
    """Return the bytes as a stream. The last piece comes only when all of them together have the right hash.

    Raises NietGevondenError for a hash that nobody kept, BestandKwijtError (also halfway) when the bytes are gone or changed,
    OpslagWegError when the place cannot be reached now.
    """
    vorige = ""
    for _ in range(_KEREN):
        inhoud, grootte, plek, naam = _find(sleutel)
        if inhoud is not None:
            return Stroom(len(inhoud), iter([inhoud]))
        try:
            stroom = get_bewaarplek(Plek(plek)).open(naam)
        except NietGevondenError:
            if naam == vorige:
                break
            vorige = naam
            continue
        if stroom.grootte != grootte:
            _note_gebrek(naam, "veranderd")
            raise BestandKwijtError(sleutel)
        return Stroom(grootte, _check_while_reading(sleutel, naam, stroom.stukken))
    _note_gebrek(vorige, "weg")
    raise BestandKwijtError(sleutel)


def load_object(sleutel: str) -> bytes:
    """Return all bytes at once; raises as `open_object` does."""
    return b"".join(open_object(sleutel).stukken)


def list_objecten() -> Iterator[Objectregel]:
    """Yield every document that stands outside the database, by hash. What is in the database comes along with that."""
    rijen = Opslagobject.objects.order_by("hash").values_list("hash", "grootte")
    yield from (Objectregel(*rij) for rij in rijen.iterator(chunk_size=2000))


def list_sleutels(na: str = "", maximum: int = 1000) -> list[tuple[str, int]]:
    """Return hash and size of the first `maximum` things after hash `na`, raw or document, wherever they stand.

    Also in the tables of a version that kept all in the database.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('opslag_opslagobject') IS NOT NULL")
        buiten = "SELECT hash, grootte FROM opslag_opslagobject WHERE hash > %s UNION " if cursor.fetchone()[0] else ""
        deel = f"{buiten}SELECT hash, grootte FROM opslag_blob WHERE hash > %s ORDER BY hash LIMIT %s"  # noqa: S608
        cursor.execute(deel, [*([na] if buiten else []), na, maximum])
        return [(sleutel, grootte) for sleutel, grootte in cursor.fetchall()]


def load_alles(sleutel: str) -> bytes:
    """Return the bytes of what `list_sleutels` named; raises as `open_object` does."""
    try:
        return load_blob(sleutel)
    except NietGevondenError:
        return load_object(sleutel)


def write_object(sleutel: str, grootte: int, stukken: Iterable[bytes], moment: datetime) -> None:
    """Keep bytes of which the hash is known (from a backup) where the setting says, and from now on read them there.

    Raises BestandKwijtError when they do not have that hash or size, OpslagWegError; then all is as it was.
    """
    plek = get_gekozen()
    if plek is Plek.DATABASE:
        inhoud = b"".join(_check(sleutel, stukken))
        with transaction.atomic():
            store_blob(inhoud, vast=False)
            Opslagobject.objects.filter(hash=sleutel).delete()
        return
    claim_plaats(Objectregel(sleutel, grootte), plek, put_bytes(plek, sleutel, grootte, stukken), moment)


def put_bytes(plek: Plek, sleutel: str, grootte: int, stukken: Iterable[bytes]) -> str:
    """Put bytes outside the database and return the name under which they stand; nothing names them yet.

    Raises BestandKwijtError when they do not have this hash, OpslagWegError.
    """
    bewaarplek = get_bewaarplek(plek)
    # A folder that had documents and is empty now is a disk that was not mounted, and is not begun anew.
    if isinstance(bewaarplek, Map) and not bewaarplek.is_klaar() and not Opslagobject.objects.filter(plek=plek).exists():
        bewaarplek.prepare()
    naam = f"{sleutel}-{uuid4().hex[:16]}"
    bewaarplek.put(naam, grootte, _check(sleutel, stukken))
    return naam


def _check(sleutel: str, stukken: Iterable[bytes]) -> Iterator[bytes]:
    """Pass pieces on, the last one only when all together have this hash."""
    som = hashlib.sha256()
    vorige = b""
    for stuk in stukken:
        som.update(stuk)
        if vorige:
            yield vorige
        vorige = stuk
    if som.hexdigest() != sleutel:
        raise BestandKwijtError(sleutel)
    yield vorige


def _check_while_reading(sleutel: str, naam: str, stukken: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from _check(sleutel, stukken)
    except BestandKwijtError:
        _note_gebrek(naam, "veranderd")
        raise


def _find(sleutel: str) -> tuple[bytes | None, int, str, str]:
    """Return the bytes themselves when they are in the database, else how many, in which place and under which name."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        rij = cursor.execute(
            "SELECT b.inhoud, o.grootte, o.plek, o.naam FROM (SELECT $1::varchar AS hash) AS v"
            " LEFT JOIN opslag_opslagobject AS o USING (hash) LEFT JOIN opslag_blob AS b USING (hash)",
            (sleutel,),
            binary=True,
        ).fetchone()
    if rij is None or (rij[0] is None and rij[1] is None):
        raise NietGevondenError(sleutel)
    return (None if rij[0] is None else bytes(rij[0])), rij[1] or 0, rij[2] or "", rij[3] or ""


def claim_plaats(regel: Objectregel, plek: Plek, naam: str, moment: datetime, *, alleen_als_kwijt: bool = False) -> None:
    """Say (in the transaction that is open) that a document stands there; with `alleen_als_kwijt` a good place stays."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO opslag_opslagobject (hash, grootte, plek, naam, bewaard_op, gezien_op, gebrek)"
            " VALUES (%s, %s, %s, %s, %s, %s, '') ON CONFLICT (hash) DO UPDATE SET grootte = excluded.grootte,"
            " plek = excluded.plek, naam = excluded.naam, bewaard_op = excluded.bewaard_op, gezien_op = excluded.gezien_op,"
            " gebrek = '' WHERE NOT %s OR opslag_opslagobject.gebrek <> ''",
            [regel.hash, regel.grootte, plek, naam, moment, moment, alleen_als_kwijt],
        )


def _note_gebrek(naam: str, gebrek: str) -> None:
    """Write down that a document is not as it should be; the page of the administrator shows it. Who only reads leaves it."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        if cursor.fetchone()[0] == "on":
            return
    if Opslagobject.objects.filter(naam=naam).exclude(gebrek=gebrek).update(gebrek=gebrek):
        log.error("document_kwijt", naam=naam, gebrek=gebrek)
