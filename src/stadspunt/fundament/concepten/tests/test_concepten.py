"""Unsent work: kept, found back, and never silently overwritten."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.actions import (
    amend_concept,
    end_aanwezigheid,
    finish_concept,
    record_aanwezigheid,
    remove_oude_concepten,
    save_concept,
)
from stadspunt.fundament.concepten.queries import find_concept, list_anderen, list_concepten, list_concepten_van_anderen
from stadspunt.fundament.concepten.rules import BEWAARTIJD, HUURTIJD, check_plek, clean_velden
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, GeweigerdError
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import Handeling
from tests.stad import Stad

PLEK = "vraag-12-antwoord"


def doe(stad: Stad, wie: str) -> Handeling:
    return stad.handeling(wie, Doel.KLANTVRAAG_BEHANDELEN)


def typ(handeling: Handeling, tekst: str, versie: int = 0) -> int:
    return save_concept(handeling, PLEK, {"tekst": [tekst]}, titel="Grofvuil", url="/x/", sinds=handeling.moment, versie=versie)


def test_what_was_typed_is_there_after_signing_in_again(stad: Stad) -> None:
    typ(doe(stad, "kim"), "Beste Joost,")
    concept = find_concept(doe(stad, "kim").raadpleging, PLEK)
    assert concept is not None
    assert concept.get_waarde("tekst") == "Beste Joost,"


def test_typing_on_replaces_the_draft_and_not_its_beginning(stad: Stad) -> None:
    kim = doe(stad, "kim")
    versie = typ(kim, "Beste")
    with sta_stil(kim.moment + timedelta(seconds=5)):
        typ(doe(stad, "kim"), "Beste Joost,", versie)
        (concept,) = list_concepten(doe(stad, "kim").raadpleging)
    assert (concept.begonnen_op, concept.versie, concept.titel) == (kim.moment, 2, "Grofvuil")


def test_a_second_window_does_not_overwrite_the_first(stad: Stad) -> None:
    kim = doe(stad, "kim")
    typ(kim, "Uit het eerste venster")
    with pytest.raises(AchterhaaldError):
        typ(kim, "Uit het tweede venster")
    concept = find_concept(kim.raadpleging, PLEK)
    assert concept is not None
    assert concept.get_waarde("tekst") == "Uit het eerste venster"


def test_what_arrives_after_sending_does_not_bring_the_draft_back(stad: Stad) -> None:
    kim = doe(stad, "kim")
    versie = typ(kim, "Beste Joost,")
    finish_concept(kim, PLEK)
    with pytest.raises(AchterhaaldError):
        typ(kim, "Beste Joost, nog een letter", versie)
    assert find_concept(kim.raadpleging, PLEK) is None
    assert list_concepten(kim.raadpleging) == []


def test_a_page_drawn_after_sending_begins_anew(stad: Stad) -> None:
    typ(doe(stad, "kim"), "Eerste antwoord")
    finish_concept(doe(stad, "kim"), PLEK)
    with sta_stil(get_moment() + timedelta(minutes=1)):
        typ(doe(stad, "kim"), "Tweede antwoord")
        concept = find_concept(doe(stad, "kim").raadpleging, PLEK)
    assert concept is not None
    assert concept.get_waarde("tekst") == "Tweede antwoord"


def test_a_colleague_finds_what_was_typed_before_the_question_changed_hands(stad: Stad) -> None:
    typ(doe(stad, "kim"), "Beste Joost, uw grofvuil")
    assert find_concept(doe(stad, "tess").raadpleging, PLEK) is None
    (concept,) = list_concepten_van_anderen(doe(stad, "tess").raadpleging, PLEK)
    assert (concept.medewerker_id, concept.get_waarde("tekst")) == (stad.medewerkers["kim"], "Beste Joost, uw grofvuil")


def test_nobody_without_the_right_keeps_or_reads_a_draft(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        save_concept(doe(stad, "bram"), PLEK, {}, titel="", url="", sinds=get_moment())
    with pytest.raises(GeenRechtError):
        list_concepten_van_anderen(doe(stad, "bram").raadpleging, PLEK)


def test_too_much_text_is_refused_and_what_was_kept_stays(stad: Stad) -> None:
    kim = doe(stad, "kim")
    versie = typ(kim, "kort")
    with pytest.raises(GeweigerdError):
        typ(kim, "x" * 300_000, versie)
    concept = find_concept(kim.raadpleging, PLEK)
    assert concept is not None
    assert concept.get_waarde("tekst") == "kort"


def test_two_at_one_question_see_each_other(stad: Stad) -> None:
    assert record_aanwezigheid(doe(stad, "kim"), "vraag-12", schrijft=True)
    assert record_aanwezigheid(doe(stad, "tess"), "vraag-12", schrijft=False)
    (ander,) = list_anderen(doe(stad, "tess").raadpleging, "vraag-12")
    assert (ander.medewerker_id, ander.schrijft) == (stad.medewerkers["kim"], True)


def test_another_sign_of_the_same_is_no_news(stad: Stad) -> None:
    record_aanwezigheid(doe(stad, "kim"), "vraag-12", schrijft=False)
    assert not record_aanwezigheid(doe(stad, "kim"), "vraag-12", schrijft=False)
    assert record_aanwezigheid(doe(stad, "kim"), "vraag-12", schrijft=True)


def test_presence_ends_by_itself_when_a_browser_dies(stad: Stad) -> None:
    record_aanwezigheid(doe(stad, "kim"), "vraag-12", schrijft=True)
    with sta_stil(get_moment() + HUURTIJD + timedelta(seconds=1)):
        assert list_anderen(doe(stad, "tess").raadpleging, "vraag-12") == []


def test_who_leaves_is_gone_at_once(stad: Stad) -> None:
    record_aanwezigheid(doe(stad, "kim"), "vraag-12", schrijft=False)
    assert end_aanwezigheid(doe(stad, "kim"), "vraag-12")
    assert list_anderen(doe(stad, "tess").raadpleging, "vraag-12") == []


def test_the_goodbye_of_the_page_before_does_not_end_the_next(stad: Stad) -> None:
    kim = doe(stad, "kim")
    record_aanwezigheid(kim, "vraag-12", schrijft=False, blad="vraag")
    record_aanwezigheid(kim, "vraag-12", schrijft=True, blad="antwoord")
    assert not end_aanwezigheid(kim, "vraag-12", "vraag")
    assert [ander.schrijft for ander in list_anderen(doe(stad, "tess").raadpleging, "vraag-12")] == [True]


def test_a_month_later_a_forgotten_draft_is_thrown_away(stad: Stad) -> None:
    typ(doe(stad, "kim"), "vergeten")
    with sta_stil(get_moment() + BEWAARTIJD + timedelta(hours=1)):
        assert remove_oude_concepten(stad.systeem()) == 1


@given(st.text())
def test_a_place_is_a_short_word_and_nothing_else(plek: str) -> None:
    if not check_plek(plek):
        assert plek.isascii()
        assert plek == plek.lower()
        assert len(plek) <= 80


@given(st.dictionaries(st.sampled_from(["tekst", "wachtwoord", "csrfmiddlewaretoken"]), st.lists(st.text(), max_size=3)))
def test_no_password_and_no_nul_is_ever_kept(velden: dict[str, list[str]]) -> None:
    schoon = clean_velden(velden)
    assert set(schoon) <= {"tekst"}
    assert not any("\x00" in waarde for waarden in schoon.values() for waarde in waarden)


def test_what_is_in_hand_is_the_last_that_was_taken_up_and_stays_in_the_strip(stad: Stad) -> None:
    kim = doe(stad, "kim")
    save_concept(kim, "contact-a", {"naam": ["Joost"]}, titel="", url="/", sinds=kim.moment, in_hand=True)
    for nummer in range(12):
        stad.vooruit(minutes=1)
        later = doe(stad, "kim")
        save_concept(later, f"vraag-{nummer}-notitie", {"tekst": ["x"]}, titel="", url="/", sinds=later.moment)
    concepten = list_concepten(doe(stad, "kim").raadpleging, ("naam", "niet-daar"))
    assert concepten[0].plek == "contact-a"
    assert (concepten[0].get_waarde("naam"), concepten[0].get_waarde("niet-daar")) == ("Joost", "")
    assert [een.plek for een in concepten if een.in_hand_op] == ["contact-a"]


def test_a_button_puts_fields_beside_what_was_typed_and_the_page_can_go_on(stad: Stad) -> None:
    kim = doe(stad, "kim")
    versie = typ(kim, "Beste Joost,")
    amend_concept(kim, PLEK, {"partij": ["7"]}, titel="", url="/x/")
    concept = find_concept(kim.raadpleging, PLEK)
    assert concept is not None
    assert (concept.get_waarde("tekst"), concept.get_waarde("partij"), concept.versie) == ("Beste Joost,", "7", versie)
    assert typ(kim, "Beste Joost, dank", versie) == versie + 1


def test_a_place_that_is_no_place_is_not_amended(stad: Stad) -> None:
    with pytest.raises(GeweigerdError):
        amend_concept(doe(stad, "kim"), "../x", {}, titel="", url="/")
    assert list_concepten(doe(stad, "kim").raadpleging) == []
