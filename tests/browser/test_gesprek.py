"""A call from beginning to end, by keyboard only: the client, his questions, an answer, a note to a specialist."""

import pytest
from playwright.sync_api import Page, expect

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


@pytest.mark.parametrize(("breedte", "donker"), [(390, False), (1280, True)], ids=["phone", "dark"])
def test_who_chooses_a_department_sees_at_once_what_goes_along(
    levende_stad: Stad, pagina: Pagina, breedte: int, donker: bool
) -> None:
    blad = pagina("kim", breedte=breedte, donker=donker)
    blad.goto(NIEUW)
    blad.get_by_label("Toelichting").fill(NOTITIE)
    expect(blad.get_by_label("Notitie voor de afdeling")).to_be_hidden()
    blad.get_by_label("Naar een afdeling").check()
    expect(blad.get_by_label("Notitie voor de afdeling")).to_have_value(NOTITIE)
    expect(blad.get_by_label("Aan welke afdeling?")).to_be_focused()
    check_axe(blad)
    check_breedte(blad)
