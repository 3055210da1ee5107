"""A virus scanner that really looks."""

from collections.abc import Iterator
from typing import Any

import pytest

from stadspunt.bronnen.documenten.tests.clamd import Clamd


@pytest.fixture(scope="module")
def clamd_dienst() -> Iterator[Clamd]:
    dienst = Clamd()
    dienst.start()
    yield dienst
    dienst.clean_up()


@pytest.fixture
def clamd(clamd_dienst: Clamd, settings: Any) -> Clamd:
    """A ClamAV that the house uses."""
    settings.STADSPUNT_CLAMAV = clamd_dienst.pad
    return clamd_dienst
