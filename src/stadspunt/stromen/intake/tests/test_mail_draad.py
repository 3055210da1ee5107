"""Which earlier message or question a message may follow."""

from stadspunt.fundament.waarden.nummer import Nummer
from stadspunt.stromen.intake.rules.draad import Draadsporen, find_draad
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.tests.postzak import lees


def test_an_answer_points_to_our_message_and_to_the_question_in_its_subject() -> None:
    assert find_draad(lees("outlook-nl")) == Draadsporen(("<kcc-0001@stadspunt.example.nl>",), (Nummer(2026, 123),))


def test_the_nearest_message_comes_first() -> None:
    assert find_draad(lees("ids-gevouwen")).message_ids == (
        "<kcc-1@example.nl>",
        "<kcc-0@example.nl>",
        "<oud@example.nl>",
        "<kcc-2@example.nl>",
    )


def test_a_delivery_report_points_to_the_message_it_is_about() -> None:
    assert find_draad(lees("bounce-postfix")).message_ids == ("<kcc-0009@stadspunt.example.nl>",)


def test_a_read_receipt_and_an_abuse_report_point_to_the_message_they_are_about() -> None:
    assert find_draad(lees("leesbevestiging")).message_ids == ("<kcc-0007@stadspunt.example.nl>",)
    assert find_draad(lees("misbruikmelding")).message_ids == ("<kcc-0008@stadspunt.example.nl>",)


def test_a_forwarded_message_is_no_trace_because_anybody_can_forward() -> None:
    assert find_draad(lees("doorgestuurd-als-bijlage")).message_ids == ()


def test_a_message_does_not_follow_itself() -> None:
    ruw = b"Message-ID: <a@x>\r\nReferences: <a@x> <b@x>\r\n\r\n"
    assert find_draad(read_mailbericht(ruw)).message_ids == ("<b@x>",)


def test_only_the_newest_of_endless_references_are_kept() -> None:
    ruw = b"References: " + b" ".join(b"<%d@x>" % nr for nr in range(5_000)) + b"\r\n\r\n"
    ids = find_draad(read_mailbericht(ruw)).message_ids
    assert (ids[0], len(ids)) == ("<4999@x>", 100)


def test_a_number_with_a_typing_error_is_no_trace() -> None:
    assert find_draad(read_mailbericht(b"Subject: Re: 2026-000132-8\r\n\r\n")).nummers == ()
