"""What is typed is not lost: kept while one types, found back after leaving, gone when it is sent."""

import pytest
from playwright.sync_api import Page, Response, expect

from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser


def open_vraag(stad: Stad, blad: Page) -> str:
    vraag_id = stad.klantvraag()
    adres = f"/werkplek/klantvragen/{get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer}/"
    blad.goto(adres)
    return adres


def typ_notitie(blad: Page, tekst: str) -> None:
    blad.get_by_role("textbox", name="Notitie").press_sequentially(tekst)
    expect(blad.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=3000)


def test_a_note_is_kept_within_two_seconds_and_there_again_after_leaving(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    adres = open_vraag(levende_stad, blad)
    typ_notitie(blad, "Belt morgen terug")
    blad.goto("/werkplek/")
    strook = blad.get_by_role("navigation", name="Lopende contacten")
    expect(strook.get_by_role("link", name="Notitie")).to_be_visible()
    check_axe(blad)
    check_breedte(blad)
    strook.get_by_role("link", name="Notitie").click()
    blad.wait_for_url(f"**{adres}")
    expect(blad.get_by_role("textbox", name="Notitie")).to_have_value("Belt morgen terug")
    expect(strook.get_by_role("link", name="Notitie")).to_have_attribute("aria-current", "page")


def test_a_note_that_is_sent_leaves_no_draft(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    open_vraag(levende_stad, blad)
    typ_notitie(blad, "Belt morgen terug")
    blad.get_by_role("button", name="Notitie bewaren").click()
    expect(blad.get_by_role("textbox", name="Notitie")).to_have_value("")
    expect(blad.get_by_role("navigation", name="Lopende contacten")).to_have_count(0)


def test_two_windows_do_not_overwrite_each_other_silently(levende_stad: Stad, pagina: Pagina) -> None:
    eerste, tweede = pagina("kim"), pagina("kim")
    tweede.goto(open_vraag(levende_stad, eerste))
    typ_notitie(eerste, "uit het eerste venster")
    tweede.get_by_role("textbox", name="Notitie").press_sequentially("uit het tweede")
    expect(tweede.locator("[data-concept-staat]")).to_contain_text("In een ander venster is deze tekst veranderd")


def test_a_colleague_at_the_same_question_is_seen(levende_stad: Stad, pagina: Pagina) -> None:
    kim, tess = pagina("kim"), pagina("tess")
    adres = open_vraag(levende_stad, kim)
    with kim.expect_response(says_schrijft):
        kim.get_by_role("textbox", name="Notitie").press_sequentially("Ik zoek het uit")
    tess.goto(adres)
    expect(tess.get_by_text("Kim de Wit schrijft")).to_be_visible()
    check_axe(tess)


def test_two_calls_at_once_each_keep_what_was_typed(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    strook = blad.get_by_role("navigation", name="Lopende contacten")
    for onderwerp in ("Paspoort kwijt", "Lantaarnpaal stuk"):
        blad.goto("/werkplek/contacten/nieuw/")
        blad.get_by_label("Onderwerp").press_sequentially(onderwerp)
        expect(blad.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=3000)
    blad.goto("/werkplek/")
    expect(strook.locator(".contact")).to_have_count(2)
    strook.get_by_role("link", name="Paspoort kwijt").click()
    expect(blad.get_by_label("Onderwerp")).to_have_value("Paspoort kwijt")
    check_axe(blad)
    blad.get_by_label("Direct beantwoord").check()
    blad.get_by_label("Antwoord aan de klant").fill("Doe aangifte en maak een afspraak.")
    blad.get_by_role("button", name="Bewaren").click()
    expect(blad.get_by_role("heading", name="Het contact is vastgelegd")).to_be_visible()
    expect(strook.locator(".contact")).to_have_count(1)
    strook.get_by_role("link", name="Lantaarnpaal stuk").click()
    blad.get_by_role("button", name="Weggooien").click()
    expect(strook).to_have_count(0)


def test_what_a_button_fills_in_is_kept_too(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto("/werkplek/contacten/nieuw/")
    blad.get_by_role("button", name="Openingstijden milieustraat").click()
    expect(blad.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=4000)
    blad.goto("/werkplek/")
    blad.get_by_role("navigation", name="Lopende contacten").locator(".contact").click()
    expect(blad.get_by_label("Onderwerp")).to_have_value("Openingstijden milieustraat")


def test_looking_at_a_form_makes_no_draft(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto("/werkplek/contacten/nieuw/")
    blad.wait_for_timeout(2500)
    blad.goto("/werkplek/")
    expect(blad.get_by_role("navigation", name="Lopende contacten")).to_have_count(0)


def open_antwoord(stad: Stad, blad: Page) -> str:
    adres = open_vraag(stad, blad) + "beantwoorden/"
    blad.goto(adres)
    blad.get_by_label("Uw bericht").fill("Beste Joost, de milieustraat is zaterdag open.")
    expect(blad.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=4000)
    return adres


def test_an_answer_is_there_again_after_a_crash_of_the_browser(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    adres = open_antwoord(levende_stad, blad)
    blad.context.close()
    nieuw = pagina("kim")
    nieuw.goto(adres)
    expect(nieuw.get_by_label("Uw bericht")).to_have_value("Beste Joost, de milieustraat is zaterdag open.")
    nieuw.get_by_label("Dit is het antwoord").check()
    nieuw.get_by_role("button", name="Versturen").click()
    expect(nieuw.get_by_role("heading", name="Uw antwoord gaat zo weg")).to_be_visible()
    expect(nieuw.get_by_role("navigation", name="Lopende contacten")).to_have_count(0)


def test_a_colleague_goes_on_with_what_was_written(levende_stad: Stad, pagina: Pagina) -> None:
    adres = open_antwoord(levende_stad, pagina("kim"))
    tess = pagina("tess")
    tess.goto(adres)
    expect(tess.get_by_role("heading", name="Kim de Wit schreef dit")).to_be_visible()
    check_axe(tess)
    tess.get_by_role("button", name="Hiermee verdergaan").click()
    expect(tess.get_by_label("Uw bericht")).to_have_value("Beste Joost, de milieustraat is zaterdag open.")
    expect(tess.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=4000)


def test_an_answer_that_was_begun_is_thrown_away(levende_stad: Stad, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(open_antwoord(levende_stad, blad))
    blad.get_by_role("button", name="Weggooien").click()
    expect(blad.get_by_role("heading", name="Tijdlijn")).to_be_visible()
    expect(blad.get_by_role("navigation", name="Lopende contacten")).to_have_count(0)


def test_who_writes_an_answer_is_seen_by_who_reads_the_question(levende_stad: Stad, pagina: Pagina) -> None:
    kim, tess = pagina("kim"), pagina("tess")
    with kim.expect_response(says_schrijft):
        adres = open_antwoord(levende_stad, kim)
    tess.goto(adres.removesuffix("beantwoorden/"))
    expect(tess.get_by_text("Kim de Wit schrijft")).to_be_visible()


def says_schrijft(antwoord: Response) -> bool:
    """Whether this answers the sign of somebody who writes."""
    return "/aanwezig/" in antwoord.url and "schrijft" in (antwoord.request.post_data or "")
