"""Signing in and out."""

import pytest
from django.test import Client

from tests.stad import WACHTWOORD, Stad


def probeer(client: Client, login: str, wachtwoord: str, verder: str = "") -> object:
    return client.post("/aanmelden/", {"login": login, "wachtwoord": wachtwoord, "next": verder})


@pytest.mark.parametrize(
    ("wie", "plek"),
    [
        ("kim", "/werkplek/"),
        ("bram", "/afdeling/"),
        ("fatma", "/beheer/"),
        ("rian", "/aanmelden/geen-rol/"),
        ("gast", "/aanmelden/geen-rol/"),
    ],
)
def test_everybody_starts_at_his_own_desk(stad: Stad, wie: str, plek: str) -> None:
    assert probeer(Client(), f" {wie.upper()} ", WACHTWOORD).url == plek


@pytest.mark.parametrize(
    ("wie", "tekst"),
    [("rian", "bij uw rol hoort"), ("gast", "geen rol"), ("kim", "Naar uw werkplek"), (None, "Aanmelden")],
)
def test_who_has_no_desk_hears_what_to_do(stad: Stad, wie: str | None, tekst: str) -> None:
    assert tekst in stad.browser(wie).get("/aanmelden/geen-rol/").content.decode()


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(stad: Stad) -> None:
    fout, onbekend = probeer(Client(), "kim", "anders"), probeer(Client(), "niemand", "anders")
    assert fout.status_code == onbekend.status_code == 400
    assert "horen niet bij elkaar" in fout.content.decode()
    assert "horen niet bij elkaar" in onbekend.content.decode()


def test_after_eight_wrong_passwords_the_right_one_waits_a_quarter_of_an_hour(stad: Stad) -> None:
    for _ in range(8):
        probeer(Client(), "kim", "raden")
    assert "te vaak" in probeer(Client(), "kim", WACHTWOORD).content.decode()
    stad.vooruit(minutes=16)
    assert probeer(Client(), "kim", WACHTWOORD).status_code == 302


def test_the_way_back_never_leaves_the_house(stad: Stad) -> None:
    assert probeer(Client(), "kim", WACHTWOORD, "https://elders.example/").url == "/werkplek/"
    assert probeer(Client(), "kim", WACHTWOORD, "/werkplek/?team=3").url == "/werkplek/?team=3"


def test_signing_out_ends_the_session(stad: Stad) -> None:
    kim = stad.kim
    kim.post("/aanmelden/uit/")
    assert "_auth_user_id" not in kim.session


def test_an_empty_form_says_everything_at_once(stad: Stad) -> None:
    tekst = probeer(Client(), "", "").content.decode()
    assert "Vul uw inlognaam in" in tekst
    assert "Vul uw wachtwoord in" in tekst


def test_a_browser_that_prefers_english_still_gets_dutch_from_the_staff_side(stad: Stad) -> None:
    antwoord = Client(headers={"accept-language": "en"}).post("/aanmelden/", {"login": "x" * 200, "wachtwoord": "x"})
    assert "Ensure" not in antwoord.content.decode()
