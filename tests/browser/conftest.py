"""A real browser for tests: a page signed in as somebody, and the check with axe.

The server runs in this process by the real clock, so the city is built by it too.
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.stad import Stad, build_stad, wipe_stad

CHROMIUM = os.environ.get("STADSPUNT_CHROMIUM", "/usr/bin/chromium")
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for the tests of a module; every page has its own cookies.

    Not for longer: Playwright keeps an event loop in this thread, in which no other can run.
    """
    # The tests ask the database one after the other, also with that loop there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def levende_stad(transactional_db: None) -> Stad:
    """The city, committed and by the real clock, as the server in this process sees it."""
    wipe_stad()
    return build_stad()


@dataclass
class Fouten:
    """What went wrong in the pages: errors of scripts and what the content policy stopped."""

    regels: list[str] = field(default_factory=list)

    def follow(self, pagina: Page) -> None:
        """Write down every error of this page."""
        pagina.on("pageerror", lambda fout: self.regels.append(f"script: {fout}"))
        pagina.on("console", lambda bericht: self._hear(bericht.type, bericht.text))

    def _hear(self, soort: str, tekst: str) -> None:
        if soort == "error" and "Content Security Policy" in tekst:
            self.regels.append(tekst)


Pagina = Callable[..., Page]


@pytest.fixture
def pagina(live_server: LiveServer, levende_stad: Stad, chromium: Browser) -> Iterator[Pagina]:
    """A function that opens a page: `pagina("kim")`, `pagina("kim", donker=True)`, `pagina(None, script=False)`.

    Addresses are short (`.goto("/werkplek/")`). At the end no page may have had an error.
    """
    fouten, contexten = Fouten(), []

    def open_pagina(
        wie: str | None = None, *, donker: bool = False, script: bool = True, breedte: int = 1280, hoogte: int = 800
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": breedte, "height": hoogte},
            color_scheme="dark" if donker else "light",
            java_script_enabled=script,
            locale="nl-NL",
        )
        context.set_default_timeout(10_000)
        contexten.append(context)
        if wie is not None:
            sessie = levende_stad.browser(wie).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": live_server.url}])
        blad = context.new_page()
        fouten.follow(blad)
        return blad

    yield open_pagina
    for context in contexten:
        context.close()
    wait_for_rest()
    assert fouten.regels == []


def wait_for_rest() -> None:
    """Wait until the server has done the last that a page sent as it closed: the tables are emptied after this.

    Quiet twice: a sign that a page gave as it closed may still be on its way when the database is quiet for the first time.
    """
    rustig = 0
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state NOT IN ('idle', 'disabled')"
            )
            rustig = rustig + 1 if cursor.fetchone()[0] == 0 else 0
        if rustig == 3:
            return
        time.sleep(0.05)


def check_axe(blad: Page) -> None:
    """Fail with every accessibility fault that axe finds on the page as it is now, when nothing fades in any more."""
    blad.evaluate(
        "Promise.allSettled(document.getAnimations().filter(een => een.effect.getComputedTiming().endTime !== Infinity)"
        ".map(een => een.finished))"
    )
    gevonden = Axe().run(blad).response["violations"]
    regels = [
        f"{fout['id']}: {fout['help']} ({', '.join(str(deel['target']) for deel in fout['nodes'][:5])})" for fout in gevonden
    ]
    assert regels == [], "\n".join([blad.url, *regels])


def check_breedte(blad: Page) -> None:
    """Fail when the page must be scrolled sideways."""
    breedte, venster = blad.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert breedte <= venster, f"{blad.url} is {breedte} breed in een venster van {venster}"
