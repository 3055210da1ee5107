"""Mail to a mail server over SMTP (RFC 5321)."""

import os
import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from stadspunt.stromen.correspondentie.koppeling import GeweigerdDoorServerError, UitgesteldError, UitkomstOnbekendError
from stadspunt.stromen.correspondentie.rules.versleuteling import describe_tlsfout

# Shorter than the lease of a verzending divided by the steps of a conversation.
WACHT_SECONDEN = 40
_UITLEG = "Schrijf STADSPUNT_SMTP_UIT als host:poort of als smtp+starttls://gebruiker@host:587."


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server: `beveiliging` is '' (none), 'starttls' or 'tls'."""

    host: str
    poort: int
    beveiliging: str = ""
    gebruiker: str = ""


def parse_server(tekst: str) -> Server:
    """Return the server in 'host:poort', 'smtp://', 'smtp+starttls://' or 'smtps://'; raises ImproperlyConfigured."""
    delen = urlsplit(tekst if "://" in tekst else f"smtp://{tekst}")
    soorten = {"smtp": ("", 25), "smtp+starttls": ("starttls", 587), "smtps": ("tls", 465)}
    try:
        beveiliging, poort = soorten[delen.scheme]
        gekozen = delen.port or poort
    except (KeyError, ValueError) as fout:
        raise ImproperlyConfigured(_UITLEG) from fout
    if not delen.hostname:
        raise ImproperlyConfigured(_UITLEG)
    if delen.password is not None:
        raise ImproperlyConfigured("Zet het wachtwoord niet in STADSPUNT_SMTP_UIT, maar in STADSPUNT_SMTP_WACHTWOORD.")
    if delen.username and not beveiliging and not _is_deze_computer(delen.hostname):
        tekst = (
            "Een wachtwoord gaat niet onversleuteld over het netwerk. Gebruik smtp+starttls:// of smtps:// in STADSPUNT_SMTP_UIT."
        )
        raise ImproperlyConfigured(tekst)
    return Server(delen.hostname, gekozen, beveiliging, unquote(delen.username or ""))


def _is_deze_computer(host: str) -> bool:
    return host in {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Smtpverzender:
    """Hands messages to one mail server, one connection each."""

    server: Server
    wacht_seconden: float = WACHT_SECONDEN

    def send(self, mail: EmailMessage, van: str, aan: str) -> None:
        """Deliver one message; what went wrong is told as one of the three errors of the koppeling."""
        inhoud = mail.as_bytes()
        try:
            verbinding = self._connect()
        # A wrong password or certificate is a fault that somebody mends: the message keeps waiting.
        except smtplib.SMTPAuthenticationError as fout:
            raise UitgesteldError(f"De mailserver weigert onze aanmelding ({fout.smtp_code}).") from fout
        except ssl.SSLError as fout:
            raise UitgesteldError(f"Niet verstuurd: {describe_tlsfout(fout, self.server.host)}.") from fout
        except (OSError, smtplib.SMTPException) as fout:
            raise UitgesteldError(f"De mailserver {self.server.host} is niet bereikbaar ({_describe(fout)}).") from fout
        try:
            self._hand_over(verbinding, inhoud, van, aan)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                verbinding.quit()

    def _connect(self) -> smtplib.SMTP:
        server, wachtwoord = self.server, os.environ.get("STADSPUNT_SMTP_WACHTWOORD", "")
        if server.gebruiker and not wachtwoord:
            raise UitgesteldError("Niet verstuurd: het wachtwoord in STADSPUNT_SMTP_WACHTWOORD ontbreekt.")
        veilig = ssl.create_default_context()
        if server.beveiliging == "tls":
            verbinding: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.poort, local_hostname=_get_hostnaam(), timeout=self.wacht_seconden, context=veilig
            )
        else:
            verbinding = smtplib.SMTP(server.host, server.poort, local_hostname=_get_hostnaam(), timeout=self.wacht_seconden)
        try:
            verbinding.ehlo_or_helo_if_needed()
            if server.beveiliging == "starttls":
                if not verbinding.has_extn("starttls"):
                    raise UitgesteldError("Niet verstuurd: de mailserver biedt geen versleuteling (STARTTLS) aan.")
                verbinding.starttls(context=veilig)
                verbinding.ehlo()
            if server.gebruiker:
                if not verbinding.has_extn("auth"):
                    raise UitgesteldError("Niet verstuurd: de mailserver neemt geen gebruikersnaam en wachtwoord aan.")
                verbinding.login(server.gebruiker, wachtwoord)
        except BaseException:
            verbinding.close()
            raise
        return verbinding

    def _hand_over(self, verbinding: smtplib.SMTP, inhoud: bytes, van: str, aan: str) -> None:
        opties: tuple[str, ...] = ()
        if not (van.isascii() and aan.isascii()):
            if not verbinding.has_extn("smtputf8"):
                raise GeweigerdDoorServerError("De mailserver kan niet versturen naar een adres met deze tekens.")
            opties = ("SMTPUTF8", "BODY=8BITMIME")
        try:
            _demand(verbinding.mail(van, opties))
            _demand(verbinding.rcpt(aan))
            code, uitleg = verbinding.docmd("DATA")
        except (OSError, smtplib.SMTPException) as fout:
            raise UitgesteldError(f"De verbinding met de mailserver viel weg ({_describe(fout)}).") from fout
        if code != 354:
            _demand((code, uitleg))
            raise UitgesteldError(f"De mailserver gaf een onverwacht antwoord ({code}).")
        try:
            # From here on the server may have the message, whatever happens to the connection.
            verbinding.send(_to_dataregels(inhoud))
            antwoord = verbinding.getreply()
        except (OSError, smtplib.SMTPException) as fout:
            raise UitkomstOnbekendError(f"De verbinding viel weg toen het bericht verstuurd werd ({_describe(fout)}).") from fout
        _demand(antwoord)


def _demand(antwoord: tuple[int, bytes]) -> None:
    """Go on with a reply 2xx; raise what another reply means (RFC 5321, section 4.2.1)."""
    code, uitleg = antwoord
    if 200 <= code < 300:
        return
    tekst = " ".join(uitleg.decode("utf-8", "replace").split())[:500]
    if 500 <= code < 600:
        raise GeweigerdDoorServerError(f"De mailserver weigert dit bericht: {code} {tekst}")
    raise UitgesteldError(f"De mailserver neemt dit bericht nu niet aan: {code} {tekst}")


def _to_dataregels(inhoud: bytes) -> bytes:
    """Return a message as it goes after DATA: lines end in CRLF, a leading dot is doubled (RFC 5321, section 4.5.2)."""
    regels = inhoud.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n").split(b"\n")
    gestopt = (b"." + regel if regel.startswith(b".") else regel for regel in regels)
    return b"\r\n".join(gestopt) + b"\r\n.\r\n"


def _get_hostnaam() -> str:
    """Return the name with which we greet, without asking a name server that may be slow."""
    return socket.gethostname() or "localhost"


def _describe(fout: Exception) -> str:
    if isinstance(fout, smtplib.SMTPResponseException):
        uitleg = fout.smtp_error
        tekst = uitleg.decode("utf-8", "replace") if isinstance(uitleg, bytes) else str(uitleg)
        return f"{fout.smtp_code} {tekst}"[:200]
    match fout:
        case smtplib.SMTPServerDisconnected() | ConnectionResetError() | BrokenPipeError():
            return "de verbinding werd verbroken"
        case TimeoutError():
            return "geen antwoord op tijd"
        case ConnectionRefusedError():
            return "hij neemt geen verbinding aan"
        case socket.gaierror():
            return "de naam is niet te vinden"
        case _:
            return (str(fout) or type(fout).__name__)[:200]
