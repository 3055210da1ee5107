"""`stadspunt test`: the whole check, with a table at the end."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.buiten import check_buiten
from stadspunt.project.opstart.omgeving import INSTELLINGEN, WORTEL
from stadspunt.project.opstart.systeempakketten import install_missing

# The data of a check are thrown away, so the server need not wait for the disk.
ZONDER_WACHTEN = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200")
SLOTREGEL = re.compile(r"\d+ (passed|failed|errors?|skipped|deselected|xfailed)\b.* in [\d.]+s|no tests ran")


@dataclass(frozen=True, slots=True)
class Stap:
    """One check: its name on screen and its command."""

    naam: str
    opdracht: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How a step ended; `regel` is its own closing line, when it has one."""

    naam: str
    goed: bool
    seconden: float
    regel: str = ""


def list_stappen(pytest_woorden: tuple[str, ...]) -> list[Stap]:
    """Return the steps, quick ones first."""
    python, bin_ = sys.executable, Path(sys.executable).parent
    return [
        Stap("opmaak (ruff format)", (python, "-m", "ruff", "format", "--check", "--quiet", ".")),
        Stap("regels (ruff)", (python, "-m", "ruff", "check", "--quiet", ".")),
        Stap("sjablonen (djlint)", (str(bin_ / "djlint"), "src", "--lint", "--quiet")),
        Stap("typen (mypy)", (python, "-m", "mypy")),
        Stap("verdiepingen (import-linter)", (str(bin_ / "lint-imports"), "--no-logo")),
        Stap("pakketten (deptry)", (str(bin_ / "deptry"), "src")),
        Stap("migraties", (python, "-m", "django", "makemigrations", "--check", "--dry-run")),
        Stap("proeven (pytest)", (python, "-m", "pytest", *(pytest_woorden or list_samen(os.cpu_count() or 1)))),
    ]


def list_samen(kernen: int) -> tuple[str, ...]:
    """Return the words that let a whole run use two cores: each has a database of its own, and a file stays together.

    Not more than two: the tests start whole services themselves. In the order of conftest.py, which begins with the longest;
    of itself the library would begin with the file that has most tests.
    """
    return ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder") if kernen > 1 else ()


def run(pytest_woorden: tuple[str, ...]) -> int:
    """Run every step, also after one that failed; returns 0 when all are good."""
    uitkomsten: list[Uitkomst] = []
    ontbreekt = install_missing()
    if ontbreekt:
        print(ontbreekt, flush=True)
        uitkomsten.append(Uitkomst("programma's voor de proeven", False, 0.0, ontbreekt))
    with _omgeving() as omgeving:
        uitkomsten += [_run(stap, omgeving) for stap in list_stappen(pytest_woorden)]
    print(build_tabel(uitkomsten), flush=True)
    if uitkomsten[-1].regel:
        print(uitkomsten[-1].regel, flush=True)
    return 0 if all(uitkomst.goed for uitkomst in uitkomsten) else 1


def build_tabel(uitkomsten: list[Uitkomst]) -> str:
    """Return the summary as text."""
    regels = ["", "Samenvatting"]
    for uitkomst in uitkomsten:
        staat = "goed" if uitkomst.goed else "FOUT"
        regels.append(f"  {uitkomst.naam:32} {staat}  {uitkomst.seconden:7.1f} s  {uitkomst.regel}".rstrip())
    fout = sum(not uitkomst.goed for uitkomst in uitkomsten)
    regels.append("Alles is goed." if not fout else f"{fout} van de {len(uitkomsten)} onderdelen zijn niet goed.")
    return "\n".join(regels)


@contextmanager
def _omgeving() -> Iterator[dict[str, str]]:
    """Yield the environment of the steps: one throw-away server for all, unless DATABASE_URL names one."""
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-keuring-"))
    omgeving = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": INSTELLINGEN,
        "STADSPUNT_GEHEIM": "alleen-voor-de-proef-en-nergens-anders-te-gebruiken",
        "PYTHONUNBUFFERED": "1",
    }
    try:
        if "DATABASE_URL" in os.environ:
            check_buiten(os.environ["DATABASE_URL"])
        else:
            omgeving["DATABASE_URL"] = postgres.start(map_, tie_to_parent=True, opts=ZONDER_WACHTEN)
        yield omgeving
    finally:
        postgres.stop(map_)
        shutil.rmtree(map_, ignore_errors=True)


def _run(stap: Stap, omgeving: dict[str, str]) -> Uitkomst:
    print(f"\n== {stap.naam}", flush=True)
    begin = time.monotonic()
    slotregel = ""
    proces = subprocess.Popen(  # noqa: S603 - our own programs
        stap.opdracht,
        cwd=WORTEL,
        env=omgeving,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    for regel in proces.stdout or ():
        print(regel, end="", flush=True)
        if SLOTREGEL.search(regel):
            slotregel = regel.strip()
    code = proces.wait()
    return Uitkomst(stap.naam, code == 0, time.monotonic() - begin, slotregel)
