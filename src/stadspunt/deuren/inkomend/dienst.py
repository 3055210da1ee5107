"""The service `inkomend`: listener and poller in one process, until it is told to stop."""

import signal
import sys
import threading

import structlog
from django.db import DatabaseError, close_old_connections, connection

from stadspunt.deuren.inkomend.instellingen import InstellingError, read_instellingen
from stadspunt.deuren.inkomend.luisteraar import Luisteraar
from stadspunt.deuren.inkomend.poller import Poller
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.intake.actions.bewaken import record_hartslag
from stadspunt.stromen.intake.queries.postbussen import LUISTERAAR

_HARTSLAG_SECONDEN = 10.0
log = structlog.get_logger(__name__)


def main() -> int:
    """Take in mail until SIGTERM or SIGINT, then finish what runs; returns the exit code.

    A database that is away is no reason to stop: senders hear 'later' and keep their mail.
    """
    stop = threading.Event()
    for signaal in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signaal, lambda *_: stop.set())
    try:
        instellingen = read_instellingen()
        luisteraar = Luisteraar(instellingen)
        luisteraar.start()
    except InstellingError as fout:
        print(fout, file=sys.stderr)
        return 1
    except OSError as fout:
        tekst = "Mail ontvangen lukt niet: het adres in STADSPUNT_SMTP_IN of STADSPUNT_LMTP_IN is bezet of bestaat niet"
        print(f"{tekst} ({fout.strerror or fout}). Kies een andere poort of zet het op uit.", file=sys.stderr)
        return 1
    poller = Poller()
    poller.start()
    _beat_until(stop)
    log.info("inkomend_stopt")
    poller.ask_to_stop()
    luisteraar.stop()
    poller.stop()
    connection.close()
    return 0


def _beat_until(stop: threading.Event) -> None:
    """Give a sign of life every ten seconds."""
    while not stop.is_set():
        try:
            close_old_connections()
            record_hartslag(build_systeem("inkomend", get_moment()), LUISTERAAR)
        except DatabaseError:
            log.warning("hartslag_wacht_op_database")
        stop.wait(_HARTSLAG_SECONDEN)
