"""Delivery reports: which message of ours, to whom, and is trying again of use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.bounce import find_status
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Bezorgactie, Bounce
from stadspunt.stromen.intake.tests.postzak import ZONDER_KLOK, brief, lees, pakket, stuk


@pytest.mark.parametrize(
    ("naam", "bounce"),
    [
        (
            "bounce-postfix",
            Bounce(
                "<kcc-0009@stadspunt.example.nl>",
                "weg@example.org",
                "5.1.1",
                True,
                "550 5.1.1 <weg@example.org>: Recipient address rejected: User unknown",
                Bezorgactie.MISLUKT,
            ),
        ),
        (
            "bounce-exchange",
            Bounce(
                "<kcc-0010@stadspunt.example.nl>",
                "vol@example.org",
                "5.2.2",
                True,
                "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded",
                Bezorgactie.MISLUKT,
            ),
        ),
        (
            "bounce-qmail",
            Bounce(
                "<kcc-0011@stadspunt.example.nl>",
                "weg@example.org",
                "5.1.1",
                True,
                "Sorry, no mailbox here by that name. (#5.1.1)",
                Bezorgactie.MISLUKT,
            ),
        ),
        (
            "bounce-exim",
            Bounce(
                "<kcc-0012@stadspunt.example.nl>",
                "weg@example.org",
                "",
                True,
                "host mail.example.org [192.0.2.20] SMTP error from remote mail server after RCPT TO:<weg@example.org"
                " 550 No such user here",
                Bezorgactie.MISLUKT,
            ),
        ),
        (
            "bounce-vertraagd",
            Bounce("<kcc-0013@stadspunt.example.nl>", "traag@example.org", "4.4.7", False, "", Bezorgactie.VERTRAAGD),
        ),
        ("bounce-bezorgd", Bounce("", "goed@example.org", "2.0.0", False, "", Bezorgactie.BEZORGD)),
    ],
)
def test_a_delivery_report_says_what_happened_to_which_message(naam: str, bounce: Bounce) -> None:
    assert lees(naam).bounces == (bounce,)


def _rapport(*velden: str) -> bytes:
    status = "Reporting-MTA: dns; x\r\n\r\n" + "\r\n\r\n".join(velden)
    return pakket(
        stuk(b"Mislukt", "text/plain"),
        stuk(status.encode(), "message/delivery-status"),
        soort="report; report-type=delivery-status",
    )


def test_several_recipients_are_several_reports_and_a_failure_is_told_first() -> None:
    bericht = read_mailbericht(
        _rapport(
            "Final-Recipient: rfc822; goed@example.org\r\nAction: delivered\r\nStatus: 2.0.0",
            "Final-Recipient: rfc822; weg@example.org\r\nAction: failed\r\nStatus: 5.1.1",
        )
    )
    assert [bounce.ontvanger for bounce in bericht.bounces] == ["goed@example.org", "weg@example.org"]
    assert bericht.bounce is not None
    assert bericht.bounce.ontvanger == "weg@example.org"


def test_a_mailbox_that_is_full_for_now_is_not_gone_for_good() -> None:
    bericht = read_mailbericht(_rapport("Final-Recipient: rfc822;vol@example.org\r\nAction: failed\r\nStatus: 4.2.2"))
    assert bericht.bounce is not None
    assert not bericht.bounce.permanent


def test_a_status_that_stands_only_in_the_diagnosis_is_found() -> None:
    velden = "Final-Recipient: rfc822;weg@example.org\r\nAction: failed\r\nDiagnostic-Code: smtp; 550-5.1.1 no such user"
    bericht = read_mailbericht(_rapport(velden))
    assert bericht.bounce is not None
    assert (bericht.bounce.status, bericht.bounce.permanent) == ("5.1.1", True)


def test_a_report_without_a_machine_readable_part_needs_a_mail_system_as_sender() -> None:
    tekst = b"Undelivered: my letter came back, see <oma@example.org>. Can you help?"
    van_bewoner = brief(tekst).replace(b"Subject: Vraag", b"Subject: Undelivered letter")
    assert read_mailbericht(van_bewoner).bounces == ()
    van_systeem = van_bewoner.replace(b"Anna <anna@example.org>", b"MAILER-DAEMON@example.org")
    assert [b.ontvanger for b in read_mailbericht(van_systeem).bounces] == ["oma@example.org"]


def test_returned_fields_with_empty_lines_around_them_are_read() -> None:
    bericht = read_mailbericht(
        pakket(
            stuk(b"Action: failed\r\nFinal-Recipient: rfc822; weg@example.org\r\n", "message/delivery-status"),
            stuk(b"\r\n\r\nMessage-ID: <kcc-9@example.nl>\r\n\r\n\r\n", "text/rfc822-headers"),
            soort="report; report-type=delivery-status",
        )
    )
    assert bericht.rapport_over == "<kcc-9@example.nl>"


@pytest.mark.parametrize(
    ("tekst", "status"), [("(#5.1.1)", "5.1.1"), ("host 192.0.2.20 said 4.7.0", "4.7.0"), ("192.5.1.1", ""), ("versie 5.1", "")]
)
def test_a_status_code_is_not_confused_with_an_address(tekst: str, status: str) -> None:
    assert find_status(tekst) == status


@ZONDER_KLOK
@given(st.binary(max_size=400))
def test_any_status_part_can_be_read(inhoud: bytes) -> None:
    bericht = read_mailbericht(pakket(stuk(b"Final-Recipient: x\r\n" + inhoud, "message/delivery-status")))
    assert all(bounce.actie in Bezorgactie for bounce in bericht.bounces)


_STATUS = b"Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; weg@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"


def test_a_person_who_forwards_a_report_asks_something() -> None:
    ruw = pakket(stuk(b"Wat is dit?", "text/plain"), stuk(_STATUS, "message/delivery-status"), stuk(brief(), "message/rfc822"))
    bericht = read_mailbericht(ruw)
    assert (bericht.rapport, bericht.bounces, bericht.eigen_tekst[:11]) == (None, (), "Wat is dit?")
    assert len(bericht.bijlagen) == 2


@pytest.mark.parametrize("van", ["Mail Delivery System <x@mx.example.org>", "MAILER-DAEMON@mx.example.org", "<>"])
def test_a_mail_system_that_forgets_to_call_it_a_report_is_believed(van: str) -> None:
    ruw = pakket(stuk(b"Mislukt", "text/plain"), stuk(_STATUS, "message/delivery-status"))
    bericht = read_mailbericht(ruw.replace(b"Anna <anna@example.org>", van.encode()))
    assert [bounce.ontvanger for bounce in bericht.bounces] == ["weg@example.org"]


@pytest.mark.parametrize("veld", ["Original-Message-ID", "X-Original-Message-ID"])
def test_a_report_that_only_names_our_message_is_about_it(veld: str) -> None:
    status = f"{veld}: <kcc-9@example.nl>\r\n".encode() + _STATUS
    bericht = read_mailbericht(pakket(stuk(status, "message/delivery-status"), soort="report; report-type=delivery-status"))
    assert [bounce.oorspronkelijk_message_id for bounce in bericht.bounces] == ["<kcc-9@example.nl>"]


@pytest.mark.parametrize(
    ("onderwerp", "tekst", "actie"),
    [
        ("DELIVERY FAILURE: User weg (weg@example.org) not listed", "was not delivered to: weg@example.org", "failed"),
        ("Niet-bestelbaar: Uw vraag", "weg@example.org bestaat niet <mx #5.1.1>", "failed"),
        ("Non remis : Uw vraag", "weg@example.org 550 5.1.1", "failed"),
        ("Warning: message 1abc delayed 24 hours", "weg@example.org has not yet been delivered", "delayed"),
        ("Warning: could not send message for past 4 hours", "weg@example.org, will keep trying", "delayed"),
    ],
)
def test_reports_for_people_in_more_tongues_are_reports(onderwerp: str, tekst: str, actie: str) -> None:
    ruw = f"From: Postmaster@example.org\r\nSubject: {onderwerp}\r\n\r\n{tekst}\r\n".encode()
    assert [(b.ontvanger, str(b.actie)) for b in read_mailbericht(ruw).bounces] == [("weg@example.org", actie)]
