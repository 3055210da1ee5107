"""The catalogue is kept by an administrator."""

import pytest

from stadspunt.bronnen.organisatie.actions import add_afdeling, add_gemeente
from stadspunt.bronnen.producten.actions import add_product, add_snelcode, update_product, update_snelcode
from stadspunt.bronnen.producten.queries import list_producten, list_snelcodes
from stadspunt.bronnen.producten.queries_beheer import get_product_regel, list_alle_producten, list_alle_snelcodes
from stadspunt.bronnen.producten.rules import Productgegevens, Snelcodegegevens, check_product, check_snelcode
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from tests.stad import Stad


def list_velden(weigering: GeweigerdError) -> list[str]:
    return [fout.veld for fout in weigering.fouten]


def test_a_product_out_of_use_is_not_offered_any_more_and_stays_in_the_list(stad: Stad) -> None:
    fatma, product_id = stad.handeling("fatma", "beheren"), stad.producten["parkeervergunning"]
    gegevens = Productgegevens("Parkeren", "", stad.afdelingen["vergunningen"])
    with pytest.raises(GeweigerdError):
        update_product(fatma, product_id, gegevens, actief=False)
    gegevens = Productgegevens("Parkeren", "parkeren", stad.afdelingen["vergunningen"])
    update_product(fatma, product_id, gegevens, actief=False)
    assert "Parkeren" not in {product.naam for product in list_producten([stad.gemeente_id])}
    regel = get_product_regel(fatma.raadpleging, product_id)
    assert (regel.gegevens.naam, regel.gegevens.slug, regel.actief) == ("Parkeren", "parkeervergunning", False)


def test_a_product_that_a_quick_code_needs_is_not_closed(stad: Stad) -> None:
    fatma, product_id = stad.handeling("fatma", "beheren"), stad.producten["parkeervergunning"]
    add_snelcode(fatma, stad.gemeente_id, "pv", "Parkeervergunning", "Dat kan op onze website.", product_id)
    with pytest.raises(GeweigerdError) as weigering:
        gegevens = Productgegevens("Parkeervergunning", "parkeervergunning", stad.afdelingen["vergunningen"])
        update_product(fatma, product_id, gegevens, actief=False)
    assert list_velden(weigering.value) == ["actief"]


def test_a_department_of_a_neighbour_gets_no_product(stad: Stad) -> None:
    buur = add_gemeente(stad.systeem(), "Eikenrode", "eikenrode", "eikenrode.example")
    vreemd = add_afdeling(stad.systeem(), buur, "Groen", "groen")
    with pytest.raises(GeweigerdError) as weigering:
        add_product(stad.handeling("fatma", "beheren"), stad.gemeente_id, Productgegevens("Bomen", "bomen", vreemd))
    assert list_velden(weigering.value) == ["afdeling_id"]
    with pytest.raises(NietGevondenError):
        add_product(stad.handeling("fatma", "beheren"), buur, Productgegevens("Bomen", "bomen", vreemd))


def test_a_quick_code_is_one_whatever_the_capitals(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    with pytest.raises(GeweigerdError) as weigering:
        add_snelcode(fatma, stad.gemeente_id, "MI", "Milieustraat", "Open.")
    assert list_velden(weigering.value) == ["code"]


def test_a_quick_code_is_changed_and_ended(stad: Stad) -> None:
    fatma, snelcode_id = stad.handeling("fatma", "beheren"), stad.snelcodes["mi"]
    update_snelcode(fatma, snelcode_id, Snelcodegegevens("ms", "Milieustraat", "Open van 9 tot 5."), actief=True)
    assert [(een.code, een.antwoord) for een in list_snelcodes([stad.gemeente_id])] == [("ms", "Open van 9 tot 5.")]
    update_snelcode(fatma, snelcode_id, Snelcodegegevens("ms", "Milieustraat", "Open van 9 tot 5."), actief=False)
    assert list_snelcodes([stad.gemeente_id]) == []
    assert [een.actief for een in list_alle_snelcodes(fatma.raadpleging)] == [False]


def test_what_cannot_be_a_product_or_a_quick_code_is_refused_at_every_field() -> None:
    slecht = Productgegevens("", "", 1, upl_uri="javascript:alert(1)", thema="x" * 101, norm_werkdagen=91)
    assert {fout.veld for fout in check_product(slecht)} == {"naam", "thema", "upl_uri", "norm_werkdagen"}
    assert {fout.veld for fout in check_snelcode(Snelcodegegevens("m i", " ", ""))} == {"code", "naam", "antwoord"}


def test_the_catalogue_is_not_changed_or_listed_by_who_may_not(stad: Stad) -> None:
    kim = stad.handeling("kim", "beheren")
    with pytest.raises(GeenRechtError):
        add_snelcode(kim, stad.gemeente_id, "xx", "X", "X")
    with pytest.raises(GeenRechtError):
        list_alle_producten(kim.raadpleging)
