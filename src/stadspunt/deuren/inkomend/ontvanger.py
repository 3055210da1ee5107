"""What the door answers to a sender: who is ours, what is too much, and 'received' only after the commit."""

import structlog
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import DatabaseError
from psycopg.errors import DiskFull

from stadspunt.deuren.inkomend.instellingen import Grenzen
from stadspunt.deuren.inkomend.opslag import Opslag
from stadspunt.stromen.intake.rules.ontvangst import Herkomst

LATER = "451 4.3.0 Opslaan lukt nu niet. Probeer het later opnieuw"
VOL = "452 4.3.1 Er is nu geen ruimte. Probeer het later opnieuw"
log = structlog.get_logger(__name__)


class Ontvanger:
    """The handler behind every connection of one listener."""

    def __init__(self, opslag: Opslag, herkomst: Herkomst, grenzen: Grenzen) -> None:
        self._opslag, self._herkomst, self._grenzen = opslag, herkomst, grenzen

    async def handle_RCPT(  # noqa: N802  the library finds its hooks by these names
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        """Accept every address at a domain of ours, known or not; refuse to carry mail for others."""
        if len(envelope.rcpt_tos) >= self._grenzen.ontvangers:
            return "452 4.5.3 Te veel ontvangers in een keer"
        adresboek = await self._opslag.get_adresboek()
        if adresboek is None:
            return LATER
        if adresboek.find_gemeente(address) is None:
            return "550 5.7.1 Dit adres is niet van deze gemeente"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(rcpt_options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Store the message; '250' means that it is committed and that it is now ours to lose."""
        adresboek = await self._opslag.get_adresboek()
        bestemmingen = adresboek.split_bestemmingen(envelope.rcpt_tos) if adresboek else ()
        if not bestemmingen or not isinstance(envelope.content, bytes):
            return LATER
        # The library writes the null sender of a bounce as '<>'.
        mail_from = (envelope.mail_from or "").strip("<>")
        try:
            naam = await self._opslag.store(envelope.content, self._herkomst, mail_from, bestemmingen)
        except DatabaseError as fout:
            log.warning("mail_niet_opgeslagen", fout=type(fout).__name__)
            return VOL if isinstance(fout.__cause__, DiskFull) else LATER
        return f"250 2.0.0 Ontvangen als {naam}"

    async def handle_exception(self, error: Exception) -> str:
        """Answer a fault of ours with 'later', so that the sender keeps the message; its text may quote the mail."""
        log.error("smtp_fout", fout=type(error).__name__)
        return LATER
