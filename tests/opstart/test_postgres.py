"""The embedded database server: starts once, survives kills, lets nobody else in."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from stadspunt.project.opstart import plek as plek_module
from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.plek import MAX_SOCKET, choose_socket_map, prepare_plek
from stadspunt.project.opstart.processen import find_proces, list_with_cwd, wait_until

SNEL = ("-c", "fsync=off")
ALS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as somebody else")


@pytest.fixture(scope="module")
def voorbeeld() -> Iterator[Path]:
    """A data folder that was started once; making one anew for each test costs a second each."""
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-pg-"))
    postgres.start(map_, opts=SNEL)
    postgres.stop(map_)
    yield map_
    shutil.rmtree(map_)


@pytest.fixture
def basis(voorbeeld: Path) -> Iterator[Path]:
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-pg-"))
    subprocess.run(["cp", "-a", f"{voorbeeld}/postgres", f"{map_}/postgres"], check=True)
    yield map_
    postgres.stop(map_)
    shutil.rmtree(map_)


def _postmaster(basis: Path) -> int:
    pid = postgres.find_postmaster(prepare_plek(basis))
    assert pid is not None
    return pid


def _kill_everything(basis: Path) -> None:
    for pid in [_postmaster(basis), *list_with_cwd(basis / "postgres")]:
        os.kill(pid, signal.SIGKILL)


def test_what_was_committed_is_there_after_a_kill_of_every_server_process(basis: Path) -> None:
    dsn = postgres.start(basis)
    with psycopg.connect(dsn) as verbinding:
        verbinding.execute("CREATE TABLE bewaard AS SELECT 42 AS getal")
    _kill_everything(basis)
    assert postgres.start(basis) == dsn
    with psycopg.connect(dsn) as verbinding:
        assert verbinding.execute("SELECT getal FROM bewaard").fetchone() == (42,)


def test_simultaneous_starters_get_one_server(basis: Path) -> None:
    code = "import sys, pathlib; from stadspunt.project.opstart import postgres; print(postgres.start(pathlib.Path(sys.argv[1])))"

    def start(_: int) -> str:
        return subprocess.check_output([sys.executable, "-c", code, str(basis)], text=True)

    with ThreadPoolExecutor(3) as tegelijk:
        antwoorden = set(tegelijk.map(start, range(3)))
    assert len(antwoorden) == 1
    with psycopg.connect(antwoorden.pop().strip()) as verbinding:
        assert verbinding.execute("SELECT count(DISTINCT pg_postmaster_start_time()) FROM generate_series(1, 2)").fetchone() == (
            1,
        )


def test_durability_is_as_postgresql_ships_it(basis: Path) -> None:
    with psycopg.connect(postgres.start(basis)) as verbinding:
        for naam in ("fsync", "full_page_writes", "synchronous_commit", "data_checksums"):
            assert verbinding.execute("SELECT current_setting(%s)", [naam]).fetchone() == ("on",)


def test_the_server_has_no_network_and_knows_dutch(basis: Path) -> None:
    with psycopg.connect(postgres.start(basis, opts=SNEL)) as verbinding:
        assert verbinding.execute("SELECT current_setting('listen_addresses')").fetchone() == ("",)
        assert verbinding.execute("SELECT to_tsvector('de vergunningen')").fetchone() == ("'vergunn':2",)


def test_a_tied_server_stops_when_its_starter_is_killed(basis: Path) -> None:
    code = (
        "import sys, pathlib, time; from stadspunt.project.opstart import postgres;"
        "postgres.start(pathlib.Path(sys.argv[1]), tie_to_parent=True); print('ja', flush=True); time.sleep(60)"
    )
    starter = subprocess.Popen([sys.executable, "-c", code, str(basis)], stdout=subprocess.PIPE)
    assert starter.stdout is not None
    starter.stdout.readline()
    pid = _postmaster(basis)
    starter.kill()
    starter.wait()
    assert wait_until(lambda: find_proces(pid) is None, 10)
    assert "database system is shut down" in "".join(log.read_text() for log in (basis / "postgres/log").iterdir())


def test_a_pid_that_now_belongs_to_another_program_does_not_stop_the_start(basis: Path) -> None:
    postgres.start(basis, opts=SNEL)
    pidbestand = basis / "postgres/postmaster.pid"
    oud = pidbestand.read_text()
    _kill_everything(basis)
    vreemd = subprocess.Popen(["sleep", "60"])
    try:
        for bestand in (pidbestand, basis / "run/.s.PGSQL.5432.lock"):
            bestand.write_text(oud.replace(oud.split("\n")[0], str(vreemd.pid), 1))
        assert psycopg.connect(postgres.start(basis, opts=SNEL)).closed is False
        assert vreemd.poll() is None
    finally:
        vreemd.kill()
        vreemd.wait()


def test_a_server_without_its_socket_is_replaced(basis: Path) -> None:
    dsn = postgres.start(basis, opts=SNEL)
    (basis / "run/.s.PGSQL.5432").unlink()
    assert psycopg.connect(postgres.start(basis, opts=SNEL)).info.dsn.count(dsn.rsplit("=", 1)[1]) == 1


def test_an_unfinished_first_start_is_begun_anew(basis: Path) -> None:
    shutil.rmtree(basis / "postgres")
    half = basis / "postgres.half"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    psycopg.connect(postgres.start(basis, opts=SNEL)).close()
    assert not half.exists()


def test_data_of_another_major_version_are_refused_and_left_alone(basis: Path) -> None:
    (basis / "postgres/PG_VERSION").write_text("15\n")
    with pytest.raises(OpstartError, match="PostgreSQL 15"):
        postgres.start(basis)
    assert (basis / "postgres/PG_VERSION").read_text() == "15\n"


def test_stopping_ends_open_sessions_and_the_process(basis: Path) -> None:
    sessie = psycopg.connect(postgres.start(basis, opts=SNEL))
    pid = _postmaster(basis)
    begin = time.monotonic()
    postgres.stop(basis)
    assert time.monotonic() - begin < 5
    assert find_proces(pid) is None
    with pytest.raises(psycopg.OperationalError):
        sessie.execute("SELECT 1")


def test_a_long_path_gets_a_short_socket(basis: Path) -> None:
    diep = basis / ("een-lange-mapnaam-" * 6)
    dsn = postgres.start(diep, opts=SNEL)
    try:
        psycopg.connect(dsn).close()
        stopcontact = f"{dsn.rsplit('=', 1)[1]}/.s.PGSQL.5432"
        assert len(stopcontact) <= MAX_SOCKET
    finally:
        postgres.stop(diep)


def test_a_socket_folder_of_somebody_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plek_module.tempfile, "gettempdir", lambda: str(tmp_path))
    elders = tmp_path / "elders"
    elders.mkdir()
    lang = Path("/tmp") / ("x" * 120)
    doel = choose_socket_map(lang, os.geteuid())
    doel.symlink_to(elders)
    try:
        with pytest.raises(OpstartError, match="andere gebruiker"):
            choose_socket_map(lang, os.geteuid())
    finally:
        doel.unlink()


@ALS_ROOT
def test_as_root_the_server_runs_as_another_user(basis: Path) -> None:
    postgres.start(basis, opts=SNEL)
    assert Path(f"/proc/{_postmaster(basis)}").stat().st_uid == pwd.getpwnam("nobody").pw_uid


@ALS_ROOT
def test_another_program_of_the_servers_own_user_gets_no_session(basis: Path) -> None:
    postgres.start(basis, opts=SNEL)
    nobody = pwd.getpwnam("nobody")
    kant, kind_kant = socket.socketpair()
    pid = os.fork()
    if pid == 0:  # the only way to be somebody else with the same libraries
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
        try:
            psycopg.connect(f"postgresql://stadspunt@/stadspunt?host={basis}/run").close()
            kind_kant.sendall(b"binnen")
        except psycopg.OperationalError as fout:
            kind_kant.sendall(b"geweigerd" if "eer authentication failed" in str(fout) else str(fout).encode()[:200])
        os._exit(0)
    os.waitpid(pid, 0)
    assert kant.recv(300) == b"geweigerd"
    kant.close()
    kind_kant.close()


@ALS_ROOT
def test_data_below_a_closed_folder_are_kept_elsewhere_and_the_folder_stays_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    dicht = Path(tempfile.mkdtemp(prefix="stadspunt-dicht-"))
    buiten = Path(tempfile.mkdtemp(prefix="stadspunt-buiten-"))
    monkeypatch.setattr(plek_module, "BUITEN", buiten)
    basis = dicht / "data"
    try:
        dsn = postgres.start(basis, opts=SNEL)
        psycopg.connect(dsn).close()
        assert str(buiten) in dsn
        assert dicht.stat().st_mode & 0o777 == 0o700
        assert postgres.find_dsn(basis) == dsn
    finally:
        postgres.stop(basis)
        shutil.rmtree(dicht)
        shutil.rmtree(buiten)
