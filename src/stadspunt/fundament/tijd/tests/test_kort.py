"""Short days and moments, as lists show them."""

from datetime import UTC, date, datetime

import pytest

from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort

VANDAAG = date(2026, 11, 24)


def test_a_day_has_its_year_only_when_that_is_another() -> None:
    assert format_dag_kort(date(2026, 11, 27), VANDAAG) == "vr 27 nov"
    assert format_dag_kort(date(2027, 1, 4), VANDAAG) == "ma 4 jan 2027"


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        (datetime(2026, 11, 24, 9, 5, tzinfo=UTC), "vandaag 10.05 uur"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "gisteren 0.30 uur"),
        (datetime(2026, 7, 1, 12, 0, tzinfo=UTC), "wo 1 jul 14.00 uur"),
    ],
)
def test_a_moment_is_told_in_dutch_time(moment: datetime, tekst: str) -> None:
    assert format_moment_kort(moment, VANDAAG) == tekst
