"""What the command bar finds while somebody types."""

import pytest

from stadspunt.deuren.werkplek.tests.buren import build_buurgemeente
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst
from tests.stad import Stad

TREFFERS = "/werkplek/treffers/"


def find(stad: Stad, tekst: str) -> str:
    antwoord = stad.kim.post(TREFFERS, {"q": tekst})
    assert antwoord.status_code == 200
    return get_tekst(antwoord)


def test_a_number_or_a_part_of_it_finds_the_question(stad: Stad) -> None:
    nummer = get_nummer(stad, stad.klantvraag("Dakkapel"))
    for tekst in (nummer, nummer.replace("-", ""), nummer[:-2], nummer.split("-")[1]):
        assert f"{nummer} Dakkapel In behandeling" in find(stad, tekst), tekst


def test_a_name_finds_the_client_and_his_questions(stad: Stad) -> None:
    stad.klantvraag("Dakkapel")
    gevonden = find(stad, "jansen")
    assert "Joost Jansen joost.jansen@example.org" in gevonden
    assert "Dakkapel" in gevonden


def test_a_name_never_stands_in_an_address(stad: Stad) -> None:
    assert stad.kim.get(TREFFERS, {"q": "jansen"}).status_code == 405


@pytest.mark.parametrize("tekst", ["", "j", " ", "\x00"])
def test_too_little_to_search_finds_nothing(stad: Stad, tekst: str) -> None:
    stad.klantvraag("j")
    assert find(stad, tekst) == ""


def test_what_is_not_for_you_is_not_found(stad: Stad) -> None:
    buren = build_buurgemeente(stad)
    assert find(stad, "Truus") == ""
    assert find(stad, buren.nummer) == ""
    assert stad.browser("bram").post(TREFFERS, {"q": "jansen"}).status_code == 403
