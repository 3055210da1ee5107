"""A query that gets no answer ends by itself."""

import time
from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection

from stadspunt.fundament.taken.verbindingen import is_database_away
from stadspunt.project.database import geduld

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ongeduldig() -> Iterator[None]:
    geduld.limit_geduld(0.3)
    yield
    geduld.limit_geduld(None)


def _ask(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def test_a_query_without_an_answer_ends_as_an_outage_and_the_next_one_works(ongeduldig: None) -> None:
    begin = time.monotonic()
    with pytest.raises(OperationalError) as gevangen:
        _ask("SELECT pg_sleep(5)")
    assert time.monotonic() - begin < 3
    assert is_database_away(gevangen.value)
    connection.close_if_unusable_or_obsolete()  # as at the begin of a request
    assert _ask("SELECT 1") == 1


def test_who_works_for_nobody_that_waits_has_no_limit() -> None:
    assert _ask("SELECT 1 FROM pg_sleep(0.5)") == 1
