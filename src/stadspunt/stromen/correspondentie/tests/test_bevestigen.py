"""The receipt: once, to a person, in the language of the client, and never in a loop."""

from typing import Any

import pytest
from django.db import connection

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.stromen.correspondentie.actions.bevestigen import forbid_ontvangstbevestiging, plan_ontvangstbevestiging
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, retry_verzending
from stadspunt.stromen.correspondentie.bouw import build_bericht
from stadspunt.stromen.correspondentie.jobs import verzend_achterstand
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.bevestiging import REM_AANTAL
from stadspunt.stromen.correspondentie.rules.woorden import Verzendstatus
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.actions.behandelen import record_antwoord
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Status
from tests.stad import Stad


def mailvraag(stad: Stad, taal: str = "nl", **bericht: Any) -> int:
    """A question that came by mail: contact and message in one transaction, as the intake does."""
    vraag_id = stad.klantvraag(wie="systeem", kanaal_id=stad.kanaal("email"), ingang_id=stad.ingangen["parkeren"], taal=taal)
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, **bericht)
    return vraag_id


def redenen(stad: Stad, vraag_id: int) -> list[str]:
    regels = list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")
    return [regel.inhoud["reden"] for regel in regels if regel.soort == "OntvangstbevestigingOvergeslagen"]


def verzending(stad: Stad, vraag_id: int) -> Any:
    return next(een.verzending for een in list_berichten(stad.raadpleging(), vraag_id) if een.verzending)


def test_a_mail_gets_its_receipt_at_once(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = mailvraag(stad, message_id="<vraag@example.org>")
    stad.werk()
    vraag = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]
    (mail,) = mailserver.ontvangen
    assert mailserver.enveloppen == [("parkeren@lindewaard.example", "joost.jansen@example.org")]
    assert mail["Subject"] == f"Wij hebben uw vraag ontvangen [{vraag.nummer}]"
    assert "uiterlijk op dinsdag 1 december 2026" in mail.get_body(("plain",)).get_content()
    assert (mail["Auto-Submitted"], mail["In-Reply-To"]) == ("auto-replied", "<vraag@example.org>")
    assert vraag.status == Status.NIEUW


def test_a_receipt_is_in_the_language_of_the_client(stad: Stad, mailserver: Mailserver) -> None:
    mailvraag(stad, taal="en")
    stad.werk()
    (mail,) = mailserver.ontvangen
    assert mail["Content-Language"] == "en"
    assert "You will have an answer by Tuesday 1 December 2026" in mail.get_body(("plain",)).get_content()


def test_a_receipt_goes_where_the_sender_wants_answers(stad: Stad, mailserver: Mailserver) -> None:
    mailvraag(stad, van_adres="formulier@bedrijf.example", antwoord_adres="vera@bedrijf.example")
    stad.werk()
    assert [aan for _, aan in mailserver.enveloppen] == ["vera@bedrijf.example"]


def test_asked_many_times_there_is_one_receipt(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = mailvraag(stad)
    stad.werk()
    for _ in range(3):
        assert plan_ontvangstbevestiging(stad.systeem(), vraag_id) is None
        stad.werk()
    assert len(mailserver.ontvangen) == 1


def test_a_second_mail_about_the_same_question_gets_no_receipt(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = mailvraag(stad)
    stad.werk()
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, tekst="Nog iets.")
    stad.werk()
    assert len(mailserver.ontvangen) == 1


@pytest.mark.parametrize(
    ("bericht", "reden"),
    [
        ({"mag_automatisch_antwoord": False}, "automaat"),
        ({"van_adres": "no-reply@example.org"}, "automaat"),
        ({"van_adres": "Info@Lindewaard.example"}, "eigen-adres"),
    ],
)
def test_no_receipt_to_who_is_no_person(stad: Stad, mailserver: Mailserver, bericht: dict[str, Any], reden: str) -> None:
    vraag_id = mailvraag(stad, **bericht)
    stad.werk()
    assert (mailserver.ontvangen, redenen(stad, vraag_id)) == ([], [reden])


def test_two_machines_that_answer_each_other_are_stopped(stad: Stad, mailserver: Mailserver) -> None:
    """A machine that ignores every header answers each receipt with a new subject: the brake ends it."""
    for beurt in range(REM_AANTAL + 5):
        mailvraag(stad, van_adres="Afwezig@Example.org" if beurt % 2 else "afwezig@example.org")
        stad.werk()
    assert len(mailserver.ontvangen) == REM_AANTAL
    stad.vooruit(hours=2)
    mailvraag(stad, van_adres="afwezig@example.org")
    stad.werk()
    assert len(mailserver.ontvangen) == REM_AANTAL + 1


def test_who_calls_gets_no_receipt_by_mail(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = stad.klantvraag()
    stad.werk()
    assert (mailserver.ontvangen, redenen(stad, vraag_id)) == ([], ["geen-wens"])


def test_who_calls_and_wants_mail_gets_a_receipt(stad: Stad, mailserver: Mailserver) -> None:
    gegevens = Partijgegevens("Els", "els@example.org", voorkeurskanaal_id=stad.kanaal("email"))
    stad.klantvraag(partij_id=register_partij(stad.systeem(), stad.gemeente_id, gegevens))
    stad.werk()
    assert [aan for _, aan in mailserver.enveloppen] == ["els@example.org"]


def test_who_had_the_answer_on_the_phone_gets_no_receipt(stad: Stad, mailserver: Mailserver) -> None:
    gegevens = Partijgegevens("Els", "els@example.org", voorkeurskanaal_id=stad.kanaal("email"))
    vraag_id = stad.klantvraag(partij_id=register_partij(stad.systeem(), stad.gemeente_id, gegevens), antwoord="Tot 17.00 uur.")
    stad.werk()
    assert (mailserver.ontvangen, redenen(stad, vraag_id)) == ([], ["afgehandeld"])


def test_what_was_answered_while_the_receipt_waited_gets_none(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = mailvraag(stad)
    plan_ontvangstbevestiging(stad.systeem(), vraag_id)
    record_antwoord(stad.handeling(), vraag_id, "Tot 17.00 uur.", Antwoordwijze.MONDELING)
    stad.werk()
    assert (mailserver.ontvangen, verzending(stad, vraag_id).status) == ([], Verzendstatus.INGETROKKEN)


def test_a_question_from_a_file_greets_nobody(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = mailvraag(stad)
    forbid_ontvangstbevestiging(stad.systeem(), [vraag_id])
    stad.werk()
    assert (mailserver.ontvangen, redenen(stad, vraag_id)) == ([], ["ingelezen"])


def test_a_municipality_without_a_mailbox_says_so(stad: Stad, mailserver: Mailserver) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisatie_ingang SET actief = false WHERE soort = 'postbus'")
    vraag_id = mailvraag(stad)
    stad.werk()
    assert redenen(stad, vraag_id) == ["geen-postbus"]


def test_a_receipt_whose_worker_died_is_not_sent_again_but_put_before_a_person(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = mailvraag(stad)
    plan_ontvangstbevestiging(stad.systeem(), vraag_id)
    verzending_id = verzending(stad, vraag_id).id
    assert claim_verzending(stad.systeem(), verzending_id)  # and here the worker dies
    stad.vooruit(minutes=10)
    verzend_achterstand()
    assert (mailserver.ontvangen, verzending(stad, vraag_id).status) == ([], Verzendstatus.ONZEKER)
    retry_verzending(stad.handeling(), verzending_id)
    stad.werk()
    assert len(mailserver.ontvangen) == 1


def test_a_receipt_that_was_taken_without_a_reply_is_not_sent_again(stad: Stad, mailserver: Mailserver) -> None:
    mailserver.breekt_af = True
    vraag_id = mailvraag(stad)
    stad.werk()
    mailserver.breekt_af = False
    for _ in range(5):
        stad.vooruit(minutes=30)
        stad.werk()
        verzend_achterstand()
    assert (len(mailserver.ontvangen), verzending(stad, vraag_id).status) == (1, Verzendstatus.ONZEKER)


def test_a_receipt_that_was_surely_not_taken_is_tried_again(stad: Stad, mailserver: Mailserver) -> None:
    mailserver.antwoorden = ["451 druk"]
    mailvraag(stad)
    stad.werk()
    stad.vooruit(minutes=1)
    stad.werk()
    assert len(mailserver.ontvangen) == 1
