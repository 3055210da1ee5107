"""An administrator keeps the texts, the products and the quick codes; who works meets the change at once."""

import re

import pytest

from stadspunt.bronnen.producten.queries import list_producten, list_snelcodes
from stadspunt.stromen.correspondentie.queries.sjablonen import find_bevestigingstekst, list_sjablonen
from stadspunt.stromen.correspondentie.rules.bevestiging import STANDAARDTEKSTEN
from tests.stad import Stad

SJABLOON = {
    "naam": "Afspraak",
    "taal": "nl",
    "soort": "antwoord",
    "onderwerp": "Over {onderwerp}",
    "tekst": "{aanhef}\nMaak een afspraak.",
}
GOED = {"onderwerp": "Bedankt", "tekst": "Uw nummer is {nummer}. U hoort het op {beloofd}."}


def lees(antwoord: object) -> str:
    return antwoord.content.decode()  # type: ignore[attr-defined, no-any-return]


def get_sjabloon_id(stad: Stad) -> int:
    return list_sjablonen([stad.gemeente_id], ook_inactief=True)[0].id


def test_a_template_is_added_changed_and_ended(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert fatma.post("/beheer/sjablonen/nieuw/", SJABLOON).status_code == 302
    adres = f"/beheer/sjablonen/{get_sjabloon_id(stad)}/"
    fatma.post(adres, SJABLOON | {"naam": "Afspraak maken", "actief": "on"})
    assert [een.naam for een in list_sjablonen([stad.gemeente_id])] == ["Afspraak maken"]
    fatma.post(adres, SJABLOON)
    assert list_sjablonen([stad.gemeente_id]) == ()
    assert "Niet in gebruik" in lees(fatma.get("/beheer/sjablonen/"))


def test_a_template_says_whether_the_question_stays_open_and_keeps_it_when_something_else_changes(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert fatma.post("/beheer/sjablonen/nieuw/", SJABLOON | {"soort": ""}).status_code == 400
    fatma.post("/beheer/sjablonen/nieuw/", SJABLOON | {"soort": "tussenbericht", "vooraan": "on"})
    adres = f"/beheer/sjablonen/{get_sjabloon_id(stad)}/"
    pagina = lees(fatma.get(adres))
    assert re.search(r'<input[^>]*value="tussenbericht"[^>]*checked', pagina)
    assert re.search(r'<input[^>]*name="vooraan"[^>]*checked', pagina)
    assert ">Tussenbericht</td>" in lees(fatma.get("/beheer/sjablonen/"))
    assert "[vul in: datum van antwoord]" in pagina


def test_an_unknown_field_is_told_at_the_text_and_nothing_is_kept(stad: Stad) -> None:
    antwoord = stad.browser("fatma").post("/beheer/sjablonen/nieuw/", SJABLOON | {"tekst": "Beste {klantnaam}"})
    assert antwoord.status_code == 400
    assert "Het veld {klantnaam} bestaat niet. U kunt kiezen uit: {aanhef}" in lees(antwoord)
    assert list_sjablonen([stad.gemeente_id]) == ()


@pytest.mark.parametrize(("taal", "aanhef"), [("nl", "Beste Joost Jansen,"), ("en", "Dear Joost Jansen,")])
def test_a_preview_shows_the_text_with_examples_and_keeps_nothing(stad: Stad, taal: str, aanhef: str) -> None:
    antwoord = stad.browser("fatma").post("/beheer/sjablonen/nieuw/", SJABLOON | {"taal": taal, "doe": "voorbeeld"})
    assert antwoord.status_code == 200
    assert aanhef in lees(antwoord)
    assert list_sjablonen([stad.gemeente_id]) == ()


def test_every_field_of_a_template_stands_beside_it(stad: Stad) -> None:
    pagina = lees(stad.browser("fatma").get("/beheer/sjablonen/nieuw/"))
    assert "&#123;beloofd&#125;" in pagina
    assert "de dag waarop de klant antwoord zou krijgen" in pagina


def test_the_receipt_gets_an_own_text_and_the_standard_text_back(stad: Stad) -> None:
    fatma, adres = stad.browser("fatma"), f"/beheer/sjablonen/bevestiging/{stad.gemeente_id}/en/"
    assert STANDAARDTEKSTEN["en"].onderwerp in lees(fatma.get(adres))
    assert fatma.post(adres, GOED).status_code == 302
    assert find_bevestigingstekst(stad.gemeente_id, "nl") is None
    eigen = find_bevestigingstekst(stad.gemeente_id, "en")
    assert eigen is not None
    assert eigen.onderwerp == "Bedankt"
    fatma.post(f"{adres}standaard/")
    assert find_bevestigingstekst(stad.gemeente_id, "en") is None


def test_a_receipt_without_its_number_is_refused_at_the_text(stad: Stad) -> None:
    adres = f"/beheer/sjablonen/bevestiging/{stad.gemeente_id}/nl/"
    antwoord = stad.browser("fatma").post(adres, {"onderwerp": "Bedankt", "tekst": "Tot {beloofd}."})
    assert antwoord.status_code == 400
    assert "Zet {nummer} in de tekst." in lees(antwoord)


def test_a_product_is_added_changed_and_ended(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    gegevens = {"naam": "Rijbewijs", "afdeling_id": stad.afdelingen["vergunningen"], "norm_werkdagen": "2"}
    assert fatma.post("/beheer/producten/nieuw/", gegevens).status_code == 302
    rijbewijs = next(een for een in list_producten([stad.gemeente_id]) if een.naam == "Rijbewijs")
    assert (rijbewijs.slug, rijbewijs.norm_werkdagen) == ("rijbewijs", 2)
    fatma.post(f"/beheer/producten/{rijbewijs.id}/", gegevens | {"naam": "Rijbewijs verlengen"})
    assert "Rijbewijs verlengen" not in {een.naam for een in list_producten([stad.gemeente_id])}
    assert "Rijbewijs verlengen" in lees(fatma.get("/beheer/producten/"))


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"naam": "Parkeervergunning"}, "Er is al een product met deze naam."),
        ({"naam": "!!"}, "Vul een naam in met letters of cijfers."),
        ({"norm_werkdagen": "-1"}, "van 0 tot en met 90"),
        ({"norm_werkdagen": "veel"}, "van 0 tot en met 90"),
        ({"afdeling_id": "999999"}, "Kies"),
        ({"upl_uri": "javascript:alert(1)"}, "Vul een webadres in"),
    ],
)
def test_a_product_that_cannot_be_is_a_form_with_the_reason(stad: Stad, anders: dict[str, str], tekst: str) -> None:
    gegevens = {"naam": "Rijbewijs", "afdeling_id": stad.afdelingen["vergunningen"]} | anders
    antwoord = stad.browser("fatma").post("/beheer/producten/nieuw/", gegevens)
    assert antwoord.status_code == 400
    assert tekst in lees(antwoord)


def test_a_quick_code_is_added_changed_and_ended(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    gegevens = {"code": "GR", "naam": "Grofvuil", "antwoord": "Maak een afspraak op onze website."}
    assert fatma.post("/beheer/snelcodes/nieuw/", gegevens).status_code == 302
    nieuw = next(een for een in list_snelcodes([stad.gemeente_id]) if een.code == "gr")
    assert nieuw.naam in lees(stad.kim.get("/werkplek/contacten/nieuw/"))
    dubbel = fatma.post("/beheer/snelcodes/nieuw/", gegevens | {"code": "gr"})
    assert (dubbel.status_code, "Deze code is al in gebruik." in lees(dubbel)) == (400, True)
    fatma.post(f"/beheer/snelcodes/{nieuw.id}/", gegevens)
    assert "gr" not in {een.code for een in list_snelcodes([stad.gemeente_id])}


@pytest.mark.parametrize(
    "pad",
    ["sjablonen/nieuw/", "sjablonen/bevestiging/{gemeente}/nl/", "producten/nieuw/", "snelcodes/nieuw/", "snelcodes/{snelcode}/"],
)
def test_who_may_only_look_gets_no_form_and_changes_nothing(stad: Stad, pad: str) -> None:
    adres = "/beheer/" + pad.format(gemeente=stad.gemeente_id, snelcode=stad.snelcodes["mi"])
    pien = stad.browser("pien")
    assert (pien.get(adres).status_code, pien.post(adres, SJABLOON | GOED).status_code) == (404, 404)
    assert "Nieuw" not in lees(pien.get("/beheer/sjablonen/"))
    assert (list_sjablonen([stad.gemeente_id]), find_bevestigingstekst(stad.gemeente_id, "nl")) == ((), None)


@pytest.mark.parametrize("pad", ["sjablonen/bevestiging/999/nl/", "sjablonen/999/", "producten/999/", "snelcodes/999/"])
def test_what_is_not_there_or_of_a_neighbour_is_not_found(stad: Stad, pad: str) -> None:
    assert stad.browser("fatma").get(f"/beheer/{pad}").status_code == 404
    assert stad.browser("fatma").get(f"/beheer/sjablonen/bevestiging/{stad.gemeente_id}/de/").status_code == 404
