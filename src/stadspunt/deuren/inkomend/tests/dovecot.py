"""A real IMAP server (Dovecot) with mailboxes of its own, on a free port of this machine."""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from imapclient import IMAPClient

GEHEIM = "dovecot-alleen-voor-de-proef"
_INRICHTING = """
protocols = imap
listen = 127.0.0.1
base_dir = {map}/run
state_dir = {map}/run
log_path = {map}/dovecot.log
{tls}
mail_location = maildir:{map}/mail/%u
default_internal_user = {intern}
default_internal_group = {groep}
default_login_user = {login}
mail_max_userip_connections = 50
# Not every machine tells a server that a file came.
mailbox_idle_check_interval = 1 secs
first_valid_uid = 0
{imap_capability}
passdb {{
  driver = static
  args = password={geheim}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={map}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {poort}
  }}
  inet_listener imaps {{
    port = {tlspoort}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class Dovecot:
    """The server; `start` and `stop` may be repeated, the mail stays."""

    def __init__(self, *, zonder: Iterable[str] = (), certificaat: tuple[Path, Path] | None = None) -> None:
        """Prepare a server that does not offer the capabilities in `zonder` (such as 'MOVE').

        With a `certificaat` (the files of it and its key) it takes passwords over an encrypted line only.
        """
        # Directly in /tmp: as root the mail is of `nobody`, who cannot pass the closed folders of pytest.
        self.map = Path(tempfile.mkdtemp(prefix="stadspunt-dovecot-"))
        self.map.chmod(0o755)
        with socket.create_server(("127.0.0.1", 0)) as vrij, socket.create_server(("127.0.0.1", 0)) as ook_vrij:
            self.poort: int = vrij.getsockname()[1]
            self.tlspoort: int = ook_vrij.getsockname()[1] if certificaat else 0
        root = os.geteuid() == 0
        wie = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.geteuid())
        (self.map / "mail").mkdir()
        os.chown(self.map / "mail", wie.pw_uid, wie.pw_gid)
        weg = "".join(f" -{naam}" for naam in zonder)
        tekst = _INRICHTING.format(
            map=self.map, poort=self.poort, tlspoort=self.tlspoort, tls=self._write_tls(certificaat),
            geheim=GEHEIM, uid=wie.pw_uid, gid=wie.pw_gid,
            intern="dovecot" if root else wie.pw_name, groep="dovecot" if root else grp.getgrgid(wie.pw_gid).gr_name,
            login="dovenull" if root else wie.pw_name,
            imap_capability=f"imap_capability =\nimap_capability = {_beperk(weg)}" if weg else "",
        )  # fmt: skip
        (self.map / "dovecot.conf").write_text(tekst)
        self._proces: subprocess.Popen[bytes] | None = None

    def _write_tls(self, certificaat: tuple[Path, Path] | None) -> str:
        if certificaat is None:
            return "ssl = no\ndisable_plaintext_auth = no"
        for naam, bestand in zip(("cert", "key"), certificaat, strict=True):
            (self.map / f"tls.{naam}").write_bytes(bestand.read_bytes())
        return f"ssl = required\nssl_cert = <{self.map}/tls.cert\nssl_key = <{self.map}/tls.key"

    def start(self) -> None:
        """Start and wait until it takes connections."""
        dovecot = shutil.which("dovecot", path="/usr/sbin:/usr/bin:/sbin")
        assert dovecot, "Dovecot ontbreekt: apt-get install dovecot-imapd"
        self._proces = subprocess.Popen([dovecot, "-F", "-c", str(self.map / "dovecot.conf")])
        for _ in range(200):
            try:
                with IMAPClient("127.0.0.1", self.poort, ssl=False, timeout=2):
                    return
            except OSError:
                assert self._proces.poll() is None, (self.map / "dovecot.log").read_text()
                time.sleep(0.05)
        raise AssertionError("Dovecot start niet")

    def stop(self) -> None:
        """Stop; every connection breaks."""
        if self._proces is not None:
            self._proces.terminate()
            self._proces.wait(20)
            self._proces = None

    def clean_up(self) -> None:
        """Stop and forget everything."""
        self.stop()
        shutil.rmtree(self.map, ignore_errors=True)

    def deliver(self, gebruiker: str, *berichten: bytes) -> None:
        """Put messages in the INBOX of a user, also while the server is down: as a mail server does, by the file system."""
        self._ensure_maildir(gebruiker)
        inbox = self.map / "mail" / gebruiker
        for ruw in berichten:
            naam = f"{time.time_ns()}.proef"
            pad = inbox / "new" / naam
            pad.write_bytes(ruw)
            os.chown(pad, inbox.stat().st_uid, inbox.stat().st_gid)

    def renumber(self, gebruiker: str) -> None:
        """Let the server lose its numbering, so that it gives the INBOX another UIDVALIDITY. Only while it is down."""
        for pad in (self.map / "mail" / gebruiker).glob("dovecot*"):
            pad.unlink()

    def list_folder(self, gebruiker: str, folder: str = "INBOX") -> list[bytes]:
        """Return the subjects in a folder, as somebody else who looks in the mailbox sees them."""
        with IMAPClient("127.0.0.1", self.poort, ssl=False) as client:
            client.login(gebruiker, GEHEIM)
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            return [een[b"ENVELOPE"].subject for een in client.fetch(client.search(), ["ENVELOPE"]).values()]

    def _ensure_maildir(self, gebruiker: str) -> None:
        inbox = self.map / "mail" / gebruiker
        eigenaar = (self.map / "mail").stat()
        for pad in (inbox, inbox / "cur", inbox / "new", inbox / "tmp"):
            if not pad.exists():
                pad.mkdir()
                os.chown(pad, eigenaar.st_uid, eigenaar.st_gid)


def _beperk(weg: str) -> str:
    alles = ["IMAP4rev1", "SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "LITERAL+", "UIDPLUS", "MOVE", "NAMESPACE"]
    return " ".join(naam for naam in alles if f" -{naam}" not in weg + " ")
