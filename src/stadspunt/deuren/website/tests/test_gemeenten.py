"""One house for several municipalities, or for none yet."""

import pytest
from django.test import Client

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_ingang, add_team
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.website.tests.test_contact import INGEVULD
from stadspunt.stromen.intake.models import Ontvangst
from tests.stad import Stad, wipe_stad


@pytest.fixture
def zuiderveen(stad: Stad) -> int:
    """A second municipality in the same contact centre, with a form of its own."""
    systeem = stad.systeem()
    gemeente_id = add_gemeente(systeem, "Zuiderveen", "zuiderveen", "zuiderveen.example", "14 099")
    team_id = add_team(systeem, gemeente_id, "Zuiderveen", "zuiderveen")
    add_ingang(systeem, gemeente_id, "internet", team_id, Ingangsoort.FORMULIER, "Formulier", "contact-zuiderveen")
    return gemeente_id


@pytest.mark.usefixtures("zuiderveen")
@pytest.mark.parametrize("pad", ["/", "/contact/", "/en/contact/"])
def test_a_visitor_first_chooses_his_municipality(stad: Stad, pad: str) -> None:
    tekst = Client().get(pad).content.decode()
    assert "Lindewaard" in tekst
    assert "/gemeente/zuiderveen/" in tekst
    assert 'name="vraag"' not in tekst


def test_each_municipality_has_its_own_form(stad: Stad, zuiderveen: int) -> None:
    for slug, naam, gemeente_id in (("zuiderveen", "Zuiderveen", zuiderveen), ("lindewaard", "Lindewaard", stad.gemeente_id)):
        pagina = Client().get(f"/gemeente/{slug}/contact/").content.decode()
        assert f"Uw vraag gaat naar de gemeente {naam}." in pagina
        antwoord = Client().post(f"/gemeente/{slug}/contact/", INGEVULD)
        assert antwoord.url.startswith(f"/gemeente/{slug}/contact/bedankt/")
        assert f"Gemeente {naam}" in Client().get(antwoord.url).content.decode()
        assert Ontvangst.objects.latest("id").gemeente_id == gemeente_id


@pytest.mark.usefixtures("zuiderveen")
def test_the_host_name_also_says_which_municipality(stad: Stad, settings: object) -> None:
    settings.ALLOWED_HOSTS = [".example"]  # type: ignore[attr-defined]
    tekst = Client().get("/contact/", headers={"host": "www.zuiderveen.example:8014"}).content.decode()
    assert "Gemeente Zuiderveen" in tekst
    assert 'name="vraag"' in tekst


def test_a_municipality_without_a_form_says_to_call(stad: Stad) -> None:
    add_gemeente(stad.systeem(), "Zuiderveen", "zuiderveen", "zuiderveen.example", "14 099")
    antwoord = Client().get("/gemeente/zuiderveen/contact/")
    assert antwoord.status_code == 404
    assert "Bel 14 099" in antwoord.content.decode()


def test_a_municipality_that_is_not_there_is_not_found(stad: Stad) -> None:
    assert Client().get("/gemeente/elders/contact/").status_code == 404


def test_while_there_is_one_nobody_sees_that_there_could_be_more(stad: Stad) -> None:
    tekst = Client().get("/").content.decode() + Client().get("/contact/").content.decode()
    assert "/gemeente/" not in tekst
    assert "Uw vraag gaat naar" not in tekst


@pytest.mark.django_db(transaction=True)
def test_an_empty_installation_says_that_it_is_not_ready_and_takes_nothing_in() -> None:
    wipe_stad()
    start, contact = Client().get("/"), Client().get("/contact/")
    assert (start.status_code, contact.status_code) == (200, 404)
    for antwoord in (start, contact):
        tekst = antwoord.content.decode()
        assert "nog niet klaar" in tekst
        assert "StadsPunt StadsPunt" not in tekst
        assert "Stel uw vraag" not in tekst
    assert Client().post("/contact/", INGEVULD).status_code == 404
