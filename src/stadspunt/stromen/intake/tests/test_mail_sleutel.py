"""The same message twice is one; another message is another."""

from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.sleutel import compute_sleutel
from stadspunt.stromen.intake.tests.postzak import lees_ruw, list_namen

RUW = lees_ruw("gmail-nl")


def _sleutel(ruw: bytes) -> str:
    return compute_sleutel(ruw, read_mailbericht(ruw))


def test_trace_fields_of_another_delivery_make_no_other_message() -> None:
    sporen = (
        b"Return-Path: <x@example.org>\r\nReceived: from a by b; Mon, 4 May 2026\r\nDelivered-To: balie@example.nl\r\n"
        b"X-Original-To: balie@example.nl\r\nARC-Seal: i=1\r\nDKIM-Signature: v=1\r\nAuthentication-Results: mx; spf=pass\r\n"
        b"X-Spam-Score: 3\r\nReceived-SPF: pass\r\n"
    )
    assert _sleutel(sporen + RUW) == _sleutel(RUW)


def test_other_line_ends_and_other_folding_make_no_other_message() -> None:
    assert _sleutel(RUW.replace(b"\r\n", b"\n")) == _sleutel(RUW)
    assert _sleutel(RUW.replace(b"; boundary=", b";\r\n\tboundary=", 1)) == _sleutel(RUW)
    assert _sleutel(RUW + b"\r\n\r\n") == _sleutel(RUW)


def test_other_content_under_the_same_message_id_is_another_message() -> None:
    assert _sleutel(RUW.replace(b"16.00", b"17.00")) != _sleutel(RUW)
    assert _sleutel(RUW.replace(b"Subject: =?UTF-8?Q?Re", b"Subject: =?UTF-8?Q?Fw")) != _sleutel(RUW)


def test_the_same_words_sent_again_are_another_message() -> None:
    assert _sleutel(RUW.replace(b"CAF=0Kxv7v9", b"CAF=0Kxv7v8")) != _sleutel(RUW)


def test_without_identifier_and_date_every_byte_counts() -> None:
    kaal = b"From: formulier@example.org\r\nSubject: Nieuw bericht\r\n\r\nHallo\r\n"
    assert _sleutel(kaal) == _sleutel(kaal)
    assert _sleutel(b"Received: from a\r\n" + kaal) != _sleutel(kaal)


def test_a_date_alone_is_enough_to_recognise_a_message() -> None:
    met_datum = b"Date: Mon, 4 May 2026 10:00:00 +0200\r\nFrom: f@example.org\r\n\r\nHallo\r\n"
    assert _sleutel(b"Received: from a\r\n" + met_datum) == _sleutel(met_datum)


def test_all_messages_here_have_different_keys() -> None:
    sleutels = {_sleutel(lees_ruw(naam)) for naam in list_namen()}
    assert len(sleutels) == len(list_namen()) > 60
    assert all(len(sleutel) == 64 for sleutel in sleutels)
