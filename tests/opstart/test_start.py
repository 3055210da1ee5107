"""`stadspunt start` as people and computers use it: real processes, real kills."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.project.demo.accounts import DEMO_ACCOUNTS, DEMO_WACHTWOORD
from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.opstart.plek import Uitvoerder, may_reach
from stadspunt.project.opstart.processen import wait_until
from tests.opstart.gestart import Gestart

pytestmark = pytest.mark.traag
EERSTE = 60.0  # seconds that the first start may take, with the packages in
LATER = 8.0
GEDULD = 3  # a loaded computer may take so many times longer; bench/start.py measures a quiet one


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """A data folder that lives through the tests of this module: the first one fills it."""
    map_ = Path(tempfile.mkdtemp(prefix="sp-start-"))
    map_.chmod(0o755)  # else the database of root stands outside it, and stays behind
    yield map_ / "data"
    shutil.rmtree(map_)


@pytest.fixture
def stadspunt(data: Path) -> Iterator[Gestart]:
    gestart = Gestart(data)
    yield gestart
    gestart.clean_up()


# One data folder, as in life: each test goes on with what the one before left behind, a kill included.


def test_the_first_start_tells_where_to_sign_in_and_a_kill_of_it_stops_all(stadspunt: Gestart) -> None:
    regel = stadspunt.wait()
    assert stadspunt.seconden < EERSTE * GEDULD
    assert f"http://127.0.0.1:{stadspunt.poort}" in regel
    assert all(f"{login} ({rol})" in regel for login, rol in DEMO_ACCOUNTS)
    assert DEMO_WACHTWOORD in regel
    code, pagina = stadspunt.get("/aanmelden/")
    assert (code, "csrfmiddlewaretoken" in pagina) == (200, True)
    assert wait_until(stadspunt.is_klaar, 20), stadspunt.get("/klaar")
    stadspunt.proces.kill()
    stadspunt.proces.wait()
    assert wait_until(lambda: stadspunt.processes() == set(), 20)


def test_every_part_that_is_killed_comes_back_by_itself(stadspunt: Gestart) -> None:
    stadspunt.wait()
    assert stadspunt.seconden < LATER * GEDULD
    eerst = stadspunt.parts()
    assert set(eerst) == {"web", "voordeur", "live", "taken", "inkomend"}
    for pid in stadspunt.processes():
        stadspunt.kill(pid)  # their workers and the database too
    assert wait_until(lambda: not set(eerst.values()) & set(stadspunt.parts().values()), 20)
    assert wait_until(stadspunt.is_klaar, 60, stap=0.5), stadspunt.logs()
    for pid in [stadspunt.proces.pid, *stadspunt.processes()]:
        stadspunt.kill(pid)
    stadspunt.proces.wait()


def test_of_two_starts_at_once_one_runs_and_the_other_says_why_not(stadspunt: Gestart, data: Path) -> None:
    tweede = Gestart(data)
    beide = [stadspunt, tweede]
    try:
        assert wait_until(lambda: any(een.proces.poll() is not None for een in beide), 30)
        beide.sort(key=lambda een: een.proces.poll() is None)
        afgewezen, draait = beide
        assert afgewezen.proces.returncode == 1
        assert "werkt al een ander StadsPunt (./stadspunt start" in afgewezen.proces.communicate()[0]
        draait.wait()
        assert draait.stop(signal.SIGINT) == 0
        assert not draait.has_traceback()
    finally:
        tweede.clean_up()


def test_stopping_while_it_is_still_starting_leaves_nothing(data: Path) -> None:
    gestart = Gestart(data)
    try:
        assert wait_until(lambda: len(gestart.processes()) > 1, 20)
        assert gestart.stop(signal.SIGINT) == 0
        assert not gestart.has_traceback()
    finally:
        gestart.clean_up()


def _make_copy(map_: Path) -> tuple[str, str]:
    """Return a Python and a source folder that any user may read; they are copies when ours are not."""
    nobody = pwd.getpwnam("nobody")
    wie: Uitvoerder = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    kandidaten = [str(Path(sys.executable).resolve()), "/usr/bin/python3"]
    vraag = f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    for python in kandidaten:
        if may_reach(Path(python), wie) and subprocess.run([python, "-c", vraag], check=False).returncode == 0:
            break
    else:
        pytest.skip("no Python of this version that another user may run")
    pakketten = (
        Path(os.__file__).parent if sys.prefix == sys.base_prefix else next(Path(sys.prefix).glob("lib/python3*/site-packages"))
    )
    venv = map_ / "venv"
    subprocess.run([python, "-m", "venv", "--without-pip", venv], check=True)
    doel = next(venv.glob("lib/python3*/site-packages"))
    doel.rmdir()
    for bron, naar in ((pakketten, doel), (Path(sys.prefix) / "bin/caddy", venv / "bin/caddy"), (WORTEL / "src", map_ / "src")):
        # Links cost nothing; a copy is for a checkout on another disk.
        if subprocess.run(["cp", "-rlT", bron, naar], check=False, stderr=subprocess.DEVNULL).returncode:
            subprocess.run(["cp", "-rT", bron, naar], check=True)
    os.chown(map_, nobody.pw_uid, nobody.pw_gid)
    return str(venv / "bin/python"), str(map_ / "src")


def test_an_ordinary_user_starts_an_empty_municipality_and_reads_how_to_go_on() -> None:
    map_ = Path(tempfile.mkdtemp(prefix="sp-gewoon-"))
    map_.chmod(0o755)
    python, bron = _make_copy(map_) if os.geteuid() == 0 else (sys.executable, str(WORTEL / "src"))
    uid = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else os.geteuid()
    wie: Uitvoerder = {"user": uid, "group": pwd.getpwuid(uid).pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    gestart = Gestart(map_ / "data", "--leeg", python=python, bron=bron, wie=wie)
    try:
        assert "django beheerder" in gestart.wait()
        assert gestart.get("/aanmelden/")[0] == 200
        assert {Path(f"/proc/{pid}").stat().st_uid for pid in gestart.processes()} == {uid}
        assert (map_ / "data").stat().st_mode & 0o777 == 0o700
        assert gestart.stop() == 0
    finally:
        gestart.clean_up()
        shutil.rmtree(map_)
