"""The disk runs full while questions come in: first there is no room for a row, then none for the log of the database.

The data folder, the database included, stands on a small disk of its own. What was acknowledged is there exactly once.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.processen import wait_until
from tests.opstart.gestart import Gestart
from tests.uitval.stelsel import (
    Formulier,
    Postkantoor,
    ask,
    find_database,
    find_deel,
    list_kinderen,
    offer_mail,
    request,
    start_stelsel,
)

pytestmark = [
    pytest.mark.uitval,
    pytest.mark.traag,
    pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="only root on Linux can make a small disk"),
]

MAILS, FORMULIEREN, ANTWOORDEN = 60, 4, 4
SCHIJF_MB = 300
VOL = "De schijf met de gegevens is vol."


@pytest.fixture
def schijf() -> Iterator[Path]:
    map_ = Path(tempfile.mkdtemp(prefix="sp-vol-"))
    gelukt = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SCHIJF_MB}m,mode=755", "tmpfs", map_], check=False)
    if gelukt.returncode:
        map_.rmdir()
        pytest.skip("this computer does not let us make a disk")
    yield map_
    subprocess.run(["umount", "-l", map_], check=True)
    map_.rmdir()


@pytest.fixture
def stadspunt(postkantoor: tuple[Postkantoor, int], schijf: Path) -> Iterator[Gestart]:
    with start_stelsel(schijf, postkantoor[1], ANTWOORDEN) as (gestart, _):
        yield gestart


class Bewoners:
    """They send mails and forms, again and again, until each was acknowledged."""

    def __init__(self, gestart: Gestart) -> None:
        self.gestart = gestart
        self.uiterlijk = time.monotonic() + 150
        self.mails = self.formulieren = 0
        self.gehoord: Counter[tuple[str, int]] = Counter()
        self.geweigerd = ""
        self.draden = [threading.Thread(target=werk) for werk in (self.send_mails, self.send_formulieren)]
        for draad in self.draden:
            draad.start()

    def send_mails(self) -> None:
        while self.mails < MAILS and time.monotonic() < self.uiterlijk:
            code = offer_mail(self.gestart, self.mails, regels=30)
            self.gehoord["mail", code] += 1
            self.mails += code == 250
            time.sleep(0.1 if code == 250 else 0.3)

    def send_formulieren(self) -> None:
        for nummer in range(FORMULIEREN):
            formulier = Formulier(self.gestart, nummer)
            while not formulier.open() and time.monotonic() < self.uiterlijk:
                time.sleep(0.3)
            while (antwoord := formulier.send()).code != 302 and time.monotonic() < self.uiterlijk:
                self.gehoord["formulier", antwoord.code] += 1
                self.geweigerd = antwoord.tekst
                time.sleep(0.5)
            self.formulieren += 1


def fill(schijf: Path) -> Path:
    """Fill the disk to its last byte."""
    ballast = schijf / "ballast"
    bestand = os.open(ballast, os.O_CREAT | os.O_WRONLY)
    with contextlib.suppress(OSError):
        os.posix_fallocate(bestand, 0, shutil.disk_usage(schijf).free)
    with contextlib.suppress(OSError):
        os.lseek(bestand, 0, os.SEEK_END)
        while os.write(bestand, bytes(4096)):
            continue
    os.close(bestand)
    assert shutil.disk_usage(schijf).free == 0
    return ballast


def end_log(gestart: Gestart) -> bool:
    """Let the database begin a new piece of its log, for which there is no room; whether it fell over."""
    dsn = postgres.find_dsn(gestart.data)
    with contextlib.suppress(psycopg.Error), psycopg.connect(dsn or "dbname=weg", autocommit=True) as verbinding:
        verbinding.execute("SELECT pg_logical_emit_message(false, 'proef', repeat('x', 1000)), pg_switch_wal()")
    return not find_database(gestart)


def test_a_full_disk_loses_nothing_and_room_is_all_it_takes(
    stadspunt: Gestart, schijf: Path, postkantoor: tuple[Postkantoor, int]
) -> None:
    gestart = stadspunt
    bewoners = Bewoners(gestart)
    assert wait_until(lambda: bewoners.mails > 5, 20)

    # No room for a row: senders keep their mail, reading goes on, and who falls over comes back.
    ballast = fill(schijf)
    assert wait_until(lambda: bewoners.gehoord["mail", 452] > 2, 30), bewoners.gehoord
    klaar = request(gestart, "/klaar")
    assert (klaar.code, VOL in klaar.tekst) == (503, True)
    web, inkomend = find_deel(gestart, "web")[0], find_deel(gestart, "inkomend")[0]
    for pid in [*list_kinderen(web), inkomend]:
        gestart.kill(pid)
    eerder = bewoners.gehoord["mail", 452]
    assert wait_until(lambda: bewoners.gehoord["mail", 452] > eerder, 30), (bewoners.gehoord, gestart.logs())
    assert wait_until(lambda: request(gestart, "/gezond").code == 200, 20)

    # No room for the log of the database: it stops, and starting does not help.
    assert wait_until(lambda: end_log(gestart), 20, stap=0.1)
    assert wait_until(lambda: bewoners.gehoord["formulier", 503] > 0, 20), bewoners.gehoord
    assert "Wat u net verstuurde, is niet opgeslagen." in bewoners.geweigerd
    pagina, klaar = request(gestart, "/contact/"), request(gestart, "/klaar")
    assert (pagina.code, "StadsPunt is even niet bereikbaar" in pagina.tekst) == (503, True)
    assert (klaar.code, VOL in klaar.tekst, "Dit onderdeel is niet bereikbaar." in klaar.tekst) == (503, True, True)
    ander = Gestart(schijf / "ander", "--leeg")
    uitleg = ander.proces.communicate(timeout=60)[0]
    assert (ander.proces.returncode, len(uitleg.splitlines())) == (1, 1)
    assert uitleg.startswith("De schijf is vol: er past niets meer in ")
    assert gestart.proces.poll() is None

    # Room is all it takes.
    ballast.unlink()
    assert wait_until(gestart.is_klaar, 60, stap=0.2), (gestart.get("/klaar"), gestart.logs())
    for draad in bewoners.draden:
        draad.join(160)
    samen = MAILS + FORMULIEREN
    assert (bewoners.mails, bewoners.formulieren) == (MAILS, FORMULIEREN), bewoners.gehoord
    binnen = "SELECT count(*) FROM klantcontacten_klantcontact WHERE richting = 'in' AND bron_sleutel IS NOT NULL"
    assert wait_until(lambda: ask(gestart, binnen) == samen, 90, stap=0.5), (ask(gestart, binnen), gestart.logs())
    onderweg = (
        "SELECT (SELECT count(*) FROM correspondentie_verzending WHERE status IN ('gepland', 'bezig'))"
        " + (SELECT count(*) FROM gebeurtenissen_aflevering WHERE staat <> 'klaar')"
    )
    assert wait_until(lambda: ask(gestart, onderweg) == 0, 90, stap=0.5), (ask(gestart, onderweg), gestart.logs())
    assert ask(gestart, binnen) == samen
    assert ask(gestart, "SELECT count(*) FROM intake_ontvangst WHERE status <> 'verwerkt'") == 0
    assert ask(gestart, "SELECT count(*) FROM klantcontacten_klantvraag") == samen + ANTWOORDEN
    kantoor, _ = postkantoor
    assert [aan for aan, aantal in kantoor.count("bevestiging").items() if aantal > 1] == []
    onzeker = ask(gestart, "SELECT count(*) FROM correspondentie_verzending WHERE status = 'onzeker'")
    assert samen - onzeker <= len(kantoor.count("bevestiging")) <= samen
    assert set(kantoor.count("antwoord")) == {f"antwoord{nummer}@example.org" for nummer in range(ANTWOORDEN)}
    assert {code for wie, code in bewoners.gehoord if wie == "mail"} <= {0, 250, 421, 451, 452}  # 0: the door just died
    assert {code for wie, code in bewoners.gehoord if wie == "formulier"} <= {503}
    assert gestart.stop() == 0
    assert not gestart.has_traceback()
    gezegd = "".join(gestart.regels)
    assert gezegd.count("De database is gestopt. De schijf is vol") == 1
    assert "De database was gestopt en draait weer." in gezegd
