"""The steps of every status: what the rules say, the database says too."""

import re

import pytest
from django.db import connection

from stadspunt.stromen.correspondentie.rules.woorden import VERZENDSTAPPEN
from stadspunt.stromen.intake.rules.ontvangst import ONTVANGSTSTAPPEN
from stadspunt.stromen.klantcontacten.rules import STATUSSTAPPEN
from stadspunt.stromen.overdracht.rules import STATUSSTAPPEN as OVERDRACHTSTAPPEN

TABELLEN = {
    "klantcontacten_klantvraag": STATUSSTAPPEN,
    "overdracht_overdracht": OVERDRACHTSTAPPEN,
    "correspondentie_verzending": VERZENDSTAPPEN,
    "intake_ontvangst": ONTVANGSTSTAPPEN,
}


def read_stappen(tabel: str) -> set[tuple[str, str]]:
    """Return the steps that the trigger of a table allows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef(%s::regproc)", [f"{tabel}_status_stappen"])
        bron = cursor.fetchone()[0]
    return set(re.findall(r"\('(\w+)', '(\w+)'\)", bron))


@pytest.mark.parametrize("tabel", sorted(TABELLEN))
def test_the_database_knows_the_same_steps_as_the_rules(db: None, tabel: str) -> None:
    assert read_stappen(tabel) == {(str(van), str(naar)) for van, naar in TABELLEN[tabel]}


def test_every_table_with_steps_stands_here(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname LIKE '%%_stappen'")
        assert {rij[0] for rij in cursor.fetchall()} == set(TABELLEN)
