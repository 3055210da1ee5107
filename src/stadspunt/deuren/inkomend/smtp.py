"""The conversation with a sender: the library's, with its own reading of the message.

The library reads a message line by line and refuses lines over 1,000 bytes. Real mail has such lines (RFC 5321, 4.5.3.1.6
allows to take them), and 30 MB in lines costs seconds of processor; so the message is read in blocks up to its end mark.
"""

import asyncio
from typing import Any, cast

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope

from stadspunt.deuren.inkomend.instellingen import Grenzen
from stadspunt.deuren.inkomend.ontvanger import Ontvanger
from stadspunt.deuren.inkomend.verkeer import Verkeer

_EINDE = b"\r\n.\r\n"
_BLOK = 64 * 1024
TE_GROOT = "552 5.3.4 Dit bericht is te groot. Stuur kleinere bijlagen"
TE_DRUK = b"421 4.3.2 Er zijn te veel verbindingen. Probeer het later opnieuw\r\n"
DICHT = b"421 4.3.2 Tot zo, wij zijn zo terug\r\n"


class TeLangzaamError(Exception):
    """The message took longer to come in than is reasonable."""


class Postdeur(SMTP):
    """One SMTP connection."""

    line_length_limit = _BLOK
    per_ontvanger = False

    def __init__(self, handler: Ontvanger, verkeer: Verkeer, grenzen: Grenzen, **opties: Any) -> None:
        """Take part in `verkeer`; `opties` are the library's (tls_context, loop)."""
        per_verbinding = grenzen.berichten_per_verbinding
        super().__init__(
            handler,
            data_size_limit=grenzen.bytes,
            enable_SMTPUTF8=True,
            ident="StadsPunt",
            timeout=grenzen.stilte_seconden,
            command_call_limit={
                "*": 50,
                "MAIL": per_verbinding,
                "DATA": per_verbinding,
                "RSET": per_verbinding,
                "RCPT": max(per_verbinding, 10 * grenzen.ontvangers),
            },
            **opties,
        )
        self._verkeer, self._grenzen = verkeer, grenzen
        self._toegelaten = False
        self.slaat_op = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let the sender in, or say that it is too busy."""
        if self._original_transport is None and not self._verkeer.enter(self, transport.get_extra_info("peername")):
            kaal = cast(asyncio.WriteTransport, transport)
            kaal.write(TE_DRUK)
            kaal.close()
            return
        self._toegelaten = True
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Count the sender out."""
        self._verkeer.leave(self)
        if self._toegelaten:
            super().connection_lost(error)

    def eof_received(self) -> bool | None:
        """Hang up when the sender does."""
        return super().eof_received() if self._toegelaten else False

    def hang_up(self) -> None:
        """Close now, unless a message is being stored: then after its answer."""
        if not self.slaat_op and isinstance(self.transport, asyncio.WriteTransport):
            self.transport.write(DICHT)
            self.transport.close()

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802  the library finds its commands by these names
        """Read a message up to its end mark, have it stored, and answer."""
        if await self.check_helo_needed() or await self.check_auth_needed("DATA"):
            return
        envelop = cast(Envelope, self.envelope)
        if not envelop.rcpt_tos:
            await self.push("503 5.5.1 Error: need RCPT command")
            return
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        aantal = len(envelop.rcpt_tos)
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        async with self._verkeer.make_ruimte() as ruimte:
            inhoud = await self._read_bericht(ruimte.claim)
            status = TE_GROOT
            if inhoud is not None:
                envelop.content = envelop.original_content = inhoud
                self.slaat_op = True
                status = str(await self._call_handler_hook("DATA"))
        self._set_post_data_state()  # type: ignore[no-untyped-call]
        # LMTP wants one answer for each recipient (RFC 2033, section 4.2).
        for _ in range(aantal if self.per_ontvanger else 1):
            await self.push(status)
        self.slaat_op = False
        if self._verkeer.dicht:
            self.hang_up()

    async def _read_bericht(self, claim: Any) -> bytes | None:
        """Return the message without its transparency dots (RFC 5321, 4.5.2), None when it is over the limit.

        Only CR LF . CR LF ends it: a bare LF must not, or one message could smuggle in another.
        """
        # The line end of the DATA command counts as the one before the first line, so an empty message ends too.
        self._reader._buffer[:0] = b"\r\n"  # type: ignore[attr-defined]
        delen: list[bytes] = []
        omvang, te_groot = 0, False
        uiterlijk = self.loop.time() + self._grenzen.bericht_seconden
        while True:
            try:
                deel, is_einde = await self._reader.readuntil(_EINDE), True
            except asyncio.LimitOverrunError as vol:
                deel, is_einde = await self._reader.read(vol.consumed), False
            omvang += len(deel)
            if omvang > self._grenzen.bytes + len(_EINDE) + 2:
                te_groot = True
                delen.clear()
            else:
                delen.append(deel)
            if is_einde:
                break
            # However large: who hangs up instead of saying so, gets the same message again and again.
            if self.loop.time() > uiterlijk:
                cast(asyncio.BaseTransport, self.transport).close()
                raise TeLangzaamError
            self._reset_timeout()
            if omvang > self._grenzen.groot_bytes:
                await claim()
        if te_groot:
            return None
        return _strip_doorzichtigheid(delen)


def _strip_doorzichtigheid(delen: list[bytes]) -> bytes:
    """Return the message without line end before it, end mark and transparency dots; never more than two copies at once."""
    heel = b"".join(delen)
    delen.clear()
    einde = len(heel) - len(b".\r\n")
    if heel.find(b"\r\n.", 0, einde) < 0:
        return heel[2:einde]
    return heel[:einde].replace(b"\r\n.", b"\r\n")[2:]


class Lmtpdeur(Postdeur, LMTP):
    """One LMTP connection, from a mail server next door."""

    per_ontvanger = True
