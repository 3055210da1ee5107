"""What every test may ask for."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from pytest_django.plugin import DjangoDbBlocker

from stadspunt.bronnen.organisatie.queries import list_gemeenten
from stadspunt.fundament.tijd.klok import sta_stil
from tests.stad import NU, Stad, build_stad, wipe_stad, wipe_taken


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes, so that a run on two cores does not end with one of them waiting for the other.

    Two whole systems are not tormented at the same time: while the hundred kills go on, the other core has the rest of `tests`.
    A test with a browser gets a second chance, and the closing line counts it: a browser on a busy core is not always in time.
    """

    def order(proef: pytest.Item) -> int:
        if "test_honderd_keer" in proef.nodeid:
            return 0
        # The demo builds its year anew for several files: last of all, one core would wait for the other.
        if "tests/uitval/" in proef.nodeid or "project/demo/" in proef.nodeid:
            return 2
        return 1 if proef.nodeid.startswith("tests/") else 3

    items.sort(key=order)
    for proef in items:
        if proef.get_closest_marker("browser"):
            proef.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def gebouwde_stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Stad:
    """The city as it stands in the database before any test; each test lives in a transaction on top of it."""
    with django_db_blocker.unblock(), sta_stil(NU):
        return build_stad()


@pytest.fixture
def stad(gebouwde_stad: Stad, db: None) -> Iterator[Stad]:
    """A small city with a still clock; what a test does there is rolled back."""
    with sta_stil(NU):
        wipe_taken()
        # A test that commits wipes the city for those after it.
        yield deepcopy(gebouwde_stad) if list_gemeenten() else build_stad()


@pytest.fixture
def echte_stad(transactional_db: None) -> Iterator[Stad]:
    """The same city, committed: for tests in which several connections or processes see it."""
    with sta_stil(NU):
        wipe_stad()
        yield build_stad()
    wipe_stad()
