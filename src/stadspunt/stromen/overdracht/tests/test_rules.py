"""When an order may go out, when it must be back, and what the KCC looks at."""

from datetime import date

import pytest

from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.stromen.overdracht.rules import (
    MAX_ANTWOORD,
    Oordeel,
    Toetspunt,
    Urgentiesoort,
    Voorstel,
    Vorm,
    check_teruggave,
    check_toetsing,
    check_voorstel,
    compute_terugdatum,
    compute_urgentie,
    describe_feit,
)

DINSDAG = date(2026, 11, 24)
KALENDER = Kalender(frozenset({date(2026, 12, 25)}))
BELOOFD = date(2026, 12, 1)


def voorstel(terug_op: date, gevraagd: str = "Wat is er betaald?", reden: str = "") -> Voorstel:
    return Voorstel(7, gevraagd, Vorm.ANTWOORDTEKST, terug_op, reden)


def codes(terug_op: date, beloofd: date = BELOOFD, **anders: str) -> list[tuple[str, str]]:
    return [(fout.code, fout.veld) for fout in check_voorstel(voorstel(terug_op, **anders), beloofd, KALENDER, DINSDAG)]


def test_an_order_for_a_working_day_before_the_promise_may_go_out() -> None:
    assert codes(date(2026, 11, 26)) == []


def test_today_is_still_a_good_day_to_ask_for() -> None:
    assert codes(DINSDAG) == []


def test_a_day_that_is_gone_is_refused() -> None:
    assert codes(date(2026, 11, 23)) == [("verleden", "terug_op")]


@pytest.mark.parametrize("dicht", [date(2026, 11, 28), date(2026, 11, 29)])
def test_a_weekend_day_is_refused_and_the_next_working_day_is_named(dicht: date) -> None:
    (fout,) = check_voorstel(voorstel(dicht), BELOOFD, KALENDER, DINSDAG)
    assert fout.code == "gesloten"
    assert "maandag 30 november 2026" in fout.tekst


def test_a_closing_day_of_the_organisation_is_refused() -> None:
    assert codes(date(2026, 12, 25), beloofd=date(2026, 12, 31)) == [("gesloten", "terug_op")]


def test_a_day_after_the_promise_is_refused_with_the_latest_day() -> None:
    (fout,) = check_voorstel(voorstel(date(2026, 12, 2)), BELOOFD, KALENDER, DINSDAG)
    assert (fout.code, fout.veld) == ("na-belofte", "terug_op")
    assert "uiterlijk dinsdag 1 december 2026" in fout.tekst


def test_a_day_after_the_promise_may_be_asked_with_a_reason() -> None:
    assert codes(date(2026, 12, 2), reden="De klant weet het en vindt het goed.") == []


def test_when_the_promise_has_passed_only_the_reason_is_asked() -> None:
    assert codes(date(2026, 11, 25), beloofd=date(2026, 11, 20)) == [("na-belofte", "reden_later")]


def test_every_reason_to_refuse_is_given_at_once() -> None:
    assert codes(date(2026, 12, 5), gevraagd="  ") == [("leeg", "gevraagd"), ("gesloten", "terug_op"), ("na-belofte", "terug_op")]


@pytest.mark.parametrize(
    ("beloofd", "voorstel_dag"),
    [
        (date(2026, 12, 1), date(2026, 11, 30)),  # Tuesday: the Monday before it
        (date(2026, 11, 30), date(2026, 11, 27)),  # Monday: the Friday before it
        (date(2026, 11, 24), date(2026, 11, 24)),  # promised for today: today
        (date(2026, 11, 20), date(2026, 11, 25)),  # promise passed: the next working day
    ],
)
def test_the_proposed_day_leaves_the_kcc_a_working_day(beloofd: date, voorstel_dag: date) -> None:
    assert compute_terugdatum(beloofd, KALENDER, DINSDAG) == voorstel_dag


@pytest.mark.parametrize(
    ("terug_op", "tekst", "soort"),
    [
        (date(2026, 11, 24), "vandaag", Urgentiesoort.BIJNA),
        (date(2026, 11, 25), "morgen", Urgentiesoort.BIJNA),
        (date(2026, 11, 27), "nog 3 werkdagen", Urgentiesoort.RUIM),
        (date(2026, 12, 1), "nog 5 werkdagen", Urgentiesoort.RUIM),
        (date(2026, 11, 23), "1 werkdag te laat", Urgentiesoort.TE_LAAT),
        (date(2026, 11, 20), "2 werkdagen te laat", Urgentiesoort.TE_LAAT),
    ],
)
def test_how_near_the_day_is_stands_in_working_days(terug_op: date, tekst: str, soort: Urgentiesoort) -> None:
    urgentie = compute_urgentie(terug_op, DINSDAG, KALENDER)
    assert (urgentie.tekst, urgentie.soort) == (tekst, soort)


def test_on_saturday_what_was_due_on_friday_is_late_without_a_working_day_gone() -> None:
    assert compute_urgentie(date(2026, 11, 27), date(2026, 11, 28), KALENDER).tekst == "te laat"


def test_an_order_for_monday_is_near_on_friday() -> None:
    urgentie = compute_urgentie(date(2026, 11, 30), date(2026, 11, 27), KALENDER)
    assert (urgentie.tekst, urgentie.soort) == ("nog 1 werkdag", Urgentiesoort.BIJNA)


def test_an_empty_answer_cannot_be_given_back() -> None:
    assert [fout.code for fout in check_teruggave(" \n ")] == ["leeg"]


def test_an_endless_answer_cannot_be_given_back() -> None:
    assert [fout.code for fout in check_teruggave("x" * (MAX_ANTWOORD + 1))] == ["te-lang"]


def test_a_point_that_is_not_good_asks_for_a_reason_at_its_field() -> None:
    fouten = check_toetsing({Toetspunt.SNELHEID: Oordeel(True), Toetspunt.VOLLEDIGHEID: Oordeel(False)})
    assert [(fout.code, fout.veld) for fout in fouten] == [
        ("niet-volledigheid", "reden_volledigheid"),
        ("niet-begrijpelijkheid", "reden_begrijpelijkheid"),
    ]


def test_a_point_may_be_let_pass_with_a_reason() -> None:
    assert check_toetsing({punt: Oordeel(False, "De klant belt zelf nog.") for punt in Toetspunt}) == ()


def test_a_timeline_says_who_was_asked_and_by_when() -> None:
    inhoud = {"overdracht_id": 1, "klantvraag_id": 2, "afdeling_id": 7, "ronde": 2, "vorm": "advies", "terug_op": "2026-11-26"}
    regel = describe_feit("KlantvraagOvergedragen", inhoud, {7: "Belastingen"})
    assert regel == "Vraag opnieuw overgedragen aan Belastingen. Terug op donderdag 26 november 2026."


def test_a_fact_of_another_room_is_not_told_here() -> None:
    assert describe_feit("KlantvraagOpgepakt", {"klantvraag_id": 2, "medewerker_id": 3}, {}) is None
