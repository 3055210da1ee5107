"""The way out: what a supplier of mail delivery does, and which one is set.

Two ship: `smtp` hands the message to a mail server; `map` puts it in a folder, so that who
tries the system sees what would be sent. Settings: STADSPUNT_SMTP_UIT, STADSPUNT_DATA.
"""

from email.message import EmailMessage
from typing import Protocol

from django.conf import settings


class UitgesteldError(Exception):
    """The message was surely not taken, but may be later (a 4xx reply, no connection)."""


class GeweigerdDoorServerError(Exception):
    """The message was surely not taken and will not be (a 5xx reply)."""


class UitkomstOnbekendError(Exception):
    """The connection broke after the message was handed over: it may have been taken."""


class Verzender(Protocol):
    """Hands one message over."""

    def send(self, mail: EmailMessage, van: str, aan: str) -> None:
        """Deliver `mail` from the envelope address `van` to `aan`; returns only when it was taken.

        Raises UitgesteldError, GeweigerdDoorServerError or UitkomstOnbekendError with what to tell a person.
        """
        ...


def get_verzender() -> Verzender:
    """Return the supplier that the settings name: a mail server, or the folder when none is set."""
    from stadspunt.stromen.correspondentie.koppeling.map import Mapverzender
    from stadspunt.stromen.correspondentie.koppeling.smtp import Smtpverzender, parse_server

    if settings.STADSPUNT_SMTP_UIT:
        return Smtpverzender(parse_server(settings.STADSPUNT_SMTP_UIT))
    return Mapverzender(settings.STADSPUNT_DATA / "uitgaand")


def is_proefopstelling() -> bool:
    """Say whether mail goes to a folder and to nobody's mailbox, so that screens can say so."""
    return not settings.STADSPUNT_SMTP_UIT
