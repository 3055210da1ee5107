"""A real ClamAV with one signature of its own, and a stand-in for what a real one does only on a bad day."""

import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

# The test file of EICAR, in two parts so that no scanner takes this source for a virus.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
VIRUS = "Eicar-Test-Signature.UNOFFICIAL"
GRENS = 1_048_576
_INRICHTING = """
LocalSocket {map}/clamd.sock
TCPSocket {poort}
TCPAddr 127.0.0.1
DatabaseDirectory {map}/db
Foreground yes
StreamMaxLength 1M
AlertEncrypted yes
LogFile {map}/clamd.log
"""


class Clamd:
    """The service of ClamAV; `start` and `stop` may be repeated."""

    def __init__(self) -> None:
        self.map = Path(tempfile.mkdtemp(prefix="stadspunt-clamd-"))
        self.pad = str(self.map / "clamd.sock")
        with socket.create_server(("127.0.0.1", 0)) as vrij:
            self.poort: int = vrij.getsockname()[1]
        (self.map / "db").mkdir()
        (self.map / "db" / "proef.ndb").write_text(f"Eicar-Test-Signature:0:*:{EICAR.hex()}\n")
        (self.map / "clamd.conf").write_text(_INRICHTING.format(map=self.map, poort=self.poort))
        self._proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it takes questions."""
        clamd = shutil.which("clamd", path="/usr/sbin:/usr/bin:/sbin:/usr/local/sbin")
        assert clamd, "ClamAV ontbreekt: apt-get install clamav-daemon"
        self._proces = subprocess.Popen([clamd, "-c", str(self.map / "clamd.conf")], stdout=subprocess.DEVNULL)
        for _ in range(400):
            try:
                with socket.socket(socket.AF_UNIX) as lijn:
                    lijn.connect(self.pad)
                    lijn.sendall(b"zPING\0")
                    if lijn.recv(10) == b"PONG\0":
                        return
            except OSError:
                assert self._proces.poll() is None, (self.map / "clamd.log").read_text()
            time.sleep(0.05)
        raise AssertionError("ClamAV start niet")

    def stop(self) -> None:
        """Stop; its socket goes too."""
        if self._proces is not None:
            self._proces.terminate()
            self._proces.wait(20)
            self._proces = None

    def clean_up(self) -> None:
        """Stop and forget everything."""
        self.stop()
        shutil.rmtree(self.map, ignore_errors=True)


class Kwade:
    """Listens where clamd should and does `antwoord` with each connection, after it read the question."""

    def __init__(self, antwoord: Callable[[socket.socket], None]) -> None:
        self._antwoord = antwoord
        self._server = socket.create_server(("127.0.0.1", 0))
        self.poort: int = self._server.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                lijn, _ = self._server.accept()
            except OSError:
                return
            with lijn:
                lijn.recv(100_000)
                self._antwoord(lijn)

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()
