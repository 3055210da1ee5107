"""A listener in a process of its own that dies by kill -9 after the commit and before the answer. Run by test_uitval."""

import os
import signal
import sys
import threading

import django

django.setup()

from aiosmtpd.smtp import SMTP, Envelope, Session  # noqa: E402

from stadspunt.deuren.inkomend.instellingen import Adres, Instellingen  # noqa: E402
from stadspunt.deuren.inkomend.luisteraar import Luisteraar  # noqa: E402
from stadspunt.deuren.inkomend.ontvanger import Ontvanger  # noqa: E402
from stadspunt.stromen.intake.rules.ontvangst import Herkomst  # noqa: E402


class Sterveling(Ontvanger):
    """Stores as always, and then is no more."""

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        await super().handle_DATA(_server, _session, envelope)
        os.kill(os.getpid(), signal.SIGKILL)
        return "dit antwoord komt nooit"


deur = Luisteraar(Instellingen(Adres("127.0.0.1", 0), None), Sterveling)
deur.start()
print("POORT", deur.adressen[Herkomst.SMTP].poort, flush=True)
threading.Event().wait(60)
sys.exit(1)
