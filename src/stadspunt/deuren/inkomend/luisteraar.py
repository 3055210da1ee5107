"""The listener: an event loop in a thread of its own with the servers for SMTP and LMTP."""

import asyncio
import errno
import logging
import threading
from pathlib import Path

import structlog

from stadspunt.deuren.inkomend.instellingen import Adres, Instellingen
from stadspunt.deuren.inkomend.ontvanger import Ontvanger
from stadspunt.deuren.inkomend.opslag import Opslag
from stadspunt.deuren.inkomend.smtp import Lmtpdeur, Postdeur
from stadspunt.deuren.inkomend.verkeer import Verkeer
from stadspunt.stromen.intake.rules.ontvangst import Herkomst

# Who starts us waits about ten seconds before it kills; what is cut off then, the sender sends again.
_AFRONDEN_SECONDEN = 6.0
log = structlog.get_logger(__name__)
# The library logs every command with the addresses in it.
logging.getLogger("mail.log").setLevel(logging.ERROR)


class Luisteraar:
    """Listens from `start` to `stop`."""

    def __init__(self, instellingen: Instellingen, ontvanger: type[Ontvanger] = Ontvanger) -> None:
        """Prepare to listen; `ontvanger` is who answers senders."""
        self._instellingen, self._ontvanger = instellingen, ontvanger
        self._loop = asyncio.new_event_loop()
        self._draad = threading.Thread(target=self._loop.run_forever, name="luisteraar", daemon=True)
        self._servers: list[asyncio.Server] = []
        self.adressen: dict[Herkomst, Adres] = {}

    def start(self) -> None:
        """Listen. Raises OSError when an address is in use."""
        self._draad.start()
        try:
            asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()
        except BaseException:
            self._end()
            raise

    def stop(self) -> None:
        """Stop: answer what is being stored, hang up on the others (they will send again)."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._draad.join()
        self._loop.close()

    async def _open(self) -> None:
        self._opslag = Opslag()
        self._verkeer = Verkeer(self._instellingen.grenzen)
        for herkomst, adres, deur in (
            (Herkomst.SMTP, self._instellingen.smtp, Postdeur),
            (Herkomst.LMTP, self._instellingen.lmtp, Lmtpdeur),
        ):
            if adres is not None:
                await self._listen(herkomst, adres, deur)

    async def _listen(self, herkomst: Herkomst, adres: Adres, deur: type[Postdeur]) -> None:
        handler = self._ontvanger(self._opslag, herkomst, self._instellingen.grenzen)
        tls = self._instellingen.tls if herkomst is Herkomst.SMTP else None

        def make_deur() -> Postdeur:
            return deur(handler, self._verkeer, self._instellingen.grenzen, loop=self._loop, tls_context=tls)

        if adres.pad:
            await _demand_vrij(Path(adres.pad))
            server: asyncio.Server = await self._loop.create_unix_server(make_deur, adres.pad)
            # The mail server next door runs as another user: it gets in by our group, and nobody else does.
            Path(adres.pad).chmod(0o660)
            self.adressen[herkomst] = adres
        else:
            server = await self._loop.create_server(make_deur, adres.host, adres.poort)
            self.adressen[herkomst] = Adres(adres.host, server.sockets[0].getsockname()[1])
        self._servers.append(server)
        log.info("luistert", herkomst=str(herkomst), adres=str(self.adressen[herkomst]))

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        await self._verkeer.close(_AFRONDEN_SECONDEN)
        await self._loop.run_in_executor(None, self._opslag.close)
        for adres in self.adressen.values():
            if adres.pad:
                Path(adres.pad).unlink(missing_ok=True)


async def _demand_vrij(pad: Path) -> None:
    """Take away a socket that a crash left behind. Raises OSError when somebody listens there, or when it is no socket."""
    if not pad.exists():
        return
    if not pad.is_socket():
        raise FileExistsError(errno.EEXIST, "daar staat al een bestand", str(pad))
    try:
        _, schrijver = await asyncio.open_unix_connection(pad)
    except ConnectionRefusedError:
        pad.unlink(missing_ok=True)
        return
    schrijver.close()
    raise OSError(errno.EADDRINUSE, "een ander programma luistert daar", str(pad))
