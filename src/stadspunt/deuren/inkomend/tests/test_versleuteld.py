"""Mail comes in over an encrypted line, from the right server only, and the password never over an open one."""

import logging
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from stadspunt.deuren.inkomend.instellingen import Adres, Instellingen, InstellingError, read_instellingen
from stadspunt.deuren.inkomend.luisteraar import Luisteraar
from stadspunt.deuren.inkomend.poller import Poller
from stadspunt.deuren.inkomend.postbuslezer import Postbuslezer, connect, describe_postbusfout
from stadspunt.deuren.inkomend.tests.dovecot import GEHEIM, Dovecot
from stadspunt.deuren.inkomend.tests.test_postbussen import WIE, nummer, wacht_op
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.stromen.correspondentie.tests.certificaten import FOUTE_CERTIFICATEN, Uitgever, uitgever
from stadspunt.stromen.intake.actions.postbussen import add_postbus
from stadspunt.stromen.intake.beelden import PostbusBeeld
from stadspunt.stromen.intake.models import Ontvangst, Postbus
from stadspunt.stromen.intake.queries.postbussen import list_te_legen
from stadspunt.stromen.intake.rules.ontvangst import Herkomst
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Postbusgegevens
from stadspunt.stromen.intake.tests.poststukken import INFO, mail
from tests.stad import Stad

pytestmark = pytest.mark.traag
__all__ = ["uitgever"]
BEIDE = pytest.mark.parametrize("beveiliging", [Beveiliging.TLS, Beveiliging.STARTTLS])
Server = Callable[..., Dovecot]


@pytest.fixture
def server(uitgever: Uitgever, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Start a mail server with a certificate of a kind (None: it cannot encrypt)."""
    monkeypatch.setenv("POSTBUS_INFO", GEHEIM)
    servers: list[Dovecot] = []

    def start(soort: str | None = "goed") -> Dovecot:
        servers.append(Dovecot(certificaat=uitgever.issue(soort) if soort else None))
        servers[-1].start()
        return servers[-1]

    yield start
    for een in servers:
        een.clean_up()


def maak_postbus(stad: Stad, server: Dovecot, beveiliging: Beveiliging) -> PostbusBeeld:
    poort = server.tlspoort if beveiliging is Beveiliging.TLS and server.tlspoort else server.poort
    gegevens = Postbusgegevens(stad.ingangen["info"], "127.0.0.1", poort, beveiliging, WIE, "POSTBUS_INFO")
    add_postbus(stad.systeem(), gegevens)
    return list_te_legen(stad.systeem().raadpleging)[0]


def leeg(postbus: PostbusBeeld) -> int:
    with connect(postbus) as client:
        return Postbuslezer(postbus, client, threading.Event()).empty()


@BEIDE
def test_a_mailbox_is_emptied_over_an_encrypted_line(lopende_stad: Stad, server: Server, beveiliging: Beveiliging) -> None:
    dovecot = server()
    dovecot.deliver(WIE, nummer(1))
    assert leeg(maak_postbus(lopende_stad, dovecot, beveiliging)) == 1
    assert Ontvangst.objects.count() == 1


@BEIDE
@pytest.mark.parametrize(("soort", "reden"), FOUTE_CERTIFICATEN.items())
def test_a_server_with_a_wrong_certificate_does_not_get_the_password(
    lopende_stad: Stad, server: Server, beveiliging: Beveiliging, soort: str, reden: str
) -> None:
    dovecot = server(soort)
    postbus = maak_postbus(lopende_stad, dovecot, beveiliging)
    with pytest.raises(ssl.SSLCertVerificationError) as fout:
        leeg(postbus)
    assert describe_postbusfout(fout.value, postbus.host) == f"het certificaat van de mailserver klopt niet: {reden}"
    assert f"user=<{WIE}>" not in (dovecot.map / "dovecot.log").read_text()


def test_the_page_of_the_mailboxes_says_what_is_wrong_with_the_certificate(lopende_stad: Stad, server: Server) -> None:
    maak_postbus(lopende_stad, server("verlopen"), Beveiliging.TLS)
    poller = Poller()
    poller.start()
    try:
        wacht_op(lambda: Postbus.objects.get().laatste_fout != "")
    finally:
        poller.stop()
    pagina = lopende_stad.browser("fatma").get("/beheer/postbussen/").content.decode()
    assert "het certificaat van de mailserver klopt niet: het is verlopen" in pagina


def test_a_server_that_cannot_encrypt_does_not_get_the_password(lopende_stad: Stad, server: Server) -> None:
    dovecot = server(None)
    postbus = maak_postbus(lopende_stad, dovecot, Beveiliging.STARTTLS)
    with pytest.raises(Exception) as fout:
        leeg(postbus)
    assert describe_postbusfout(fout.value, postbus.host) == "de server biedt geen versleuteling (STARTTLS) aan"
    assert f"user=<{WIE}>" not in (dovecot.map / "dovecot.log").read_text()


def test_the_password_is_written_nowhere(
    lopende_stad: Stad,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    dovecot = server()
    leeg(maak_postbus(lopende_stad, dovecot, Beveiliging.TLS))
    monkeypatch.setenv("POSTBUS_INFO", "verkeerde-eik-12")
    poller = Poller()
    poller.start()
    try:
        wacht_op(lambda: Postbus.objects.get().laatste_fout != "")
    finally:
        poller.stop()
    geschreven = caplog.text + "".join(capfd.readouterr()) + Postbus.objects.get().laatste_fout
    assert (GEHEIM in geschreven, "eik-12" in geschreven) == (False, False)


# The listener


@pytest.fixture
def tlspoort(lopende_stad: Stad, uitgever: Uitgever, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[int]:
    """The port of a listener that is set up as an administrator does it."""
    cert, sleutel = uitgever.issue()
    monkeypatch.setenv("STADSPUNT_SMTP_CERT", str(cert))
    monkeypatch.setenv("STADSPUNT_SMTP_SLEUTEL", str(sleutel))
    settings.STADSPUNT_SMTP_IN, settings.STADSPUNT_LMTP_IN = "127.0.0.1:0", "uit"
    luisteraar = Luisteraar(read_instellingen())
    luisteraar.start()
    try:
        yield luisteraar.adressen[Herkomst.SMTP].poort
    finally:
        luisteraar.stop()


def test_a_sender_goes_on_encrypted_and_is_taken(tlspoort: int) -> None:
    ruw = b"Subject: versleuteld\r\n\r\n" + b"x" * 200_000 + b"\r\n.punt\r\n"
    with smtplib.SMTP("127.0.0.1", tlspoort) as smtp:
        smtp.starttls(context=ssl.create_default_context())
        smtp.sendmail("anna.kok@example.org", [INFO], ruw)
        smtp.sendmail("anna.kok@example.org", [INFO], mail())
    assert load_blob(Ontvangst.objects.order_by("id")[0].blob_hash) == ruw
    assert Ontvangst.objects.count() == 2


def test_a_sender_that_does_not_encrypt_is_taken_too(tlspoort: int) -> None:
    with smtplib.SMTP("127.0.0.1", tlspoort) as smtp:
        assert smtp.sendmail("anna.kok@example.org", [INFO], mail()) == {}


def lees(lijn: socket.socket) -> bytes:
    """Return one whole answer: up to the line with a space after its number."""
    antwoord = b""
    while not re.search(rb"(^|\n)\d{3} [^\n]*\n$", antwoord):
        deel = lijn.recv(1000)
        assert deel, "de andere kant hing op"
        antwoord += deel
    return antwoord


def zeg(lijn: socket.socket, regels: bytes) -> bytes:
    lijn.sendall(regels)
    return lees(lijn)


def test_what_somebody_slips_in_before_the_encryption_is_thrown_away(tlspoort: int) -> None:
    with socket.create_connection(("127.0.0.1", tlspoort), timeout=10) as lijn:
        lees(lijn)
        zeg(lijn, b"EHLO x\r\n")
        assert zeg(lijn, b"STARTTLS\r\nMAIL FROM:<boef@example.net>\r\n").startswith(b"220")
        with ssl.create_default_context().wrap_socket(lijn, server_hostname="127.0.0.1") as veilig:
            antwoord = zeg(veilig, b"EHLO x\r\n")
            assert (b"250-SIZE" in antwoord, b"STARTTLS" in antwoord) == (True, False)
            assert zeg(veilig, f"RCPT TO:<{INFO}>\r\n".encode()).startswith(b"503"), "er is nog geen afzender"


def test_a_sender_that_breaks_off_the_encryption_leaves_the_door_open_for_others(tlspoort: int) -> None:
    with socket.create_connection(("127.0.0.1", tlspoort), timeout=10) as lijn:
        lees(lijn)
        zeg(lijn, b"EHLO x\r\n")
        zeg(lijn, b"STARTTLS\r\n")
        lijn.sendall(b"dit is geen tls\r\n")
    with smtplib.SMTP("127.0.0.1", tlspoort) as smtp:
        assert smtp.sendmail("anna.kok@example.org", [INFO], mail()) == {}


def test_a_certificate_that_cannot_be_read_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STADSPUNT_SMTP_CERT", str(tmp_path / "weg.pem"))
    with pytest.raises(InstellingError, match="STADSPUNT_SMTP_CERT"):
        read_instellingen()


# LMTP over a path


@contextmanager
def luister_op(pad: Path) -> Iterator[None]:
    luisteraar = Luisteraar(Instellingen(smtp=None, lmtp=Adres(pad=str(pad))))
    luisteraar.start()
    try:
        yield
    finally:
        luisteraar.stop()


def stuur_lmtp(pad: Path) -> tuple[int, int]:
    """Deliver a mail for two recipients and return both answers."""
    with smtplib.LMTP(str(pad)) as lmtp:
        lmtp.ehlo("proef.example")
        lmtp.mail("anna.kok@example.org")
        for adres in (INFO, "parkeren@lindewaard.example"):
            lmtp.rcpt(adres)
        return lmtp.data(mail())[0], lmtp.getreply()[0]


def test_a_mail_server_next_door_delivers_over_a_path(lopende_stad: Stad, tmp_path: Path) -> None:
    pad = tmp_path / "lmtp"
    with luister_op(pad):
        assert (pad.stat().st_mode & 0o777, stuur_lmtp(pad)) == (0o660, (250, 250))
    rij = Ontvangst.objects.get()
    assert (rij.envelop["herkomst"], rij.envelop["aantal_ontvangers"], pad.exists()) == ("lmtp", 2, False)


def test_a_socket_that_a_crash_left_behind_is_taken_over(lopende_stad: Stad, tmp_path: Path) -> None:
    pad = tmp_path / "lmtp"
    with socket.socket(socket.AF_UNIX) as oud:
        oud.bind(str(pad))
    with luister_op(pad):
        assert stuur_lmtp(pad) == (250, 250)


def test_a_path_where_somebody_listens_is_not_taken_from_him(lopende_stad: Stad, tmp_path: Path) -> None:
    pad = tmp_path / "lmtp"
    with luister_op(pad):
        with pytest.raises(OSError, match="een ander programma luistert daar"), luister_op(pad):
            pass
        assert stuur_lmtp(pad) == (250, 250)


def test_a_file_that_is_no_socket_is_left_alone(lopende_stad: Stad, tmp_path: Path) -> None:
    pad = tmp_path / "brief"
    pad.write_text("bewaar mij")
    with pytest.raises(OSError, match="daar staat al een bestand"), luister_op(pad):
        pass
    assert pad.read_text() == "bewaar mij"
