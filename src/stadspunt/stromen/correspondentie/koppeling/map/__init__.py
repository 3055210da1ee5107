"""Mail to a folder: a Maildir that any mail program opens. Nothing leaves the machine."""

import os
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import structlog

from stadspunt.stromen.correspondentie.koppeling import UitgesteldError

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mapverzender:
    """Puts messages in the Maildir `map_`; the same message twice is one file."""

    map_: Path

    def send(self, mail: EmailMessage, van: str, aan: str) -> None:
        """Write the message completely, then move it to its place in one step.

        The envelope is written on top, as a mail server does when it delivers (RFC 5321, section 4.4).
        """
        naam = f"{mail['X-StadsPunt-Bericht']}.eml"
        try:
            for onderdeel in ("tmp", "new", "cur"):
                (self.map_ / onderdeel).mkdir(parents=True, exist_ok=True)
            tijdelijk = self.map_ / "tmp" / naam
            with tijdelijk.open("wb") as bestand:
                bestand.write(f"Return-Path: <{van}>\r\nDelivered-To: {aan}\r\n".encode())
                bestand.write(mail.as_bytes())
                bestand.flush()
                os.fsync(bestand.fileno())
            tijdelijk.replace(self.map_ / "new" / naam)
        except OSError as fout:
            raise UitgesteldError(f"De map voor uitgaande post is niet te beschrijven: {fout.strerror}.") from fout
        log.info("bericht_in_map", bestand=naam, uitleg="STADSPUNT_SMTP_UIT is leeg: dit bericht gaat naar niemand")
