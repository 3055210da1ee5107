"""The front door, with the real program before small sites."""

import contextlib
import http.client
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.project.opstart import voordeur
from stadspunt.project.opstart.poorten import open_listener
from stadspunt.project.opstart.processen import wait_until


class Site:
    """A site of three lines on a Unix socket: says back the head of the request."""

    def __init__(self, stopcontact: Path, antwoord: bytes = b"", open_laten: bool = False) -> None:
        self.gezien: list[str] = []
        self.antwoord = antwoord
        self.open_laten = open_laten
        self.luisteraar = socket.socket(socket.AF_UNIX)
        self.luisteraar.bind(str(stopcontact))
        self.luisteraar.listen(50)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                lijn, _ = self.luisteraar.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(lijn,), daemon=True).start()

    def _answer(self, lijn: socket.socket) -> None:
        kop = b""
        while b"\r\n\r\n" not in kop:
            stuk = lijn.recv(65536)
            if not stuk:
                return
            kop += stuk
        kop, _, lijf = kop.partition(b"\r\n\r\n")
        self.gezien.append(kop.decode("latin-1"))
        nog = next((int(r.split(b":")[1]) for r in kop.split(b"\r\n") if r.lower().startswith(b"content-length")), 0) - len(lijf)
        while nog > 0 and (stuk := lijn.recv(65536)):
            nog -= len(stuk)
        if self.open_laten:
            lijn.sendall(
                b"HTTP/1.1 200 OK\r\nServer: geheim\r\nContent-Type: text/event-stream\r\n\r\nevent: lijst\ndata: team-3\n\n"
            )
            time.sleep(5)
        else:
            lengte = str(len(self.antwoord)).encode()
            with contextlib.suppress(BrokenPipeError):  # the door refused the rest
                lijn.sendall(b"HTTP/1.1 200 OK\r\nServer: geheim\r\nContent-Length: " + lengte + b"\r\n\r\n" + self.antwoord)
        lijn.close()

    def close(self) -> None:
        self.luisteraar.close()


class Deur:
    """A running front door."""

    def __init__(self, map_: Path) -> None:
        self.web, self.live = map_ / "web.sock", map_ / "live.sock"
        self.luisteraar = open_listener("127.0.0.1", 0)
        self.poort: int = self.luisteraar.getsockname()[1]
        fd = self.luisteraar.fileno()
        bestand = map_ / "voordeur.json"
        voordeur.write_configuratie(bestand, voordeur.build_configuratie(f"fd/{fd}", self.web, self.live, map_ / "caddy"))
        self.log = map_ / "log"
        with self.log.open("wb") as log:
            self.proces = subprocess.Popen(
                [voordeur.find_caddy(), "run", "--config", bestand],
                env=voordeur.build_omgeving(map_), pass_fds=[fd], stdout=log, stderr=log,
            )  # fmt: skip

    def ask(self, pad: str, lijf: bytes | None = None, **koppen: str) -> http.client.HTTPResponse:
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=15)
        lijn.request("GET" if lijf is None else "POST", pad, lijf, {naam.replace("_", "-"): w for naam, w in koppen.items()})
        return lijn.getresponse()


@pytest.fixture
def deur() -> Iterator[Deur]:
    with tempfile.TemporaryDirectory(prefix="sp-deur-") as map_:
        deze = Deur(Path(map_))
        yield deze
        deze.proces.terminate()
        assert deze.proces.wait(10) == 0
        deze.luisteraar.close()


def test_pages_come_from_the_web_process_and_hide_what_makes_them(deur: Deur) -> None:
    site = Site(deur.web, b"dag")
    antwoord = deur.ask("/werkplek/", X_Forwarded_For="198.51.100.9", X_Forwarded_Proto="https")
    assert antwoord.read() == b"dag"
    assert antwoord.headers["Server"] is None
    assert antwoord.headers["Via"] is None
    # what a visitor says about himself is replaced by what we see
    koppen = site.gezien[0].splitlines()
    assert "X-Forwarded-For: 127.0.0.1" in koppen
    assert "X-Forwarded-Proto: http" in koppen
    site.close()


def test_a_live_message_passes_at_once(deur: Deur) -> None:
    site = Site(deur.live, open_laten=True)
    begin = time.monotonic()
    antwoord = deur.ask("/live/?lijst=team-3")
    assert antwoord.readline() == b"event: lijst\n"
    assert time.monotonic() - begin < 3  # the site leaves the stream open for five seconds
    site.close()


def test_more_than_40_mb_is_refused_with_a_page_in_dutch(deur: Deur) -> None:
    site = Site(deur.web, b"te veel")
    antwoord = deur.ask("/formulier/", b"x" * (voordeur.MAX_BODY + 1))
    assert antwoord.status == 413
    assert "groter dan 40 MB" in antwoord.read().decode()
    assert deur.ask("/formulier/", b"x" * 30_000_000).status == 200
    site.close()


def test_a_visitor_waits_while_the_pages_restart(deur: Deur) -> None:
    later = threading.Timer(1.0, lambda: Site(deur.web, b"terug"))
    later.start()
    assert deur.ask("/").read() == b"terug"


def test_when_the_pages_stay_away_a_page_says_so(deur: Deur) -> None:
    antwoord = deur.ask("/")
    assert antwoord.status == 503
    assert antwoord.headers["Retry-After"] == "3"
    assert "StadsPunt is even bezig" in antwoord.read().decode()


def test_who_was_sending_something_hears_how_to_send_it_again(deur: Deur) -> None:
    antwoord = deur.ask("/contact/", b"vraag=Wanneer%3F")
    tekst = antwoord.read().decode()
    assert antwoord.status == 503
    assert "opnieuw wilt versturen" in tekst
    assert "refresh" not in tekst  # the browser would throw away what was filled in


def test_no_address_cookie_or_question_of_a_visitor_is_logged(deur: Deur) -> None:
    assert deur.ask("/live/?vraag=mijn-buurvrouw", Cookie="sessie=abc").status == 503
    deur.proces.terminate()
    deur.proces.wait(10)
    for geheim in (b"buurvrouw", b"abc", b"127.0.0.1"):
        assert geheim not in deur.log.read_bytes()


def _read_sockets(pid: int) -> set[str]:
    """Return the open sockets of a living process; a descriptor may be closed between the listing and the look."""
    doelen = set()
    for pad in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            doelen.add(pad.readlink().name)
    return {naam for naam in doelen if naam.startswith("socket:")}


def test_the_door_opens_no_other_port(deur: Deur) -> None:
    assert wait_until(lambda: deur.log.exists() and deur.ask("/live/").status > 0, 5)
    inodes = _read_sockets(deur.proces.pid)
    luistert = set()
    for tabel in ("tcp", "tcp6"):
        for regel in Path(f"/proc/{deur.proces.pid}/net/{tabel}").read_text().splitlines()[1:]:
            velden = regel.split()
            if velden[3] == "0A" and f"socket:[{velden[9]}]" in inodes:
                luistert.add(int(velden[1].rsplit(":", 1)[1], 16))
    assert luistert == {deur.poort}
