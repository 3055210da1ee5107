"""A resident asks something on the public site."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from stadspunt.deuren.website.contact import MAX_PER_UUR
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.queries import Filter, list_werkvoorraad
from tests.stad import Stad

INGEVULD = {
    "onderwerp": "Kapotte lantaarn",
    "vraag": "De lantaarn voor nummer 12 is stuk.",
    "naam": "Joost Jansen",
    "email": "joost.jansen@example.org",
}


def vul_in(client: Client, taal: str = "", **anders: object) -> object:
    eenmalig = re.search(r'name="eenmalig" value="([^"]+)"', client.get(f"{taal}/contact/").content.decode())[1]
    return client.post(f"{taal}/contact/", INGEVULD | {"eenmalig": eenmalig} | anders)


def list_vragen(stad: Stad) -> tuple[str, ...]:
    return tuple(regel.onderwerp for regel in list_werkvoorraad(stad.raadpleging(), Filter()).regels)


def test_a_question_becomes_one_klantvraag_and_the_sender_sees_number_and_day(stad: Stad) -> None:
    client = Client()
    pagina = client.get(vul_in(client).url).content.decode()
    nummer = list_werkvoorraad(stad.raadpleging(), Filter()).regels[0].nummer
    assert nummer in pagina
    assert "dinsdag 1 december 2026" in pagina


def test_pressing_send_twice_is_one_question(stad: Stad) -> None:
    client = Client()
    eenmalig = re.search(r'name="eenmalig" value="([^"]+)"', client.get("/contact/").content.decode())[1]
    eerste, tweede = (client.post("/contact/", INGEVULD | {"eenmalig": eenmalig}) for _ in range(2))
    assert eerste.url == tweede.url
    assert list_vragen(stad) == ("Kapotte lantaarn",)


def test_all_that_is_wrong_is_said_at_once_and_nothing_typed_is_lost(stad: Stad) -> None:
    antwoord = vul_in(Client(), onderwerp="", email="geen adres", telefoon="bel maar")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 400
    for melding in ("Vul in waar uw vraag over gaat", "Dit is geen e-mailadres", "Dit is geen telefoonnummer"):
        assert melding in tekst
    assert "De lantaarn voor nummer 12 is stuk." in tekst
    assert list_vragen(stad) == ()


def test_who_cannot_be_reached_is_asked_whether_that_is_meant(stad: Stad) -> None:
    assert "geen antwoord" in vul_in(Client(), email="").content.decode()
    assert vul_in(Client(), email="", anoniem="on").status_code == 302
    assert list_vragen(stad) == ("Kapotte lantaarn",)


def test_a_robot_that_fills_in_everything_gets_nowhere(stad: Stad) -> None:
    assert vul_in(Client(), website="https://koop.example").status_code == 400
    assert list_vragen(stad) == ()


def test_a_form_that_a_browser_fills_in_within_a_second_is_taken_in(stad: Stad) -> None:
    assert vul_in(Client()).status_code == 302
    assert list_vragen(stad) == ("Kapotte lantaarn",)


def test_going_back_and_sending_again_is_the_same_question(stad: Stad) -> None:
    client = Client()
    eerste, tweede = vul_in(client), vul_in(client)
    assert eerste.url == tweede.url
    assert list_vragen(stad) == ("Kapotte lantaarn",)


def test_two_neighbours_who_stay_anonymous_put_two_questions(stad: Stad) -> None:
    for client in (Client(), Client()):
        for _ in range(2):
            vul_in(client, email="", naam="", anoniem="on")
    assert len(list_vragen(stad)) == 2


def test_a_form_that_lay_open_for_days_is_taken_in(stad: Stad) -> None:
    client = Client()
    client.get("/contact/")
    assert client.post("/contact/", INGEVULD).status_code == 302


def test_a_refused_form_names_the_files_that_must_be_chosen_again(stad: Stad) -> None:
    foto = SimpleUploadedFile("lantaarn.png", b"\x89PNG\r\n\x1a\n")
    for fout in ({"vraag": ""}, {"website": "https://koop.example"}):
        tekst = vul_in(Client(), bestanden=[foto], **fout).content.decode()
        assert "Kies uw bestanden opnieuw" in tekst
        assert "lantaarn.png" in tekst


def test_one_address_cannot_flood_the_centre(stad: Stad) -> None:
    client = Client()
    antwoorden = [vul_in(client, onderwerp=f"Vraag {nummer}").status_code for nummer in range(MAX_PER_UUR + 1)]
    assert antwoorden == [302] * MAX_PER_UUR + [429]
    assert "De lantaarn voor nummer 12 is stuk." in vul_in(client).content.decode()


def test_english_pages_have_no_dutch_left(stad: Stad) -> None:
    client = Client()
    tekst = client.get("/en/contact/").content.decode() + client.get(vul_in(client, "/en").url).content.decode()
    assert "Ask your question" in tekst
    assert "We have received your question" in tekst
    for nederlands in ("Vul ", "Uw ", "Stel ", "Versturen", "Hulp nodig"):
        assert nederlands not in tekst


def test_too_many_files_are_refused_with_the_limit(stad: Stad) -> None:
    bestanden = [SimpleUploadedFile(f"foto{nummer}.png", b"\x89PNG\r\n\x1a\n") for nummer in range(6)]
    assert "ten hoogste 5 bestanden" in vul_in(Client(), bestanden=bestanden).content.decode()


def test_a_photo_comes_along(stad: Stad) -> None:
    foto = SimpleUploadedFile("lantaarn.png", b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert vul_in(Client(), bestanden=[foto]).status_code == 302
    from stadspunt.stromen.correspondentie.queries.berichten import list_berichten

    vraag_id = list_werkvoorraad(stad.raadpleging(), Filter()).regels[0].id
    (bericht,) = list_berichten(stad.raadpleging(), vraag_id)
    assert [bijlage.document.naam for bijlage in bericht.bijlagen] == ["lantaarn.png"]


@pytest.mark.parametrize(
    ("bereik", "tekst"),
    [
        ({}, "per e-mail"),
        ({"email": "", "telefoon": "06 12345678"}, "Wij bellen u uiterlijk"),
        ({"email": "", "anoniem": "on"}, "U krijgt geen bericht"),
    ],
)
def test_the_sender_hears_how_the_answer_comes(stad: Stad, bereik: dict[str, str], tekst: str) -> None:
    client = Client()
    pagina = client.get(vul_in(client, **bereik).url).content.decode()
    assert tekst in pagina
    assert "Hebt u" not in pagina


def test_the_thank_you_page_of_somebody_else_shows_nothing(stad: Stad) -> None:
    pagina = Client().get("/contact/bedankt/0193b0a0-0000-7000-8000-000000000000/").content.decode()
    assert "2026-" not in pagina


@pytest.mark.parametrize("pad", ["/", "/privacy/", "/toegankelijkheid/", "/en/", "/en/privacy/", "/.well-known/security.txt"])
def test_every_public_page_opens_for_everybody(stad: Stad, pad: str) -> None:
    assert Client().get(pad).status_code == 200


def test_translations_are_compiled() -> None:
    from stadspunt.fundament.schermen.vertalen import build_mo, read_po

    po = Path(__file__).parents[1] / "locale/en/LC_MESSAGES/django.po"
    assert po.with_suffix(".mo").read_bytes() == build_mo(read_po(po.read_text("utf-8")))


def test_security_txt_has_not_expired(stad: Stad) -> None:
    tekst = Client().get("/.well-known/security.txt").content.decode()
    assert f"Expires: {get_moment() + timedelta(days=30):%Y-%m-%d}" in tekst
