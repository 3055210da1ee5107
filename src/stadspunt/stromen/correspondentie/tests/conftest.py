"""A mail server that receives, and a city whose mail goes there."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Mailserver:
    """A real SMTP server: what it took stands in `ontvangen`, what it must say next in `antwoorden` ('' is yes)."""

    ontvangen: list[EmailMessage] = field(default_factory=list)
    enveloppen: list[tuple[str, str]] = field(default_factory=list)
    antwoorden: list[str] = field(default_factory=list)
    breekt_af: bool = False

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, server: SMTP, sessie: Session, envelop: Envelope, adres: str, opties: list[str]
    ) -> str:
        antwoord = self.antwoorden.pop(0) if self.antwoorden else ""
        if antwoord:
            return antwoord
        envelop.rcpt_tos.append(adres)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, sessie: Session, envelop: Envelope) -> str:  # noqa: N802 - the name that aiosmtpd calls
        assert envelop.mail_from is not None
        inhoud = envelop.content if isinstance(envelop.content, bytes) else (envelop.content or "").encode()
        bericht = message_from_bytes(inhoud, policy=policy.default)
        assert isinstance(bericht, EmailMessage)
        self.ontvangen.append(bericht)
        self.enveloppen.append((envelop.mail_from, envelop.rcpt_tos[0]))
        if self.breekt_af:
            server.transport.abort()  # the message is taken, the reply never arrives
        return "250 OK"


@pytest.fixture
def mailserver(settings: Any) -> Iterator[Mailserver]:
    """A mail server on this machine, to which the house sends."""
    server = Mailserver()
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=poort, decode_data=False)
    controller.start()
    settings.STADSPUNT_SMTP_UIT = f"127.0.0.1:{poort}"
    yield server
    controller.stop()
