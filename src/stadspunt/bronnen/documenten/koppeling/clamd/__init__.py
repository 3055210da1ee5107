"""ClamAV over the protocol of clamd: INSTREAM and VERSION, over a Unix socket or TCP.

Own code: the package `clamd` of PyPI is from 2014 and has no types. The protocol is in the manual page clamd(8).
"""

import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from stadspunt.bronnen.documenten.koppeling import NietGecontroleerdError, ScannerWegError
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand

_BLOK = 256 * 1024
_MAX_ANTWOORD = 4096
# Not viruses: what clamd says with AlertExceedsMax and AlertEncrypted.
_GEEN_VIRUS = (("Heuristics.Limits.Exceeded", Virusstand.TE_GROOT), ("Heuristics.Encrypted", Virusstand.VERSLEUTELD))


@dataclass(frozen=True, slots=True)
class Clamd:
    """One clamd at a path or at a host and port; each question is a connection of its own."""

    pad: str = ""
    host: str = ""
    poort: int = 0
    verbind_seconden: float = 5
    # clamd itself stops after MaxScanTime, 120 seconds unless it was told otherwise.
    wacht_seconden: float = 130

    def scan(self, inhoud: bytes) -> Oordeel:
        """Return the verdict on these bytes."""
        return read_oordeel(self._ask(b"zINSTREAM\0", inhoud))

    def get_versie(self) -> Scannerversie:
        """Return program and signatures."""
        return read_versie(self._ask(b"zVERSION\0"))

    def _ask(self, vraag: bytes, inhoud: bytes | None = None) -> str:
        lijn = self._connect()
        try:
            with lijn:
                # Over its limit clamd answers and hangs up while we still send: its answer counts.
                with suppress(BrokenPipeError, ConnectionResetError):
                    lijn.sendall(vraag)
                    if inhoud is not None:
                        _send_stroom(lijn, inhoud)
                return _receive(lijn)
        except TimeoutError as fout:
            raise NietGecontroleerdError("De virusscanner antwoordt niet op tijd.") from fout
        except OSError as fout:
            raise ScannerWegError("De virusscanner verbrak de verbinding.") from fout

    def _connect(self) -> socket.socket:
        try:
            if self.pad:
                lijn = socket.socket(socket.AF_UNIX)
                lijn.settimeout(self.verbind_seconden)
                lijn.connect(self.pad)
            else:
                lijn = socket.create_connection((self.host, self.poort), self.verbind_seconden)
        except OSError as fout:
            raise ScannerWegError(f"De virusscanner is niet bereikbaar ({type(fout).__name__}).") from fout
        lijn.settimeout(self.wacht_seconden)
        return lijn


def parse_clamd(tekst: str) -> Clamd:
    """Return the clamd at '/pad/naar/socket' or 'computer:poort'. Raises ScannerWegError."""
    if tekst.startswith("/"):
        return Clamd(pad=tekst)
    host, _, poort = tekst.rpartition(":")
    if not host or not (poort.isascii() and poort.isdigit()) or int(poort) > 65535:
        raise ScannerWegError("Schrijf STADSPUNT_CLAMAV als /pad/naar/socket, als computer:3310 of als uit.")
    return Clamd(host=host.strip("[]"), poort=int(poort))


def _send_stroom(lijn: socket.socket, inhoud: bytes) -> None:
    """Send the bytes in pieces, each with its length before it; a length of nought ends it."""
    with memoryview(inhoud) as stroom:
        for begin in range(0, len(stroom), _BLOK):
            stuk = stroom[begin : begin + _BLOK]
            lijn.sendall(struct.pack("!I", len(stuk)))
            lijn.sendall(stuk)
    lijn.sendall(struct.pack("!I", 0))


def _receive(lijn: socket.socket) -> str:
    """Return the reply without its end mark; without an end mark it is no reply."""
    delen = b""
    while len(delen) < _MAX_ANTWOORD and b"\0" not in delen:
        deel = lijn.recv(_MAX_ANTWOORD)
        if not deel:
            raise ConnectionResetError
        delen += deel
    return delen.partition(b"\0")[0].decode("utf-8", "replace").strip()


def read_oordeel(antwoord: str) -> Oordeel:
    """Return the verdict in a reply to INSTREAM. Raises NietGecontroleerdError for an error of clamd."""
    if antwoord.startswith("INSTREAM size limit exceeded"):
        return Oordeel(Virusstand.TE_GROOT)
    uitslag = antwoord.removeprefix("stream: ")
    if uitslag == "OK":
        return Oordeel(Virusstand.SCHOON)
    if uitslag.endswith(" FOUND"):
        naam = uitslag.removesuffix(" FOUND")
        return Oordeel(next((stand for begin, stand in _GEEN_VIRUS if naam.startswith(begin)), Virusstand.BESMET), naam[:200])
    raise NietGecontroleerdError(f"De virusscanner meldt een fout: {antwoord[:150]}")


def read_versie(antwoord: str) -> Scannerversie:
    """Return what stands in a reply to VERSION: 'ClamAV 1.4.6/27300/Mon Nov 23 09:26:41 2026'. Raises NietGecontroleerdError."""
    programma, _, rest = antwoord.partition("/")
    nummer, _, dag = rest.partition("/")
    if not programma.startswith("ClamAV"):
        raise NietGecontroleerdError("Wat op STADSPUNT_CLAMAV antwoordt, is geen ClamAV.")
    try:
        van = datetime.strptime(dag.strip(), "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except ValueError:
        van = None
    return Scannerversie(programma[:100], nummer[:40], van)
