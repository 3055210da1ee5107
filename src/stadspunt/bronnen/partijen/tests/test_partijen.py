"""Clients: kept, found, and never mixed up."""

import pytest

from stadspunt.bronnen.partijen.actions import mark_opgegaan, register_partij, update_partij
from stadspunt.bronnen.partijen.queries import find_partijen_by_adres, get_partij, search_partijen
from stadspunt.bronnen.partijen.rules import Adressoort, Partijgegevens
from stadspunt.fundament.fouten import GeweigerdError, NietGevondenError
from tests.stad import Stad


def nieuw(stad: Stad, **gegevens: str) -> int:
    return register_partij(stad.handeling(), stad.gemeente_id, Partijgegevens(**gegevens))


@pytest.mark.parametrize(
    "tekst", ["Élise", "elise", "van der berg", "ELISE@EXAMPLE.ORG", "06-87654321", "+31 6 87654321", "0031687654321"]
)
def test_a_client_is_found_by_any_spelling_of_name_mail_or_number(stad: Stad, tekst: str) -> None:
    elise = nieuw(stad, naam="Élise van der Berg", email="Elise@example.org", telefoon="06 8765 4321")
    assert [partij.id for partij in search_partijen(stad.raadpleging(), tekst)] == [elise]


def test_without_any_data_a_client_is_anonymous(stad: Stad) -> None:
    partij = get_partij(stad.raadpleging(), nieuw(stad))
    assert (partij.soort, partij.weergavenaam) == ("anoniem", "Anoniem")


def test_all_that_is_wrong_is_said_at_once(stad: Stad) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        nieuw(stad, naam="x" * 201, email="geen adres", telefoon="bel maar")
    assert {fout.veld for fout in weigering.value.fouten} == {"naam", "email", "telefoon"}


def test_two_people_may_share_an_address_and_both_are_shown(stad: Stad) -> None:
    samen = {nieuw(stad, naam=naam, email="thuis@example.org") for naam in ("Ada", "Bob")}
    gevonden = find_partijen_by_adres(stad.raadpleging(), stad.gemeente_id, Adressoort.EMAIL, "THUIS@example.org")
    assert {partij.id for partij in gevonden} == samen


def test_a_new_address_is_added_and_the_old_one_stays(stad: Stad) -> None:
    ada = nieuw(stad, naam="Ada", email="oud@example.org")
    update_partij(stad.handeling(), ada, Partijgegevens("Ada", "nieuw@example.org"))
    assert get_partij(stad.raadpleging(), ada).emails == ("oud@example.org", "nieuw@example.org")


def test_an_anonymous_client_that_became_known_is_no_longer_found(stad: Stad) -> None:
    anoniem = nieuw(stad)
    mark_opgegaan(stad.handeling(), anoniem, stad.partijen["joost"])
    with pytest.raises(NietGevondenError):
        mark_opgegaan(stad.handeling(), stad.partijen["joost"], anoniem)


def test_a_client_of_another_municipality_is_not_there(stad: Stad) -> None:
    from stadspunt.bronnen.organisatie.actions import add_gemeente

    elders = add_gemeente(stad.systeem(), "Iepenhof", "iepenhof", "iepenhof.example")
    vreemd = register_partij(stad.systeem(), elders, Partijgegevens("Vera Vreemd"))
    with pytest.raises(NietGevondenError):
        get_partij(stad.raadpleging(), vreemd)
    assert search_partijen(stad.raadpleging(), "vreemd") == []
