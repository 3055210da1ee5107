"""Days, moments and due days in words."""

from datetime import UTC, date, datetime

import pytest

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld
from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.deuren.werkplek.weergave import format_duur, to_kanaalteken, to_termijn
from stadspunt.fundament.schermen.onderdelen import Niveau
from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort

DINSDAG = date(2026, 11, 24)
KALENDER = Kalender(frozenset({date(2026, 11, 26)}))


@pytest.mark.parametrize(
    ("beloofd", "vandaag", "tekst", "niveau"),
    [
        (date(2026, 12, 1), DINSDAG, "nog 4 werkdagen", Niveau.RUIM),  # Thursday is closed, the weekend too
        (date(2026, 11, 25), DINSDAG, "morgen", Niveau.BIJNA),
        (DINSDAG, DINSDAG, "vandaag", Niveau.BIJNA),
        (date(2026, 11, 23), DINSDAG, "1 werkdag te laat", Niveau.TE_LAAT),
        (date(2026, 11, 20), DINSDAG, "2 werkdagen te laat", Niveau.TE_LAAT),
        (date(2026, 11, 20), date(2026, 11, 21), "te laat", Niveau.TE_LAAT),  # promised for Friday, Saturday now
        (date(2026, 11, 23), date(2026, 11, 21), "nog 1 werkdag", Niveau.BIJNA),
    ],
)
def test_a_due_day_is_counted_in_days_on_which_the_organisation_works(
    beloofd: date, vandaag: date, tekst: str, niveau: Niveau
) -> None:
    termijn = to_termijn(beloofd, vandaag, KALENDER)
    assert (termijn.tekst, termijn.niveau) == (tekst, niveau)


@pytest.mark.parametrize(
    ("klaar", "tekst"),
    [
        (datetime(2026, 11, 24, 9, 5, tzinfo=UTC), "vandaag 10.05 uur"),
        (datetime(2026, 11, 20, 9, 5, tzinfo=UTC), "vr 20 nov"),
    ],
)
def test_a_closed_question_tells_when_that_was(klaar: datetime, tekst: str) -> None:
    assert to_termijn(date(2026, 11, 30), DINSDAG, KALENDER, klaar).tekst == tekst


def test_a_question_that_was_closed_after_its_promise_says_so() -> None:
    klaar = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
    assert to_termijn(date(2026, 11, 20), DINSDAG, KALENDER, klaar).tekst == "ma 23 nov, te laat"


def test_a_day_in_another_year_has_its_year() -> None:
    assert [format_dag_kort(dag, DINSDAG) for dag in (DINSDAG, date(2027, 3, 1))] == ["di 24 nov", "ma 1 mrt 2027"]


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        (datetime(2026, 11, 24, 8, 5, tzinfo=UTC), "vandaag 9.05 uur"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "gisteren 0.30 uur"),  # Monday already in the Netherlands
        (datetime(2026, 7, 1, 12, 0, tzinfo=UTC), "wo 1 jul 14.00 uur"),  # summer time
    ],
)
def test_a_moment_is_told_in_dutch_time(moment: datetime, tekst: str) -> None:
    assert format_moment_kort(moment, DINSDAG) == tekst


@pytest.mark.parametrize(("seconden", "tekst"), [(1, "1 seconde"), (45, "45 seconden"), (61, "1 minuut"), (270, "4 minuten")])
def test_a_duration_is_told_in_seconds_or_minutes(seconden: int, tekst: str) -> None:
    assert format_duur(seconden) == tekst


def test_a_channel_that_was_added_later_has_the_general_icon_and_its_own_name() -> None:
    teken = to_kanaalteken(KanaalBeeld(9, "sms", "Sms", True))
    assert (teken.naam, teken.icoon) == ("Sms", "kanaal")
