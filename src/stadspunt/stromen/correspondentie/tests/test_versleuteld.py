"""An answer over an encrypted line: to the right server, signed in, or not at all."""

import logging
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from django.core.exceptions import ImproperlyConfigured

from stadspunt.stromen.correspondentie.koppeling.smtp import parse_server
from stadspunt.stromen.correspondentie.rules.woorden import Verzendstatus
from stadspunt.stromen.correspondentie.tests.certificaten import FOUTE_CERTIFICATEN, WACHTWOORD, Uitgever, uitgever
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.correspondentie.tests.test_verzenden import antwoord, verzending
from tests.stad import Stad

pytestmark = [
    pytest.mark.traag,
    # The library does not see that the whole line is encrypted.
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),
]
__all__ = ["uitgever"]
BEIDE = pytest.mark.parametrize("soort", ["smtp+starttls", "smtps"])
Versleutel = Callable[..., Mailserver]


class Aanmelder:
    """Knows one user; `pogingen` is how often somebody tried."""

    def __init__(self) -> None:
        self.pogingen = 0

    def __call__(self, server: Any, sessie: Any, envelop: Any, wijze: str, gegevens: Any) -> AuthResult:
        self.pogingen += 1
        assert isinstance(gegevens, LoginPassword)
        goed = (gegevens.login, gegevens.password) == (b"kcc", WACHTWOORD.encode())
        return AuthResult(success=goed, handled=False)


@pytest.fixture
def aanmelder() -> Aanmelder:
    return Aanmelder()


@pytest.fixture
def versleuteld(uitgever: Uitgever, aanmelder: Aanmelder, settings: Any) -> Iterator[Versleutel]:
    """Start a mail server (how it encrypts, the kind of its certificate) that takes mail only from who signs in."""
    controllers: list[Controller] = []

    def start(soort: str, certificaat: str = "goed") -> Mailserver:
        server = Mailserver()
        with socket.create_server(("127.0.0.1", 0)) as vrij:
            poort = vrij.getsockname()[1]
        tls = uitgever.make_context(certificaat)
        over = (
            {"ssl_context": tls, "auth_require_tls": False}
            if soort == "smtps"
            else {"tls_context": tls, "require_starttls": True}
        )
        controller = Controller(
            server, hostname="127.0.0.1", port=poort, decode_data=False, authenticator=aanmelder, auth_required=True, **over
        )
        controller.start()
        controllers.append(controller)
        settings.STADSPUNT_SMTP_UIT = f"{soort}://kcc@127.0.0.1:{poort}"
        return server

    yield start
    for controller in controllers:
        controller.stop()


@pytest.fixture
def wachtwoord(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STADSPUNT_SMTP_WACHTWOORD", WACHTWOORD)


def stuur(stad: Stad) -> Any:
    """Answer a question and let the answer leave; returns how its delivery stands."""
    vraag_id = stad.klantvraag()
    stad.werk()
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    return verzending(stad, vraag_id)


@BEIDE
def test_an_answer_leaves_over_an_encrypted_line_after_signing_in(
    stad: Stad, versleuteld: Versleutel, wachtwoord: None, soort: str
) -> None:
    server = versleuteld(soort)
    assert stuur(stad).status == Verzendstatus.VERZONDEN
    assert len(server.ontvangen) == 1


@BEIDE
@pytest.mark.parametrize(("certificaat", "reden"), FOUTE_CERTIFICATEN.items())
def test_a_wrong_certificate_gets_neither_mail_nor_password_and_says_why(
    stad: Stad, versleuteld: Versleutel, aanmelder: Aanmelder, wachtwoord: None, soort: str, certificaat: str, reden: str
) -> None:
    server = versleuteld(soort, certificaat)
    stand = stuur(stad)
    assert (server.ontvangen, aanmelder.pogingen, stand.status) == ([], 0, Verzendstatus.GEPLAND)
    assert stand.fout == f"Niet verstuurd: het certificaat van de mailserver klopt niet: {reden}."
    assert reden in stad.browser("fatma").get("/beheer/verzendingen/?lijst=onderweg").content.decode()


@BEIDE
def test_a_wrong_password_keeps_the_answer_waiting_and_is_written_nowhere(
    stad: Stad,
    versleuteld: Versleutel,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    soort: str,
) -> None:
    monkeypatch.setenv("STADSPUNT_SMTP_WACHTWOORD", "verkeerde-eik-12")
    caplog.set_level(logging.DEBUG)
    server = versleuteld(soort)
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # the other side, which shows what it got
    stand = stuur(stad)
    assert (server.ontvangen, stand.status) == ([], Verzendstatus.GEPLAND)
    assert stand.fout == "De mailserver weigert onze aanmelding (535)."
    assert "eik" not in caplog.text + "".join(capfd.readouterr())


def test_without_a_password_nobody_is_asked(stad: Stad, versleuteld: Versleutel, aanmelder: Aanmelder) -> None:
    versleuteld("smtps")
    assert "STADSPUNT_SMTP_WACHTWOORD ontbreekt" in stuur(stad).fout
    assert aanmelder.pogingen == 0


def test_a_server_without_starttls_gets_nothing_in_the_clear(
    stad: Stad, mailserver: Mailserver, wachtwoord: None, settings: Any
) -> None:
    settings.STADSPUNT_SMTP_UIT = f"smtp+starttls://kcc@{settings.STADSPUNT_SMTP_UIT}"
    stand = stuur(stad)
    assert (mailserver.ontvangen, stand.fout) == (
        [],
        "Niet verstuurd: de mailserver biedt geen versleuteling (STARTTLS) aan.",
    )


def test_a_server_that_speaks_no_tls_at_all_gets_nothing(
    stad: Stad, mailserver: Mailserver, wachtwoord: None, settings: Any
) -> None:
    settings.STADSPUNT_SMTP_UIT = f"smtps://kcc@{settings.STADSPUNT_SMTP_UIT}"
    stand = stuur(stad)
    assert mailserver.ontvangen == []
    assert "een versleutelde verbinding lukt niet" in stand.fout


def test_a_server_that_knows_no_users_is_told_no_password(
    stad: Stad, mailserver: Mailserver, wachtwoord: None, settings: Any
) -> None:
    settings.STADSPUNT_SMTP_UIT = f"smtp://kcc@{settings.STADSPUNT_SMTP_UIT}"
    stand = stuur(stad)
    assert (mailserver.ontvangen, "neemt geen gebruikersnaam en wachtwoord aan" in stand.fout) == ([], True)


@pytest.mark.parametrize(
    ("tekst", "uitleg"),
    [
        ("smtp://kcc@mail.example", "gaat niet onversleuteld"),
        ("smtps://kcc:blauwe-lindeboom-77@mail.example", "STADSPUNT_SMTP_WACHTWOORD"),
    ],
)
def test_a_setting_that_would_show_the_password_is_refused_without_showing_it(tekst: str, uitleg: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=uitleg) as fout:
        parse_server(tekst)
    assert WACHTWOORD not in str(fout.value)
