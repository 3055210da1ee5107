"""A whole running StadsPunt of which parts are taken away, its neighbours, and the residents who keep trying."""

import contextlib
import http.client
import os
import re
import smtplib
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.opstart.plek import prepare_plek
from stadspunt.project.opstart.processen import find_proces, wait_until
from tests.opstart.gestart import Gestart

# The public form lets one address ask twenty times an hour; these are neighbours of this machine.
PER_ADRES = 6


class Postkantoor:
    """The mail server of all residents: what it took, by recipient and kind."""

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


@contextmanager
def open_postkantoor() -> Iterator[tuple[Postkantoor, int]]:
    """Open the office on a free port."""
    kantoor = Postkantoor()
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = int(vrij.getsockname()[1])
    controller = Controller(kantoor, hostname="127.0.0.1", port=poort, decode_data=False)
    controller.start()
    try:
        yield kantoor, poort
    finally:
        controller.stop()


@contextmanager
def start_stelsel(map_: Path, smtp_uit: int, *voorraad: object, **instellingen: str) -> Iterator[tuple[Gestart, str]]:
    """Start a StadsPunt below `map_` with the small city and what `voorraad` asks; gives it, and what that printed."""
    map_.chmod(0o755)  # or the server of root, who is nobody, could not come in and would live elsewhere
    uit = {"STADSPUNT_SMTP_UIT": f"127.0.0.1:{smtp_uit}", **instellingen}
    gestart = Gestart(map_ / "data", "--leeg", instellingen=uit)
    try:
        gestart.wait()
        omgeving = {
            **os.environ,
            **uit,
            "DATABASE_URL": find_dsn(gestart),
            "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
            "STADSPUNT_GEHEIM": (gestart.data / "geheim").read_text().strip(),
        }
        opdracht = [sys.executable, "-m", "tests.uitval.voorraad", *map(str, voorraad)]
        klaar = subprocess.run(opdracht, cwd=WORTEL, env=omgeving, check=True, stdout=subprocess.PIPE, text=True)
        yield gestart, klaar.stdout
    finally:
        gestart.clean_up()


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


def write_mail(wie: str, regels: int = 1) -> str:
    """Return the one mail of a resident."""
    return (
        f"From: Bewoner <{wie}@example.org>\r\nTo: info@lindewaard.example\r\nSubject: Vraag van {wie}\r\n"
        f"Message-ID: <uitval-{wie}@example.org>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0100\r\n\r\n"
        f"Dit is de vraag van {wie}.\r\n" + "".join(f"{os.urandom(35).hex()}\r\n" for _ in range(regels - 1))
    )


def offer_mail(gestart: Gestart, nummer: int, regels: int = 1) -> int:
    """Offer a mail once; returns what the listener said of it, 0 when it said nothing."""
    tekst = write_mail(f"bewoner{nummer}", regels)
    try:
        with smtplib.SMTP("127.0.0.1", gestart.poort + 11, timeout=60) as lijn:
            lijn.sendmail(f"bewoner{nummer}@example.org", ["info@lindewaard.example"], tekst)
    except smtplib.SMTPRecipientsRefused as fout:
        return next(iter(fout.recipients.values()))[0]
    except smtplib.SMTPResponseException as fout:
        return fout.smtp_code
    except (OSError, smtplib.SMTPException):
        return 0
    return 250


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What came back; code 0 is nothing at all."""

    code: int
    tekst: str = ""
    koekje: str = ""


def request(gestart: Gestart, pad: str, inhoud: str | None = None, koekje: str = "", adres: str = "127.0.0.1") -> Antwoord:
    """Ask for a page, or send a form when there is `inhoud`."""
    koppen = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": koekje}
    lijn = http.client.HTTPConnection("127.0.0.1", gestart.poort, timeout=60, source_address=(adres, 0))
    try:
        lijn.request("GET" if inhoud is None else "POST", pad, inhoud, koppen)
        antwoord = lijn.getresponse()
        tekst = antwoord.read().decode(errors="replace")
        return Antwoord(antwoord.status, tekst, (antwoord.getheader("Set-Cookie") or "").split(";")[0])
    except (OSError, http.client.HTTPException):
        return Antwoord(0)
    finally:
        lijn.close()


class Formulier:
    """The public form in the browser of one resident: the same form all the time, sent until the page thanks."""

    def __init__(self, gestart: Gestart, nummer: int) -> None:
        self.gestart, self.nummer = gestart, nummer
        self.adres = f"127.0.0.{2 + nummer // PER_ADRES}"
        self.inhoud = self.koekje = ""

    def open(self) -> bool:
        """Open the form and fill it in; whether that worked."""
        pagina = request(self.gestart, "/contact/", adres=self.adres)
        sleutel = re.search(r'name="eenmalig" value="([^"]+)"', pagina.tekst)
        geheim = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', pagina.tekst)
        if pagina.code != 200 or sleutel is None or geheim is None:
            return False
        velden = {
            "csrfmiddlewaretoken": geheim[1],
            "eenmalig": sleutel[1],
            "onderwerp": f"Formuliervraag {self.nummer}",
            "vraag": f"Dit is vraag {self.nummer}.",
            "email": f"formulier{self.nummer}@example.org",
        }
        self.inhoud, self.koekje = urlencode(velden), pagina.koekje
        time.sleep(2.1)  # nobody types faster
        return True

    def send(self) -> Antwoord:
        """Press send once; 302 is thanks."""
        return request(self.gestart, "/contact/", self.inhoud, self.koekje, self.adres)
