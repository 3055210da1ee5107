"""The style guide in a real browser: accessible, within the policy, usable by keys and without script."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

from stadspunt.fundament.schermen.tests.proefserver import serve_stijl

pytestmark = pytest.mark.browser

_VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
PAGINAS = ("/stijl/", "/stijl/publiek/", "/stijl/kaal/", "/stijl/dialoog/")


@pytest.fixture(scope="module")
def adres() -> Iterator[str]:
    with serve_stijl() as adres:
        yield adres


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path="/usr/bin/chromium", args=_VLAGGEN)
        yield browser
        browser.close()


def open_pagina(browser: Browser, url: str, breed: int = 1280, hoog: int = 800, **anders: object) -> Page:
    opties: dict[str, object] = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "reduced_motion": "reduce"}
    venster = {"width": breed, "height": hoog}
    pagina = browser.new_context(viewport=venster, **{**opties, **anders}).new_page()  # type: ignore[arg-type]
    pagina.goto(url)
    return pagina


@pytest.mark.parametrize("thema", ["light", "dark"])
@pytest.mark.parametrize("pad", PAGINAS)
def test_axe_finds_nothing(browser: Browser, adres: str, pad: str, thema: str) -> None:
    pagina = open_pagina(browser, adres + pad, color_scheme=thema)
    uitslag = Axe().run(pagina)
    assert uitslag.violations_count == 0, uitslag.generate_report()


def test_axe_finds_nothing_on_a_phone_either(browser: Browser, adres: str) -> None:
    uitslag = Axe().run(open_pagina(browser, adres + "/stijl/", 390, 844))
    assert uitslag.violations_count == 0, uitslag.generate_report()


@pytest.mark.parametrize("pad", PAGINAS)
def test_the_browser_refuses_nothing_because_of_the_security_policy(browser: Browser, adres: str, pad: str) -> None:
    pagina = browser.new_context().new_page()
    regels: list[str] = []
    pagina.on("console", lambda regel: regels.append(regel.text))
    pagina.on("pageerror", lambda fout: regels.append(str(fout)))
    pagina.on("response", lambda antwoord: regels.append(antwoord.url) if antwoord.status >= 400 else None)
    pagina.goto(adres + pad)
    pagina.wait_for_load_state("networkidle")
    assert regels == []


@pytest.mark.parametrize(("breed", "hoog"), [(1280, 800), (640, 400), (360, 740), (320, 256)])
@pytest.mark.parametrize("pad", PAGINAS)
def test_no_page_scrolls_sideways_from_desk_to_phone_to_400_percent(
    browser: Browser, adres: str, pad: str, breed: int, hoog: int
) -> None:
    pagina = open_pagina(browser, adres + pad, breed, hoog)
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breed


def test_every_target_is_at_least_24_pixels_or_stands_in_a_line_of_text(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    te_klein = pagina.evaluate("""() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter(e => e.checkVisibility() && !e.closest('p, li, dd, .toast'))
        .filter(e => !e.matches('.rijlink, .utrecht-skip-link, [type=checkbox], [type=radio]'))
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([, vak]) => vak.height < 24 || vak.width < 24)
        .map(([e]) => e.outerHTML.slice(0, 120))""")
    assert te_klein == []


def test_the_first_tab_reaches_the_link_to_the_content(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"


def test_the_focus_stays_in_sight_under_the_fixed_bar(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    balk = pagina.locator(".werkkop").bounding_box()
    assert balk
    pagina.locator("#gegevens a").first.focus()
    for _ in range(25):
        pagina.keyboard.press("Shift+Tab")
        vak = pagina.evaluate("(() => { const v = document.activeElement.getBoundingClientRect(); return [v.top, v.bottom] })()")
        assert vak[1] > balk["height"], pagina.evaluate("document.activeElement.outerHTML")


def test_the_command_bar_opens_while_typing_filters_and_goes(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    pagina.locator("#leeg_naam").focus()
    pagina.keyboard.press("Control+k")
    pagina.keyboard.type("dash")
    zichtbaar = pagina.locator("#opdrachtbalk [role=option]:visible")
    assert zichtbaar.first.inner_text().startswith("Dashboard")
    assert zichtbaar.first.get_attribute("aria-selected") == "true"
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/stijl/#grafieken")


def test_keys_of_one_letter_walk_the_list_and_can_be_switched_off(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    pagina.keyboard.press("j")
    pagina.keyboard.press("j")
    assert "Parkeervergunning" in pagina.evaluate("document.activeElement.textContent")
    pagina.keyboard.press("x")
    assert pagina.locator("[data-keuze-telling]").inner_text() == "1 regel gekozen"
    pagina.keyboard.press("?")
    pagina.get_by_label("Sneltoetsen van één letter gebruiken").uncheck()
    pagina.keyboard.press("Escape")
    pagina.locator("h1").click()
    pagina.keyboard.press("?")
    assert not pagina.locator("#sneltoetsen").is_visible()


def test_a_key_typed_in_a_field_is_only_a_letter(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    pagina.locator("#leeg_naam").focus()
    pagina.keyboard.type("jk?")
    assert pagina.locator("#leeg_naam").input_value() == "jk?"
    assert not pagina.locator("#sneltoetsen").is_visible()


def test_a_page_opens_as_a_dialog_and_gives_the_focus_back(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    opener = pagina.get_by_role("link", name="Open een pagina als dialoog")
    opener.click()
    dialoog = pagina.get_by_role("dialog", name="Overdragen aan een afdeling")
    dialoog.wait_for()
    assert dialoog.locator("form").last.get_attribute("action") == "?"
    pagina.keyboard.press("Escape")
    assert opener.evaluate("e => e === document.activeElement")


def test_tabs_are_walked_with_arrows(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    pagina.get_by_role("tab", name="Gesprek").focus()
    pagina.keyboard.press("ArrowRight")
    assert pagina.get_by_role("tabpanel", name="Klant").is_visible()
    assert not pagina.locator("#deel-gesprek").is_visible()


def test_the_chosen_theme_is_there_before_the_page_is_drawn(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/", color_scheme="light")
    pagina.locator("[popovertarget=gebruikersmenu]").click()
    pagina.get_by_role("button", name="Donker").click()
    antwoord = pagina.reload()
    assert antwoord
    assert 'data-thema="donker"' in antwoord.text()


def test_undo_counts_down_for_the_eye_only(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    teller = pagina.locator("#toasts [data-aftellen] [aria-hidden=true]")
    eerst = teller.inner_text()
    assert "seconden om dit ongedaan te maken" in eerst
    teller.filter(has_not_text=eerst).wait_for()


def test_a_counter_says_when_it_is_too_much(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/")
    pagina.locator("#leeg_vraag").fill("a" * 503)
    assert pagina.locator("#leeg_vraag-teller").inner_text() == "3 tekens te veel"


def test_without_script_menu_tabs_dialog_and_list_still_work(browser: Browser, adres: str) -> None:
    pagina = open_pagina(browser, adres + "/stijl/", 360, 740, java_script_enabled=False)
    pagina.locator("[popovertarget=hoofdmenu]").click()
    assert pagina.get_by_role("link", name="Werkvoorraad").first.is_visible()
    pagina.keyboard.press("Escape")
    assert pagina.locator("#deel-afspraken").is_visible()
    pagina.get_by_role("link", name="Open een pagina als dialoog").click()
    assert pagina.locator("h1").inner_text() == "Overdragen aan een afdeling"


def test_a_list_that_changed_is_fetched_again_without_losing_what_is_typed(browser: Browser, adres: str) -> None:
    pagina = browser.new_context().new_page()
    wachtend: list[Route] = []
    pagina.route("**/live/**", lambda route: wachtend.append(route))  # nothing changes until something is typed
    pagina.goto(adres + "/lijst/")
    eerst = pagina.locator("#lijst p").inner_text()
    pagina.locator("#typ").fill("half af")
    pagina.wait_for_timeout(50)
    wachtend[0].continue_()
    pagina.locator("#lijst p").filter(has_not_text=eerst).wait_for()
    assert pagina.locator("#typ").input_value() == "half af"
    assert pagina.evaluate("document.activeElement.id") == "typ"
    assert pagina.locator("#toasts .toast").inner_text().strip() == "Ververst."
