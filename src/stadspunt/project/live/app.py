"""The ASGI application of `/live/`: looks at who asks, then streams."""

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import aclosing
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

import structlog

from stadspunt.project.live.stroom import stroom
from stadspunt.project.live.verdeler import Verdeler

Bericht = MutableMapping[str, Any]
Ontvang = Callable[[], Awaitable[Bericht]]
Zend = Callable[[Bericht], Awaitable[None]]
Poort = Callable[[dict[str, str], list[str]], Awaitable[list[str]]]

NAAM = re.compile(r"[a-z][a-z0-9-]{0,63}")
MAX_LIJSTEN = 20
MAX_STROMEN = 4000
KOPPEN = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Vraag:
    """A request that may be answered: these lists, for whoever holds these cookies."""

    lijsten: list[str]
    cookies: dict[str, str]
    sinds: float | None


@dataclass(frozen=True, slots=True)
class Weigering:
    """A request that is refused."""

    code: int
    tekst: str


class LiveApp:
    """Streams the names of changed lists to those whom `poort` lets in."""

    def __init__(self, verdeler: Verdeler, poort: Poort) -> None:
        self.verdeler = verdeler
        self.poort = poort

    async def __call__(self, scope: Bericht, receive: Ontvang, send: Zend) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        vraag = await self._judge(scope)
        if isinstance(vraag, Weigering):
            await _refuse(send, vraag)
        else:
            await self._stream(receive, send, vraag)

    async def _judge(self, scope: Bericht) -> Vraag | Weigering:
        if scope["method"] != "GET":
            return Weigering(405, "Alleen lezen.")
        vraag = parse_qs(scope["query_string"].decode("latin-1"))
        gevraagd = list(dict.fromkeys(vraag.get("lijst", [])))
        if not 0 < len(gevraagd) <= MAX_LIJSTEN or not all(NAAM.fullmatch(lijst) for lijst in gevraagd):
            return Weigering(400, "Noem een tot twintig lijsten.")
        if self.verdeler.aantal >= MAX_STROMEN:
            return Weigering(503, "Te druk. Probeer het later opnieuw.")
        koppen = {naam.lower(): waarde.decode("latin-1") for naam, waarde in scope["headers"]}
        cookies = _read_cookies(koppen.get(b"cookie", ""))
        try:
            lijsten = await self.poort(cookies, gevraagd)
        except Exception:
            log.exception("poort_faalt")
            return Weigering(503, "Probeer het later opnieuw.")
        if not lijsten:
            return Weigering(403, "Geen toegang.")
        return Vraag(lijsten, cookies, _read_moment(koppen.get(b"last-event-id") or vraag.get("sinds", [""])[0]))

    async def _may_still(self, vraag: Vraag) -> bool:
        try:
            return set(vraag.lijsten) <= set(await self.poort(vraag.cookies, vraag.lijsten))
        except Exception:
            log.exception("poort_faalt")
            return False  # the browser comes back and asks again

    async def _stream(self, receive: Ontvang, send: Zend, vraag: Vraag) -> None:
        with self.verdeler.abonneer(vraag.lijsten, vraag.sinds) as abonnement:
            weggang = asyncio.create_task(_await_leaving(receive))
            weggang.add_done_callback(lambda _: abonnement.sluit())
            try:
                await send({"type": "http.response.start", "status": 200, "headers": KOPPEN})
                async with aclosing(stroom(abonnement, lambda: self._may_still(vraag))) as stukken:
                    async for stuk in stukken:
                        await send({"type": "http.response.body", "body": stuk, "more_body": True})
                await send({"type": "http.response.body", "body": b"", "more_body": False})
            finally:
                weggang.cancel()


async def _await_leaving(receive: Ontvang) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue


async def _refuse(send: Zend, weigering: Weigering) -> None:
    koppen = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": weigering.code, "headers": koppen})
    await send({"type": "http.response.body", "body": f"{weigering.tekst}\n".encode()})


def _read_cookies(kop: str) -> dict[str, str]:
    cookies: dict[str, str] = {}
    # Piece by piece: one odd cookie of another program on this host must not hide ours.
    for deel in kop.split(";"):
        try:
            cookies.update({naam: morsel.value for naam, morsel in SimpleCookie(deel.strip()).items()})
        except CookieError:
            continue
    return cookies


def _read_moment(tekst: str) -> float | None:
    try:
        return float(tekst)
    except ValueError:
        return None
