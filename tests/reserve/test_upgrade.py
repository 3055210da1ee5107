"""A filled municipality of each earlier version becomes one of this version, loses nothing, and can go back.

`tests/versies/` has a copy of each version that had its own number; `tests/reserve/maak_versie.py` makes one.
"""

import tomllib
from pathlib import Path

import psycopg
import pytest

from stadspunt.project.opdrachten.upgrade import compare_aantallen
from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.reservekopie.bundel import check_bestand
from stadspunt.project.reservekopie.herstelmerk import SCHEMA
from stadspunt.project.reservekopie.laden import load_database
from stadspunt.project.reservekopie.manifest import Tabel
from stadspunt.project.reservekopie.vergelijken import compare_documenten
from stadspunt.project.versie import VERSIE
from tests.reserve.machine import Machine

pytestmark = pytest.mark.traag
VERSIES = sorted((WORTEL / "tests/versies").glob("*.stadspunt.zip"))


def lay_down(machine: Machine, kopie: Path) -> None:
    """Put the copy of an earlier version on the machine as that version had it, without bringing it up to date."""
    dsn = machine.start_database()
    load_database(kopie, dsn, 18, machine.data)
    with psycopg.connect(dsn) as verbinding:

        def bewaar(inhoud: bytes) -> str:
            rij = verbinding.execute(
                "INSERT INTO opslag_blob (hash, grootte, inhoud) VALUES (encode(sha256(%s), 'hex'), %s, %s) RETURNING hash",
                [inhoud, len(inhoud), inhoud],
            ).fetchone()
            assert rij is not None
            return str(rij[0])

        assert compare_documenten(check_bestand(kopie), kopie, bewaar) == []


def test_there_is_a_copy_of_the_first_version() -> None:
    assert [kopie.name.removesuffix(".stadspunt.zip") for kopie in VERSIES][:1] == ["0.1.0"]
    assert all(kopie.stat().st_size < 200_000 for kopie in VERSIES)


def test_the_number_of_this_version_stands_in_two_places_and_is_one() -> None:
    assert tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSIE


@pytest.mark.parametrize("kopie", VERSIES, ids=lambda kopie: kopie.name)
def test_an_earlier_version_is_upgraded_and_goes_back(kopie: Path, leeg: Machine) -> None:
    lay_down(leeg, kopie)
    toen = check_bestand(kopie)
    uitkomst = leeg.run("upgrade")
    assert (uitkomst.returncode, f"dit is nu versie {VERSIE}" in uitkomst.stdout) == (0, True), uitkomst.stdout
    vragen = toen.tabellen["klantcontacten_klantvraag"].rijen
    assert leeg.ask("SELECT count(*) FROM klantcontacten_klantvraag") == vragen > 5
    assert leeg.ask("SELECT versie FROM reservekopieen_versie ORDER BY id DESC LIMIT 1") == VERSIE
    _pages_open(leeg)
    nog_eens = leeg.run("upgrade")
    assert (nog_eens.returncode, "niets te doen" in nog_eens.stdout) == (0, True), nog_eens.stdout
    terug = leeg.run("upgrade", "--terug", typ="stadspunt\n")
    assert (terug.returncode, f"weer van versie {toen.versie}" in terug.stdout) == (0, True), terug.stdout
    assert leeg.ask("SELECT count(*) FROM django_migrations") == len(toen.migraties)
    assert leeg.ask("SELECT count(*) FROM correspondentie_verzending WHERE status IN ('gepland', 'bezig')") == 0


def _pages_open(machine: Machine) -> None:
    """Somebody of that time signs in and sees the work list and a question."""
    code = (
        "from django.test import Client; from stadspunt.fundament.toegang.models import Account;"
        "from stadspunt.stromen.klantcontacten.models import Klantvraag;"
        "k = Client(SERVER_NAME='localhost'); k.force_login(Account.objects.get(login='kim'));"
        "vraag = Klantvraag.objects.order_by('id')[1].nummer;"
        "print([k.get(p).status_code for p in ('/werkplek/', f'/werkplek/klantvragen/{vraag}/')])"
    )
    uitkomst = machine.run("django", "shell", "-c", code)
    assert "[200, 200]" in uitkomst.stdout, uitkomst.stdout


def test_nothing_is_upgraded_while_somebody_works(leeg: Machine) -> None:
    dsn = leeg.start_database()
    with psycopg.connect(dsn):
        uitkomst = leeg.run("upgrade", dsn=dsn)
    assert (uitkomst.returncode, "1 andere verbindingen" in uitkomst.stdout) == (1, True)


def test_a_table_that_lost_rows_is_no_success() -> None:
    toen = {"vraag": Tabel(3, "1"), "oud": Tabel(2, "1"), "leeg": Tabel(0, "0")}
    assert compare_aantallen(toen, {"vraag": Tabel(2, "1"), "nieuw": Tabel(1, "9")}) == [
        "tabel vraag: 3 rijen ervoor, 2 erna",
        "tabel oud met 2 rijen is weg",
    ]
    assert compare_aantallen({"vraag": Tabel(3, "1")}, {"vraag": Tabel(4, "2")}) == []


def test_a_half_restored_database_is_not_upgraded(leeg: Machine) -> None:
    leeg.do(f"CREATE SCHEMA {SCHEMA}")
    uitkomst = leeg.run("upgrade")
    assert (uitkomst.returncode, "niet afgemaakt" in uitkomst.stdout) == (1, True)
