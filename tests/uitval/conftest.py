"""What the tests of outages share."""

from collections.abc import Iterator

import pytest

from tests.uitval.stelsel import Postkantoor, open_postkantoor


@pytest.fixture
def postkantoor() -> Iterator[tuple[Postkantoor, int]]:
    """Yield the mail server of the residents, and its port."""
    with open_postkantoor() as open_:
        yield open_
