"""Typing `::` in a field: a list at the caret, by keyboard alone, kept as a draft, with the browser's own undo."""

import pytest
from playwright.sync_api import Page, expect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import add_tekstblok
from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.bronnen.termijnen.rules import add_werkdagen
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_klantvragen
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser


def open_vraag(stad: Stad, blad: Page, pagina: str = "") -> str:
    for naam, code, tekst in (
        ("Openingstijden", "open", "Wij zijn open van 9 tot 17 uur."),
        ("Afspraak maken", "afspraak", "Beste {naam}, maak een afspraak voor [vul in: datum].\nNeem uw pas mee."),
        ("Groet", "groet", "Met vriendelijke groet,\n{medewerker}"),
    ):
        add_tekstblok(stad.handeling("fatma", Doel.BEHEREN), Tekstblokgegevens(naam, code, tekst), stad.gemeente_id)
    vraag_id = stad.klantvraag()
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    blad.goto(f"/werkplek/klantvragen/{nummer}/{pagina}")
    return nummer


@pytest.mark.parametrize("donker", [False, True])
def test_a_note_by_keyboard_alone_filled_and_kept(levende_stad: Stad, pagina: Pagina, donker: bool) -> None:
    blad = pagina("kim", donker=donker)
    open_vraag(levende_stad, blad)
    veld = blad.get_by_role("textbox", name="Notitie")
    blad.keyboard.press("t")
    expect(veld).to_be_focused()
    blad.keyboard.type("Gebeld. ::")
    lijst = blad.get_by_role("listbox", name="Tekstblokken")
    expect(lijst.get_by_role("option")).to_have_count(3)
    check_axe(blad)
    check_breedte(blad)
    blad.keyboard.type("afs")
    expect(lijst.get_by_role("option")).to_have_count(1)
    expect(lijst.get_by_role("option", selected=True)).to_contain_text("Afspraak maken")
    blad.keyboard.press("Enter")
    gevuld = "Gebeld. Beste Joost Jansen, maak een afspraak voor [vul in: datum].\nNeem uw pas mee."
    expect(veld).to_have_value(gevuld)
    expect(lijst).to_have_count(0)
    expect(blad.locator("[data-concept-staat]").first).to_contain_text("Bewaard:", timeout=4000)
    # The open mark is selected: who types on fills it in.
    blad.keyboard.type("maandag")
    expect(veld).to_have_value(gevuld.replace("[vul in: datum]", "maandag"))


def test_undo_of_the_browser_brings_back_what_was_typed(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    open_vraag(levende_stad, blad)
    veld = blad.get_by_role("textbox", name="Notitie")
    veld.press_sequentially("Dag ::open")
    expect(blad.get_by_role("option", selected=True)).to_be_visible()
    blad.keyboard.press("Enter")
    expect(veld).to_have_value("Dag Wij zijn open van 9 tot 17 uur.")
    blad.keyboard.press("Control+z")
    expect(veld).to_have_value("Dag ::open")


def test_escape_closes_and_leaves_what_was_typed(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    open_vraag(levende_stad, blad)
    veld = blad.get_by_role("textbox", name="Notitie")
    veld.press_sequentially("Let op::")
    lijst = blad.get_by_role("listbox", name="Tekstblokken")
    expect(lijst).to_be_visible()
    blad.keyboard.press("Escape")
    expect(lijst).to_have_count(0)
    blad.keyboard.type("gr en verder")
    expect(veld).to_have_value("Let op::gr en verder")
    expect(lijst).to_have_count(0)
    blad.keyboard.press("Enter")
    blad.keyboard.type("::")
    expect(lijst).to_be_visible()
    blad.keyboard.press("ArrowDown")
    blad.keyboard.press("ArrowDown")
    expect(blad.get_by_role("option", selected=True)).to_contain_text("Openingstijden")
    blad.keyboard.type("xyzzy")
    expect(blad.get_by_text("Geen tekstblok met deze woorden.")).to_be_visible()


def test_in_an_answer_a_mark_keeps_it_from_being_sent(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim", breedte=390, hoogte=844)
    open_vraag(levende_stad, blad, "beantwoorden/")
    veld = blad.get_by_label("Uw bericht")
    veld.fill("")
    veld.press_sequentially("::afspraak")
    blad.get_by_role("option", name="Afspraak maken").click()
    expect(veld).to_have_value("Beste Joost Jansen, maak een afspraak voor [vul in: datum].\nNeem uw pas mee.")
    check_breedte(blad)
    blad.get_by_label("Dit is het antwoord").check()
    blad.get_by_role("button", name="Versturen").click()
    expect(blad.get_by_role("link", name="[vul in: datum]")).to_be_visible()


def test_in_the_answer_of_a_department(levende_stad: Stad, pagina: Pagina) -> None:
    stad, blad = levende_stad, pagina("bram")
    nummer = open_vraag(stad, pagina("kim"))
    vraag_id = get_klantvraag(stad.systeem().raadpleging, nummer).id
    terug_op = add_werkdagen(stad.handeling().vandaag, 1, get_kalender(stad.gemeente_id))
    hand_over_klantvraag(
        stad.handeling(), vraag_id, Voorstel(stad.afdelingen["belastingen"], "Klopt dit?", Vorm.ADVIES, terug_op)
    )
    (order,) = list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)
    blad.goto(f"/afdeling/opdrachten/{order.uuid}/")
    veld = blad.get_by_label("Uw antwoord aan het KCC")
    veld.press_sequentially("::groet")
    blad.get_by_role("option", selected=True).wait_for()
    blad.keyboard.press("Enter")
    expect(veld).to_have_value("Met vriendelijke groet,\nBram Vos")


def test_without_script_there_is_a_page_to_copy_from(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim", script=False)
    open_vraag(levende_stad, blad)
    blad.goto("/mijn/tekstblokken/")
    expect(blad.get_by_text("Wij zijn open van 9 tot 17 uur.")).to_be_visible()


@pytest.mark.parametrize("adres", ["/mijn/tekstblokken/", "/mijn/tekstblokken/nieuw/", "/mijn/instellingen/"])
@pytest.mark.parametrize("donker", [False, True])
def test_own_pages_are_accessible(levende_stad: Stad, pagina: Pagina, adres: str, donker: bool) -> None:
    blad = pagina("kim", donker=donker, breedte=390, hoogte=844)
    open_vraag(levende_stad, blad)
    blad.goto(adres)
    check_axe(blad)
    check_breedte(blad)
