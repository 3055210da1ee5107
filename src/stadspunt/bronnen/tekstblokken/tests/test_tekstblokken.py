"""Pieces of text: who keeps them, who may use them, where they fit."""

from dataclasses import replace

import pytest

from stadspunt.bronnen.organisatie.actions import add_gemeente
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import (
    add_eigen_tekstblok,
    add_tekstblok,
    record_gebruik,
    remove_eigen_tekstblok,
    update_eigen_tekstblok,
    update_tekstblok,
)
from stadspunt.bronnen.tekstblokken.queries import (
    get_eigen_tekstblok,
    list_bruikbare_tekstblokken,
    list_gedeelde_tekstblokken,
    list_passende_tekstblokken,
)
from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens, Waarvoor
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from tests.stad import Stad

GROET = Tekstblokgegevens("Afsluiting", "groet", "Met vriendelijke groet,\n{medewerker}", "Kind regards,\n{medewerker}")


def add(stad: Stad, gegevens: Tekstblokgegevens = GROET, **anders: int | None) -> int:
    bereik = {"gemeente_id": stad.gemeente_id} | anders
    return add_tekstblok(stad.handeling("fatma", Doel.BEHEREN), gegevens, **bereik)


def list_codes(stad: Stad, wie: str = "kim", waarvoor: Waarvoor = Waarvoor.MAIL, taal: str = "nl") -> list[str]:
    raadpleging = stad.raadpleging(wie)
    return [een.code for een in list_passende_tekstblokken(raadpleging, {waarvoor}, [stad.gemeente_id], taal)]


def test_a_shared_piece_of_text_is_offered_to_everybody_of_the_municipality(stad: Stad) -> None:
    add(stad)
    assert list_codes(stad, "kim") == list_codes(stad, "tess") == ["groet"]


def test_one_for_notes_is_not_offered_in_a_mail(stad: Stad) -> None:
    add(stad, replace(GROET, waarvoor=(Waarvoor.NOTITIE,)))
    assert list_codes(stad, waarvoor=Waarvoor.MAIL) == []
    assert list_codes(stad, waarvoor=Waarvoor.NOTITIE) == ["groet"]


def test_one_without_english_is_not_offered_in_an_english_mail_but_is_in_a_note(stad: Stad) -> None:
    add(stad, replace(GROET, tekst_en=""))
    assert list_codes(stad, taal="en") == []
    assert list_codes(stad, waarvoor=Waarvoor.NOTITIE, taal="en") == ["groet"]


def test_one_of_another_team_or_out_of_use_is_not_offered(stad: Stad) -> None:
    add(stad, team_id=stad.teams["balie"])
    uit = add(stad, replace(GROET, code="oud"))
    update_tekstblok(stad.handeling("fatma", Doel.BEHEREN), uit, replace(GROET, code="oud", actief=False))
    assert list_codes(stad) == []


def test_one_of_another_municipality_is_not_offered_and_not_to_be_changed(stad: Stad) -> None:
    elders = add_gemeente(stad.systeem(), "Elders", "elders", "elders.example")
    ander = add_tekstblok(stad.systeem(), GROET, elders)
    assert list_codes(stad) == []
    with pytest.raises(NietGevondenError):
        update_tekstblok(stad.handeling("fatma", Doel.BEHEREN), ander, GROET)


def test_only_who_works_for_every_municipality_shares_with_all(stad: Stad) -> None:
    add(stad, gemeente_id=None)
    assert list_codes(stad) == ["groet"]
    add_gemeente(stad.systeem(), "Elders", "elders", "elders.example")
    with pytest.raises(NietGevondenError):
        add(stad, replace(GROET, code="anders"), gemeente_id=None)


def test_what_is_used_most_comes_first(stad: Stad) -> None:
    add(stad, replace(GROET, naam="Aanhef", code="eerst"))
    veel = add(stad)
    for _ in range(3):
        record_gebruik(stad.handeling("tess"), veel)
    assert list_codes(stad) == ["groet", "eerst"]
    nooit, gebruikt = list_gedeelde_tekstblokken(stad.raadpleging("fatma", Doel.BEHEREN))
    assert (nooit.aantal_gebruikt, nooit.laatst_gebruikt_op) == (0, None)
    assert (gebruikt.aantal_gebruikt, gebruikt.laatst_gebruikt_op) == (3, stad.handeling().moment)


def test_ones_own_piece_of_text_is_seen_by_nobody_else(stad: Stad) -> None:
    eigen = add_eigen_tekstblok(stad.handeling("kim"), GROET)
    assert (list_codes(stad, "kim"), list_codes(stad, "tess")) == (["groet"], [])
    with pytest.raises(NietGevondenError):
        get_eigen_tekstblok(stad.raadpleging("tess"), eigen)
    with pytest.raises(NietGevondenError):
        update_eigen_tekstblok(stad.handeling("tess"), eigen, GROET)
    with pytest.raises(NietGevondenError):
        remove_eigen_tekstblok(stad.handeling("tess"), eigen)
    record_gebruik(stad.handeling("tess"), eigen)
    assert get_eigen_tekstblok(stad.raadpleging("kim"), eigen).aantal_gebruikt == 0
    remove_eigen_tekstblok(stad.handeling("kim"), eigen)
    assert list_bruikbare_tekstblokken(stad.raadpleging("kim")) == []


def test_a_word_is_used_once_among_the_shared_and_once_among_ones_own(stad: Stad) -> None:
    add(stad)
    add_eigen_tekstblok(stad.handeling("kim"), GROET)
    add_eigen_tekstblok(stad.handeling("tess"), GROET)
    for keep in (lambda: add(stad), lambda: add_eigen_tekstblok(stad.handeling("kim"), replace(GROET, code=" GROET "))):
        with pytest.raises(GeweigerdError) as weigering:
            keep()
        assert weigering.value.fouten[0].veld == "code"


def test_every_reason_is_told_at_once(stad: Stad) -> None:
    slecht = Tekstblokgegevens("", "twee woorden", "Beste {klantnaam}", "x" * 5000, waarvoor=())
    with pytest.raises(GeweigerdError) as weigering:
        add(stad, slecht, team_id=999_999)
    assert {fout.veld for fout in weigering.value.fouten} == {"naam", "code", "waarvoor", "tekst_nl", "tekst_en", "team"}


def test_an_agent_does_not_share(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        add_tekstblok(stad.handeling("kim"), GROET, stad.gemeente_id)
