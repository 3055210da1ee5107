"""`stadspunt start`: everything at once, from an empty folder to a page to sign in on."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field

from stadspunt.project.opstart import postgres, voordeur
from stadspunt.project.opstart.buiten import check_buiten
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import (
    Omgeving,
    build_kindomgeving,
    default_postingang,
    find_geheim,
    prepare_data,
)
from stadspunt.project.opstart.plek import choose_socket_map
from stadspunt.project.opstart.poorten import open_listener
from stadspunt.project.opstart.processen import build_tie
from stadspunt.project.opstart.resten import KENMERK, clear_resten, note_kinderen
from stadspunt.project.opstart.seinen import Seinen
from stadspunt.project.opstart.slot import own_data
from stadspunt.project.opstart.toezicht import Dienst, Toezicht
from stadspunt.project.reservekopie.herstelmerk import demand_heel

OPDRACHT = (sys.executable, "-m", "stadspunt.project.cli")
WACHT_OP_SITE = 120.0
ONMISBAAR = ("web", "voordeur")
VALLEN = 4


class GestoptError(Exception):
    """Somebody asked us to stop while we were still starting."""


@dataclass(slots=True)
class Start:
    """One run of `stadspunt start`, from the lock on the data folder to the last process."""

    omgeving: Omgeving
    leeg: bool
    seinen: Seinen
    toezicht: Toezicht = field(init=False)
    kenmerk: str = field(default_factory=lambda: secrets.token_hex(8))
    _database_opnieuw: float = 0.0
    _gezegd: str = ""

    def __post_init__(self) -> None:
        self.toezicht = Toezicht(self.omgeving.logmap, on_change=self._note)

    def run(self, luisteraar: socket.socket) -> None:
        """Start all parts, say where, and stay until somebody asks to stop. Raises OpstartError."""
        dsn = self._start_database()
        demand_heel(dsn)
        kind = self._build_kindomgeving(dsn)
        self._prepare(kind)
        for dienst in self._list_diensten(kind, luisteraar):
            self.toezicht.start(dienst)
        self._await_site()
        _say(self._tell())
        while not self.seinen.wacht(self.toezicht.beat()):
            self._keep_database()

    def stop(self) -> None:
        """Stop all parts, the database last."""
        self.toezicht.stop()
        if not self.omgeving.database_url:
            postgres.stop(self.omgeving.data)

    def _note(self, toezicht: Toezicht) -> None:
        with contextlib.suppress(OSError):  # on a full disk the parts must go on; the note is only for after a kill
            note_kinderen(self.omgeving.loopmap, self.kenmerk, toezicht)

    def _start_database(self) -> str:
        if self.omgeving.database_url:
            check_buiten(self.omgeving.database_url)
            return self.omgeving.database_url
        # A server that outlived an earlier start is not tied to us: it must not outlive us too.
        postgres.stop(self.omgeving.data)
        return postgres.start(self.omgeving.data, tie_to_parent=True)

    def _keep_database(self) -> None:
        if self.omgeving.database_url or not postgres.has_ended(self.omgeving.data):
            return
        if time.monotonic() < self._database_opnieuw:
            return
        self._database_opnieuw = time.monotonic() + 5
        try:
            postgres.start(self.omgeving.data, tie_to_parent=True)
        except OpstartError as fout:
            self._say_once(f"De database is gestopt. {fout.tekst} StadsPunt blijft draaien en probeert het zelf steeds opnieuw.")
            return
        self._say_once("De database was gestopt en draait weer.")
        self._gezegd = ""
        self.toezicht.hurry()

    def _say_once(self, tekst: str) -> None:
        if tekst != self._gezegd:
            _say(tekst)
        self._gezegd = tekst

    def _build_kindomgeving(self, dsn: str) -> dict[str, str]:
        omgeving = self.omgeving
        metingen = omgeving.loopmap / "metingen"
        shutil.rmtree(metingen, ignore_errors=True)
        metingen.mkdir()
        kind = build_kindomgeving(omgeving, dsn, find_geheim(omgeving, make=True))
        kind["STADSPUNT_SMTP_IN"] = default_postingang(omgeving)
        kind[KENMERK] = self.kenmerk
        return kind

    def _prepare(self, kind: dict[str, str]) -> None:
        """Run the preparation as a child that may speak to the terminal, but may still be stopped."""
        opdracht = [*OPDRACHT, "voorbereiden", *(["--leeg"] if self.leeg else [])]
        with (self.omgeving.logmap / "voorbereiden.log").open("ab") as log:
            proces = subprocess.Popen(  # noqa: S603 - our own program
                opdracht, env=kind, stdin=subprocess.DEVNULL, stderr=log, preexec_fn=build_tie(signal.SIGTERM)
            )
        try:
            while proces.poll() is None:
                if self.seinen.wacht(0.5):
                    raise GestoptError
        finally:
            if proces.poll() is None:
                proces.kill()
                proces.wait()
        if proces.returncode:
            raise OpstartError(
                "Het klaarmaken van de database is niet gelukt. Start opnieuw; blijft het zo, kijk dan in "
                f"{self.omgeving.logmap / 'voorbereiden.log'}"
            )

    def _list_diensten(self, kind: dict[str, str], luisteraar: socket.socket) -> list[Dienst]:
        omgeving = self.omgeving
        stopcontacten = choose_socket_map(omgeving.loopmap, os.geteuid())
        stopcontacten.mkdir(mode=0o700, exist_ok=True)
        web, live = stopcontacten / "web.sock", stopcontacten / "live.sock"
        bestand = omgeving.loopmap / "voordeur.json"
        voordeur.write_configuratie(
            bestand,
            voordeur.build_configuratie(f"fd/{luisteraar.fileno()}", web, live, omgeving.loopmap / "caddy", omgeving.proxy),
        )
        caddy = (str(voordeur.find_caddy()), "run", "--config", str(bestand))
        omgeving_caddy = {**voordeur.build_omgeving(omgeving.loopmap), KENMERK: self.kenmerk}
        return [
            Dienst("web", (*OPDRACHT, "web", "--stopcontact", str(web)), kind),
            Dienst("voordeur", caddy, omgeving_caddy, (luisteraar.fileno(),)),
            Dienst("live", (*OPDRACHT, "live", "--stopcontact", str(live)), kind),
            Dienst("taken", (*OPDRACHT, "taken"), kind),
            Dienst("inkomend", (*OPDRACHT, "inkomend"), kind),
        ]

    def _await_site(self) -> None:
        einde = time.monotonic() + WACHT_OP_SITE
        vraag = f"http://{self.omgeving.bereikbaar}/gezond"
        while not _answers(vraag):
            if self.seinen.wacht(min(0.1, self.toezicht.beat())):
                raise GestoptError
            for naam in ONMISBAAR:
                if self.toezicht.falls(naam) >= VALLEN or time.monotonic() > einde:
                    raise OpstartError(f"De site komt niet op gang. De reden staat in {self.omgeving.logmap / f'{naam}.log'}")

    def _tell(self) -> str:
        regel = f"StadsPunt staat klaar op {self.omgeving.adres}"
        bewoners = (self.omgeving.loopmap / "bewoners").read_text("utf-8")
        if bewoners == "leeg":
            beheerder = "./stadspunt django beheerder NAAM --gemeente GEMEENTE --maildomein DOMEIN"
            return f"{regel} · maak de eerste beheerder met: {beheerder} · stoppen: Ctrl-C"
        if bewoners == "eigen":
            return f"{regel} · stoppen: Ctrl-C"
        from stadspunt.project.demo.accounts import DEMO_ACCOUNTS, DEMO_WACHTWOORD

        wie = ", ".join(f"{login} ({rol})" for login, rol in DEMO_ACCOUNTS)
        return f"{regel} · aanmelden als {wie} · wachtwoord {DEMO_WACHTWOORD} · stoppen: Ctrl-C"


def run(omgeving: Omgeving, leeg: bool) -> int:
    """Start and stay; returns the exit code (0 after somebody asked to stop). Raises OpstartError."""
    prepare_data(omgeving)
    with own_data(omgeving.data, "start"), Seinen() as seinen:
        clear_resten(omgeving.loopmap)
        luisteraar = open_listener(omgeving.luister, omgeving.poort)
        start = Start(omgeving, leeg, seinen)
        try:
            start.run(luisteraar)
        except GestoptError:
            _say("Het starten is afgebroken.")
        finally:
            luisteraar.close()
            start.stop()
            (omgeving.loopmap / "kinderen.json").unlink(missing_ok=True)
        _say("StadsPunt is gestopt.")
    return 0


def _say(tekst: str) -> None:
    """Tell who started us; when nobody listens any more (a closed terminal or pipe) the work goes on."""
    with contextlib.suppress(OSError):
        print(tekst, flush=True)


def _answers(adres: str) -> bool:
    verzoek = urllib.request.Request(adres, headers={"Host": "localhost"})  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(verzoek, timeout=2) as antwoord:  # noqa: S310
            return int(antwoord.status) == 200
    except OSError:
        return False
