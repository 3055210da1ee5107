"""Macros, as an administrator keeps them."""

import re

from stadspunt.stromen.macros.queries import list_macros
from stadspunt.stromen.macros.rules import Stap, Stapsoort
from tests.stad import Stad

LEEG = {"naam": "Doorzetten", "minuten": "10", "overdragen_vorm": "advies"}


def test_fatma_adds_one_sees_it_again_and_takes_it_out_of_use(stad: Stad) -> None:
    fatma, afdeling = stad.browser("fatma"), stad.afdelingen["belastingen"]
    gegevens = LEEG | {
        "product": stad.producten["bezwaar-belasting"], "oppakken": "on", "notitie_tekst": "Gebeld\r\nmet {naam}",
        "overdragen": afdeling, "overdragen_tekst": "Klopt dit?",
    }  # fmt: skip
    assert fatma.post("/beheer/macros/nieuw/", gegevens).status_code == 302
    (macro,) = list_macros(stad.raadpleging(), [stad.gemeente_id])
    assert macro.gegevens.stappen == (
        Stap(Stapsoort.PRODUCT, stad.producten["bezwaar-belasting"]),
        Stap(Stapsoort.OPPAKKEN),
        Stap(Stapsoort.NOTITIE, tekst="Gebeld\nmet {naam}"),
        Stap(Stapsoort.OVERDRAGEN, afdeling, "advies", "Klopt dit?"),
    )
    pagina = fatma.get("/beheer/macros/").content.decode()
    assert "Product, oppakken, notitie, overdragen" in pagina
    assert "Nooit" in pagina
    formulier = fatma.get(f"/beheer/macros/{macro.id}/").content.decode()
    assert re.search(rf'<option value="{afdeling}" selected>Belastingen', formulier)
    assert '<option value="advies" selected>' in formulier
    assert fatma.post(f"/beheer/macros/{macro.id}/", gegevens).status_code == 302
    assert list_macros(stad.raadpleging(), [stad.gemeente_id]) == []


def test_all_mistakes_in_all_steps_stand_at_their_fields(stad: Stad) -> None:
    gegevens = LEEG | {"overdragen": stad.afdelingen["belastingen"], "beantwoord": "mondeling", "notitie_tekst": "Dag {klant}"}
    antwoord = stad.browser("fatma").post("/beheer/macros/nieuw/", gegevens)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 400
    for tekst in ("Schrijf op wat u van de afdeling wilt weten.", "Schrijf het antwoord op.", "Het veld {klant} bestaat niet."):
        assert tekst in pagina
    assert pagina.count("Kies één laatste stap") >= 2


def test_without_a_step_there_is_no_macro(stad: Stad) -> None:
    assert "Kies ten minste één stap." in stad.browser("fatma").post("/beheer/macros/nieuw/", LEEG).content.decode()


def test_the_privacy_officer_looks_and_changes_nothing(stad: Stad) -> None:
    pien = stad.browser("pien")
    assert pien.get("/beheer/macros/").status_code == 200
    assert pien.get("/beheer/macros/nieuw/").status_code == 404
