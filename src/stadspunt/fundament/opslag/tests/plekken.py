"""Storage set to a place for the time of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.fundament.opslag.koppeling import Bewaarplek, Plek, get_bewaarplek
from stadspunt.fundament.opslag.tests.seaweed import Seaweed


@pytest.fixture(scope="module")
def seaweed() -> Iterator[Seaweed]:
    server = Seaweed()
    server.start()
    yield server
    server.clean_up()


def use_s3(settings, server: Seaweed, **anders: str) -> Bewaarplek:
    """Keep documents in this server from now on."""
    for naam, waarde in {"STADSPUNT_OPSLAG": "s3", **server.instellingen, **anders}.items():
        setattr(settings, naam, waarde)
    get_bewaarplek.cache_clear()
    return get_bewaarplek(Plek.S3)


def use_map(settings, map_: Path) -> Bewaarplek:
    """Keep documents in this folder from now on."""
    settings.STADSPUNT_OPSLAG, settings.STADSPUNT_OPSLAG_MAP = "map", str(map_)
    get_bewaarplek.cache_clear()
    return get_bewaarplek(Plek.MAP)
