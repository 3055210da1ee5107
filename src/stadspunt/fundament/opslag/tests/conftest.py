"""The S3 server that the tests of this room share, and storage as it was after each."""

from collections.abc import Iterator

import pytest

from stadspunt.fundament.opslag.koppeling import get_bewaarplek
from stadspunt.fundament.opslag.tests.plekken import seaweed

__all__ = ["seaweed"]


@pytest.fixture(autouse=True)
def other_settings() -> Iterator[None]:
    get_bewaarplek.cache_clear()
    yield
    get_bewaarplek.cache_clear()
