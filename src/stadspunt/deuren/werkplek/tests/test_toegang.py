"""Who may not see does not see: no role is 403, another municipality is the same 404 as nothing at all."""

import pytest

from stadspunt.deuren.werkplek.tests.buren import build_buurgemeente
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst
from tests.stad import Stad

SCHERMEN = [
    "/werkplek/",
    "/werkplek/contacten/nieuw/",
    "/werkplek/contacten/{contact}/",
    "/werkplek/klantvragen/{nummer}/",
    "/werkplek/klantvragen/{nummer}/wijzigen/",
    "/werkplek/klantvragen/{nummer}/contact/",
    "/werkplek/klantvragen/{nummer}/koppelen/",
    "/werkplek/klantvragen/{nummer}/vervallen/",
    "/werkplek/partijen/{partij}/",
    "/werkplek/partijen/{partij}/wijzigen/",
]
KNOPPEN = [
    "/werkplek/klantvragen/{nummer}/oppakken/",
    "/werkplek/klantvragen/{nummer}/overnemen/",
    "/werkplek/klantvragen/{nummer}/vrijgeven/",
    "/werkplek/klantvragen/{nummer}/heropenen/",
    "/werkplek/klantvragen/{nummer}/notitie/",
    "/werkplek/partijen/{partij}/adres-weghalen/",
]


def vul(pad: str, stad: Stad) -> str:
    return pad.format(nummer=get_nummer(stad, stad.klantvraag()), partij=stad.partijen["joost"], contact=1)


@pytest.mark.parametrize("pad", SCHERMEN)
@pytest.mark.parametrize("wie", ["gast", "bram", "rian", "fatma"])
def test_who_does_not_work_at_the_kcc_sees_nothing(stad: Stad, pad: str, wie: str) -> None:
    assert stad.browser(wie).get(vul(pad, stad)).status_code == 403


@pytest.mark.parametrize("pad", KNOPPEN)
@pytest.mark.parametrize("wie", ["gast", "bram"])
def test_who_does_not_work_at_the_kcc_presses_no_button(stad: Stad, pad: str, wie: str) -> None:
    assert stad.browser(wie).post(vul(pad, stad)).status_code == 403


@pytest.mark.parametrize("pad", SCHERMEN)
def test_who_is_not_signed_in_is_asked_to_sign_in(stad: Stad, pad: str) -> None:
    antwoord = stad.browser().get(vul(pad, stad))
    assert (antwoord.status_code, antwoord["Location"].startswith("/aanmelden/")) == (302, True)


@pytest.mark.parametrize("pad", SCHERMEN[2:])
def test_what_is_of_another_municipality_is_not_there(stad: Stad, pad: str) -> None:
    buren = build_buurgemeente(stad)
    adres = pad.format(nummer=buren.nummer, partij=buren.partij_id, contact=buren.klantcontact_id)
    assert stad.kim.get(adres).status_code == 404
    assert stad.kim.get(pad.format(nummer="2026-999999-0", partij=999_999, contact=999_999)).status_code == 404


@pytest.mark.parametrize("pad", KNOPPEN)
def test_a_button_on_what_is_of_another_municipality_does_nothing(stad: Stad, pad: str) -> None:
    buren = build_buurgemeente(stad)
    adres = pad.format(nummer=buren.nummer, partij=buren.partij_id)
    assert stad.kim.post(adres, {"tekst": "x", "soort": "email", "waarde": "truus@example.org"}).status_code == 404


@pytest.mark.parametrize("zoek", ["truus@example.org", "Truus", "Hondenbelasting"])
def test_searching_finds_nothing_of_another_municipality(stad: Stad, zoek: str) -> None:
    build_buurgemeente(stad)
    tekst = get_tekst(stad.kim.get("/werkplek/", {"q": zoek}))
    assert "Buurvrouw" not in tekst
    assert "Geen vragen gevonden" in tekst


def test_a_client_of_another_municipality_cannot_be_linked_or_chosen(stad: Stad) -> None:
    buren = build_buurgemeente(stad)
    nummer = get_nummer(stad, stad.klantvraag(partij_id=None))
    assert stad.kim.post(f"/werkplek/klantvragen/{nummer}/koppelen/", {"actie": f"kies-{buren.partij_id}"}).status_code == 404
    scherm = stad.kim.post("/werkplek/contacten/nieuw/", {"actie": f"kies-{buren.partij_id}"})
    assert "Buurvrouw" not in get_tekst(scherm)


def test_buttons_are_pressed_and_not_followed(stad: Stad) -> None:
    for pad in KNOPPEN:
        assert stad.kim.get(vul(pad, stad)).status_code == 405
