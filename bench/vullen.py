"""Fill a database that holds the demo with many times as much: the year of Lindewaard copied, each copy three weeks further back.

Every row goes in with all constraints, triggers and indexes on. Open work is copied for a few copies only: a city that is ten
times as large has ten times as many open questions, a city with a longer past has not.

As a command: `DATABASE_URL=… .venv/bin/python bench/vullen.py 1000000` (the number of klantcontacten to reach).
"""

import os
import sys
import time
from dataclasses import dataclass, field

import psycopg

OPEN_KOPIEEN = 9
DAGEN_TERUG = 21
# Copies of clients only: a city knows more people than write to it.
PARTIJEN_PER_KLANTCONTACT = 0.2

DAMM = "0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790"
NUMMER = f"""
    CREATE OR REPLACE FUNCTION pg_temp.nummer(jaar int, volgnummer bigint) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE cijfers text := jaar::text || lpad(volgnummer::text, greatest(6, length(volgnummer::text)), '0');
            stand int := 0; plaats int;
    BEGIN
        FOR plaats IN 1..length(cijfers) LOOP
            stand := substr('{DAMM}', stand * 10 + substr(cijfers, plaats, 1)::int + 1, 1)::int;
        END LOOP;
        RETURN jaar::text || '-' || substr(cijfers, 5) || '-' || stand;
    END $$
"""
OPEN = "('nieuw', 'in_behandeling', 'overgedragen', 'te_controleren')"
VRAAG_MEE = (
    f"(%(open)s OR NOT EXISTS (SELECT 1 FROM klantcontacten_klantvraag v WHERE v.id = t.klantvraag_id AND v.status IN {OPEN}))"
)
BERICHT_MEE = f"""(%(open)s OR NOT EXISTS (SELECT 1 FROM correspondentie_berichtvraag bv
    JOIN klantcontacten_klantvraag v ON v.id = bv.klantvraag_id WHERE bv.bericht_id = {{}} AND v.status IN {OPEN}))"""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table to copy: which columns point to a copied table, what else differs in a copy, and which rows go along."""

    naam: str
    wijst_naar: dict[str, str] = field(default_factory=dict)
    anders: dict[str, str] = field(default_factory=dict)
    mee: str = "true"


KLANT = {"partij_id": "partijen_partij"}
VRAAG = {"klantvraag_id": "klantcontacten_klantvraag"}
CONTACT = {"klantcontact_id": "klantcontacten_klantcontact"}
BERICHT = {"bericht_id": "correspondentie_bericht"}
PARTIJEN = (
    Tabel("partijen_partij"),
    Tabel(
        "partijen_digitaaladres",
        KLANT,
        {veld: f"CASE soort WHEN 'email' THEN %(kopie)s || '.' || {veld} ELSE {veld} END" for veld in ("waarde", "sleutel")},
    ),
)
CONTACTEN = (
    Tabel("klantcontacten_klantcontact", KLANT, {"bron_sleutel": "bron_sleutel || ':' || %(kopie)s"}),
    Tabel(
        "klantcontacten_klantvraag",
        KLANT,
        {
            "nummer": """pg_temp.nummer(
                extract(year FROM CASE WHEN %(open)s THEN ontvangen_op ELSE ontvangen_op - %(terug)s END)::int,
                nextval('klantcontacten_klantvraag_volgnummer'))"""
        },
        f"(%(open)s OR status NOT IN {OPEN})",
    ),
    Tabel("klantcontacten_contactvraag", VRAAG | CONTACT, mee=VRAAG_MEE),
    Tabel("klantcontacten_betrokkenafdeling", VRAAG, mee=VRAAG_MEE),
    Tabel("klantcontacten_antwoord", VRAAG, mee=VRAAG_MEE),
    Tabel(
        "correspondentie_bericht",
        CONTACT,
        {"sleutel": "sleutel || ':' || %(kopie)s", "message_id": "replace(message_id, '@', '.' || %(kopie)s || '@')"},
        BERICHT_MEE.format("t.id"),
    ),
    Tabel("correspondentie_berichtvraag", VRAAG | BERICHT, mee=BERICHT_MEE.format("t.bericht_id")),
    Tabel(
        "correspondentie_verzending",
        BERICHT | {"antwoord_op_id": "klantcontacten_klantvraag"},
        {"sleutel": "sleutel || ':' || %(kopie)s"},
        f"status IN ('verzonden', 'bezorgd') AND {BERICHT_MEE.format('t.bericht_id')}",
    ),
    Tabel("overdracht_overdracht", VRAAG, mee=VRAAG_MEE),
    Tabel(
        "overdracht_toetsing",
        {"overdracht_id": "overdracht_overdracht"},
        mee=VRAAG_MEE.replace(
            "t.klantvraag_id", "(SELECT o.klantvraag_id FROM overdracht_overdracht o WHERE o.id = t.overdracht_id)"
        ),
    ),
    Tabel(
        "gebeurtenissen_gebeurtenis",
        anders={
            "onderwerpen": """ARRAY(
                SELECT CASE soort
                    WHEN 'klantvraag' THEN soort || ':' || nummer::bigint + %(kopie)s * {klantcontacten_klantvraag}
                    WHEN 'klantcontact' THEN soort || ':' || nummer::bigint + %(kopie)s * {klantcontacten_klantcontact}
                    WHEN 'bericht' THEN soort || ':' || nummer::bigint + %(kopie)s * {correspondentie_bericht}
                    WHEN 'overdracht' THEN soort || ':' || nummer::bigint + %(kopie)s * {overdracht_overdracht}
                    ELSE soort || ':' || nummer END
                FROM (SELECT split_part(o, ':', 1) AS soort, split_part(o, ':', 2) AS nummer FROM unnest(onderwerpen) o) delen)"""
        },
    ),
)  # fmt: skip


def fill(verbinding: psycopg.Connection, klantcontacten: int) -> None:
    """Copy the year until there are at least `klantcontacten` contacts, and a fifth as many clients."""
    with verbinding.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
        cursor.execute(NUMMER)
        stappen = {tabel.naam: _get_maximum(cursor, tabel.naam) for tabel in (*PARTIJEN, *CONTACTEN)}
        aantal = _count(cursor, "klantcontacten_klantcontact")
        kopieen = -(-(klantcontacten - aantal) // aantal)
        klanten = _count(cursor, "partijen_partij")
        klantkopieen = max(kopieen, -(-int(klantcontacten * PARTIJEN_PER_KLANTCONTACT - klanten) // klanten))
        for tabel in PARTIJEN:
            for kopie in range(1, klantkopieen + 1):
                _copy(cursor, tabel, kopie, stappen)
        for tabel in CONTACTEN:
            begin = time.monotonic()
            for kopie in range(1, kopieen + 1):
                _copy(cursor, tabel, kopie, stappen)
            print(f"{tabel.naam}: {_count(cursor, tabel.naam)} rijen, {time.monotonic() - begin:.0f} s", flush=True)
        for naam, maximum in stappen.items():
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [naam, maximum * (klantkopieen + 1) + 1])
    verbinding.commit()
    verbinding.autocommit = True
    verbinding.execute("VACUUM ANALYZE")


def _get_maximum(cursor: psycopg.Cursor, tabel: str) -> int:
    cursor.execute(f"SELECT coalesce(max(id), 0) FROM {tabel}".encode())
    return int((cursor.fetchone() or (0,))[0])


def _count(cursor: psycopg.Cursor, tabel: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {tabel}".encode())
    return int((cursor.fetchone() or (0,))[0])


def _copy(cursor: psycopg.Cursor, tabel: Tabel, kopie: int, stappen: dict[str, int]) -> None:
    cursor.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'"
        " ORDER BY ordinal_position",
        [tabel.naam],
    )
    kolommen = cursor.fetchall()
    waarden = ", ".join(_express(tabel, kolom, soort, stappen) for kolom, soort in kolommen)
    namen = ", ".join(kolom for kolom, _ in kolommen)
    vraag = (
        f"INSERT INTO {tabel.naam} ({namen}) SELECT {waarden} FROM {tabel.naam} t"
        f" WHERE t.id <= {stappen[tabel.naam]} AND {tabel.mee} ORDER BY t.id"
    )
    geef = {"kopie": kopie, "open": kopie <= OPEN_KOPIEEN, "terug": f"{kopie * DAGEN_TERUG} days"}
    for naam, waarde in geef.items():
        letter = f"interval '{waarde}'" if naam == "terug" else str(waarde).lower()
        vraag = vraag.replace(f"%({naam})s", letter)
    cursor.execute(vraag.encode())


def _express(tabel: Tabel, kolom: str, soort: str, stappen: dict[str, int]) -> str:
    if kolom in tabel.anders:
        return tabel.anders[kolom].format_map(stappen) if "{" in tabel.anders[kolom] else tabel.anders[kolom]
    if kolom == "id":
        return f"id + %(kopie)s * {stappen[tabel.naam]}"
    if kolom in tabel.wijst_naar:
        return f"{kolom} + %(kopie)s * {stappen[tabel.wijst_naar[kolom]]}"
    if soort == "uuid":
        return "gen_random_uuid()"
    if soort == "date":
        return f"CASE WHEN %(open)s THEN {kolom} ELSE ({kolom} - %(terug)s)::date END"
    if soort.startswith("timestamp"):
        return f"CASE WHEN %(open)s THEN {kolom} ELSE {kolom} - %(terug)s END"
    return kolom


if __name__ == "__main__":
    with psycopg.connect(os.environ["DATABASE_URL"]) as verbinding:
        fill(verbinding, int(sys.argv[1]))
