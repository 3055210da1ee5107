"""Calendar invitations: what, when, where, from whom."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Adres, Uitnodiging
from stadspunt.stromen.intake.rules.uitnodiging import parse_uitnodiging
from stadspunt.stromen.intake.tests.postzak import ZONDER_KLOK, brief, lees, pakket, stuk


def _agenda(*regels: str) -> str:
    return "\n".join(("BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", *regels, "END:VEVENT", "END:VCALENDAR"))


def test_an_invitation_from_outlook_is_read_and_kept_as_a_file() -> None:
    bericht = lees("agenda-outlook")
    assert bericht.uitnodigingen == (
        Uitnodiging(
            methode="REQUEST",
            onderwerp="Gesprek over de speeltuin, met de wijkagent",
            begin=datetime(2026, 5, 12, 12, tzinfo=UTC),
            einde=datetime(2026, 5, 12, 13, tzinfo=UTC),
            organisator=Adres("Visser, Heleen", "heleen@example.org"),
            plaats="Stadhuis, kamer 3",
            uid="040000008200E00074C5B7101A82E008",
        ),
    )
    assert [b.naam for b in bericht.bijlagen] == ["uitnodiging.ics"]


def test_an_invitation_without_text_is_told_in_words() -> None:
    assert lees("agenda-outlook").tekst == (
        "Uitnodiging: Gesprek over de speeltuin, met de wijkagent\nBegin: 12-05-2026 14:00\nEinde: 12-05-2026 15:00\n"
        "Plaats: Stadhuis, kamer 3\nVan: Visser, Heleen"
    )


@pytest.mark.parametrize(
    ("methode", "kop"),
    [
        ("CANCEL", "Afspraak afgezegd: x"),
        ("REPLY", "Antwoord op een uitnodiging: x\nReactie: komt niet"),
        ("COUNTER", "Voorstel voor een andere tijd: x"),
        ("PUBLISH", "Uitnodiging: x"),
    ],
)
def test_an_answer_or_a_cancellation_is_not_called_an_invitation(methode: str, kop: str) -> None:
    tekst = _agenda("SUMMARY:x", 'ATTENDEE;CN="Kok, A";PARTSTAT=DECLINED:mailto:a@example.org').replace("REQUEST", methode)
    assert read_mailbericht(brief(tekst.encode(), soort=f"text/calendar; method={methode}")).tekst == kop


def test_the_same_invitation_shown_and_attached_is_one() -> None:
    tekst = _agenda("SUMMARY:x").encode()
    bericht = read_mailbericht(pakket(stuk(tekst, "text/calendar"), stuk(tekst, "application/ics", naam="invite.ics")))
    assert len(bericht.uitnodigingen) == len(bericht.bijlagen) == 1


@pytest.mark.parametrize(
    ("regel", "begin"),
    [
        ("DTSTART:20260512T120000Z", datetime(2026, 5, 12, 12, tzinfo=UTC)),
        ("DTSTART;TZID=Europe/Amsterdam:20260512T140000", datetime(2026, 5, 12, 12, tzinfo=UTC)),
        ('DTSTART;TZID="Europe/London":20260512T130000', datetime(2026, 5, 12, 12, tzinfo=UTC)),
        ("DTSTART;TZID=(UTC+01:00) Amsterdam\\, Berlijn:20260112T140000", datetime(2026, 1, 12, 13, tzinfo=UTC)),
        ("DTSTART;TZID=../../etc/passwd:20260112T140000", datetime(2026, 1, 12, 13, tzinfo=UTC)),
        ("DTSTART:20260112T140000", datetime(2026, 1, 12, 13, tzinfo=UTC)),
        ("DTSTART;VALUE=DATE:20260512", date(2026, 5, 12)),
        ("DTSTART:20269912T140000", None),
        ("DTSTART:gauw", None),
        ("SUMMARY:zonder begin", None),
    ],
)
def test_the_beginning_is_read_in_its_own_zone_or_else_in_dutch_time(regel: str, begin: datetime | date | None) -> None:
    uitnodiging = parse_uitnodiging(_agenda(regel), "")
    assert uitnodiging is not None
    assert uitnodiging.begin == begin


def test_the_alarm_inside_an_event_is_not_the_event() -> None:
    uitnodiging = parse_uitnodiging(_agenda("BEGIN:VALARM", "SUMMARY:Herinnering", "END:VALARM"), "")
    assert uitnodiging is not None
    assert uitnodiging.onderwerp == ""


def test_the_method_of_the_part_counts_when_the_calendar_has_none() -> None:
    uitnodiging = parse_uitnodiging("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT", "cancel")
    assert uitnodiging is not None
    assert uitnodiging.methode == "CANCEL"


def test_a_calendar_without_an_event_is_no_invitation_but_is_kept() -> None:
    bericht = read_mailbericht(brief(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", soort="text/calendar"))
    assert bericht.uitnodigingen == ()
    assert [b.naam for b in bericht.bijlagen] == ["uitnodiging.ics"]


@ZONDER_KLOK
@given(st.text())
def test_any_text_can_be_a_calendar(tekst: str) -> None:
    uitnodiging = parse_uitnodiging(
        _agenda("SUMMARY:x", tekst, f"DTSTART;{tekst}:{tekst}", f"ORGANIZER;CN={tekst}:{tekst}"), tekst
    )
    assert uitnodiging is not None
    assert len(uitnodiging.onderwerp) <= 500
