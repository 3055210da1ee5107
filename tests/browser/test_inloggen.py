"""Signing in with an app and with passkeys, in a real browser with an authenticator of its own."""

import re
from datetime import UTC, datetime

import pyotp
import pytest
from playwright.sync_api import Page, expect

from stadspunt.fundament.toegang.models import Passkey, Totp
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import WACHTWOORD, Stad

pytestmark = pytest.mark.browser
MIJN = "/aanmelden/mijn-account/"


def meld_aan(blad: Page, wie: str = "kim") -> None:
    """Fill in name and password with the keyboard alone."""
    blad.goto("/aanmelden/")
    # Typed before the page has put the cursor there, the first letters would be lost.
    expect(blad.get_by_label("Inlognaam")).to_be_focused()
    blad.keyboard.type(wie)
    blad.keyboard.press("Tab")
    blad.keyboard.type(WACHTWOORD)
    with blad.expect_navigation():
        blad.keyboard.press("Enter")


def geef_apparaat(blad: Page) -> None:
    """Give the browser an authenticator that keeps passkeys and recognises its holder."""
    cdp = blad.context.new_cdp_session(blad)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def maak_passkey(blad: Page, naam: str) -> None:
    blad.goto("/aanmelden/beveiligen/passkey/")
    blad.get_by_label("Naam van de passkey").fill(naam)
    blad.get_by_role("button", name="Passkey maken").click()


def test_a_passkey_is_added_used_in_two_ways_and_taken_away(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina()
    geef_apparaat(blad)
    meld_aan(blad)
    maak_passkey(blad, "Laptop van het werk")
    expect(blad.get_by_role("heading", name="Bewaar uw herstelcodes")).to_be_visible()
    expect(blad.get_by_label("Herstelcodes").get_by_role("listitem")).to_have_count(10)
    check_axe(blad)
    # Without a password.
    blad.context.clear_cookies()
    blad.goto("/aanmelden/")
    blad.get_by_role("button", name="Aanmelden met een passkey").click()
    blad.wait_for_url("**/werkplek/")
    # After the password.
    blad.context.clear_cookies()
    meld_aan(blad)
    blad.wait_for_url("**/aanmelden/tweede-stap/")
    check_axe(blad)
    blad.get_by_role("button", name="Gebruik uw passkey").click()
    blad.wait_for_url("**/werkplek/")
    assert Passkey.objects.get().gebruikt_op is not None
    # Take it away.
    blad.goto(MIJN)
    check_axe(blad)
    blad.get_by_role("link", name="Weghalen Laptop van het werk").click()
    expect(blad.get_by_role("button", name="Weghalen")).to_be_visible()
    check_axe(blad)
    blad.get_by_role("button", name="Weghalen").click()
    blad.wait_for_url(f"**{MIJN}")
    assert not Passkey.objects.exists()


def test_the_same_device_adds_no_second_passkey(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina()
    geef_apparaat(blad)
    meld_aan(blad)
    maak_passkey(blad, "Telefoon")
    blad.get_by_role("link", name="Ik heb ze bewaard").click()
    maak_passkey(blad, "Nog eens dezelfde")
    expect(blad.get_by_text("Dit apparaat heeft hier al een passkey.")).to_be_visible()
    assert Passkey.objects.count() == 1


def test_an_app_is_set_up_and_asked_without_script(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina(script=False)
    meld_aan(blad)
    blad.goto("/aanmelden/beveiligen/app/")
    expect(blad.get_by_role("img", name=re.compile("QR-code"))).to_be_visible()
    geheim = blad.locator(".geheim").inner_text().replace(" ", "")
    blad.get_by_label("Code uit de app").fill(pyotp.TOTP(geheim).now())
    blad.get_by_role("button", name="App toevoegen").click()
    expect(blad.get_by_role("heading", name="Bewaar uw herstelcodes")).to_be_visible()
    blad.context.clear_cookies()
    # The code of the next step: the one of now was used to set it up.
    meld_aan(blad)
    stap = Totp.objects.get().laatste_stap + 1
    blad.get_by_label("Code").fill(pyotp.TOTP(geheim).at(datetime.fromtimestamp(stap * 30, UTC)))
    blad.get_by_role("button", name="Verder").click()
    blad.wait_for_url("**/werkplek/")


@pytest.mark.parametrize(("breedte", "donker"), [(320, True), (1280, False)], ids=["narrow-dark", "wide-light"])
def test_every_page_about_an_account_is_accessible(levende_stad: Stad, pagina: Pagina, donker: bool, breedte: int) -> None:
    blad = pagina(donker=donker, breedte=breedte)
    meld_aan(blad)
    for pad in ("", "wachtwoord/"):
        blad.goto(f"{MIJN}{pad}")
        check_axe(blad)
        check_breedte(blad)
    for pad in ("beveiligen/", "beveiligen/app/", "beveiligen/passkey/", "bevestigen/"):
        blad.goto(f"/aanmelden/{pad}")
        check_axe(blad)
        check_breedte(blad)
    fatma = pagina("fatma", donker=donker, breedte=breedte)
    for pad in (f"medewerkers/{levende_stad.medewerkers['kim']}/account/", "tweede-stap/", "aanmeldlogboek/"):
        fatma.goto(f"/beheer/{pad}")
        check_axe(fatma)
        check_breedte(fatma)
    fatma.goto(f"/beheer/medewerkers/{levende_stad.medewerkers['kim']}/account/")
    fatma.get_by_role("button", name="Link voor nieuw wachtwoord").click()
    link = fatma.locator(".geheim").inner_text()
    check_axe(fatma)
    check_breedte(fatma)
    blad.goto("/" + link.split("/", 3)[3])
    check_axe(blad)
    check_breedte(blad)
