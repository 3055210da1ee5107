"""Who wrote it, a person or a machine; and whether a machine of ours may answer."""

from collections import deque

import pytest

from stadspunt.stromen.intake.rules.automatisch import EIGEN_KOP, Soort, classify, is_robotadres, may_answer_automatically
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Mailbericht
from stadspunt.stromen.intake.tests.postzak import PDF, brief, lees, pakket, stuk

EIGEN = ("kcc@example.nl", "Balie@Example.NL")


def _met(kop: str, *, van: str = "anna@example.org", onderwerp: str = "Vraag") -> Mailbericht:
    return read_mailbericht(f"From: {van}\r\nTo: kcc@example.nl\r\nSubject: {onderwerp}\r\n{kop}\r\nHallo\r\n".encode())


@pytest.mark.parametrize(
    ("naam", "soort"),
    [
        ("outlook-nl", Soort.GEWOON),
        ("gmail-nl", Soort.GEWOON),
        ("ios-kort", Soort.GEWOON),
        ("formuliermailer", Soort.GEWOON),
        ("antwoord-op-afwezig", Soort.GEWOON),
        ("smime-los-getekend", Soort.GEWOON),
        ("afwezig-outlook-nl", Soort.AUTOMATISCH_ANTWOORD),
        ("afwezig-zonder-kop", Soort.AUTOMATISCH_ANTWOORD),
        ("afwezig-gmail", Soort.AUTOMATISCH_ANTWOORD),
        ("ticketsysteem", Soort.AUTOMATISCH),
        ("scanner", Soort.AUTOMATISCH),
        ("nieuwsbrief", Soort.LIJST),
        ("leesbevestiging", Soort.LEESBEVESTIGING),
        ("misbruikmelding", Soort.ABUSE),
        ("agenda-outlook", Soort.AGENDA),
        ("bounce-postfix", Soort.BOUNCE),
        ("bounce-exchange", Soort.BOUNCE),
        ("bounce-qmail", Soort.BOUNCE),
        ("bounce-exim", Soort.BOUNCE),
        ("bounce-vertraagd", Soort.BEZORGMELDING),
        ("bounce-bezorgd", Soort.BEZORGMELDING),
    ],
)
def test_a_message_is_recognised_for_what_it_is_and_only_people_get_an_answer(naam: str, soort: Soort) -> None:
    bericht = lees(naam)
    assert classify(bericht) is soort
    assert may_answer_automatically(bericht, None, EIGEN) is (soort is Soort.GEWOON)


@pytest.mark.parametrize(
    ("kop", "soort"),
    [
        ("Auto-Submitted: no\r\n", Soort.GEWOON),
        ("Auto-Submitted: auto-replied (vacation)\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("AUTO-SUBMITTED: Auto-Replied; owner-email=x@example.org\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("Auto-Submitted: auto-generated\r\n", Soort.AUTOMATISCH),
        ("Auto-Submitted: auto-notified\r\n", Soort.AUTOMATISCH),
        ("X-Autoreply: yes\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("X-Autoreply: no\r\n", Soort.GEWOON),
        ("X-Autorespond: ik ben weg\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("Precedence: auto_reply\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("Precedence: auto-reply\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("TLS-Report-Domain: example.nl\r\n", Soort.AUTOMATISCH),
        ("Precedence: bulk\r\n", Soort.LIJST),
        ("Precedence: list\r\n", Soort.LIJST),
        ("List-Id: <buurt.example.org>\r\n", Soort.LIJST),
        ("X-Auto-Response-Suppress: All\r\n", Soort.AUTOMATISCH),
        ("X-FC-MachineGenerated: true\r\n", Soort.AUTOMATISCH),
        ("Delivered-To: Autoresponder\r\n", Soort.AUTOMATISCH_ANTWOORD),
        ("Return-Path: <>\r\n", Soort.AUTOMATISCH),
        ("Return-Path: <>\r\nIn-Reply-To: <kcc-1@example.nl>\r\n", Soort.AUTOMATISCH_ANTWOORD),
    ],
)
def test_header_fields_tell_machines_apart(kop: str, soort: Soort) -> None:
    assert classify(_met(kop)) is soort


@pytest.mark.parametrize(
    "onderwerp",
    [
        "Automatisch antwoord: Uw vraag",
        "Automatic reply: Uw vraag",
        "Automatische Antwort: Uw vraag",
        "Out of Office: Uw vraag",
        "Out of Office AutoReply: Uw vraag",
        "Afwezigheidsbericht",
        "Niet aanwezig: Re: Uw vraag",
        "Abwesenheitsnotiz: Anfrage",
        "=?utf-8?q?R=C3=A9ponse_automatique_=3A_Votre_question?=",
        "Ik ben afwezig",
        "Ben met vakantie: Re: Uw vraag",
        "I am out of the office",
        "Abwesend: Anfrage",
        "OOO: Uw vraag",
        "Risposta automatica: domanda",
        "Automatyczna odpowiedź: pytanie",
        "Otomatik yanıt: soru",
    ],
)
def test_without_header_fields_the_beginning_of_the_subject_tells(onderwerp: str) -> None:
    assert classify(_met("", onderwerp=onderwerp)) is Soort.AUTOMATISCH_ANTWOORD


@pytest.mark.parametrize(
    "onderwerp",
    [
        "Re: Automatisch antwoord: Uw vraag",
        "Ik kreeg een automatisch antwoord",
        "Automatisch antwoord gekregen, maar geen echt antwoord",
        "Automatische incasso",
        "Vraag over mijn afwezigheid: schoolplicht",
        "Gelezen: de brief van 4 mei klopt niet",
        "Ik ben met vakantie geweest en mijn afval stinkt",
        "Vakantie: ontheffing leerplicht",
    ],
)
def test_people_who_write_about_automatic_answers_are_people(onderwerp: str) -> None:
    assert classify(_met("", onderwerp=onderwerp)) is Soort.GEWOON


def test_a_report_about_our_mail_domain_gets_no_receipt() -> None:
    bericht = _met("", onderwerp="Report Domain: example.nl; Submitter: mail.example.com; Report-ID: 1")
    assert classify(bericht) is Soort.AUTOMATISCH


@pytest.mark.parametrize("onderwerp", ["Read: brief", "Gelezen: brief"])
def test_a_file_under_the_subject_of_a_read_receipt_is_a_message_of_a_person(onderwerp: str) -> None:
    ruw = pakket(stuk(PDF, "application/pdf", naam="brief.pdf")).replace(b"Subject: Vraag", f"Subject: {onderwerp}".encode())
    assert classify(read_mailbericht(ruw)) is Soort.GEWOON


def test_the_null_sender_of_the_transaction_counts_above_the_return_path() -> None:
    bericht = _met("Return-Path: <anna@example.org>\r\n")
    assert classify(bericht, "") is Soort.AUTOMATISCH
    assert classify(bericht, "anna@example.org") is Soort.GEWOON
    assert classify(_met("Return-Path: <>\r\n"), "anna@example.org") is Soort.GEWOON


@pytest.mark.parametrize(
    ("kop", "van"),
    [
        (f"{EIGEN_KOP}: 0190\r\n", "anna@example.org"),
        ("X-Auto-Response-Suppress: DR, OOF, AutoReply\r\n", "anna@example.org"),
        ("X-Spam-Flag: YES\r\n", "anna@example.org"),
        ("", "KCC+iets@example.nl"),
        ("", "balie@example.nl"),
        ("Reply-To: kcc@example.nl\r\n", "anna@example.org"),
        ("Reply-To: noreply@example.org\r\n", "anna@example.org"),
        ("", "no-reply@example.org"),
        ("", "geen-antwoord@example.org"),
        ("", "postmaster@example.org"),
        ("", "voicemail@example.org"),
        ("", "geen-reactie@example.org"),
        ("", "www-data@example.org"),
        ("", "dmarcreport@example.com"),
        ("", "buurt-request@example.org"),
        ("", "Naam zonder adres"),
    ],
)
def test_no_robot_list_or_own_address_gets_a_receipt(kop: str, van: str) -> None:
    assert not may_answer_automatically(_met(kop, van=van), "anna@example.org", EIGEN)


def test_an_envelope_sender_that_is_a_robot_gets_no_receipt() -> None:
    assert not may_answer_automatically(_met(""), "buurt-bounces@example.org", EIGEN)
    assert not may_answer_automatically(_met(""), "", EIGEN)
    assert may_answer_automatically(_met(""), "anna@example.org", EIGEN)
    assert may_answer_automatically(_met(""), None, EIGEN)


def test_a_robot_field_behind_a_thousand_others_still_counts() -> None:
    assert not may_answer_automatically(_met("X-Vulling: x\r\n" * 500 + "Auto-Submitted: auto-replied\r\n"), None, EIGEN)


@pytest.mark.parametrize(
    "adres",
    [
        "anna@example.org",
        "rootveld@example.org",
        "abuseman@example.org",
        "info@noreply.example.org",
        "jan.bouncer@example.org",
        "systeemjan@example.org",
        "cronje@example.org",
    ],
)
def test_people_with_unlucky_names_are_no_robots(adres: str) -> None:
    assert not is_robotadres(adres)


def test_two_auto_responders_facing_each_other_fall_silent() -> None:
    """Each answers whatever it may, with one of the marks that automatic answers carry (RFC 3834, section 3.1)."""

    def answer(bericht: Mailbericht, van: str, kop: str) -> bytes:
        assert bericht.afzender is not None
        return (
            f"From: {van}\r\nTo: {bericht.afzender.adres}\r\nSubject: Re: {bericht.onderwerp}\r\n"
            f"In-Reply-To: {bericht.message_id}\r\nMessage-ID: <{len(bericht.tekst)}@x>\r\n{kop}\r\nOntvangen. {bericht.tekst}"
        ).encode()

    for kop in ("Auto-Submitted: auto-replied\r\n", f"{EIGEN_KOP}: 0190\r\n", "X-Auto-Response-Suppress: All\r\n"):
        onderweg = deque([brief()])
        verstuurd = 0
        while onderweg and verstuurd < 10:
            bericht = read_mailbericht(onderweg.popleft())
            ik = "kcc@example.nl" if verstuurd % 2 == 0 else "kcc@example.com"
            if may_answer_automatically(bericht, None, [ik]):
                onderweg.append(answer(bericht, ik, kop))
                verstuurd += 1
        assert verstuurd == 1
