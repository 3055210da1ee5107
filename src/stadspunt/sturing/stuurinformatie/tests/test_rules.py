"""What a figure is, and how a share is rounded."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.sturing.stuurinformatie.rules import (
    DEFINITIES,
    Cijfer,
    compute_aandeel,
    find_streefwaarde,
    list_dagen,
)


def test_every_figure_has_a_name_a_formula_and_a_source() -> None:
    assert set(DEFINITIES) == set(Cijfer)
    assert all(definitie.naam and definitie.formule and definitie.bron for definitie in DEFINITIES.values())


@pytest.mark.parametrize(
    ("teller", "noemer", "aandeel"), [(758, 1000, "75.8"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 16, "6.3"), (0, 5, "0.0")]
)
def test_a_share_has_one_decimal_and_halves_go_up(teller: int, noemer: int, aandeel: str) -> None:
    assert compute_aandeel(teller, noemer) == Decimal(aandeel)


def test_a_share_of_nothing_is_not_measured() -> None:
    assert compute_aandeel(0, 0) is None


def test_more_than_everything_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="geen aandeel"):
        compute_aandeel(4, 3)


@given(st.integers(1, 10**6).flatmap(lambda noemer: st.tuples(st.integers(0, noemer), st.just(noemer))))
def test_a_share_is_never_further_off_than_half_a_tenth(deling: tuple[int, int]) -> None:
    teller, noemer = deling
    aandeel = compute_aandeel(teller, noemer)
    assert aandeel is not None
    assert abs(aandeel * noemer - 100 * teller) <= Decimal("0.05") * noemer


@pytest.mark.parametrize(
    ("aandeel", "naam"), [("69.9", None), ("70.0", "ten minste"), ("79.9", "ten minste"), ("80.0", "liefst")]
)
def test_a_target_is_reached_at_its_own_value(aandeel: str, naam: str | None) -> None:
    gehaald = find_streefwaarde(Decimal(aandeel))
    assert (gehaald.naam if gehaald else None) == naam


def test_the_look_back_is_thirty_days_with_today_last() -> None:
    dagen = list_dagen(date(2026, 3, 1))
    assert (len(dagen), dagen[0], dagen[-1]) == (30, date(2026, 1, 31), date(2026, 3, 1))
