"""A job stands in the queue when, and only when, what asks for it is true."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.db import connection, transaction
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.contrib.django.utils import connector_params

from stadspunt.fundament.taken.wachtrij import enqueue

NAAM = "taken.red_vastgelopen_taken"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def lege_rij() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
        yield
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture(params=["site", "werker"])
def plek(request: pytest.FixtureRequest) -> Iterator[None]:
    """In a page, and in a worker: there the library has connections of its own."""
    if request.param == "site":
        yield
        return
    with app.replace_connector(PsycopgConnector(kwargs=connector_params("default"))) as werk_app, werk_app.open():
        yield


def test_a_job_is_there_when_its_transaction_commits_and_not_before(plek: None) -> None:
    buiten = connection.copy()
    try:
        with transaction.atomic():
            enqueue(NAAM)
            with buiten.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM procrastinate_jobs")
                assert cursor.fetchone() == (0,)
        assert ProcrastinateJob.objects.count() == 1
    finally:
        buiten.close()


def test_a_job_goes_with_a_transaction_that_fails(plek: None) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        enqueue(NAAM)
        raise ZeroDivisionError
    assert ProcrastinateJob.objects.count() == 0


def test_a_job_that_no_room_has_is_refused(plek: None) -> None:
    with pytest.raises(KeyError):
        enqueue("taken.bestaat_niet")
