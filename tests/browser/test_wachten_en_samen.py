"""Waiting and putting together in a real browser: by keyboard, in light and dark, on a phone."""

import os

import pytest
from playwright.sync_api import Page, expect

from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad


def get_nummer(stad: Stad, vraag_id: int) -> str:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer


def foto(blad: Page, naam: str) -> None:
    if map_ := os.environ.get("FOTOMAP"):
        blad.screenshot(path=f"{map_}/{naam}.png")


def test_a_question_is_put_to_wait_and_taken_back_by_keyboard(levende_stad: Stad, pagina: Pagina) -> None:
    adres = f"/werkplek/klantvragen/{get_nummer(levende_stad, levende_stad.klantvraag('Afval blijft liggen'))}/"
    blad = pagina("kim")
    blad.goto(adres)
    blad.keyboard.press("w")
    dialoog = blad.get_by_role("dialog")
    dialoog.get_by_label("Terugbellen afgesproken").check()
    foto(blad, "wachten-dialoog")
    dialoog.get_by_role("button", name="Laten wachten").press("Enter")
    expect(blad.get_by_role("heading", name="Wacht tot")).to_be_visible()
    foto(blad, "wacht-vraag")
    check_axe(blad)
    blad.goto("/werkplek/?lijst=wacht")
    expect(blad.get_by_text("Terugbellen afgesproken")).to_be_visible()
    foto(blad, "wacht-lijst")
    blad.goto(adres)
    blad.keyboard.press("v")
    expect(blad.get_by_role("heading", name="U hebt deze vraag")).to_be_visible()


@pytest.mark.parametrize(("donker", "breedte"), [(True, 1280), (False, 390)])
def test_two_questions_become_one_and_two_again(levende_stad: Stad, pagina: Pagina, donker: bool, breedte: int) -> None:
    eerste = get_nummer(levende_stad, levende_stad.klantvraag("Bezwaar tegen aanslag"))
    tweede = get_nummer(levende_stad, levende_stad.klantvraag("Nog eens over de aanslag"))
    blad = pagina("kim", donker=donker, breedte=breedte)
    merk = f"{'donker' if donker else 'licht'}-{breedte}"
    blad.goto(f"/werkplek/klantvragen/{tweede}/")
    foto(blad, f"lijkt-{merk}")
    blad.goto(f"/werkplek/klantvragen/{tweede}/samenvoegen/")
    foto(blad, f"kiezen-{merk}")
    check_axe(blad)
    check_breedte(blad)
    blad.get_by_role("link", name="Bezwaar tegen aanslag").click()
    expect(blad.get_by_role("button", name="Voeg samen")).to_be_visible()
    foto(blad, f"samen-{merk}")
    check_axe(blad)
    check_breedte(blad)
    blad.get_by_role("button", name="Voeg samen").press("Enter")
    expect(blad.get_by_text(f"{tweede} ging op in {eerste}")).to_be_visible()
    blad.goto(f"/werkplek/klantvragen/{tweede}/")
    foto(blad, f"opgegaan-{merk}")
    check_axe(blad)
    blad.get_by_role("link", name="Samenvoegen ongedaan maken").click()
    expect(blad.get_by_role("button", name="Maak ongedaan")).to_be_visible()
    foto(blad, f"uit-elkaar-{merk}")
    check_axe(blad)
    check_breedte(blad)
    blad.get_by_role("button", name="Maak ongedaan").press("Enter")
    expect(blad.get_by_text("zijn weer los van elkaar")).to_be_visible()
