"""Live lists: who may follow, how often they hear, and what they hear after an absence."""

import asyncio
import os
import time
from collections.abc import Coroutine
from typing import Any

import psycopg
import pytest

from stadspunt.project.live import stroom as stroom_module
from stadspunt.project.live.app import Bericht, LiveApp
from stadspunt.project.live.luisteraar import KANAAL, luister
from stadspunt.project.live.verdeler import Verdeler


def run(werk: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(werk, 20))


async def kim_only(cookies: dict[str, str], lijsten: list[str]) -> list[str]:
    """Return the gate of these tests: whoever holds the session of Kim may follow the lists of her team."""
    return [lijst for lijst in lijsten if cookies.get("sessie") == "kim" and lijst.startswith("team-3")]


class Browser:
    """A client of the application: asks once, keeps what it receives, leaves when told to."""

    def __init__(self, app: LiveApp, vraag: str, cookie: str = "sessie=kim", kop: tuple[bytes, bytes] | None = None) -> None:
        self.code = 0
        self.tekst = ""
        self._weg = asyncio.Event()
        koppen = [(b"cookie", cookie.encode()), *([kop] if kop else [])]
        scope: Bericht = {"type": "http", "method": "GET", "query_string": vraag.encode(), "headers": koppen}
        self.taak = asyncio.create_task(app(scope, self._receive, self._send))

    async def _receive(self) -> Bericht:
        await self._weg.wait()
        return {"type": "http.disconnect"}

    async def _send(self, bericht: Bericht) -> None:
        self.code = bericht.get("status", self.code)
        self.tekst += bericht.get("body", b"").decode()

    @property
    def lijsten(self) -> list[str]:
        return [regel.removeprefix("data: ") for regel in self.tekst.splitlines() if regel.startswith("data: ")]

    async def leave(self) -> None:
        self._weg.set()
        await self.taak


def test_a_follower_hears_the_name_of_the_list_and_nothing_more() -> None:
    async def verhaal() -> None:
        verdeler = Verdeler()
        browser = Browser(LiveApp(verdeler, kim_only), "lijst=team-3")
        await asyncio.sleep(0.05)
        verdeler.meld("team-3")
        verdeler.meld("team-4")
        await asyncio.sleep(0.05)
        assert browser.code == 200
        assert "event: lijst\n" in browser.tekst
        assert browser.lijsten == ["team-3"]
        await browser.leave()

    run(verhaal())


def test_a_list_is_told_at_most_once_a_second_and_the_last_change_is_never_lost() -> None:
    async def verhaal() -> None:
        verdeler = Verdeler()
        browser = Browser(LiveApp(verdeler, kim_only), "lijst=team-3&lijst=team-3b")
        await asyncio.sleep(0.05)
        for _ in range(50):
            verdeler.meld("team-3")
            await asyncio.sleep(0.005)
        verdeler.meld("team-3b")
        await asyncio.sleep(0.05)
        assert browser.lijsten == ["team-3", "team-3b"]
        await asyncio.sleep(1.1)
        assert browser.lijsten == ["team-3", "team-3b", "team-3"]
        await browser.leave()

    run(verhaal())


@pytest.mark.parametrize(
    ("vraag", "cookie", "code"),
    [
        ("lijst=team-3", "sessie=gast", 403),
        ("lijst=team-3", "", 403),
        ("lijst=team-9", "sessie=kim", 403),
        ("", "sessie=kim", 400),
        ("lijst=TEAM%203", "sessie=kim", 400),
        ("lijst=team-3", 'vreemd="; {}=1; sessie=kim', 200),  # a cookie of another program on this host does not hide ours
    ],
)
def test_who_may_not_follow_is_refused(vraag: str, cookie: str, code: int) -> None:
    async def verhaal() -> None:
        browser = Browser(LiveApp(Verdeler(), kim_only), vraag, cookie)
        await asyncio.sleep(0.05)
        assert browser.code == code
        await browser.leave()

    run(verhaal())


def test_a_gate_that_fails_lets_nobody_in() -> None:
    async def stuk(cookies: dict[str, str], lijsten: list[str]) -> list[str]:
        raise psycopg.OperationalError("weg")

    async def verhaal() -> None:
        browser = Browser(LiveApp(Verdeler(), stuk), "lijst=team-3")
        await browser.taak
        assert browser.code == 503

    run(verhaal())


def test_access_that_ended_ends_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stroom_module, "HARTSLAG", 0.05)
    monkeypatch.setattr(stroom_module, "HERCONTROLE", 0.1)
    aangemeld = True

    async def poort(cookies: dict[str, str], lijsten: list[str]) -> list[str]:
        return lijsten if aangemeld else []

    async def verhaal() -> None:
        nonlocal aangemeld
        browser = Browser(LiveApp(Verdeler(), poort), "lijst=team-3")
        await asyncio.sleep(0.3)
        assert not browser.taak.done()
        aangemeld = False
        await browser.taak
        assert browser.code == 200

    run(verhaal())


def test_a_browser_that_comes_back_hears_what_changed_meanwhile() -> None:
    async def verhaal() -> None:
        verdeler = Verdeler()
        await asyncio.sleep(0.01)
        weg_sinds = f"{time.time():.3f}".encode()
        await asyncio.sleep(0.01)
        verdeler.meld("team-3")
        terug = Browser(LiveApp(verdeler, kim_only), "lijst=team-3&lijst=team-3b", kop=(b"last-event-id", weg_sinds))
        nieuw = Browser(LiveApp(verdeler, kim_only), f"lijst=team-3&sinds={time.time() + 1}")
        await asyncio.sleep(0.05)
        assert terug.lijsten == ["team-3"]
        assert nieuw.lijsten == []
        await terug.leave()
        await nieuw.leave()

    run(verhaal())


def test_closing_ends_every_stream_at_once() -> None:
    async def verhaal() -> None:
        verdeler = Verdeler()
        browsers = [Browser(LiveApp(verdeler, kim_only), "lijst=team-3") for _ in range(20)]
        await asyncio.sleep(0.05)
        assert verdeler.aantal == 20
        verdeler.sluit()
        await asyncio.gather(*(browser.taak for browser in browsers))
        assert verdeler.aantal == 0

    run(verhaal())


def test_a_notify_in_the_database_reaches_the_browser_also_after_the_connection_broke() -> None:
    dsn = os.environ["DATABASE_URL"]

    async def verhaal() -> None:
        verdeler = Verdeler()
        luisteraar = asyncio.create_task(luister(dsn, verdeler))
        async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as kim:
            await asyncio.sleep(0.5)
            browser = Browser(LiveApp(verdeler, kim_only), "lijst=team-3")
            await asyncio.sleep(0.05)
            await kim.execute(f"SELECT pg_notify('{KANAAL}', 'team-3')")
            await asyncio.sleep(0.3)
            assert browser.lijsten == ["team-3"]
            await kim.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN {KANAAL}'")
            await asyncio.sleep(1.5)
            # whatever was announced while nobody listened, the browser looks again
            assert browser.lijsten == ["team-3", "team-3"]
            await browser.leave()
        luisteraar.cancel()

    run(verhaal())
