"""What goes wrong is told in Dutch, once, with what to do; the traceback goes to the log folder."""

import errno
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from stadspunt.project.opstart.buiten import check_buiten
from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_exception, explain_oserror
from stadspunt.project.opstart.omgeving import prepare_data, read_omgeving
from stadspunt.project.opstart.poorten import open_listener
from stadspunt.project.opstart.slot import find_holder, own_data


def stadspunt(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("STADSPUNT_", "DATABASE_URL"))}
    opdracht = [sys.executable, "-m", "stadspunt.project.cli", *woorden]
    return subprocess.run(opdracht, check=False, capture_output=True, text=True, env={**schoon, **omgeving}, timeout=60)


def _refusal(klaar: subprocess.CompletedProcess[str]) -> str:
    assert klaar.returncode != 0
    assert "Traceback" not in klaar.stderr + klaar.stdout
    assert len(klaar.stderr.strip().splitlines()) == 1
    return klaar.stderr


def test_a_port_in_use_is_told_before_anything_is_started(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = bezet.getsockname()[1]
        zin = _refusal(stadspunt("start", "--data", str(tmp_path), "--poort", str(poort)))
    assert f"Poort {poort}" in zin
    assert f"--poort {poort + 1}" in zin
    assert not (tmp_path / "postgres").exists()


def test_a_word_typed_wrong_leaves_no_traceback_anywhere(tmp_path: Path) -> None:
    prepare_data(read_omgeving({}, tmp_path, None, None))
    for woorden in (("import", "foto"), ("import", "mail", str(tmp_path / "weg.eml")), ("django",)):
        _refusal(stadspunt(*woorden, "--data", str(tmp_path)))
    assert not list(tmp_path.rglob("fouten.log"))


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(OpstartError, match="--luister"):
        open_listener("203.0.113.1", 18014)


def test_a_second_start_on_the_same_data_is_told_who_is_there(tmp_path: Path) -> None:
    with own_data(tmp_path, "start"):
        zin = _refusal(stadspunt("start", "--data", str(tmp_path)))
    assert f"./stadspunt start, proces {os.getpid()}" in zin
    assert find_holder(tmp_path) == ""


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    bestand = tmp_path / "data"
    bestand.write_text("iets van iemand")
    assert "is geen map" in _refusal(stadspunt("start", "--data", str(bestand)))
    assert bestand.read_text() == "iets van iemand"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_as_a_full_disk() -> None:
    with pytest.raises(OSError, match="No space") as vol:
        Path("/dev/full").write_bytes(b"x" * 10)
    assert "De schijf is vol" in explain_oserror(vol.value, Path("/srv/data")).tekst


@pytest.mark.traag
@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="only root can make a small disk")
def test_a_start_on_a_full_disk_says_so() -> None:
    schijf = Path(tempfile.mkdtemp(prefix="stadspunt-vol-"))
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m,mode=755", "tmpfs", schijf], check=False).returncode:
        pytest.skip("this computer does not let us make a disk")
    try:
        assert "De schijf is vol" in _refusal(stadspunt("start", "--data", f"{schijf}/data", "--poort", "18314"))
    finally:
        subprocess.run(["umount", "-l", schijf], check=True)
        schijf.rmdir()


def test_a_service_without_a_database_says_what_to_set(tmp_path: Path) -> None:
    assert "DATABASE_URL" in _refusal(stadspunt("taken", "--data", str(tmp_path)))


@pytest.mark.parametrize(
    ("url", "zin"),
    [
        ("postgresql://kcc@127.0.0.1:9/stadspunt", "127.0.0.1, poort 9 is niet bereikbaar"),
        ("dit is geen adres", "geen geldig adres"),
    ],
)
def test_an_outside_database_that_is_not_there_is_named(url: str, zin: str) -> None:
    with pytest.raises(OpstartError, match=zin):
        check_buiten(url)


def test_an_outside_database_that_does_not_exist_is_named() -> None:
    delen = psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_URL"], dbname="bestaat_niet")
    with pytest.raises(OpstartError, match="geen database 'bestaat_niet'"):
        check_buiten(psycopg.conninfo.make_conninfo(**{naam: str(waarde) for naam, waarde in delen.items()}))


def test_an_outside_database_is_never_shown_with_its_password() -> None:
    with pytest.raises(OpstartError) as fout:
        check_buiten("postgresql://kcc:heel-geheim@127.0.0.1:9/stadspunt")
    assert "heel-geheim" not in fout.value.tekst


def test_a_disk_that_fills_up_inside_the_database_is_told_as_such() -> None:
    fout = RuntimeError("bulk load failed")
    fout.__cause__ = psycopg.errors.DiskFull("could not extend file")
    assert "De schijf is vol" in explain_exception(fout, Path("/srv/data"), Path("/srv/data/log")).tekst


def test_what_nobody_foresaw_points_to_the_log_and_shows_nothing_of_it() -> None:
    zin = explain_exception(KeyError("Joost"), Path("/srv"), Path("/srv/logboek/fouten.log")).tekst
    assert "/srv/logboek/fouten.log" in zin
    assert "Joost" not in zin


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_says_how_to_choose_another(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(OpstartError, match="--data"):
        prepare_data(read_omgeving({}, str(tmp_path / "data")))


def test_a_read_only_disk_says_how_to_choose_another_folder() -> None:
    assert "--data" in explain_oserror(OSError(errno.EROFS, "Read-only file system"), Path("/cdrom")).tekst


def test_an_answer_that_nobody_reads_to_its_end_is_no_error() -> None:
    opdracht = f"{sys.executable} -m stadspunt.project.cli help | true; exit 0"
    klaar = subprocess.run(["/bin/sh", "-c", opdracht], check=True, capture_output=True, text=True)
    assert klaar.stderr == ""
