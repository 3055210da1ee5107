"""Addressing, silence, forms and lines of a file: pure rules, told by examples."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.stromen.intake.rules.adresboek import Mailingang, build_adresboek
from stadspunt.stromen.intake.rules.contactregel import EXTRA_KOLOMMEN, KOLOMMEN, Contactregel, Keuzelijsten, parse_contactregel
from stadspunt.stromen.intake.rules.formulier import (
    Formulierinzending,
    FormulierOnleesbaarError,
    clean_inzending,
    from_bytes,
    to_bytes,
)
from stadspunt.stromen.intake.rules.gewoonte import compute_drempel, compute_werktijd, is_te_stil
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.ontvangst import Envelop, Herkomst, compute_volgende_poging, shorten_envelop
from stadspunt.stromen.intake.rules.ontvangstsleutel import compute_formuliersleutel
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Postbusgegevens, check_postbusgegevens
from stadspunt.stromen.intake.rules.vraagtekst import clean_onderwerp, compute_gebeurd_op, guess_taal

BOEK = build_adresboek(
    [("lindewaard.example", 1), ("eikenrode.example", 2)],
    [
        Mailingang(10, 1, "parkeren@lindewaard.example"),
        Mailingang(11, 1, "info@lindewaard.example"),
        Mailingang(12, 1, "meldpunt@wijk.example"),
        Mailingang(20, 2, "kcc@eikenrode.example"),
    ],
)
DINSDAG = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
KALENDER = Kalender(frozenset({date(2026, 12, 25)}))


@pytest.mark.parametrize(
    ("adres", "gemeente"),
    [
        ("Info@Lindewaard.EXAMPLE", 1),
        ("iedereen@eikenrode.example", 2),
        ("ander@wijk.example", 1),
        ("postmaster", 1),
        ("info@elders.example", None),
        ("info@mail.lindewaard.example", None),
        ("", None),
        ("lindewaard.example", 1),
    ],
)
def test_an_address_is_ours_by_its_domain(adres: str, gemeente: int | None) -> None:
    assert BOEK.find_gemeente(adres) == gemeente


def test_an_address_with_a_plus_reaches_its_entrance() -> None:
    ingang = BOEK.find_ingang("parkeren+wijk3@lindewaard.example")
    assert ingang is not None
    assert ingang.id == 10


def test_the_default_entrance_is_the_general_one_or_else_the_oldest() -> None:
    gevonden = [BOEK.find_standaardingang(gemeente_id) for gemeente_id in (1, 2, 3)]
    assert [ingang.id if ingang else None for ingang in gevonden] == [11, 20, None]


def test_recipients_are_split_by_municipality() -> None:
    delen = BOEK.split_bestemmingen(
        ["x@elders.example", "onbekend@lindewaard.example", "kcc@eikenrode.example", "info@lindewaard.example"]
    )
    assert [(deel.gemeente_id, deel.ingang_id, len(deel.adressen)) for deel in delen] == [(1, 11, 2), (2, 20, 1)]


def test_a_night_and_a_weekend_are_no_working_time() -> None:
    vrijdagavond, maandagochtend = datetime(2026, 11, 20, 17, 0, tzinfo=UTC), datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    # Friday 18.00 to Monday 09.00 in the Netherlands: one hour of Monday.
    assert compute_werktijd(vrijdagavond, maandagochtend, KALENDER) == timedelta(hours=1)
    assert compute_werktijd(maandagochtend, vrijdagavond, KALENDER) == timedelta()


def test_a_closed_day_is_no_working_time() -> None:
    kerst = datetime(2026, 12, 25, 8, 0, tzinfo=UTC)
    assert compute_werktijd(kerst, kerst + timedelta(hours=8), KALENDER) == timedelta()


def test_a_busy_entrance_is_missed_within_the_hour_and_a_quiet_one_after_days() -> None:
    druk = [DINSDAG + timedelta(minutes=10 * n) for n in range(40)]
    rustig = [DINSDAG - timedelta(days=2 * n) for n in range(28, 0, -1)]
    drempels = [compute_drempel(momenten, KALENDER) for momenten in (druk, rustig, druk[:10])]
    assert drempels == [timedelta(hours=1), timedelta(hours=50), None]


def test_silence_over_the_habit_is_too_silent_and_without_a_habit_nothing_is() -> None:
    laatst = DINSDAG
    assert is_te_stil(timedelta(hours=1), laatst, laatst + timedelta(minutes=61), KALENDER)
    assert not is_te_stil(timedelta(hours=1), laatst, laatst + timedelta(minutes=59), KALENDER)
    assert not is_te_stil(None, laatst, laatst + timedelta(days=60), KALENDER)
    assert not is_te_stil(timedelta(hours=1), None, laatst, KALENDER)


@given(st.builds(Formulierinzending, naam=st.text(), email=st.text(), onderwerp=st.text(), vraag=st.text(), taal=st.text()))
def test_a_form_survives_its_bytes(inzending: Formulierinzending) -> None:
    schoon = clean_inzending(inzending)
    assert from_bytes(to_bytes(schoon)) == schoon
    assert "\x00" not in schoon.vraag


@given(st.binary(max_size=200))
def test_bytes_that_are_no_form_are_told_apart(ruw: bytes) -> None:
    try:
        from_bytes(ruw)
    except FormulierOnleesbaarError:
        return
    assert ruw.strip().startswith(b"{")


def test_the_same_form_twice_has_one_key_and_another_text_another() -> None:
    een, twee = (to_bytes(Formulierinzending(vraag=vraag)) for vraag in ("een", "twee"))
    assert compute_formuliersleutel(1, "k", een) == compute_formuliersleutel(1, "k", een)
    sleutels = {
        compute_formuliersleutel(1, "k", een),
        compute_formuliersleutel(1, "k", twee),
        compute_formuliersleutel(1, "l", een),
    }
    assert len(sleutels) == 3


def test_pauses_grow_and_after_five_times_a_person_must_look() -> None:
    pauzes = [
        (moment - DINSDAG).total_seconds() if (moment := compute_volgende_poging(n, DINSDAG)) else None for n in range(1, 6)
    ]
    assert pauzes == [10, 60, 600, 3600, None]


def test_an_envelope_of_thousands_is_shortened_and_clean() -> None:
    envelop = shorten_envelop(Herkomst.SMTP, "a\udce9b@example.org\x00", [f"{n}@example.org" for n in range(5_000)])
    assert (len(envelop.rcpt_tos), envelop.aantal_ontvangers, envelop.mail_from) == (200, 5_000, "a?b@example.org?")


@pytest.mark.parametrize(
    ("onderwerp", "schoon"),
    [
        ("RE: Re[2]: Antw: Mijn vraag [2026-000123-8]", "Mijn vraag"),
        ("[2026-000123-8]", "De stoep ligt los."),
        ("Fwd:", "De stoep ligt los."),
        ("Factuur 2026-1234567 betalen", "Factuur 2026-1234567 betalen"),
        ("x" * 500, "x" * 200),
    ],
)
def test_a_subject_is_cleaned(onderwerp: str, schoon: str) -> None:
    bericht = read_mailbericht(f"Subject: {onderwerp}\r\n\r\nBeste mensen,\r\n\r\nDe stoep ligt los.\r\n".encode())
    assert clean_onderwerp(bericht) == schoon


@pytest.mark.parametrize(
    ("tekst", "taal"),
    [
        ("", "nl"),
        ("Ok", "nl"),
        ("Please tell me when the swimming pool is open, and what it costs for my children.", "en"),
        ("Ik wil graag weten wanneer het zwembad open is. Met vriendelijke groet, The Swim Club", "nl"),
    ],
)
def test_the_language_is_guessed_carefully(tekst: str, taal: str) -> None:
    assert guess_taal(tekst) == taal


def test_a_mail_in_a_mailbox_counts_from_when_it_lay_there() -> None:
    bericht = read_mailbericht(b"Date: Mon, 1 Jan 2035 10:00:00 +0100\r\n\r\nx")
    toen = DINSDAG - timedelta(days=3)
    assert compute_gebeurd_op(bericht, Envelop(Herkomst.IMAP, aangekomen_op=toen), DINSDAG) == toen
    assert compute_gebeurd_op(bericht, Envelop(Herkomst.SMTP), DINSDAG) == DINSDAG
    assert compute_gebeurd_op(bericht, Envelop(Herkomst.IMPORT), DINSDAG) == DINSDAG


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"host": " "}, "host"),
        ({"poort": 0}, "poort"),
        ({"geheim_variabele": "hunter2"}, "geheim_variabele"),
        ({"verwerkt_map": "INBOX"}, "verwerkt_map"),
        ({"beveiliging": Beveiliging.GEEN}, "beveiliging"),
    ],
)
def test_a_mailbox_that_cannot_work_is_refused_at_its_field(anders: dict[str, object], veld: str) -> None:
    goed: dict[str, object] = {
        "ingang_id": 1, "host": "imap.example", "poort": 993, "beveiliging": Beveiliging.TLS, "gebruiker": "info",
        "geheim_variabele": "POSTBUS_INFO",
    }  # fmt: skip
    assert check_postbusgegevens(Postbusgegevens(**goed)) == ()  # type: ignore[arg-type]
    assert [fout.veld for fout in check_postbusgegevens(Postbusgegevens(**goed | anders))] == [veld]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("datum", "tijd", "moment"),
    [
        ("24-11-2026", "08:30", "2026-11-24 07:30"),
        ("2026/11/23", "9.05", "2026-11-23 08:05"),
        ("1-7-2026 14:30", "", "2026-07-01 12:30"),
        ("2026-11-20T14:30:12.5", "", "2026-11-20 13:30"),
        ("20.11.2026", "", "2026-11-20 11:00"),
    ],
)
def test_dates_of_all_kinds_are_read(datum: str, tijd: str, moment: str) -> None:
    velden = {"datum": datum, "tijd": tijd, "kanaal": "telefoon", "onderwerp": "x"}
    regel = parse_contactregel(velden, Keuzelijsten({"telefoon": 1}, {}, {}, {}), DINSDAG)
    assert isinstance(regel, Contactregel), regel
    assert f"{regel.gebeurd_op.astimezone(UTC):%Y-%m-%d %H:%M}" == moment


@given(st.dictionaries(st.sampled_from(KOLOMMEN + EXTRA_KOLOMMEN), st.text(max_size=60)))
def test_no_line_breaks_the_reading(velden: dict[str, str]) -> None:
    gelezen = parse_contactregel(velden, Keuzelijsten({"telefoon": 1}, {}, {}, {}), DINSDAG)
    assert isinstance(gelezen, Contactregel) or (gelezen and all(fout.tekst for fout in gelezen))


@pytest.mark.parametrize(
    ("tekst", "seconden"), [("", None), ("4", 240), ("4 min", 240), ("240 s", 240), ("4:30", 270), ("0:04:30", 270)]
)
def test_a_duration_is_read_as_people_write_it(tekst: str, seconden: int | None) -> None:
    velden = {"datum": "20-11-2026", "kanaal": "telefoon", "onderwerp": "x", "duur": tekst}
    regel = parse_contactregel(velden, Keuzelijsten({"telefoon": 1}, {}, {}, {}), DINSDAG)
    assert isinstance(regel, Contactregel)
    assert regel.duur_seconden == seconden
