"""What every test may ask for."""

from collections.abc import Iterator

import pytest

from tests.stad import NU, Stad, build_stad
from stadspunt.fundament.tijd.klok import sta_stil


@pytest.fixture
def stad(db: None) -> Iterator[Stad]:
    """A small city with a still clock, in a transaction that is rolled back."""
    with sta_stil(NU):
        yield build_stad()


@pytest.fixture
def echte_stad(transactional_db: None) -> Iterator[Stad]:
    """The same city, committed: for tests in which several connections or processes see it."""
    with sta_stil(NU):
        yield build_stad()
