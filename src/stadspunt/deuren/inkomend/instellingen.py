"""Where the door listens and what it allows, from the settings and the environment."""

import os
import ssl
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from stadspunt.stromen.intake.rules.ontvangst import MAX_BYTES


class InstellingError(ValueError):
    """A setting cannot be used; the text is Dutch and says what to do."""


@dataclass(frozen=True, slots=True)
class Adres:
    """A place to listen at: host and port, or a path for a Unix socket."""

    host: str = ""
    poort: int = 0
    pad: str = ""

    def __str__(self) -> str:
        return self.pad or f"{self.host}:{self.poort}"


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What one sender may ask. A gateway of the municipality sends all its mail from one address, so these are wide."""

    bytes: int = MAX_BYTES
    ontvangers: int = 1000
    verbindingen: int = 100
    verbindingen_per_afzender: int = 50
    berichten_per_verbinding: int = 2000
    stilte_seconden: float = 300
    # A message may take this long to come in, however slow the line.
    bericht_seconden: float = 1800
    # Messages above this size wait for each other, so that memory has a ceiling.
    groot_bytes: int = 1024 * 1024
    grote_tegelijk: int = 2


@dataclass(frozen=True, slots=True)
class Instellingen:
    """What the service is started with; None: not listening there."""

    smtp: Adres | None
    lmtp: Adres | None
    tls: ssl.SSLContext | None = None
    grenzen: Grenzen = Grenzen()


def parse_adres(tekst: str, variabele: str) -> Adres | None:
    """Return the address in 'host:port', 'port', '[::1]:port' or '/path'; None for '' and 'uit'. Raises InstellingError."""
    kaal = tekst.strip()
    if kaal.lower() in {"", "uit"}:
        return None
    if kaal.startswith("/"):
        return Adres(pad=kaal)
    host, _, poort = kaal.rpartition(":")
    if not poort.isdigit() or int(poort) > 65535:
        raise InstellingError(f"{variabele} is ‘{tekst}’. Schrijf het als 127.0.0.1:8025, als /pad/naar/socket, of als uit.")
    return Adres(host.strip("[]") or "127.0.0.1", int(poort))


def read_instellingen() -> Instellingen:
    """Return the settings of this installation. Raises InstellingError."""
    return Instellingen(
        smtp=parse_adres(settings.STADSPUNT_SMTP_IN, "STADSPUNT_SMTP_IN"),
        lmtp=parse_adres(settings.STADSPUNT_LMTP_IN, "STADSPUNT_LMTP_IN"),
        tls=_read_tls(os.environ.get("STADSPUNT_SMTP_CERT", ""), os.environ.get("STADSPUNT_SMTP_SLEUTEL", "")),
    )


def _read_tls(cert: str, sleutel: str) -> ssl.SSLContext | None:
    if not cert:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(Path(cert), Path(sleutel) if sleutel else None)
    except (OSError, ssl.SSLError) as fout:
        tekst = f"Het certificaat in STADSPUNT_SMTP_CERT ({cert}) kan niet gelezen worden. Controleer het pad en de sleutel."
        raise InstellingError(tekst) from fout
    return context
