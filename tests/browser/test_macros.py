"""Macros and keys in a real browser, with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.macros.actions.inrichten import add_macro
from stadspunt.stromen.macros.rules import Macrogegevens, Stap, Stapsoort
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser


def maak(stad: Stad) -> None:
    stappen = (Stap(Stapsoort.OPPAKKEN), Stap(Stapsoort.NOTITIE, tekst="Belt morgen terug."))
    gegevens = Macrogegevens("Terugbellen", stappen, "Als de klant niet bereikt is.")
    add_macro(stad.handeling("fatma", Doel.BEHEREN), stad.gemeente_id, gegevens)


def open_vraag(stad: Stad, blad: Page) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    blad.goto(f"/werkplek/klantvragen/{get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer}/")


@pytest.mark.parametrize("donker", [False, True])
def test_a_macro_is_looked_at_done_and_undone_by_keys(levende_stad: Stad, pagina: Pagina, donker: bool) -> None:
    blad = pagina("kim", donker=donker)
    maak(levende_stad)
    open_vraag(levende_stad, blad)
    check_axe(blad)
    blad.keyboard.type("m1")
    dialoog = blad.get_by_role("dialog", name="Macro ‘Terugbellen’")
    expect(dialoog.get_by_text("Notitie geschreven")).to_be_visible()
    check_axe(blad)
    dialoog.get_by_role("button", name="Uitvoeren").press("Enter")
    expect(blad.get_by_role("heading", name="Macro ‘Terugbellen’ is uitgevoerd")).to_be_visible()
    expect(blad.get_by_text("Belt morgen terug.")).to_have_count(1)
    check_axe(blad)
    blad.keyboard.press("u")
    expect(blad.get_by_text("Macro ‘Terugbellen’ ongedaan gemaakt")).to_be_visible()
    expect(blad.get_by_text("Belt morgen terug.")).to_have_count(0)
    expect(blad.get_by_role("heading", name="Niemand heeft deze vraag")).to_be_visible()


def test_the_command_bar_does_a_macro_while_somebody_types(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    maak(levende_stad)
    open_vraag(levende_stad, blad)
    blad.get_by_role("textbox", name="Notitie").press_sequentially("Wacht even")
    blad.keyboard.press("Control+k")
    balk = blad.locator("#opdrachtbalk")
    for naam in ("Oppakken", "Overdragen", "Contact vastleggen", "Notitie schrijven", "Laten vervallen", "Terugbellen"):
        expect(balk.get_by_role("option", name=re.compile(naam)).first).to_be_visible()
    blad.keyboard.type("terugbel")
    expect(balk.get_by_role("option", selected=True)).to_contain_text("m 1")
    blad.keyboard.press("Enter")
    expect(blad.get_by_role("dialog", name="Macro ‘Terugbellen’")).to_be_visible()


@pytest.mark.parametrize("breedte", [1280, 390])
def test_on_three_questions_with_one_refusal(levende_stad: Stad, pagina: Pagina, breedte: int) -> None:
    blad = pagina("kim", breedte=breedte)
    maak(levende_stad)
    for onderwerp, wie in (("Eerste", "systeem"), ("Van Tess", "tess"), ("Derde", "systeem")):
        levende_stad.klantvraag(onderwerp, wie=wie)
    blad.goto("/werkplek/?lijst=open")
    check_axe(blad)
    check_breedte(blad)
    for _ in range(3):
        blad.keyboard.press("j")
        blad.keyboard.press("x")
        # The row keeps the focus of its box; the next j goes on from there.
    expect(blad.get_by_text("3 regels gekozen")).to_be_visible()
    blad.keyboard.press("m")
    expect(blad.get_by_label("Macro", exact=True)).to_be_focused()
    blad.get_by_role("button", name="Uitvoeren").press("Enter")
    expect(blad.get_by_text("U gebruikt deze macro voor het eerst.")).to_be_visible()
    check_axe(blad)
    check_breedte(blad)
    blad.get_by_role("button", name="Uitvoeren").press("Enter")
    expect(blad.get_by_text("2 van 3 gelukt.")).to_be_visible()
    expect(blad.get_by_text("Een collega heeft deze vraag al opgepakt.")).to_be_visible()
    check_axe(blad)
    check_breedte(blad)
    blad.get_by_role("button", name="Ongedaan maken").first.click()
    expect(blad.get_by_text("Macro ‘Terugbellen’ ongedaan gemaakt")).to_be_visible()


def test_a_list_that_is_drawn_anew_keeps_what_was_chosen(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    maak(levende_stad)
    levende_stad.klantvraag("Eerste", wie="systeem")
    blad.goto("/werkplek/?lijst=nieuw")
    blad.get_by_role("checkbox", name=re.compile("Kies 20")).check()
    levende_stad.klantvraag("Tweede", wie="systeem")
    blad.evaluate("htmx.trigger('#lijst', 'live')")
    expect(blad.get_by_role("link", name="Tweede")).to_be_visible()
    expect(blad.get_by_text("1 regel gekozen")).to_be_visible()
    expect(blad.get_by_role("checkbox", name=re.compile("Kies 20")).first).to_be_checked()


def test_keys_of_one_letter_go_off_and_stay_off_elsewhere(levende_stad: Stad, pagina: Pagina) -> None:
    blad, ander = pagina("kim"), pagina("kim")
    open_vraag(levende_stad, blad)
    blad.keyboard.press("?")
    expect(blad.get_by_role("heading", name="Op deze pagina")).to_be_visible()
    check_axe(blad)
    with blad.expect_response("**/mijn/instellingen/"):
        blad.get_by_label("Sneltoetsen van één letter gebruiken").uncheck()
    blad.keyboard.press("Escape")
    ander.goto("/werkplek/")
    for een in (blad, ander):
        een.locator("h1").click()
        een.keyboard.press("n")
        een.keyboard.press("?")
        expect(een.locator("#sneltoetsen")).to_be_hidden()
        een.keyboard.press("Control+k")
        expect(een.locator("#opdrachtbalk")).to_be_visible()
