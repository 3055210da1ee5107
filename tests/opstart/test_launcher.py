"""The launcher in plain sh: says in Dutch what is missing, and works from anywhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stadspunt.project.opstart.omgeving import WORTEL

NODIG = ("sh", "uname", "dirname", "readlink", "cmp", "cat", "env", "id")


class Computer:
    """A computer with only the programs that we put on its path."""

    def __init__(self, map_: Path) -> None:
        self.bin = map_ / "bin"
        self.checkout = map_ / "een map met spaties"
        self.bin.mkdir()
        self.checkout.mkdir()
        for naam in NODIG:
            pad = shutil.which(naam)
            assert pad is not None
            (self.bin / naam).symlink_to(pad)
        shutil.copy(WORTEL / "stadspunt", self.checkout)
        shutil.copy(WORTEL / "uv.lock", self.checkout)
        (self.checkout / "src").symlink_to(WORTEL / "src")

    def add_python(self, naam: str, versie: str, venv: bool = True) -> None:
        """Put a Python on the path that says to be of this version."""
        jong = 0 if tuple(map(int, versie.split("."))) >= (3, 11) else 1
        (self.bin / naam).write_text(
            "#!/bin/sh\ncase $2 in\n"
            f"    *print*) echo {versie} ;;\n"
            f'    *"< (3, 11)"*) exit {jong} ;;\n'
            f"    *ensurepip*) exit {0 if venv else 1} ;;\n"
            f'    *inrichten) echo "{naam} richt in: $5" >&2; exit 7 ;;\nesac\n'
        )
        (self.bin / naam).chmod(0o755)

    def run(self, *woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.checkout / "stadspunt", *woorden], check=False, capture_output=True, text=True, cwd="/",
            env={"PATH": str(self.bin), "HOME": "/nonexistent", **omgeving},
        )  # fmt: skip


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def _refusal(klaar: subprocess.CompletedProcess[str]) -> str:
    assert klaar.returncode != 0
    assert klaar.stdout == ""
    assert "Traceback" not in klaar.stderr
    return klaar.stderr


def test_without_any_python_it_says_what_to_install(computer: Computer) -> None:
    assert "Er is geen Python gevonden" in _refusal(computer.run("start"))


def test_an_old_python_is_named_with_what_is_needed(computer: Computer) -> None:
    computer.add_python("python3", "3.9")
    zin = _refusal(computer.run("start"))
    assert "python3 (3.9)" in zin
    assert "3.11 of nieuwer" in zin


def test_a_python_without_venv_says_which_package_brings_it(computer: Computer) -> None:
    computer.add_python("python3", "3.10")
    computer.add_python("python3.12", "3.12", venv=False)
    assert "sudo apt install python3-venv" in _refusal(computer.run("start"))


def test_a_newer_python_under_another_name_is_found(computer: Computer) -> None:
    computer.add_python("python3", "3.9")
    computer.add_python("python3.13", "3.13")
    klaar = computer.run("start")
    assert (klaar.returncode, klaar.stderr) == (7, "python3.13 richt in: uv.lock\n")


def test_the_check_asks_for_the_tools_too(computer: Computer) -> None:
    computer.add_python("python3", "3.12")
    assert computer.run("test").stderr == "python3 richt in: uv.lock.dev\n"


@pytest.mark.traag
def test_without_a_network_it_says_so(computer: Computer) -> None:
    (computer.bin / "python3").symlink_to(sys.executable)
    klaar = computer.run("start", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="0", PIP_CONFIG_FILE=os.devnull)
    assert klaar.returncode == 1
    assert "geen verbinding met pypi.org" in klaar.stderr
    assert "Traceback" not in klaar.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_may_not_be_written_says_where_the_environment_may_go(computer: Computer) -> None:
    (computer.bin / "python3").symlink_to(sys.executable)
    computer.checkout.chmod(0o555)
    assert "STADSPUNT_VENV" in _refusal(computer.run("start"))


def test_the_environment_that_fits_the_lock_is_used_at_once(computer: Computer) -> None:
    venv = computer.checkout / ".venv"
    (venv / ".stadspunt").mkdir(parents=True)
    (venv / "bin").mkdir()
    (venv / "bin/python").symlink_to(sys.executable)
    shutil.copy(WORTEL / "uv.lock", venv / ".stadspunt/uv.lock.dev")
    (venv / ".stadspunt/python").write_text(sys.version)
    elders = computer.checkout.parent / "verwijzing"
    elders.symlink_to(computer.checkout / "stadspunt")
    klaar = subprocess.run([elders, "help"], check=True, capture_output=True, text=True, cwd="/", env={"PATH": str(computer.bin)})
    assert klaar.stdout.startswith("StadsPunt: het klantcontactcentrum")
