"""Counting in working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.bronnen.termijnen.rules import Kalender, add_werkdagen, compute_pasen, count_werkdagen, list_feestdagen

KALENDER = Kalender(frozenset(dag for jaar in range(2024, 2030) for dag in list_feestdagen(jaar)))
DAGEN = st.dates(date(2024, 6, 1), date(2028, 6, 1))


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2026, 11, 24), 5, date(2026, 12, 1)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 4, 24), 1, date(2026, 4, 28)),
        (date(2026, 11, 28), 0, date(2026, 11, 30)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
    ],
)
def test_examples_from_the_calendar(dag: date, aantal: int, verwacht: date) -> None:
    assert add_werkdagen(dag, aantal, KALENDER) == verwacht


@pytest.mark.parametrize(
    ("jaar", "pasen"), [(2025, date(2025, 4, 20)), (2026, date(2026, 4, 5)), (2027, date(2027, 3, 28)), (2028, date(2028, 4, 16))]
)
def test_easter(jaar: int, pasen: date) -> None:
    assert compute_pasen(jaar) == pasen


def test_when_the_27th_of_april_is_a_sunday_the_king_celebrates_on_saturday() -> None:
    assert list_feestdagen(2025)[date(2025, 4, 26)] == "Koningsdag"


@given(DAGEN, st.integers(1, 60))
def test_the_result_is_a_working_day_and_counts_back_to_the_same_number(dag: date, aantal: int) -> None:
    uiterlijk = add_werkdagen(dag, aantal, KALENDER)
    assert KALENDER.is_werkdag(uiterlijk)
    assert count_werkdagen(dag, uiterlijk, KALENDER) == aantal


@given(DAGEN, st.integers(0, 40))
def test_one_day_later_never_ends_earlier(dag: date, aantal: int) -> None:
    assert add_werkdagen(dag + timedelta(days=1), aantal, KALENDER) >= add_werkdagen(dag, aantal, KALENDER)


def test_counting_back_is_the_same_with_a_minus() -> None:
    assert count_werkdagen(date(2026, 11, 24), date(2026, 11, 20), KALENDER) == -2
