"""Make the pictures of the README and the manuals anew.

Start a demo municipality first (`./stadspunt start`), then from the root of the checkout:
`.venv/bin/python docs/beeld/maak.py [address]`, by default http://127.0.0.1:8014. Needs the development packages and a
Chromium (both are there after `./stadspunt test`). The pictures show made-up people of the demo only.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

MAP = Path(__file__).parent
ADRES = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8014"
CHROMIUM = os.environ.get("STADSPUNT_CHROMIUM", "/usr/bin/chromium")
EERSTE_VRAAG = ".werklijst tbody .rijlink"


def open_als(browser: Browser, login: str) -> Page:
    """Return a page on which this employee is signed in."""
    context = browser.new_context(base_url=ADRES, viewport={"width": 1280, "height": 800}, locale="nl-NL", color_scheme="light")
    blad = context.new_page()
    blad.goto("/aanmelden/")
    blad.get_by_label("Inlognaam").fill(login)
    blad.get_by_label("Wachtwoord").fill("lindewaard-demo")
    blad.get_by_role("button", name="Aanmelden").click()
    return blad


def open_vraag(blad: Page, lijst: str, stap: str = "") -> None:
    """Open the first question of a list, or a step of it ('beantwoorden/')."""
    blad.goto(f"/werkplek/?lijst={lijst}")
    adres = blad.locator(EERSTE_VRAAG).first.get_attribute("href")
    blad.goto(f"{adres}{stap}")


def open_opdracht(blad: Page) -> None:
    """Open the first order of the department."""
    blad.goto("/afdeling/")
    blad.locator(EERSTE_VRAAG).first.click()


BEELDEN: tuple[tuple[str, str, Callable[[Page], object]], ...] = (
    ("werkvoorraad", "kim", lambda blad: blad.goto("/werkplek/?lijst=open")),
    ("registreren", "kim", lambda blad: blad.goto("/werkplek/contacten/nieuw/")),
    ("klantvraag", "kim", lambda blad: open_vraag(blad, "afdeling")),
    ("beantwoorden", "kim", lambda blad: open_vraag(blad, "nieuw", "beantwoorden/")),
    ("controleren", "kim", lambda blad: open_vraag(blad, "controleren", "controleren/")),
    ("afdeling", "bram", lambda blad: blad.goto("/afdeling/")),
    ("opdracht", "bram", open_opdracht),
    ("beheer", "fatma", lambda blad: blad.goto("/beheer/")),
    ("sjablonen", "fatma", lambda blad: blad.goto("/beheer/sjablonen/")),
    ("dashboard", "tom", lambda blad: blad.goto("/sturing/")),
)


def main() -> None:
    """Make every picture, each in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for naam, login, ga in BEELDEN:
            blad = open_als(browser, login)
            ga(blad)
            blad.wait_for_timeout(800)
            blad.screenshot(path=MAP / f"{naam}.png")
            blad.context.close()
        browser.close()


if __name__ == "__main__":
    main()
