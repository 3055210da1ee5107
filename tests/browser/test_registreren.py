"""What the registration screen does by hand: the entrance of a channel, a scan, and another team."""

import re

import pytest
from playwright.sync_api import expect

from stadspunt.bronnen.organisatie.actions import add_ingang
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser

NIEUW = "/werkplek/contacten/nieuw/"
BRIEF = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 brief"}


@pytest.fixture(autouse=True)
def tweede_balie(levende_stad: Stad) -> None:
    systeem, team = levende_stad.systeem(), levende_stad.teams["balie"]
    add_ingang(systeem, levende_stad.gemeente_id, "balie", team, Ingangsoort.BALIE, "Balie De Schakel", "de schakel")


@pytest.mark.parametrize("script", [True, False], ids=["script", "zonder"])
def test_a_channel_with_two_entrances_asks_which_one(pagina: Pagina, script: bool) -> None:
    blad = pagina("kim", script=script)
    blad.goto(NIEUW)
    ingang = blad.get_by_label("Ingang bij Balie")
    expect(ingang).to_be_hidden()
    blad.get_by_label("Balie", exact=True).check()
    ingang.select_option(label="Balie De Schakel")
    blad.get_by_label("Onderwerp").fill("Paspoort")
    blad.get_by_label("Direct beantwoord").check()
    blad.get_by_label("Antwoord aan de klant").fill("Met een afspraak.")
    blad.get_by_role("button", name="Bewaren").click()
    blad.locator(".vastgelegd__nummer a").click()
    expect(blad.locator("#vraag")).to_contain_text("via Balie De Schakel")
    expect(blad.locator("#vraag")).to_contain_text(re.compile(r"Team\s*Balie"))


def test_a_scan_stays_with_the_form_and_comes_on_the_timeline(pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(NIEUW)
    expect(blad.get_by_label("Scan of bestand")).to_be_hidden()
    blad.get_by_label("Post", exact=True).check()
    blad.get_by_label("Scan of bestand").set_input_files(BRIEF)
    blad.get_by_role("button", name="Nieuwe klant").click()
    expect(blad.get_by_label("brief.pdf")).to_be_checked()
    check_axe(blad)
    blad.locator("#id_naam").fill("Sanne de Groot")
    blad.get_by_label("Onderwerp").fill("Bezwaar")
    blad.get_by_label("Ik pak dit op").check()
    blad.get_by_role("button", name="Bewaren").click()
    blad.locator(".vastgelegd__nummer a").click()
    with blad.expect_download() as download:
        blad.get_by_role("link", name="brief.pdf").click()
    assert download.value.path().read_bytes() == BRIEF["buffer"]


def test_the_channel_stands_on_top_and_the_next_question_is_always_in_sight(pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(NIEUW)
    for deel in (blad.get_by_text("Balie", exact=True), blad.get_by_label("Datum"), blad.get_by_label("Duur")):
        plaats = deel.bounding_box()
        assert plaats is not None
        assert plaats["y"] + plaats["height"] < 300
    expect(blad.get_by_role("button", name="Nog een vraag")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("breedte", [360, 1280])
def test_a_question_goes_to_another_team(levende_stad: Stad, pagina: Pagina, breedte: int) -> None:
    levende_stad.klantvraag("Dakkapel")
    blad = pagina("kim", breedte=breedte)
    blad.goto("/werkplek/")
    blad.get_by_role("link", name="Dakkapel").click()
    blad.get_by_role("link", name="Overdragen").click()
    expect(blad.get_by_label("Naar welk team?")).to_be_hidden()
    blad.get_by_label("Naar een ander team van het KCC").check()
    expect(blad.get_by_label("Aan welke afdeling?")).to_be_hidden()
    check_breedte(blad)
    blad.get_by_label("Naar welk team?").select_option(label="Balie")
    blad.get_by_label("Wat moet dit team weten?").fill("Komt morgen langs")
    blad.get_by_role("button", name="Overdragen").click()
    expect(blad.get_by_text("Van Mail, internet en telefoon naar Balie")).to_be_visible()
    expect(blad.get_by_text("Komt morgen langs")).to_be_visible()
