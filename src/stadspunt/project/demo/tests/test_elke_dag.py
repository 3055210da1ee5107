"""The demo can be built whenever somebody types the command, and nowhere else than in a database of its own."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from stadspunt.bronnen.organisatie.actions import add_gemeente
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.project.demo.laden.bouwen import build_demo, is_gevuld

pytestmark = pytest.mark.traag


@pytest.fixture(autouse=True)
def _an_empty_database(db: None) -> None:
    """Take the small city of the other tests away; it is back when the test is rolled back."""
    call_command("flush", interactive=False)


def get(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 12, 25, 2, 30, tzinfo=UTC),
        datetime(2027, 1, 4, 6, 10, tzinfo=UTC),
        datetime(2027, 3, 28, 1, 15, tzinfo=UTC),
        datetime(2027, 6, 18, 15, 59, tzinfo=UTC),
    ],
    ids=["christmas-night", "first-monday-early", "summer-time-begins", "friday-afternoon"],
)
def test_it_can_be_built_on_any_day_at_any_hour(db: None, moment: datetime) -> None:
    with sta_stil(moment):
        build_demo(lambda tekst: None, 500)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert is_gevuld()
        assert get("SELECT max(gebeurd_op) FROM klantcontacten_klantcontact") <= get_moment()
        assert get("SELECT max(moment_op) FROM gebeurtenissen_gebeurtenis") <= get_moment() + timedelta(seconds=1)


def test_somebody_elses_municipality_is_left_alone(db: None) -> None:
    add_gemeente(build_systeem("proef", get_moment(), "beheren"), "Elders", "elders", "elders.example")
    with pytest.raises(CommandError, match="lege database"):
        call_command("demo", stdout=StringIO())
    assert get("SELECT count(*) FROM organisatie_gemeente") == 1
