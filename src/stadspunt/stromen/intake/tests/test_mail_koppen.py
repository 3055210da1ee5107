"""Header fields: encoded words, raw 8-bit, addresses, identifiers, dates."""

from datetime import UTC, datetime, timedelta

import pytest

from stadspunt.stromen.intake.rules.adressen import clean_adres, parse_adressen
from stadspunt.stromen.intake.rules.automatisch import Soort, classify
from stadspunt.stromen.intake.rules.kopwaarden import decode_koptekst, parse_ids, parse_parameters
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Adres
from stadspunt.stromen.intake.rules.moment import judge_moment, parse_moment
from stadspunt.stromen.intake.tests.postzak import brief, codes, lees

NU = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("naam", "onderwerp"),
    [
        ("kop-rauw-utf8", "Vraag over café 2026"),
        ("geen-tekenset-8bit", "Größe é"),
        ("kop-gebroken-woorden", "Beëindiging van € en café met spatie"),
        ("kop-afgebroken-woord", "Café de hoek en de ruï"),
        ("gb18030", "护照申请"),
        ("iso-2022-jp", "住所変更"),
        ("onbekende-tekenset", "Café"),
        ("gmail-nl", "Re: Uw afspraak op 12 mei – kan het later?"),
        ("formuliermailer", "Nieuw bericht via het contactformulier van café De Hoek"),
        ("nul-en-stuurtekens", "Vraag"),
        ("dubbele-koppen", "Tweede onderwerp telt, het eerste is leeg"),
        ("leeg-met-bijlage", ""),
    ],
)
def test_a_subject_is_read_as_it_was_meant(naam: str, onderwerp: str) -> None:
    assert lees(naam).onderwerp == onderwerp


@pytest.mark.parametrize(
    ("ruw", "tekst"),
    [
        (b"=?utf-8?q?Hoe_gaat_het??=", "Hoe gaat het?"),
        (b"=?iso-8859-1*nl?Q?Caf=E9?=", "Café"),
        (b"Antw: =?UTF-8?B?w6k=?= =?UTF-8?B?w6k=?= slot", "Antw: éé slot"),
        (b"=?utf-8?q?een?= twee =?utf-8?q?drie?=", "een twee drie"),
        (b"50% korting =?geen woord", "50% korting =?geen woord"),
        (b"a\r\n\t b", "a b"),
        (b"=?utf-8?Q?" + b"=C3=A9" * 400 + b"?=", "é" * 400),
        (b"=?utf-8?B?" + b"w6nDqcOp" * 200 + b"?= slot", "é" * 600 + " slot"),
        (b"=?utf-7?Q?Caf+AOk-?=", "Café"),
        ("Vraag \u202egnp.exe".encode(), "Vraag gnp.exe"),
    ],
)
def test_header_text_is_readable_on_one_line(ruw: bytes, tekst: str) -> None:
    assert decode_koptekst(ruw) == tekst


_GEWOON = b"From: Anna <anna@example.org>\r\nSubject: Vraag\r\n\r\nHallo"


@pytest.mark.parametrize(
    "ruw",
    [
        b"\xef\xbb\xbf" + _GEWOON,
        b"Received: from a by b\r\nwith ESMTP id 5; Tue\r\n" + _GEWOON,
        b"X-Lang: een regel\r\ndie niet gevouwen is\r\nen nog een\r\n" + _GEWOON,
        "X-Café: x\r\n".encode() + _GEWOON,
        b"X Vreemd: x\r\n" + _GEWOON,
        b": x\r\n" + _GEWOON,
        b"X-Groot: " + b"a" * 1_200_000 + b"\r\n" + _GEWOON,
        b"X-Vulling: x\r\n" * 10_000 + _GEWOON,
    ],
)
def test_a_header_with_a_line_that_does_not_belong_still_tells_who_and_what(ruw: bytes) -> None:
    bericht = read_mailbericht(ruw)
    assert (bericht.afzender, bericht.onderwerp, bericht.eigen_tekst[:5]) == (Adres("Anna", "anna@example.org"), "Vraag", "Hallo")


def test_a_body_without_an_empty_line_above_it_is_no_header() -> None:
    bericht = read_mailbericht(b"From: anna@example.org\r\nSubject: Vraag\r\nHallo,\r\ntot ziens")
    assert bericht.tekst == "Hallo,\ntot ziens"


def test_a_robot_field_behind_ten_thousand_others_still_counts() -> None:
    bericht = read_mailbericht(b"X-Vulling: x\r\n" * 10_000 + b"Auto-Submitted: auto-replied\r\n" + _GEWOON)
    assert classify(bericht) is Soort.AUTOMATISCH_ANTWOORD


def test_an_endless_subject_is_cut_and_told() -> None:
    bericht = read_mailbericht(b"Subject: " + b"a" * 50_000 + b"\r\n\r\n")
    assert len(bericht.onderwerp) == 1_000
    assert "onderwerp-ingekort" in codes(bericht)


def test_the_first_of_several_authors_counts() -> None:
    bericht = lees("meer-afzenders")
    assert bericht.afzender == Adres("Anna", "anna@example.org")
    assert codes(bericht) == ["meer-afzenders"]


def test_an_empty_from_is_no_sender() -> None:
    assert lees("lege-afzender").afzender is None


def test_without_a_from_the_technical_sender_counts() -> None:
    assert read_mailbericht(b"Sender: a@example.org\r\n\r\n").afzender == Adres("", "a@example.org")


def test_an_address_that_is_wholly_encoded_is_found() -> None:
    assert lees("heel-adres-gecodeerd").afzender == Adres("Zoë", "zoe@example.org")


def test_groups_are_opened() -> None:
    bericht = lees("groepen")
    assert [adres.adres for adres in bericht.aan.eerste] == ["noord@example.nl", "zuid@example.nl", "kcc@example.nl"]
    assert bericht.cc.aantal == 0


def test_odd_addresses_are_understood_and_never_another_persons() -> None:
    bericht = lees("vreemde-adressen")
    assert bericht.afzender == Adres("", '"jan jansen"@example.org')
    assert bericht.antwoord_naar == (Adres("Jan", "JAN@example.org"),)
    assert bericht.aan.eerste == (
        Adres("Klantcontactcentrum", "kcc@example.nl"),
        Adres("Post", "post@example.nl"),
        Adres("", "balie@example.nl"),
        Adres("Piet", "piet@example.org"),
        Adres("Jansen, Joost <nep@example.com>", "echt@example.org"),
    )


@pytest.mark.parametrize(
    "ruw",
    ["", "geen adres", "@example.org", "a@", "a b@example.org", 'jansen"@example.org', "a@b@c", "a@example.org\r\nBcc: x@y"],
)
def test_what_is_no_address_is_not_taken_for_one(ruw: str) -> None:
    assert clean_adres(ruw) == ""


def test_thousands_of_recipients_are_counted_and_the_first_are_kept() -> None:
    veld = ", ".join(f"Bewoner {nr} <b{nr}@example.org>" for nr in range(5_000))
    bericht = read_mailbericht(brief(kop=f"Cc: {veld}\r\n"))
    assert bericht.cc.aantal == 5_000
    assert len(bericht.cc.eerste) == 200
    assert codes(bericht) == ["adressen-weggelaten"]


def test_several_fields_of_one_name_are_one_list() -> None:
    assert parse_adressen([b"a@example.org", b"b@example.org"]).aantal == 2


def test_identifiers_lose_the_folding_and_the_chatter_around_them() -> None:
    bericht = lees("ids-gevouwen")
    assert bericht.message_id == "<zonder-haakjes@example.org>"
    assert bericht.in_reply_to == "<kcc-1@example.nl>"
    assert bericht.references == ("<kcc-2@example.nl>", "<oud@example.nl>", "<kcc-0@example.nl>", "<kcc-1@example.nl>")


def test_an_identifier_too_long_for_an_index_becomes_a_hash_that_stays_the_same() -> None:
    lang = b"<" + b"a" * 1_500 + b"@example.org>"
    (een,), (twee,) = parse_ids(lang), parse_ids(lang)
    assert een == twee
    assert len(een) < 100


def test_a_parameter_in_pieces_is_joined_in_the_order_of_its_numbers() -> None:
    _, parameters = parse_parameters(
        b'attachment; filename*1="Hoek.pdf"; filename*0*=utf-8\'\'caf%C3%A9%20; filename="anders.pdf"'
    )
    assert parameters["filename"].to_tekst() == "café Hoek.pdf"


def test_a_windows_path_keeps_its_backslashes_until_the_name_is_cleaned() -> None:
    _, parameters = parse_parameters(rb'attachment; filename="C:\Mijn \"map\"\foto.jpg"')
    assert parameters["filename"].to_tekst() == r'C:\Mijn "map"\foto.jpg'


@pytest.mark.parametrize(
    ("veld", "moment"),
    [
        ("Mon, 4 May 2026 10:23:00 +0200", datetime(2026, 5, 4, 8, 23, tzinfo=UTC)),
        ("Mo, 4 Mai 2026 10:23:00 +0200", datetime(2026, 5, 4, 8, 23, tzinfo=UTC)),
        ("ma 4 mei 2026 10:23:00 +0200", datetime(2026, 5, 4, 8, 23, tzinfo=UTC)),
        ("4 May 26 10:23 GMT", datetime(2026, 5, 4, 10, 23, tzinfo=UTC)),
        ("2026-05-04T10:23:00+02:00", datetime(2026, 5, 4, 8, 23, tzinfo=UTC)),
        ("Mon, 4 May 2026 10:23:00 -0000", datetime(2026, 5, 4, 10, 23, tzinfo=UTC)),
        ("Mon, 4 May 2026 10:23:00 +0200 (Zomertijd)", datetime(2026, 5, 4, 8, 23, tzinfo=UTC)),
        ("Thu, 01 Jan 1970 00:00:00 +0000", datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_as_programs_write_it(veld: str, moment: datetime) -> None:
    assert parse_moment(veld) == moment


@pytest.mark.parametrize(
    "veld", ["", "gisteren rond de lunch", "99 Foo 99999 99:99", "Mon, 4 May 2026 10:23:00 +9999999", "9" * 5_000]
)
def test_nonsense_is_no_date(veld: str) -> None:
    assert parse_moment(veld) is None


def test_an_unreadable_date_is_told() -> None:
    assert codes(lees("datum-onzin")) == ["datum-onleesbaar"]


@pytest.mark.parametrize("verzonden_op", [None, datetime(1970, 1, 1, tzinfo=UTC), NU + timedelta(days=1, seconds=1)])
def test_an_absurd_date_gives_way_to_the_moment_of_receipt(verzonden_op: datetime | None) -> None:
    oordeel = judge_moment(verzonden_op, NU)
    assert (oordeel.moment, oordeel.gelooft_afzender) == (NU, False)


def test_a_date_a_few_hours_ahead_is_a_clock_that_is_fast() -> None:
    oordeel = judge_moment(NU + timedelta(hours=3), NU)
    assert (oordeel.moment, oordeel.gelooft_afzender) == (NU + timedelta(hours=3), True)
