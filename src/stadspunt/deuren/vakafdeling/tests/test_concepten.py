"""What a specialist types is kept while he types, and a colleague of the department can go on with it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.actions import add_medewerker, assign_rol
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad


@pytest.fixture
def adres(stad: Stad) -> str:
    """An order for Belastingen, where Bram has a colleague: Noor."""
    noor = add_medewerker(stad.systeem(), "Noor Prins", "noor", "", "noor@lindewaard.example")
    stad.medewerkers["noor"] = noor
    assign_rol(stad.systeem(), noor, "behandelaar", stad.gemeente_id, afdeling_id=stad.afdelingen["belastingen"])
    vraag_id = stad.klantvraag("Bezwaar")
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Is dit op tijd?", Vorm.ADVIES, date(2026, 11, 26))
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel)
    return f"/afdeling/opdrachten/{list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)[-1].uuid}/"


def typ(stad: Stad, adres: str, tekst: str, wie: str = "bram", versie: int = 0) -> int:
    bij = {"concept-plek": "vraag-1-antwoord", "concept-sinds": get_moment().isoformat(), "concept-versie": versie}
    return stad.browser(wie).post(f"{adres}concept/", {"antwoord": tekst, "besluit": "x"} | bij).status_code


def lees(stad: Stad, adres: str, wie: str = "bram") -> str:
    return stad.browser(wie).get(adres).content.decode()


def test_what_was_typed_stands_in_the_field_again(stad: Stad, adres: str) -> None:
    assert typ(stad, adres, "Het bezwaar is op tijd.") == 200
    assert "Het bezwaar is op tijd.</textarea>" in lees(stad, adres)
    assert "Bewaard: vandaag 10.10 uur" in lees(stad, adres)


def test_the_place_is_that_of_the_order_whatever_the_page_says(stad: Stad, adres: str) -> None:
    typ(stad, adres, "Op tijd.")
    assert find_concept(stad.raadpleging("bram", Doel.OVERDRACHT_BEANTWOORDEN), "vraag-1-antwoord") is None


def test_a_colleague_goes_on_with_it_and_what_was_sent_is_a_draft_no_more(stad: Stad, adres: str) -> None:
    typ(stad, adres, "Het bezwaar is op tijd.")
    assert "Bram Vos schreef dit" in lees(stad, adres, "noor")
    noor = stad.browser("noor")
    over = noor.post(f"{adres}teruggeven/", {"antwoord": "", "actie": f"overnemen-{stad.medewerkers['bram']}"})
    assert over.status_code == 200
    assert "Het bezwaar is op tijd.</textarea>" in over.content.decode()
    assert "data-concept-meteen" in over.content.decode()
    typ(stad, adres, "Ja, op tijd.", "noor")
    assert noor.post(f"{adres}teruggeven/", {"antwoord": "Ja, op tijd."}).status_code == 302
    assert typ(stad, adres, "Ja, op tijd. Te laat getypt", "noor", 1) == 409


def test_another_department_keeps_and_sees_nothing(stad: Stad, adres: str) -> None:
    typ(stad, adres, "Het bezwaar is op tijd.")
    assert typ(stad, adres, "x", "vera") == 404
    assert stad.browser("vera").get(f"{adres}lezers/").status_code == 404
    assert stad.browser("vera").post(f"{adres}aanwezig/", {"schrijft": "1"}).status_code == 404


def test_what_was_typed_is_thrown_away_by_who_typed_it(stad: Stad, adres: str) -> None:
    typ(stad, adres, "Het bezwaar is op tijd.")
    assert stad.browser("bram").post(f"{adres}concept/weg/").status_code == 302
    assert "Het bezwaar is op tijd." not in lees(stad, adres)
    assert "Het bezwaar is op tijd." not in lees(stad, adres, "noor")


def test_who_writes_is_seen_by_a_colleague_and_gone_again(stad: Stad, adres: str) -> None:
    bram = stad.browser("bram")
    bram.post(f"{adres}aanwezig/", {"schrijft": "1", "blad": "a"})
    regel = stad.browser("noor").get(f"{adres}lezers/").content.decode()
    assert "Bram Vos schrijft" in regel
    bram.post(f"{adres}aanwezig/", {"weg": "1", "blad": "a"})
    assert "Bram Vos" not in stad.browser("noor").get(f"{adres}lezers/").content.decode()


def test_the_drafts_of_five_colleagues_take_as_many_queries_as_of_one(stad: Stad, adres: str) -> None:
    typ(stad, adres, "een")
    noor = stad.browser("noor")
    noor.get(adres)
    with CaptureQueriesContext(connection) as een:
        noor.get(adres)
    for nummer in range(4):
        naam = f"collega{nummer}"
        wie = add_medewerker(stad.systeem(), naam.title(), naam, "", f"{naam}@lindewaard.example")
        assign_rol(stad.systeem(), wie, "behandelaar", stad.gemeente_id, afdeling_id=stad.afdelingen["belastingen"])
        typ(stad, adres, f"tekst {nummer}", naam)
    with CaptureQueriesContext(connection) as vijf:
        noor.get(adres)
    assert len(vijf) == len(een)
