"""A hundred kills at random moments while a thousand questions come in by mail and by form.

Nothing is lost, nothing comes twice: the senders send again until they are told that it arrived, as mail servers and
people do, and everything that is killed comes back by itself.
"""

import contextlib
import http.client
import os
import random
import re
import shutil
import smtplib
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.opstart.plek import prepare_plek
from stadspunt.project.opstart.processen import find_proces, wait_until
from tests.opstart.gestart import Gestart

pytestmark = [pytest.mark.uitval, pytest.mark.traag]

MAILS, FORMULIEREN, ANTWOORDEN, KILLS = 900, 100, 15, 100
# The public form lets one address ask twenty times an hour; these are neighbours of this machine.
PER_ADRES = 6
GEDULD = 600


class Postkantoor:
    """The mail server of all residents: what it took, by recipient and subject."""

    def __init__(self) -> None:
        self.gekregen: Counter[tuple[str, str]] = Counter()

    async def handle_DATA(self, server: SMTP, sessie: Session, envelop: Envelope) -> str:  # noqa: N802  aiosmtpd calls it so
        inhoud = envelop.content if isinstance(envelop.content, bytes) else (envelop.content or "").encode()
        bericht = message_from_bytes(inhoud, policy=policy.default)
        soort = "bevestiging" if bericht["Auto-Submitted"] == "auto-replied" else "antwoord"
        self.gekregen[soort, envelop.rcpt_tos[0]] += 1
        return "250 OK"

    def count(self, soort: str) -> Counter[str]:
        """Return how often each recipient had this kind of message."""
        return Counter({aan: aantal for (wat, aan), aantal in self.gekregen.items() if wat == soort})


@pytest.fixture
def postkantoor() -> Iterator[tuple[Postkantoor, int]]:
    kantoor = Postkantoor()
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = int(vrij.getsockname()[1])
    controller = Controller(kantoor, hostname="127.0.0.1", port=poort, decode_data=False)
    controller.start()
    yield kantoor, poort
    controller.stop()


@pytest.fixture
def stadspunt(postkantoor: tuple[Postkantoor, int]) -> Iterator[Gestart]:
    """A whole StadsPunt with the small city in it, and answers that leave in twenty seconds."""
    map_ = Path(tempfile.mkdtemp(prefix="sp-uitval-"))
    gestart = Gestart(map_ / "data", "--leeg", instellingen={"STADSPUNT_SMTP_UIT": f"127.0.0.1:{postkantoor[1]}"})
    try:
        gestart.wait()
        omgeving = os.environ | {
            "DATABASE_URL": find_dsn(gestart),
            "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
            "STADSPUNT_SMTP_UIT": f"127.0.0.1:{postkantoor[1]}",
        }
        opdracht = [sys.executable, "-m", "tests.uitval.voorraad", str(ANTWOORDEN)]
        subprocess.run(opdracht, cwd=WORTEL, env=omgeving, check=True)
        yield gestart
    finally:
        gestart.clean_up()
        shutil.rmtree(map_, ignore_errors=True)


def find_dsn(gestart: Gestart) -> str:
    """Return how to reach its database, as soon as that is there."""
    assert wait_until(lambda: postgres.find_dsn(gestart.data) is not None, 90)
    return str(postgres.find_dsn(gestart.data))


def ask(gestart: Gestart, sql: str) -> int:
    """Return one number from its database; -1 while the database is away."""
    dsn = postgres.find_dsn(gestart.data)
    if dsn is None:
        return -1
    try:
        with psycopg.connect(dsn, autocommit=True, connect_timeout=3) as verbinding:
            rij = verbinding.execute(sql).fetchone()
            return int(rij[0]) if rij else -1
    except psycopg.Error:
        return -1


class Toevoer:
    """Sends every question until it is acknowledged; how far it may be depends on how often was killed."""

    def __init__(self, gestart: Gestart) -> None:
        self.gestart = gestart
        self.kills = 0
        self.uiterlijk = time.monotonic() + GEDULD
        self.open_mails = iter(range(MAILS))
        self.open_formulieren = iter(range(FORMULIEREN))
        self.slot = threading.Lock()
        self.aangekomen: Counter[str] = Counter()
        self.geraakt: Counter[str] = Counter()

    def may_send(self, nummer: int, van: int) -> bool:
        """Spread the questions over the kills, a little ahead of them."""
        return nummer * KILLS <= (self.kills + 3) * van

    def run(self, soort: str) -> None:
        """Take questions of a kind one by one, each until it is in."""
        rij, van, send = {
            "mail": (self.open_mails, MAILS, self.send_mail),
            "formulier": (self.open_formulieren, FORMULIEREN, self.send_formulier),
        }[soort]
        while True:
            with self.slot:
                nummer = next(rij, None)
            if nummer is None:
                return
            while not self.may_send(nummer, van) and time.monotonic() < self.uiterlijk:
                time.sleep(0.05)
            while time.monotonic() < self.uiterlijk and not send(nummer):
                time.sleep(0.2)
            with self.slot:
                self.aangekomen[soort] += 1

    def send_mail(self, nummer: int) -> bool:
        """Offer one mail; whether the listener said that it has it."""
        tekst = (
            f"From: Bewoner {nummer} <bewoner{nummer}@example.org>\r\nTo: info@lindewaard.example\r\n"
            f"Subject: Mailvraag {nummer}\r\nMessage-ID: <uitval-{nummer}@example.org>\r\n"
            f"Date: Tue, 24 Nov 2026 09:00:00 +0100\r\n\r\nDit is vraag {nummer}.\r\n"
        )
        try:
            with smtplib.SMTP("127.0.0.1", self.gestart.poort + 11, timeout=10) as lijn:
                lijn.sendmail(f"bewoner{nummer}@example.org", ["info@lindewaard.example"], tekst)
        except (OSError, smtplib.SMTPException):
            return False
        return True

    def send_formulier(self, nummer: int) -> bool:
        """Open the form, fill it in, and press send until the page thanks; the same form all the time."""
        adres = f"127.0.0.{2 + nummer // PER_ADRES}"
        pagina, koekje = self.request(adres, "GET", "/contact/")
        sleutel = re.search(r'name="eenmalig" value="([^"]+)"', pagina)
        geheim = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', pagina)
        if sleutel is None or geheim is None:
            return False
        time.sleep(2.1)  # nobody types faster
        velden = {
            "csrfmiddlewaretoken": geheim[1],
            "eenmalig": sleutel[1],
            "onderwerp": f"Formuliervraag {nummer}",
            "vraag": f"Dit is vraag {nummer}.",
            "email": f"formulier{nummer}@example.org",
        }
        while time.monotonic() < self.uiterlijk:
            antwoord, _ = self.request(adres, "POST", "/contact/", urlencode(velden), koekje)
            if antwoord == "302":
                return True
            time.sleep(0.3)
        return False

    def request(self, adres: str, methode: str, pad: str, inhoud: str = "", koekje: str = "") -> tuple[str, str]:
        """Return the text ('302' for a redirect, '' for a fault) and the cookie of an answer."""
        koppen = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": koekje}
        lijn = http.client.HTTPConnection("127.0.0.1", self.gestart.poort, timeout=20, source_address=(adres, 0))
        try:
            lijn.request(methode, pad, inhoud, koppen)
            antwoord = lijn.getresponse()
            tekst = antwoord.read().decode(errors="replace")
            gezet = (antwoord.getheader("Set-Cookie") or "").split(";")[0]
            if antwoord.status == 302:
                return "302", gezet
            return (tekst, gezet) if antwoord.status == 200 else ("", gezet)
        except (OSError, http.client.HTTPException):
            return "", ""
        finally:
            lijn.close()


def kill_at_random(gestart: Gestart, toevoer: Toevoer, toeval: random.Random) -> None:
    """Kill KILLS times at random moments: a part with its workers, the database, or one process of the database."""
    while toevoer.kills < KILLS and time.monotonic() < toevoer.uiterlijk:
        time.sleep(toeval.uniform(0.2, 2.5))
        soort = toeval.choice(["postgres", "web", "taken", "inkomend"])
        slachtoffers = find_database(gestart) if soort == "postgres" else find_deel(gestart, soort)
        if slachtoffers:
            gestart.kill(toeval.choice(slachtoffers))
            toevoer.kills += 1
            toevoer.geraakt[soort] += 1


def find_deel(gestart: Gestart, naam: str) -> list[int]:
    """Return the living process of a part and its workers."""
    with contextlib.suppress(OSError, ValueError, KeyError):
        pid = gestart.parts()[naam]
        return [een for een in (pid, *list_kinderen(pid)) if find_proces(een)]
    return []


def find_database(gestart: Gestart) -> list[int]:
    """Return the living server and its processes."""
    pid = postgres.find_postmaster(prepare_plek(gestart.data))
    return [pid, *list_kinderen(pid)] if pid else []


def list_kinderen(ouder: int) -> list[int]:
    """Return the children of a process."""
    kinderen = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == ouder:
                kinderen.append(int(status.parent.name))
    return kinderen


@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes of a data folder in /proc")
def test_a_hundred_kills_lose_nothing_and_double_nothing(stadspunt: Gestart, postkantoor: tuple[Postkantoor, int]) -> None:
    toevoer = Toevoer(stadspunt)
    zenders = [threading.Thread(target=toevoer.run, args=("mail",)) for _ in range(4)]
    zenders += [threading.Thread(target=toevoer.run, args=("formulier",)) for _ in range(4)]
    for zender in zenders:
        zender.start()
    kill_at_random(stadspunt, toevoer, random.Random(20_261_124))
    for zender in zenders:
        zender.join()
    assert (toevoer.kills, dict(toevoer.aangekomen)) == (KILLS, {"mail": MAILS, "formulier": FORMULIEREN}), stadspunt.logs()
    assert set(toevoer.geraakt) == {"postgres", "web", "taken", "inkomend"}

    # Everything is in; whoever was killed has come back, and what was left is taken up again.
    binnen = "SELECT count(*) FROM klantcontacten_klantcontact WHERE richting = 'in' AND bron_sleutel IS NOT NULL"
    klaar = "SELECT count(*) FROM correspondentie_verzending WHERE status IN ('gepland', 'bezig')"
    assert wait_until(lambda: ask(stadspunt, binnen) == MAILS + FORMULIEREN, 300, stap=1), ask(stadspunt, binnen)
    # A message whose worker died is taken up again after ten minutes; the test does not wait, but lets them have passed.
    ouder = "UPDATE correspondentie_verzending SET begonnen_op = begonnen_op - interval '11 minutes' WHERE status = 'bezig'"
    time.sleep(15)
    ask(stadspunt, f"WITH oud AS ({ouder} RETURNING 1) SELECT count(*) FROM oud")
    assert wait_until(lambda: ask(stadspunt, klaar) == 0, 300, stap=1), ask(stadspunt, klaar)
    assert ask(stadspunt, binnen) == MAILS + FORMULIEREN
    assert ask(stadspunt, "SELECT count(*) FROM klantcontacten_klantvraag") == MAILS + FORMULIEREN + ANTWOORDEN
    assert ask(stadspunt, "SELECT count(*) FROM intake_ontvangst WHERE status <> 'verwerkt'") == 0

    kantoor, _ = postkantoor
    bevestigingen, antwoorden = kantoor.count("bevestiging"), kantoor.count("antwoord")
    assert [aan for aan, aantal in bevestigingen.items() if aantal > 1] == []
    # A receipt of which nobody knows whether it left is not sent again, and stands on a list.
    onzeker = ask(stadspunt, "SELECT count(*) FROM correspondentie_verzending WHERE status = 'onzeker'")
    assert MAILS + FORMULIEREN - onzeker <= len(bevestigingen) <= MAILS + FORMULIEREN
    assert set(antwoorden) == {f"antwoord{nummer}@example.org" for nummer in range(ANTWOORDEN)}
