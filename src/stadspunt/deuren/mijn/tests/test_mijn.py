"""What is of the employee himself."""

import re

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import add_tekstblok
from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens
from tests.stad import Stad

BLOK = {"naam": "Groet", "code": "Groet", "waarvoor": ["mail", "notitie"], "tekst_nl": "Met vriendelijke groet,\r\n{medewerker}"}


def test_an_employee_adds_changes_and_throws_away_his_own(stad: Stad) -> None:
    kim = stad.kim
    assert kim.post("/mijn/tekstblokken/nieuw/", BLOK).status_code == 302
    pagina = kim.get("/mijn/tekstblokken/").content.decode()
    assert "::groet" in pagina
    assert "Met vriendelijke groet,<br>{medewerker}" in pagina
    adres = re.findall(r'href="(/mijn/tekstblokken/\d+/)"', pagina)[0]
    assert 'value="mail" ' in kim.get(adres).content.decode()
    kim.post(adres, BLOK | {"naam": "Hartelijke groet"})
    assert "Hartelijke groet" in kim.get("/mijn/tekstblokken/").content.decode()
    kim.post(f"{adres}weg/")
    assert "Hartelijke groet" not in kim.get("/mijn/tekstblokken/").content.decode()


def test_what_is_wrong_stands_at_its_field(stad: Stad) -> None:
    antwoord = stad.kim.post("/mijn/tekstblokken/nieuw/", BLOK | {"tekst_nl": "Dag {klant}", "code": "a b"})
    assert antwoord.status_code == 400
    assert "Het veld {klant} bestaat niet." in antwoord.content.decode()
    assert "Vul een woord in van 1 tot 20 letters" in antwoord.content.decode()


def test_shared_ones_can_be_copied_without_script(stad: Stad) -> None:
    add_tekstblok(stad.handeling("fatma", Doel.BEHEREN), Tekstblokgegevens("Open", "open", "Wij zijn open."), stad.gemeente_id)
    for wie in ("kim", "bram"):
        assert "Wij zijn open." in stad.browser(wie).get("/mijn/tekstblokken/").content.decode()


@pytest.mark.parametrize("wie", ["rian", "fatma"])
def test_who_writes_to_nobody_has_no_pieces_of_text_but_has_settings(stad: Stad, wie: str) -> None:
    assert stad.browser(wie).get("/mijn/tekstblokken/").status_code == 404
    assert "Mijn tekstblokken" not in stad.browser(wie).get("/mijn/instellingen/").content.decode()


def test_keys_of_one_letter_are_switched_off_for_one_person_on_every_computer(stad: Stad) -> None:
    assert stad.kim.post("/mijn/instellingen/", {}).status_code == 302
    assert 'data-lettertoetsen="uit"' in stad.kim.get("/werkplek/").content.decode()
    assert 'data-lettertoetsen="uit"' not in stad.browser("tess").get("/werkplek/").content.decode()
    assert stad.kim.post("/mijn/instellingen/", {"lettertoetsen": "on", "blad": "1"}).status_code == 204
    assert 'data-lettertoetsen="uit"' not in stad.kim.get("/werkplek/").content.decode()
