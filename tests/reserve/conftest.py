"""A filled municipality on a server of its own, and an empty machine beside it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.project.opstart.omgeving import WORTEL
from tests.reserve.machine import Machine


@pytest.fixture(scope="session")
def voorbeeld() -> Iterator[Path]:
    """A data folder with a small filled city, made once; tests get a copy of it."""
    map_ = Path(tempfile.mkdtemp(prefix="reserve-"))
    machine = Machine(map_)
    assert machine.run("migrate").returncode == 0
    dsn = machine.start_database()
    vullen = [sys.executable, "-m", "tests.reserve.vullen"]
    subprocess.run(vullen, cwd=WORTEL, env=machine.omgeving(dsn), check=True, stdout=subprocess.DEVNULL)
    machine.clean_up(keep=True)
    yield map_
    shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture
def vol(voorbeeld: Path) -> Iterator[Machine]:
    """A machine with a filled municipality; its database runs."""
    map_ = Path(tempfile.mkdtemp(prefix="reserve-"))
    subprocess.run(["cp", "-a", f"{voorbeeld}/.", str(map_)], check=True)
    machine = Machine(map_)
    machine.start_database()
    yield machine
    machine.clean_up()


@pytest.fixture
def leeg() -> Iterator[Machine]:
    """A machine on which nothing ever ran."""
    machine = Machine(Path(tempfile.mkdtemp(prefix="reserve-")))
    yield machine
    machine.clean_up()


@pytest.fixture(scope="session")
def kopie(voorbeeld: Path) -> Iterator[Path]:
    """A good copy of the filled municipality."""
    machine = Machine(voorbeeld)
    doel = Path(tempfile.mkdtemp(prefix="reserve-kopie-")) / "goed.stadspunt.zip"
    klaar = machine.run("backup", "--naar", str(doel))
    assert klaar.returncode == 0, klaar.stdout
    yield doel
    shutil.rmtree(doel.parent)
