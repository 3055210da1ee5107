"""The work place as an agent uses it: clicking, typing, by keyboard only, without script, in the dark."""

import time

import pytest
from playwright.sync_api import Page, Route, expect

from stadspunt.deuren.werkplek.tests.test_berichten import ask_by_mail
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, take_over_klantvraag
from stadspunt.stromen.klantcontacten.queries import Filter, get_klantvragen, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Status
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser

NIEUW = "/werkplek/contacten/nieuw/"


def list_onderwerpen(stad: Stad, status: Status) -> list[str]:
    regels = list_werkvoorraad(stad.systeem().raadpleging, Filter(statussen=frozenset({status}), volgorde="oudste")).regels
    return [regel.onderwerp for regel in regels]


def count_klikken(blad: Page) -> list[int]:
    """Count what a hand clicks on this page from now on."""
    klikken = [0]
    blad.expose_function("telKlik", lambda: klikken.__setitem__(0, klikken[0] + 1))
    blad.add_init_script("addEventListener('click', (klik) => klik.isTrusted && window.telKlik(), true)")
    return klikken


def test_a_simple_question_takes_two_clicks_and_ten_seconds_at_most(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    klikken = count_klikken(blad)
    blad.goto(NIEUW)
    begin = time.monotonic()
    blad.get_by_role("button", name="Openingstijden milieustraat").click()
    expect(blad.get_by_text("De milieustraat is open van maandag").first).to_be_visible()
    blad.get_by_role("button", name="Registreren als beantwoord").click()
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    duur = time.monotonic() - begin
    assert klikken[0] == 2
    assert duur < 10, f"{duur:.1f} seconden"
    assert list_onderwerpen(levende_stad, Status.AFGEHANDELD) == ["Openingstijden milieustraat"]


def test_one_call_with_three_questions(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(NIEUW)
    blad.get_by_label("Zoek op naam, e-mailadres of telefoonnummer").press_sequentially("0612345678")
    blad.get_by_role("button", name="Joost Jansen").click()
    for nummer, (onderwerp, resultaat) in enumerate(
        [("Paspoort", "Direct beantwoord"), ("Grofvuil", "Ik pak dit op"), ("Boomkap", "Terug in de lijst")]
    ):
        if nummer:
            blad.get_by_role("button", name="Nog een vraag").click()
        vraag = blad.locator(".vraagdeel").nth(nummer)
        vraag.get_by_label("Onderwerp").fill(onderwerp)
        vraag.get_by_label(resultaat).check()
        if not nummer:
            vraag.get_by_label("Antwoord aan de klant").fill("Met een afspraak.")
    blad.get_by_role("button", name="Bewaren").click()
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    expect(blad.locator(".vastgelegd__nummer")).to_have_count(3)
    assert list_onderwerpen(levende_stad, Status.AFGEHANDELD) == ["Paspoort"]
    assert list_onderwerpen(levende_stad, Status.IN_BEHANDELING) == ["Grofvuil"]
    assert list_onderwerpen(levende_stad, Status.NIEUW) == ["Boomkap"]


def test_a_call_by_keyboard_only(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    toets = blad.keyboard
    blad.goto("/werkplek/")
    toets.press("n")
    expect(blad.get_by_label("Zoek op naam, e-mailadres of telefoonnummer")).to_be_focused()
    toets.type("joost")
    expect(blad.get_by_role("button", name="Joost Jansen")).to_be_visible()
    toets.press("ArrowDown")
    toets.press("Enter")
    expect(blad.get_by_label("Onderwerp")).to_be_focused()
    toets.type("Paspoort kwijt")
    for _ in range(3):
        toets.press("Tab")
    expect(blad.get_by_label("Toelichting")).to_be_focused()
    toets.type("In de trein laten liggen")
    toets.press("Tab")
    toets.press("ArrowDown")
    expect(blad.get_by_label("Ik pak dit op")).to_be_checked()
    toets.press("Control+Enter")
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    expect(blad.get_by_role("main").get_by_role("link", name="Nieuw contact")).to_be_focused()
    toets.press("Enter")
    expect(blad.get_by_label("Zoek op naam, e-mailadres of telefoonnummer")).to_be_focused()
    assert list_onderwerpen(levende_stad, Status.IN_BEHANDELING) == ["Paspoort kwijt"]


def test_a_quick_code_by_keyboard(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(NIEUW)
    blad.get_by_label("Code of woord").focus()
    blad.keyboard.type("mi")
    blad.keyboard.press("Enter")
    expect(blad.get_by_role("button", name="Registreren als beantwoord")).to_be_focused()
    blad.keyboard.press("Enter")
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()


def test_walking_through_the_list_and_taking_a_question_by_keyboard(levende_stad: Stad, pagina: Pagina) -> None:
    levende_stad.klantvraag("Eerste", wie="systeem")
    tweede = levende_stad.klantvraag("Tweede", wie="systeem")
    blad = pagina("kim")
    blad.goto("/werkplek/?lijst=nieuw")
    for toets in ("j", "j", "Enter"):
        blad.keyboard.press(toets)
    expect(blad.get_by_role("heading", level=1, name="Tweede")).to_be_visible()
    blad.keyboard.press("o")
    expect(blad.get_by_role("heading", name="U hebt deze vraag")).to_be_visible()
    assert get_klantvragen(levende_stad.raadpleging(), [tweede])[tweede].status == Status.IN_BEHANDELING


def test_everything_works_without_script(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim", script=False)
    blad.goto(NIEUW)
    blad.get_by_role("button", name="Openingstijden milieustraat").click()
    blad.get_by_role("button", name="Nog een vraag").click()
    tweede = blad.locator(".vraagdeel").nth(1)
    tweede.get_by_label("Onderwerp").fill("Grofvuil")
    tweede.get_by_label("Ik pak dit op").check()
    blad.get_by_label("Zoek op naam, e-mailadres of telefoonnummer").fill("jansen")
    blad.get_by_role("button", name="Zoek", exact=True).click()
    blad.get_by_role("button", name="Joost Jansen").click()
    blad.get_by_role("button", name="Bewaren").click()
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    blad.get_by_role("link", name="Grofvuil").or_(blad.locator(".vastgelegd__nummer a").nth(1)).click()
    blad.get_by_label("Notitie").fill("Belt morgen terug")
    blad.get_by_role("button", name="Notitie bewaren").click()
    expect(blad.get_by_text("Belt morgen terug")).to_be_visible()


def test_changing_a_question_in_a_dialog(levende_stad: Stad, pagina: Pagina) -> None:
    levende_stad.klantvraag("Dakkapell")
    blad = pagina("kim")
    blad.goto("/werkplek/")
    blad.get_by_role("link", name="Dakkapell").click()
    blad.get_by_role("link", name="Wijzigen").click()
    dialoog = blad.get_by_role("dialog")
    dialoog.get_by_label("Onderwerp").fill("Dakkapel")
    check_axe(blad)
    dialoog.get_by_role("button", name="Bewaren").click()
    expect(blad.get_by_role("heading", level=1, name="Dakkapel", exact=True)).to_be_visible()


def list_schermen(stad: Stad) -> list[str]:
    """Fill the city a little and return every screen of the work place."""
    vraag_id = stad.klantvraag("Wanneer wordt de container in de Kastanjelaan geleegd?", toelichting="Hij zit al een week vol.")
    stad.klantvraag("Een tweede", wie="systeem")
    add_notitie(stad.handeling(), vraag_id, "Belt liever na vijven")
    mail_id = ask_by_mail(stad, citaat="Wij komen donderdag.", html="<h1>Container</h1><p>Hij zit al een week vol.</p>")
    nummer, mail = (get_klantvragen(stad.raadpleging(), [een])[een].nummer for een in (vraag_id, mail_id))
    vraag, partij = f"/werkplek/klantvragen/{nummer}/", f"/werkplek/partijen/{stad.partijen['joost']}/"
    return [
        "/werkplek/?lijst=open",
        "/werkplek/?lijst=laat",
        "/werkplek/?q=jansen",
        "/werkplek/?q=2026-000123-0",
        NIEUW,
        f"{NIEUW}?partij={stad.partijen['joost']}",
        vraag,
        f"/werkplek/klantvragen/{mail}/",
        f"{vraag}wijzigen/",
        f"{vraag}contact/",
        f"{vraag}koppelen/",
        f"{vraag}vervallen/",
        partij,
        f"{partij}wijzigen/",
    ]


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_every_screen_is_accessible(levende_stad: Stad, pagina: Pagina, donker: bool) -> None:
    blad = pagina("kim", donker=donker)
    for adres in list_schermen(levende_stad):
        assert blad.goto(adres).status == 200, adres
        check_axe(blad)


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_the_registration_screen_is_accessible_with_everything_open_and_wrong(
    levende_stad: Stad, pagina: Pagina, donker: bool
) -> None:
    blad = pagina("kim", donker=donker)
    blad.goto(NIEUW)
    blad.get_by_role("button", name="Openingstijden milieustraat").click()
    expect(blad.get_by_label("Onderwerp")).to_have_value("Openingstijden milieustraat")
    check_axe(blad)
    blad.get_by_role("button", name="Nog een vraag").click()
    blad.get_by_role("button", name="Nieuwe klant").click()
    blad.get_by_label("E-mailadres").fill("geen adres")
    blad.get_by_label("Wij", exact=True).check()
    blad.locator(".vraagdeel").nth(1).get_by_label("Direct beantwoord").check()
    blad.get_by_role("button", name="Bewaren").click()
    expect(blad.get_by_role("alert")).to_be_visible()
    check_axe(blad)


@pytest.mark.parametrize("breedte", [320, 360, 640, 1280])
def test_no_screen_scrolls_sideways(levende_stad: Stad, pagina: Pagina, breedte: int) -> None:
    blad = pagina("kim", breedte=breedte)
    for adres in list_schermen(levende_stad):
        blad.goto(adres)
        check_breedte(blad)


def test_what_is_typed_while_the_form_is_on_its_way_stays(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(NIEUW)
    onderweg: list[Route] = []
    blad.route(f"**{NIEUW}", lambda route: onderweg.append(route))
    blad.get_by_label("Onderwerp").fill("Pasp")
    blad.get_by_role("button", name="Nog een vraag").click()
    blad.get_by_label("Onderwerp").fill("Paspoort kwijt")
    blad.get_by_label("Ik pak dit op").check()
    onderweg[0].continue_()
    expect(blad.locator(".vraagdeel")).to_have_count(2)
    expect(blad.get_by_label("Onderwerp").first).to_have_value("Paspoort kwijt")
    expect(blad.get_by_label("Ik pak dit op").first).to_be_checked()


def test_a_choice_stays_when_the_form_is_drawn_again(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(NIEUW)
    blad.get_by_label("Wij", exact=True).check()
    blad.get_by_label("Ik pak dit op").check()
    blad.get_by_role("button", name="Nog een vraag").click()
    expect(blad.locator(".vraagdeel")).to_have_count(2)
    expect(blad.get_by_label("Wij", exact=True)).to_be_checked()
    expect(blad.get_by_label("Ik pak dit op").first).to_be_checked()


def tell_live(blad: Page, lijst: str) -> None:
    """Do what the live channel does when this list changes."""
    blad.evaluate("(lijst) => htmx.trigger(document.querySelector(`[data-live=\"${lijst}\"]`), 'live')", lijst)


def test_the_list_refreshes_by_itself_and_leaves_what_somebody_types(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto("/werkplek/?lijst=nieuw")
    blad.get_by_label("Zoeken").fill("half getypt")
    levende_stad.klantvraag("Net binnen", wie="systeem")
    tell_live(blad, f"team-{levende_stad.teams['mit']}")
    expect(blad.get_by_role("link", name="Net binnen")).to_be_visible()
    expect(blad.get_by_role("link", name="Team nieuw 1")).to_be_visible()
    expect(blad.get_by_label("Zoeken")).to_have_value("half getypt")


def test_a_question_refreshes_by_itself_and_leaves_the_note_that_is_being_written(levende_stad: Stad, pagina: Pagina) -> None:
    vraag_id = levende_stad.klantvraag("Dakkapel")
    blad = pagina("kim")
    blad.goto(f"/werkplek/klantvragen/{get_klantvragen(levende_stad.raadpleging(), [vraag_id])[vraag_id].nummer}/")
    blad.get_by_label("Notitie").fill("half geschreven")
    take_over_klantvraag(levende_stad.handeling("tess"), vraag_id)
    tell_live(blad, f"vraag-{vraag_id}")
    expect(blad.get_by_role("heading", name="Tess Yilmaz heeft deze vraag")).to_be_visible()
    expect(blad.get_by_label("Notitie")).to_have_value("half geschreven")
