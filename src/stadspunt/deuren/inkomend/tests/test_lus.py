"""Two auto-responders facing each other, over real SMTP both ways: the conversation ends."""

import smtplib
import threading
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from stadspunt.deuren.inkomend.tests.conftest import Luister, vrije_poort
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.tests.poststukken import mail
from tests.stad import Stad

pytestmark = [pytest.mark.traag, pytest.mark.uitval]
ROBOT = "robot@example.org"
Antwoorden = Callable[[EmailMessage, int], EmailMessage]


class Automaat:
    """A mail server elsewhere with somebody's auto-responder: it answers every mail it gets, at once."""

    def __init__(self, antwoord: Antwoorden) -> None:
        self.antwoord, self.gekregen, self.poort_terug = antwoord, 0, 0
        self._slot = threading.Lock()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        with self._slot:
            self.gekregen += 1
            nummer = self.gekregen
        assert isinstance(envelope.content, bytes)
        terug = self.antwoord(message_from_bytes(envelope.content, EmailMessage), nummer)  # type: ignore[arg-type]
        threading.Thread(target=self._send, args=(terug,), daemon=True).start()
        return "250 OK"

    def _send(self, terug: EmailMessage) -> None:
        with smtplib.SMTP("127.0.0.1", self.poort_terug, timeout=20) as smtp:
            smtp.sendmail(ROBOT, ["info@lindewaard.example"], terug.as_bytes())


def netjes(bericht: EmailMessage, nummer: int) -> EmailMessage:
    """Answer as RFC 3834 asks."""
    terug = EmailMessage()
    terug["From"], terug["To"], terug["Subject"] = ROBOT, "info@lindewaard.example", f"Automatisch antwoord: {bericht['Subject']}"
    terug["Message-ID"], terug["In-Reply-To"], terug["Auto-Submitted"] = (
        f"<n{nummer}@example.org>",
        bericht["Message-ID"],
        "auto-replied",
    )
    terug.set_content("Ik ben op vakantie.")
    return terug


def lomp(bericht: EmailMessage, nummer: int) -> EmailMessage:
    """Answer with a new mail that says nothing about what it answers, nor that a machine wrote it."""
    terug = EmailMessage()
    terug["From"], terug["To"], terug["Subject"] = ROBOT, "info@lindewaard.example", f"Bedankt voor uw mail {nummer}"
    terug["Message-ID"] = f"<l{nummer}@example.org>"
    terug.set_content(f"Wij nemen uw bericht in behandeling. Volgnummer {nummer}.")
    return terug


def echo(bericht: EmailMessage, nummer: int) -> EmailMessage:
    """Send everything back as it came, under an own identifier."""
    terug = EmailMessage()
    terug["From"], terug["To"], terug["Subject"] = ROBOT, "info@lindewaard.example", f"Re: {bericht['Subject']}"
    terug["Message-ID"], terug["References"] = f"<e{nummer}@example.org>", bericht["Message-ID"]
    terug.set_content(f"{nummer} {bericht.get_payload()}")
    return terug


@pytest.fixture
def elders(request: pytest.FixtureRequest, settings, luister: Luister) -> Iterator[Automaat]:  # type: ignore[no-untyped-def]
    automaat = Automaat(request.param)
    poort = vrije_poort()
    server = Controller(automaat, hostname="127.0.0.1", port=poort)
    server.start()
    settings.STADSPUNT_SMTP_UIT = f"127.0.0.1:{poort}"
    automaat.poort_terug = luister()
    yield automaat
    server.stop()


def laat_uitrazen(stad: Stad, maximum: int = 60) -> None:
    """Do the work of the workers until nothing has come in for a second."""
    stil_sinds, gezien = time.monotonic(), -1
    while time.monotonic() - stil_sinds < 1.0:
        stad.werk()
        aantal = Ontvangst.objects.count()
        assert aantal < maximum, "het houdt niet op"
        if aantal != gezien:
            stil_sinds, gezien = time.monotonic(), aantal
        time.sleep(0.05)


@pytest.mark.parametrize(("elders", "hoogstens"), [(netjes, 1), (lomp, 5), (echo, 1)], indirect=["elders"])
def test_two_auto_responders_do_not_keep_each_other_going(lopende_stad: Stad, elders: Automaat, hoogstens: int) -> None:
    with smtplib.SMTP("127.0.0.1", elders.poort_terug, timeout=20) as smtp:
        smtp.sendmail(ROBOT, ["info@lindewaard.example"], mail(van=f"Robot <{ROBOT}>"))
    laat_uitrazen(lopende_stad)
    assert 1 <= elders.gekregen <= hoogstens
    assert set(Ontvangst.objects.values_list("status", flat=True)) == {"verwerkt"}
    # Everything the machine sent is here, as a question or with its question: nothing was dropped to end the loop.
    assert Ontvangst.objects.count() == elders.gekregen + 1
