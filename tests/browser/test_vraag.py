"""The question page while the question changes under the eyes of who looks at it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.bouw import build_opzet
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.browser.test_werkplek import tell_live
from tests.stad import Stad

pytestmark = pytest.mark.browser


def test_when_the_answer_leaves_the_whole_page_knows_that_the_question_is_closed(levende_stad: Stad, pagina: Pagina) -> None:
    vraag_id = levende_stad.klantvraag("Dakkapel")
    # Sent half a minute ago: the time to take it back is over, and the worker has not come by yet.
    toen = levende_stad.handeling().moment - timedelta(seconds=30)
    send_antwoord(replace(levende_stad.handeling(), moment=toen), vraag_id, build_opzet("joost.jansen@example.org"))
    blad = pagina("kim")
    blad.goto(f"/werkplek/klantvragen/{get_klantvragen(levende_stad.raadpleging(), [vraag_id])[vraag_id].nummer}/")
    expect(blad.get_by_role("heading", name="Uw antwoord gaat zo weg")).to_be_visible()
    expect(blad.get_by_role("button", name="Terug in de lijst")).to_be_visible()
    expect(blad.get_by_role("link", name="Laten vervallen")).to_be_visible()
    expect(blad.locator("#vraag-zijkant")).not_to_contain_text("naar klant")
    blad.get_by_label("Notitie").fill("half geschreven")
    levende_stad.werk()
    tell_live(blad, f"vraag-{vraag_id}")
    expect(blad.get_by_role("heading", name="De klant heeft antwoord")).to_be_visible()
    expect(blad.get_by_role("button", name="Terug in de lijst")).to_have_count(0)
    expect(blad.get_by_role("link", name="Laten vervallen")).to_have_count(0)
    expect(blad.locator("#vraag-zijkant")).to_contain_text("naar klant")
    expect(blad.locator("#vraag-acties")).to_have_count(1)
    expect(blad.get_by_label("Notitie")).to_have_value("half geschreven")
    check_axe(blad)


def test_the_command_bar_finds_questions_and_does_what_the_open_page_can(levende_stad: Stad, pagina: Pagina) -> None:
    vraag_id = levende_stad.klantvraag("Dakkapel")
    nummer = get_klantvragen(levende_stad.raadpleging(), [vraag_id])[vraag_id].nummer
    blad = pagina("kim")
    blad.goto("/werkplek/")
    blad.keyboard.press("Control+k")
    blad.keyboard.type("jansen")
    expect(blad.locator("#opdrachtbalk [data-treffer]").first).to_contain_text("Joost Jansen")
    check_axe(blad)
    assert "jansen" not in blad.url
    blad.keyboard.press("Control+a")
    blad.keyboard.type(nummer[5:11])
    expect(blad.locator("#opdrachtbalk [data-treffer]")).to_contain_text([f"{nummer} Dakkapel"])
    blad.keyboard.press("Enter")
    expect(blad.get_by_role("heading", level=1, name="Dakkapel")).to_be_visible()
    blad.keyboard.press("Control+k")
    blad.keyboard.type("notitie")
    expect(blad.locator("#opdrachtbalk [role=option]:visible").first).to_contain_text("Notitie schrijven")
    blad.keyboard.press("Enter")
    expect(blad.get_by_label("Notitie")).to_be_focused()
    blad.keyboard.press("Control+k")
    blad.keyboard.type("beantw")
    blad.keyboard.press("Enter")
    expect(blad.get_by_role("heading", level=1, name="Beantwoorden")).to_be_visible()


def test_on_a_phone_the_filters_fold_and_the_tabs_slide(levende_stad: Stad, pagina: Pagina) -> None:
    levende_stad.klantvraag("Dakkapel")
    blad = pagina("kim", breedte=390, hoogte=844)
    blad.goto("/werkplek/")
    expect(blad.get_by_label("Kanaal")).not_to_be_visible()
    eerste = blad.get_by_role("link", name="Dakkapel").bounding_box()
    assert eerste is not None
    assert eerste["y"] < 422, "de eerste vraag staat in de bovenste helft"
    blad.get_by_text("Filters", exact=True).click()
    expect(blad.get_by_label("Kanaal")).to_be_visible()
    check_axe(blad)
    check_breedte(blad)


def test_on_a_phone_the_client_comes_before_the_field_for_a_note(levende_stad: Stad, pagina: Pagina) -> None:
    vraag_id = levende_stad.klantvraag("Dakkapel")
    blad = pagina("kim", breedte=390, hoogte=844)
    blad.goto(f"/werkplek/klantvragen/{get_klantvragen(levende_stad.raadpleging(), [vraag_id])[vraag_id].nummer}/")
    klant = blad.get_by_role("link", name="Joost Jansen").bounding_box()
    notitie = blad.get_by_label("Notitie").bounding_box()
    assert klant is not None
    assert notitie is not None
    assert klant["y"] < notitie["y"]
    check_breedte(blad)
