"""Count a database: rows and content per table, what its tables promise, and whether its numbers go on where they were.

Works on a psycopg connection, because a copy that is tried stands on a server that Django does not know. The sum of
a table is the same on every server from version 15 on: each row as text, hashed, and the hashes added up. What the server
computes itself (generated columns) is left out: another version may compute it in another way.
"""

from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg import sql

from stadspunt.project.reservekopie.manifest import Tabel

# Text output of a value hangs on these; a session may have been given others.
_SCHRIJFWIJZE = """
    SET LOCAL TimeZone TO 'UTC'; SET LOCAL DateStyle TO 'ISO'; SET LOCAL IntervalStyle TO 'postgres';
    SET LOCAL extra_float_digits TO 1; SET LOCAL bytea_output TO 'hex'; SET LOCAL statement_timeout TO 0;
    SET LOCAL idle_in_transaction_session_timeout TO 0
"""
_KOLOMMEN = """
    SELECT c.relname, array_agg(a.attname ORDER BY a.attnum)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname
"""
_SOM = sql.SQL(
    "SELECT count(*), coalesce(sum(('x' || left(encode(sha256(convert_to(ROW({kolommen})::text, 'UTF8')), 'hex'), 15))"
    "::bit(60)::bigint), 0)::text FROM {tabel}"
)
# NOT NULL became a constraint of its own in version 18, and is not counted.
_SCHEMA = """
    SELECT
      (SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = current_schema()::regnamespace),
      (SELECT count(*) FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'u', 'f', 'c', 'x') AND convalidated),
      (SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND i.indisvalid),
      (SELECT count(*) FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'))
"""
_REEKSEN = """
    SELECT s.relname, t.relname, a.attname
    FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.deptype IN ('a', 'i')
    JOIN pg_class t ON t.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace
"""


def prepare_transactie(verbinding: psycopg.Connection[Any]) -> None:
    """Let this transaction write values as every other that counts, and wait as long as it takes."""
    for zin in _SCHRIJFWIJZE.split(";"):
        verbinding.execute(zin.strip())


def count_tabellen(verbinding: psycopg.Connection[Any], behalve: frozenset[str]) -> dict[str, Tabel]:
    """Return rows and sum of every table but those in `behalve`."""
    return dict(_count(verbinding, behalve))


def _count(verbinding: psycopg.Connection[Any], behalve: frozenset[str]) -> Iterator[tuple[str, Tabel]]:
    for tabel, kolommen in verbinding.execute(_KOLOMMEN).fetchall():
        if tabel in behalve:
            continue
        vraag = _SOM.format(kolommen=sql.SQL(", ").join(map(sql.Identifier, kolommen)), tabel=sql.Identifier(tabel))
        rij = verbinding.execute(vraag).fetchone()
        assert rij is not None  # noqa: S101 - an aggregate has a row
        yield tabel, Tabel(*rij)


def count_schema(verbinding: psycopg.Connection[Any]) -> dict[str, int]:
    """Return how many triggers, constraints, indexes and functions guard the tables."""
    rij = verbinding.execute(_SCHEMA).fetchone()
    assert rij is not None  # noqa: S101
    return dict(zip(("triggers", "voorwaarden", "indexen", "functies"), rij, strict=True))


def list_migraties(verbinding: psycopg.Connection[Any]) -> tuple[str, ...]:
    """Return the migrations that ran, as 'app.name'; nothing when this is no database of ours."""
    if not has_tabel(verbinding, "django_migrations"):
        return ()
    rijen = verbinding.execute("SELECT app || '.' || name FROM django_migrations ORDER BY app, name").fetchall()
    return tuple(naam for (naam,) in rijen)


def has_tabel(verbinding: psycopg.Connection[Any], tabel: str) -> bool:
    """Say whether there is such a table."""
    return verbinding.execute("SELECT to_regclass(%s)", [tabel]).fetchone() != (None,)


def list_achterlopende_reeksen(verbinding: psycopg.Connection[Any]) -> list[str]:
    """Return the columns whose next number was given out already."""
    achter = []
    for reeks, tabel, kolom in verbinding.execute(_REEKSEN).fetchall():
        vraag = sql.SQL(
            "SELECT (SELECT coalesce(max({kolom}), 0) FROM {tabel}) > CASE WHEN is_called THEN last_value ELSE 0 END FROM {reeks}"
        ).format(kolom=sql.Identifier(kolom), tabel=sql.Identifier(tabel), reeks=sql.Identifier(reeks))
        if verbinding.execute(vraag).fetchone() == (True,):
            achter.append(f"{tabel}.{kolom}")
    return achter
