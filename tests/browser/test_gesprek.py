"""A call from beginning to end, by keyboard only: the client, his questions, an answer, a note to a specialist."""

import re

import pytest
from playwright.sync_api import Page, expect

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.stromen.klantcontacten.queries import Filter, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Status
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser

NIEUW = "/werkplek/contacten/nieuw/"
NOTITIE = "Mevrouw wil weten of haar bezwaar op tijd was."


def open_contact(blad: Page) -> None:
    """Begin a contact and choose Joost by keyboard."""
    blad.goto(NIEUW)
    expect(blad.locator("#zoek_klant")).to_be_focused()
    blad.keyboard.type("Joost")
    expect(blad.locator(".kandidaat").first).to_be_visible()
    blad.keyboard.press("ArrowDown")
    blad.keyboard.press("Enter")
    expect(blad.get_by_label("Onderwerp")).to_be_focused()


def test_a_note_goes_to_a_specialist_in_two_actions_from_the_open_contact(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    open_contact(blad)
    blad.get_by_label("Product").fill("Bezwaar tegen een belastingaanslag")
    blad.get_by_label("Toelichting").focus()
    blad.keyboard.type(NOTITIE)

    acties = ["Control+Shift+Enter", "Enter"]
    blad.keyboard.press(acties[0])
    expect(blad.get_by_label("Notitie voor de afdeling")).to_have_value(NOTITIE)
    expect(blad.get_by_label("Aan welke afdeling?")).to_contain_text("Belastingen")
    versturen = blad.get_by_role("button", name="Vastleggen en versturen")
    expect(versturen).to_be_focused()
    expect(versturen).to_be_in_viewport(ratio=1)
    check_axe(blad)
    blad.keyboard.press(acties[1])
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    assert len(acties) == 2

    (regel,) = list_werkvoorraad(levende_stad.systeem().raadpleging, Filter()).regels
    assert (regel.status, regel.onderwerp) == (Status.OVERGEDRAGEN, "Bezwaar tegen een belastingaanslag")
    (opdracht,) = list_overdrachten_van_klantvraag(levende_stad.systeem().raadpleging, regel.id)
    bram = pagina("bram")
    bram.goto(f"/afdeling/opdrachten/{opdracht.uuid}/")
    expect(bram.locator("main")).to_contain_text(NOTITIE)
    expect(bram.locator("main")).to_contain_text(str(opdracht.terug_op.year))


def test_who_chooses_a_department_sees_at_once_what_goes_along(pagina: Pagina) -> None:
    blad = pagina("kim", breedte=390, donker=True)
    blad.goto(NIEUW)
    blad.get_by_label("Toelichting").fill(NOTITIE)
    expect(blad.get_by_label("Notitie voor de afdeling")).to_be_hidden()
    blad.get_by_label("Naar een afdeling").check()
    expect(blad.get_by_label("Notitie voor de afdeling")).to_have_value(NOTITIE)
    expect(blad.get_by_label("Aan welke afdeling?")).to_be_focused()
    check_axe(blad)
    check_breedte(blad)


def test_a_whole_call_is_done_by_keyboard_on_one_page(levende_stad: Stad, pagina: Pagina) -> None:
    """C3: find the client, three questions: a quick code, one that stays here, one passed on; without leaving the page."""
    levende_stad.klantvraag("Dakkapel", wie="systeem")
    blad = pagina("kim")
    open_contact(blad)
    adressen: list[str] = []
    blad.on("framenavigated", lambda kader: adressen.append(kader.url))
    toets = blad.keyboard

    blad.get_by_label("Code of woord").focus()
    toets.type("mi")
    toets.press("Enter")
    expect(blad.get_by_role("button", name="Registreren als beantwoord")).to_be_focused()
    toets.press("Alt+Insert")
    expect(blad.locator("#id_vraag-1-onderwerp")).to_be_focused()
    toets.type("Losse stoeptegel")
    blad.locator("[name=vraag-1-resultaat]").first.focus()
    toets.press("ArrowRight")
    toets.press("Alt+Insert")
    expect(blad.locator("#id_vraag-2-onderwerp")).to_be_focused()
    menu = blad.get_by_role("navigation", name="In dit gesprek")
    expect(menu.get_by_role("link")).to_have_text(
        [re.compile("Openingstijden milieustraat.*Direct"), re.compile("Losse stoeptegel.*Ik pak dit op"), re.compile("Nog leeg")]
    )
    toets.press("Alt+PageUp")
    expect(blad.locator("#id_vraag-1-onderwerp")).to_be_focused()
    toets.press("Alt+PageDown")
    expect(menu.locator("[aria-current]")).to_contain_text("3")
    toets.press("Alt+Shift+Digit1")
    expect(menu.get_by_label("Dakkapel")).to_be_checked()
    blad.locator("#id_vraag-2-toelichting").focus()
    toets.type(NOTITIE)
    toets.press("Control+Shift+Enter")
    expect(blad.locator("#id_vraag-2-afdeling")).to_be_focused()
    toets.type("Bel")
    check_axe(blad)
    assert adressen == []
    toets.press("Control+Enter")
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    regels = list_werkvoorraad(levende_stad.systeem().raadpleging, Filter(statussen=frozenset(Status))).regels
    assert {regel.onderwerp: regel.status for regel in regels} == {
        "Openingstijden milieustraat": Status.AFGEHANDELD,
        "Losse stoeptegel": Status.IN_BEHANDELING,
        NOTITIE: Status.OVERGEDRAGEN,
        "Dakkapel": Status.NIEUW,
    }


def test_a_question_is_taken_out_of_the_conversation_by_key(pagina: Pagina) -> None:
    blad = pagina("kim")
    open_contact(blad)
    blad.keyboard.type("Paspoort")
    blad.keyboard.press("Alt+Insert")
    expect(blad.locator("#id_vraag-1-onderwerp")).to_be_focused()
    blad.keyboard.press("Alt+Delete")
    expect(blad.locator(".vraagdeel")).to_have_count(1)
    expect(blad.get_by_label("Onderwerp")).to_have_value("Paspoort")


def test_the_active_client_is_in_view_until_one_key_lets_go(pagina: Pagina) -> None:
    blad = pagina("kim", breedte=390)
    open_contact(blad)
    actief = blad.get_by_role("region", name="Actieve klant")
    expect(actief).to_contain_text("Joost Jansen")
    blad.goto("/werkplek/?lijst=nieuw")
    expect(actief).to_contain_text("Joost Jansen")
    check_axe(blad)
    check_breedte(blad)
    blad.keyboard.press("l")
    expect(actief).to_have_count(0)
    expect(blad.get_by_role("status").filter(has_text="Joost Jansen is losgelaten.")).to_have_count(1)
    blad.reload()
    expect(actief).to_have_count(0)
    expect(blad.get_by_role("navigation", name="Lopende contacten")).to_contain_text("Joost Jansen")


def test_typing_for_a_question_of_somebody_else_is_warned_at_the_field(levende_stad: Stad, pagina: Pagina) -> None:
    sanne = register_partij(levende_stad.systeem(), levende_stad.gemeente_id, Partijgegevens("Sanne de Groot"))
    levende_stad.klantvraag("Boomkap", partij_id=sanne)
    blad = pagina("kim")
    open_contact(blad)
    blad.goto("/werkplek/")
    blad.get_by_role("link", name="Boomkap").click()
    woorden = blad.get_by_text("Deze vraag is van Sanne de Groot")
    notitie = blad.get_by_role("textbox", name="Notitie")
    expect(woorden).to_have_count(0)
    notitie.press_sequentially("Buren belden")
    expect(woorden).to_be_visible()
    check_axe(blad)
    blad.locator("h1").click()
    blad.keyboard.press("l")
    expect(woorden).to_have_count(0)
    blad.get_by_role("button", name="Notitie bewaren").click()
    expect(blad.get_by_text("Buren belden")).to_be_visible()


def test_a_question_of_the_client_joins_the_contact_with_one_key(levende_stad: Stad, pagina: Pagina) -> None:
    levende_stad.klantvraag("Boomkap")
    blad = pagina("kim")
    open_contact(blad)
    blad.goto("/werkplek/")
    blad.get_by_role("link", name="Boomkap").click()
    expect(blad.get_by_role("button", name="Sneltoetsen")).to_be_visible()  # the keys work from here
    blad.keyboard.press("g")
    blad.get_by_role("link", name="het contact met Joost Jansen").click()
    expect(blad.get_by_role("navigation", name="In dit gesprek").get_by_label("Boomkap")).to_be_checked()


def test_two_contacts_run_beside_each_other_and_a_crash_takes_neither(levende_stad: Stad, pagina: Pagina) -> None:
    register_partij(levende_stad.systeem(), levende_stad.gemeente_id, Partijgegevens("Sanne de Groot"))
    blad = pagina("kim")
    open_contact(blad)
    blad.keyboard.type("Paspoort")
    expect(blad.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=4000)
    blad.keyboard.press("Escape")
    blad.goto(NIEUW)
    blad.keyboard.type("Sanne")
    blad.locator(".kandidaat").first.click()
    expect(blad.get_by_label("Onderwerp")).to_be_focused()
    blad.keyboard.type("Boomkap")
    strook = blad.get_by_role("navigation", name="Lopende contacten")
    expect(blad.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=4000)
    blad.context.close()

    nieuw = pagina("kim")
    nieuw.goto("/werkplek/")
    strook = nieuw.get_by_role("navigation", name="Lopende contacten")
    expect(strook.locator(".contact__naam")).to_have_text(["Joost Jansen", "Sanne de Groot"])
    expect(nieuw.get_by_role("region", name="Actieve klant")).to_contain_text("Sanne de Groot")
    nieuw.keyboard.press("Alt+1")
    expect(nieuw.get_by_label("Onderwerp")).to_have_value("Paspoort")
    expect(nieuw.get_by_role("region", name="Actieve klant")).to_contain_text("Joost Jansen")
    nieuw.get_by_role("button", name="Weggooien").click()
    expect(strook.locator(".contact")).to_have_count(1)


def test_a_contact_that_begins_from_a_client_has_him_active_at_once(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(f"{NIEUW}?partij={levende_stad.partijen['joost']}")
    expect(blad.get_by_role("region", name="Actieve klant")).to_contain_text("Joost Jansen", timeout=4000)


def test_a_conversation_of_three_questions_needs_no_script(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim", script=False)
    blad.goto(NIEUW)
    blad.locator("#zoek_klant").fill("Joost")
    blad.get_by_role("button", name="Zoek", exact=True).click()
    blad.locator(".kandidaat").first.click()
    expect(blad.get_by_role("region", name="Actieve klant")).to_contain_text("Joost Jansen")
    for nummer, onderwerp in enumerate(("Paspoort", "Boomkap")):
        blad.locator(f"#id_vraag-{nummer}-onderwerp").fill(onderwerp)
        blad.locator(f"[name=vraag-{nummer}-resultaat]").nth(1).check()
        blad.get_by_role("button", name="Nog een vraag").click()
    blad.locator("#id_vraag-2-toelichting").fill(NOTITIE)
    blad.locator("#vraag-2").get_by_role("button", name="Noteer en zet door").click()
    blad.locator("#id_vraag-2-afdeling").select_option(label="Belastingen")
    blad.locator("#vraag-2").get_by_role("button", name="Vastleggen en versturen").click()
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    assert len(list_werkvoorraad(levende_stad.systeem().raadpleging, Filter()).regels) == 3
