"""Shared pieces of text, as an administrator keeps them."""

from tests.stad import Stad

BLOK = {"naam": "Groet", "code": "groet", "waarvoor": ["mail"], "tekst_nl": "Groet", "tekst_en": "Regards"}


def test_fatma_adds_one_and_takes_it_out_of_use(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert fatma.post("/beheer/tekstblokken/nieuw/", BLOK).status_code == 302
    pagina = fatma.get("/beheer/tekstblokken/").content.decode()
    assert "::groet" in pagina
    assert "Nooit" in pagina
    adres = next(deel for deel in pagina.split('"') if deel.startswith("/beheer/tekstblokken/") and deel[-2].isdigit())
    assert fatma.post(adres, BLOK | {"team": stad.teams["mit"]}).status_code == 302
    pagina = fatma.get("/beheer/tekstblokken/").content.decode()
    assert "Niet in gebruik" in pagina
    assert "Mail, internet en telefoon" in pagina


def test_every_mistake_stands_at_its_field(stad: Stad) -> None:
    antwoord = stad.browser("fatma").post("/beheer/tekstblokken/nieuw/", {"tekst_nl": "{x}", "team": "999999"})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 400
    for tekst in ("Vul een naam in.", "Vul een kort woord in.", "Kies waarvoor dit tekstblok is."):
        assert tekst in pagina


def test_the_privacy_officer_looks_and_changes_nothing(stad: Stad) -> None:
    pien = stad.browser("pien")
    assert pien.get("/beheer/tekstblokken/").status_code == 200
    assert pien.post("/beheer/tekstblokken/nieuw/", BLOK).status_code == 404
