"""What the navigation tells of the work place."""

from django.test import RequestFactory

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.kader_menu import build_menu, get_tellingen
from tests.stad import Stad


def test_the_menu_counts_what_waits_for_this_agent(stad: Stad) -> None:
    stad.klantvraag()
    stad.klantvraag(wie="systeem")
    stad.klantvraag(wie="systeem", team_id=stad.teams["balie"])
    assert get_tellingen(stad.raadpleging()) == {"mijn": 1, "nieuw": 1, "controleren": 0, "laat": 0}


def test_who_does_not_work_there_gets_no_counts_and_no_menu(stad: Stad) -> None:
    verzoek = RequestFactory().get("/afdeling/")
    verzoek.raadpleging = stad.raadpleging("bram", Doel.OVERDRACHT_BEANTWOORDEN)
    assert get_tellingen(verzoek.raadpleging) == {}
    assert build_menu(verzoek) is None


def test_the_menu_marks_the_list_that_is_on_the_screen(stad: Stad) -> None:
    verzoek = RequestFactory().get("/werkplek/", {"lijst": "nieuw"})
    verzoek.raadpleging = stad.raadpleging()
    menu = build_menu(verzoek)
    assert menu is not None
    assert [regel.naam for regel in menu.regels if regel.actief] == ["Team nieuw"]
