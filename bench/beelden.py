"""Make the pictures of the README and the manuals anew.

Start a demo municipality first (`./stadspunt start`), best on a new data folder, then from the root of the checkout:
`.venv/bin/python bench/beelden.py [address]`, by default http://127.0.0.1:8014. Needs the development packages and a Chromium
(both are there after `./stadspunt test`). Where Pillow is installed too, the pictures become three times smaller: keep each
under 150 kB. They show made-up people of the demo only, and nothing is registered or sent for them.
"""

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

MAP = Path(__file__).resolve().parent.parent / "docs" / "beeld"
ADRES = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8014"
CHROMIUM = os.environ.get("STADSPUNT_CHROMIUM", "/usr/bin/chromium")
EERSTE = ".werklijst tbody .rijlink"

# A Chromium without its Dutch language writes American dates; a reader of a manual sees them as his own browser writes them.
NEDERLANDSE_DATUMS = """() => document.querySelectorAll("input[type=date], input[type=time]").forEach((veld) => {
  const waarde = veld.value.split("-").reverse().join("-");
  veld.type = "text";
  veld.value = waarde;
})"""


def open_als(browser: Browser, login: str) -> Page:
    """Return a page on which this employee is signed in."""
    context = browser.new_context(base_url=ADRES, viewport={"width": 1280, "height": 800}, locale="nl-NL", color_scheme="light")
    blad = context.new_page()
    blad.goto("/aanmelden/")
    blad.get_by_label("Inlognaam").fill(login)
    blad.get_by_label("Wachtwoord").fill("lindewaard-demo")
    blad.get_by_role("button", name="Aanmelden").click()
    return blad


def open_eerste(blad: Page, adres: str, knop: str = "") -> None:
    """Open the first line of a list, and press a button there."""
    blad.goto(adres)
    blad.locator(EERSTE).first.click()
    if knop:
        blad.get_by_role("link", name=knop).first.click()


def fill_contact(blad: Page) -> None:
    """Fill in a call without registering it."""
    blad.goto("/werkplek/contacten/nieuw/")
    blad.get_by_label("Zoek op naam").fill("jansen")
    blad.locator("#kandidaten button").first.click()
    blad.get_by_label("Onderwerp").fill("Lantaarnpaal brandt niet")
    blad.get_by_label("Toelichting").fill("Bij nummer 12, al drie dagen.")
    blad.get_by_text("Bewaard:").wait_for()
    blad.evaluate("window.scrollTo(0, 0)")


def open_sjabloon(blad: Page) -> None:
    """Open the most used template."""
    blad.goto("/beheer/sjablonen/")
    blad.get_by_role("link", name="Antwoord op uw vraag").click()


def discard_contact(blad: Page) -> None:
    """Leave no draft of the picture behind."""
    blad.get_by_role("button", name="Weggooien").click()


BEELDEN: tuple[tuple[str, str, Callable[[Page], object]], ...] = (
    ("werkvoorraad", "kim", lambda blad: blad.goto("/werkplek/?lijst=open")),
    ("registreren", "kim", fill_contact),
    ("klantvraag", "kim", lambda blad: open_eerste(blad, "/werkplek/?lijst=afdeling")),
    ("beantwoorden", "kim", lambda blad: open_eerste(blad, "/werkplek/?lijst=mijn&status=in_behandeling", "Beantwoorden")),
    ("overdragen", "kim", lambda blad: open_eerste(blad, "/werkplek/?lijst=nieuw", "Overdragen")),
    ("controleren", "kim", lambda blad: open_eerste(blad, "/werkplek/?lijst=controleren", "Controleren")),
    ("afdeling", "bram", lambda blad: blad.goto("/afdeling/")),
    ("opdracht", "bram", lambda blad: open_eerste(blad, "/afdeling/")),
    ("beheer", "fatma", lambda blad: blad.goto("/beheer/")),
    ("sjablonen", "fatma", lambda blad: blad.goto("/beheer/sjablonen/")),
    ("sjabloon", "fatma", open_sjabloon),
    ("medewerker", "fatma", lambda blad: open_eerste(blad, "/beheer/medewerkers/")),
    ("dashboard", "tom", lambda blad: blad.goto("/sturing/")),
)
NA_AFLOOP: dict[str, Callable[[Page], None]] = {"registreren": discard_contact}


def shrink(beeld: Path) -> None:
    """Give a picture a palette, where Pillow is there to do so."""
    try:
        image = importlib.import_module("PIL.Image")
    except ImportError:
        return
    with image.open(beeld) as open_beeld:
        klein = open_beeld.convert("RGB").quantize(256, dither=0)
    klein.save(beeld, optimize=True)


def main() -> None:
    """Make every picture, each as its own employee."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for naam, login, ga in BEELDEN:
            blad = open_als(browser, login)
            ga(blad)
            blad.wait_for_timeout(800)
            blad.evaluate(NEDERLANDSE_DATUMS)
            blad.screenshot(path=MAP / f"{naam}.png")
            shrink(MAP / f"{naam}.png")
            NA_AFLOOP.get(naam, lambda _: None)(blad)
            blad.context.close()
            print(f"{naam}.png: {(MAP / f'{naam}.png').stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    main()
