"""A specialist at his desk: what he types is kept, and a colleague sees that he writes."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from stadspunt.bronnen.organisatie.actions import assign_rol
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser

TEKST = "Het bezwaar is op tijd."


@pytest.fixture
def adres(levende_stad: Stad) -> str:
    """An order for Belastingen, where Bram works and Rian helps out."""
    assign_rol(
        levende_stad.systeem(),
        levende_stad.medewerkers["rian"],
        "behandelaar",
        levende_stad.gemeente_id,
        afdeling_id=levende_stad.afdelingen["belastingen"],
    )
    vraag_id = levende_stad.klantvraag("Bezwaar")
    terug_op = get_moment().date()
    while terug_op.isoweekday() > 5 or terug_op == get_moment().date():
        terug_op += timedelta(days=1)
    voorstel = Voorstel(levende_stad.afdelingen["belastingen"], "Op tijd?", Vorm.ADVIES, terug_op, "Mag later.")
    hand_over_klantvraag(levende_stad.handeling(), vraag_id, voorstel)
    return f"/afdeling/opdrachten/{list_overdrachten_van_klantvraag(levende_stad.raadpleging(), vraag_id)[-1].uuid}/"


@pytest.mark.parametrize("donker", [False, True], ids=["light", "dark"])
def test_an_answer_is_there_again_after_a_crash_and_a_colleague_goes_on_with_it(pagina: Pagina, adres: str, donker: bool) -> None:
    bram = pagina("bram", donker=donker)
    bram.goto(adres)
    bram.get_by_label("Uw antwoord aan het KCC").press_sequentially(TEKST)
    expect(bram.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=3000)
    rian = pagina("rian", donker=donker, breedte=390)
    rian.goto(adres)
    expect(rian.get_by_text("Bram Vos schrijft")).to_be_visible()
    check_axe(rian)
    check_breedte(rian)
    bram.context.close()
    opnieuw = pagina("bram")
    opnieuw.goto(adres)
    expect(opnieuw.get_by_label("Uw antwoord aan het KCC")).to_have_value(TEKST)
    rian.get_by_role("button", name="Hiermee verdergaan").click()
    expect(rian.get_by_label("Uw antwoord aan het KCC")).to_have_value(TEKST)
    expect(rian.locator("[data-concept-staat]")).to_contain_text("Bewaard:", timeout=4000)
    rian.get_by_role("button", name="Geef terug aan het KCC").click()
    expect(rian.get_by_text("Uw antwoord is bij het KCC.")).to_be_visible()
