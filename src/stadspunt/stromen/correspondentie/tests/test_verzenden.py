"""An answer on its way out, over a real SMTP connection."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction

from stadspunt.bronnen.documenten.actions import Bestand, record_oordeel, record_scanner, store_document
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, retry_verzending, withdraw_verzending
from stadspunt.stromen.correspondentie.bouw import build_bericht, build_opzet
from stadspunt.stromen.correspondentie.jobs import verzend_achterstand, verzend_bericht
from stadspunt.stromen.correspondentie.koppeling.smtp import parse_server
from stadspunt.stromen.correspondentie.queries.antwoorden import get_voorbeeld
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.queries.verzendingen import count_verzendingen, list_verzendingen
from stadspunt.stromen.correspondentie.rules.woorden import VERZENDSTAPPEN, Verzendstatus
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.actions.behandelen import claim_klantvraag, drop_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.rules import Status, Vervalreden
from tests.stad import Stad

JOOST = "joost.jansen@example.org"


def vraag_status(stad: Stad, vraag_id: int) -> str:
    return get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].status


def verzending(stad: Stad, vraag_id: int) -> Any:
    """Return the delivery of the last outgoing message of a question."""
    return [een.verzending for een in list_berichten(stad.raadpleging(), vraag_id) if een.verzending][-1]


def feiten(stad: Stad, vraag_id: int) -> list[str]:
    return [een.soort for een in list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")]


@pytest.fixture
def vraag_id(stad: Stad) -> int:
    """A question by telephone, of which the first work is done."""
    vraag_id = stad.klantvraag()
    stad.werk()
    return vraag_id


def antwoord(stad: Stad, vraag_id: int, **anders: Any) -> int:
    """Let Kim answer; returns the id of the verzending."""
    send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST, **anders))
    return verzending(stad, vraag_id).id


# The way out


def test_an_answer_waits_and_then_leaves_and_closes_the_question(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=19)
    stad.werk()
    assert (mailserver.ontvangen, vraag_status(stad, vraag_id)) == ([], Status.IN_BEHANDELING)
    stad.vooruit(seconds=1)
    stad.werk()
    assert len(mailserver.ontvangen) == 1
    assert mailserver.enveloppen == [("info@lindewaard.example", JOOST)]
    assert vraag_status(stad, vraag_id) == Status.AFGEHANDELD
    assert verzending(stad, vraag_id).status == Verzendstatus.VERZONDEN


def test_the_contact_and_the_answer_are_of_the_employee_who_wrote_it(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    dossier = get_vraagdossier(stad.raadpleging(), vraag_id)
    contact, gegeven = dossier.contacten[-1], dossier.antwoorden[-1]
    assert (contact.richting, contact.kanaal_id, contact.medewerker_id) == ("uit", stad.kanaal("email"), stad.medewerkers["kim"])
    assert (gegeven.wijze, gegeven.medewerker_id) == ("email", stad.medewerkers["kim"])
    assert gegeven.tekst == "De milieustraat is open tot 17.00 uur."


def test_what_is_previewed_is_what_is_sent(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = stad.klantvraag()
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, tekst="Tot hoe laat is de milieustraat open?\n\nGroet, Joost")
    stad.werk()
    opzet = build_opzet(JOOST, "Beste Joost,  \r\n\r\nTot 17.00 uur.\r\n", onderwerp="Re: Vraag\n over  tijd")
    voorbeeld = get_voorbeeld(stad.raadpleging(), vraag_id, opzet)
    send_antwoord(stad.handeling(), vraag_id, opzet)
    stad.vooruit(seconds=20)
    stad.werk()
    mail = mailserver.ontvangen[-1]
    plat = mail.get_body(("plain",))
    assert plat is not None
    assert plat.get_content().replace("\r\n", "\n") == voorbeeld.tekst
    assert "> Tot hoe laat is de milieustraat open?" in voorbeeld.tekst
    assert (mail["Subject"], mail["To"].addresses[0].addr_spec) == (voorbeeld.onderwerp, voorbeeld.aan_adres)
    assert mail["From"].addresses[0].addr_spec == voorbeeld.van_adres


def test_an_answer_continues_the_thread_of_the_client(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = stad.klantvraag()
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, message_id="<eerste@example.org>")
    stad.werk()
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, message_id="<tweede@example.org>")
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    eerste, tweede = mailserver.ontvangen
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    assert eerste["In-Reply-To"] == "<eerste@example.org>"
    assert tweede["References"] == f"<eerste@example.org> {eerste['Message-ID']} <tweede@example.org>"
    assert eerste["Subject"].endswith(f"[{nummer}]")
    assert eerste["Message-ID"] == f"<{eerste['X-StadsPunt-Bericht']}@lindewaard.example>"


def test_a_file_goes_along(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    document_id = store_document(stad.handeling(), Bestand("tarieven.pdf", "application/pdf", b"%PDF-1.7 tarieven"))
    antwoord(stad, vraag_id, document_ids=(document_id,))
    stad.vooruit(seconds=20)
    stad.werk()
    (bijlage,) = mailserver.ontvangen[0].iter_attachments()
    assert (bijlage.get_filename(), bijlage.get_content()) == ("tarieven.pdf", b"%PDF-1.7 tarieven")


def test_a_file_goes_along_only_after_the_scanner_has_seen_it(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6"))
    document_id = store_document(stad.handeling(), Bestand("tarieven.pdf", "application/pdf", b"%PDF-1.7 tarieven"))
    antwoord(stad, vraag_id, document_ids=(document_id,))
    stad.vooruit(seconds=20)
    stad.werk()
    assert mailserver.ontvangen == []
    assert verzending(stad, vraag_id).fout == "Een bestand is nog niet gecontroleerd op virussen."
    record_oordeel(stad.systeem(), document_id, Oordeel(Virusstand.SCHOON))
    stad.vooruit(minutes=1)
    stad.werk()
    assert len(mailserver.ontvangen) == 1


def test_a_file_with_a_virus_never_leaves(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6"))
    document_id = store_document(stad.handeling(), Bestand("tarieven.pdf", "application/pdf", b"%PDF-1.7 tarieven"))
    antwoord(stad, vraag_id, document_ids=(document_id,))
    record_oordeel(stad.systeem(), document_id, Oordeel(Virusstand.BESMET, "Win.Trojan.Voorbeeld-1"))
    stad.vooruit(seconds=20)
    stad.werk()
    assert (mailserver.ontvangen, verzending(stad, vraag_id).status) == ([], Verzendstatus.MISLUKT)
    assert "in tarieven.pdf zit een virus (Win.Trojan.Voorbeeld-1)" in verzending(stad, vraag_id).fout
    with pytest.raises(GeweigerdError) as weigering:
        antwoord(stad, vraag_id, document_ids=(document_id,))
    assert [fout.code for fout in weigering.value.fouten] == ["gevaarlijk"]


def test_somebody_else_who_wrote_about_the_question_is_not_quoted(stad: Stad, mailserver: Mailserver) -> None:
    vraag_id = stad.klantvraag()
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, van_adres="buur@example.net", van_naam="Buur", tekst="Geheim")
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, tekst="Van Joost zelf", message_id="<joost@example.org>")
    stad.werk()
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    mail = mailserver.ontvangen[-1]
    assert "Van Joost zelf" in mail.as_string()
    assert "Geheim" not in mail.as_string()
    assert (mail["In-Reply-To"], mail["References"]) == ("<joost@example.org>", "<joost@example.org>")


def test_without_a_mail_server_the_message_stands_in_a_folder(stad: Stad, vraag_id: int, settings: Any, tmp_path: Path) -> None:
    settings.STADSPUNT_SMTP_UIT, settings.STADSPUNT_DATA = "", tmp_path
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    (bestand,) = (tmp_path / "uitgaand" / "new").iterdir()
    assert b"De milieustraat is open tot 17.00 uur." in bestand.read_bytes()
    assert b"Delivered-To: joost.jansen@example.org" in bestand.read_bytes()
    assert vraag_status(stad, vraag_id) == Status.AFGEHANDELD


@pytest.mark.parametrize(
    ("tekst", "server"),
    [
        ("mail.example:2525", ("mail.example", 2525, "", "")),
        ("smtp://mail.example", ("mail.example", 25, "", "")),
        ("smtp+starttls://kim%40x.nl@mail.example", ("mail.example", 587, "starttls", "kim@x.nl")),
        ("smtps://[::1]:465", ("::1", 465, "tls", "")),
    ],
)
def test_the_mail_server_is_named_in_one_setting(tekst: str, server: tuple[str, int, str, str]) -> None:
    gelezen = parse_server(tekst)
    assert (gelezen.host, gelezen.poort, gelezen.beveiliging, gelezen.gebruiker) == server


@pytest.mark.parametrize("tekst", ["http://mail.example", ":25", "mail.example:poort"])
def test_a_wrong_setting_says_how_it_should_be(tekst: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="host:poort"):
        parse_server(tekst)


def test_a_server_without_encryption_gets_nothing_when_encryption_is_asked(
    stad: Stad, mailserver: Mailserver, vraag_id: int, settings: Any
) -> None:
    settings.STADSPUNT_SMTP_UIT = f"smtp+starttls://{settings.STADSPUNT_SMTP_UIT}"
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    assert (mailserver.ontvangen, verzending(stad, vraag_id).status) == ([], Verzendstatus.GEPLAND)
    assert "STARTTLS" in verzending(stad, vraag_id).fout


# Refusals


def test_a_refusal_gives_every_reason_and_keeps_nothing(stad: Stad, vraag_id: int) -> None:
    gevaarlijk = store_document(stad.handeling(), Bestand("spel.exe", "application/x-msdownload", b"MZ", "programma"))
    with pytest.raises(GeweigerdError) as weigering:
        send_antwoord(stad.handeling(), vraag_id, build_opzet("joost", "", document_ids=(gevaarlijk,)))
    assert [fout.code for fout in weigering.value.fouten] == ["geen-email", "leeg", "gevaarlijk"]
    assert [een for een in list_berichten(stad.raadpleging(), vraag_id) if een.verzending] == []


def test_a_file_of_another_client_cannot_be_sent(stad: Stad, vraag_id: int) -> None:
    document_id = store_document(stad.handeling(), Bestand("aanslag.pdf", "application/pdf", b"%PDF-1.7"))
    antwoord(stad, vraag_id, document_ids=(document_id,))
    with pytest.raises(GeweigerdError) as weigering:
        send_antwoord(stad.handeling(), stad.klantvraag(), build_opzet("ander@example.org", document_ids=(document_id,)))
    assert [fout.code for fout in weigering.value.fouten] == ["bestand-weg"]


def test_a_second_answer_while_one_waits_is_refused(stad: Stad, vraag_id: int) -> None:
    antwoord(stad, vraag_id)
    with pytest.raises(AchterhaaldError) as weigering:
        send_antwoord(stad.handeling("tess"), vraag_id, build_opzet(JOOST, "Iets anders"))
    assert [fout.code for fout in weigering.value.fouten] == ["al-onderweg"]


def test_the_same_form_pressed_twice_is_one_answer(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    opzet = build_opzet(JOOST)
    eerst, weer = (send_antwoord(stad.handeling(), vraag_id, opzet) for _ in range(2))
    stad.vooruit(seconds=20)
    stad.werk()
    assert eerst == weer
    assert len(mailserver.ontvangen) == 1
    assert send_antwoord(stad.handeling(), vraag_id, opzet) == eerst


def test_a_department_cannot_answer_a_client(stad: Stad, vraag_id: int) -> None:
    with pytest.raises(GeenRechtError):
        send_antwoord(stad.handeling("bram", "overdracht-beantwoorden"), vraag_id, build_opzet(JOOST))


# Taking back


def test_an_answer_can_be_taken_back_within_its_time(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=10)
    withdraw_verzending(stad.handeling(), verzending_id)
    withdraw_verzending(stad.handeling(), verzending_id)
    stad.vooruit(minutes=10)
    stad.werk()
    verzend_achterstand()
    assert mailserver.ontvangen == []
    assert vraag_status(stad, vraag_id) == Status.IN_BEHANDELING
    assert feiten(stad, vraag_id).count("VerzendingIngetrokken") == 1


def test_after_taking_back_another_answer_may_go(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    withdraw_verzending(stad.handeling(), antwoord(stad, vraag_id, tekst="Fout"))
    antwoord(stad, vraag_id, tekst="Goed")
    stad.vooruit(seconds=20)
    stad.werk()
    (mail,) = mailserver.ontvangen
    assert "Goed" in mail.as_string()


def test_what_has_left_cannot_be_taken_back(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    claim_verzending(stad.systeem(), verzending_id)
    with pytest.raises(AchterhaaldError) as weigering:
        withdraw_verzending(stad.handeling(), verzending_id)
    assert [fout.code for fout in weigering.value.fouten] == ["al-verzonden"]


# When it does not go well


def test_a_busy_mail_server_is_asked_again_later(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    mailserver.antwoorden = ["451 kom later terug", "451 kom later terug"]
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    nu = verzending(stad, vraag_id)
    assert (nu.status, nu.pogingen, nu.volgende_poging_op - get_moment()) == (Verzendstatus.GEPLAND, 1, timedelta(minutes=1))
    assert "451 kom later terug" in nu.fout
    for _ in range(2):
        stad.vooruit(minutes=2)
        stad.werk()
    assert (verzending(stad, vraag_id).status, len(mailserver.ontvangen)) == (Verzendstatus.VERZONDEN, 1)


def test_a_mail_server_that_is_away_for_three_days_is_given_up_visibly(stad: Stad, vraag_id: int, settings: Any) -> None:
    settings.STADSPUNT_SMTP_UIT = "127.0.0.1:1"
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    for _ in range(80):
        stad.werk()
        stad.vooruit(hours=1)
    nu = verzending(stad, vraag_id)
    assert (nu.status, vraag_status(stad, vraag_id)) == (Verzendstatus.MISLUKT, Status.IN_BEHANDELING)
    assert "niet bereikbaar" in nu.fout


def test_a_refused_message_fails_visibly_and_the_question_stays_open(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    mailserver.antwoorden = ["550 <joost.jansen@example.org> onbekend"]
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    assert (verzending(stad, vraag_id).status, vraag_status(stad, vraag_id)) == (Verzendstatus.MISLUKT, Status.IN_BEHANDELING)
    assert feiten(stad, vraag_id)[-1] == "VerzendingMislukt"


def test_the_list_of_what_failed_shows_the_question_but_no_address(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    mailserver.antwoorden = ["550 <joost.jansen@example.org> onbekend"]
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    (regel,) = list_verzendingen(stad.raadpleging("fatma", "beheren"))
    assert regel.nummers == (get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer,)
    assert (regel.maildomein, "joost" in regel.fout, "550" in regel.fout) == ("example.org", False, True)
    assert count_verzendingen([stad.gemeente_id])[Verzendstatus.MISLUKT] == 1
    assert count_verzendingen([])[Verzendstatus.MISLUKT] == 0


@pytest.mark.parametrize(("wie", "doel"), [("kim", "klantvraag-behandelen"), ("fatma", "beheren")])
def test_a_failed_message_can_be_sent_again(stad: Stad, mailserver: Mailserver, vraag_id: int, wie: str, doel: str) -> None:
    mailserver.antwoorden = ["550 nee"]
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    retry_verzending(stad.handeling(wie, doel), verzending_id)
    stad.werk()
    assert (len(mailserver.ontvangen), vraag_status(stad, vraag_id)) == (1, Status.AFGEHANDELD)
    with pytest.raises(AchterhaaldError):
        retry_verzending(stad.handeling(), verzending_id)


def test_a_new_answer_comes_in_the_place_of_a_failed_one(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    mailserver.antwoorden = ["550 nee"]
    mislukt = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    antwoord(stad, vraag_id)
    with pytest.raises(AchterhaaldError):
        retry_verzending(stad.handeling(), mislukt)
    assert list_verzendingen(stad.raadpleging("fatma", "beheren")) == ()


def test_a_wrong_setting_leaves_the_message_waiting(stad: Stad, vraag_id: int, settings: Any) -> None:
    settings.STADSPUNT_SMTP_UIT = "ftp://nergens"
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    with pytest.raises(ImproperlyConfigured):
        verzend_bericht(verzending_id)
    assert verzending(stad, vraag_id).status == Verzendstatus.GEPLAND


# When a worker dies


def test_an_answer_whose_worker_died_is_sent_again_with_the_same_identifier(
    stad: Stad, mailserver: Mailserver, vraag_id: int
) -> None:
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    assert claim_verzending(stad.systeem(), verzending_id)  # and here the worker dies
    stad.werk()
    verzend_achterstand()
    assert mailserver.ontvangen == []
    stad.vooruit(minutes=10)
    verzend_achterstand()
    (mail,) = mailserver.ontvangen
    assert mail["Message-ID"] == f"<{mail['X-StadsPunt-Bericht']}@lindewaard.example>"
    assert vraag_status(stad, vraag_id) == Status.AFGEHANDELD


def test_an_answer_that_keeps_killing_its_worker_is_put_before_a_person(
    stad: Stad, mailserver: Mailserver, vraag_id: int
) -> None:
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    keren = 0
    while claim_verzending(stad.systeem(), verzending_id):
        keren += 1
        stad.vooruit(minutes=10)
    assert (keren, verzending(stad, vraag_id).status) == (3, Verzendstatus.ONZEKER)


def test_an_answer_that_was_taken_without_a_reply_is_sent_again(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    mailserver.breekt_af = True
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    assert verzending(stad, vraag_id).status == Verzendstatus.GEPLAND
    mailserver.breekt_af = False
    stad.vooruit(minutes=1)
    stad.werk()
    eerste, tweede = mailserver.ontvangen
    assert eerste["Message-ID"] == tweede["Message-ID"]
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).antwoorden) == 1


def test_a_lost_job_is_found_by_the_clock(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    antwoord(stad, vraag_id)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    stad.vooruit(seconds=20)
    verzend_achterstand()
    assert len(mailserver.ontvangen) == 1


# What happens to the question meanwhile


def test_a_client_who_writes_again_while_the_answer_waits_keeps_an_open_question(
    stad: Stad, mailserver: Mailserver, vraag_id: int
) -> None:
    antwoord(stad, vraag_id)
    stad.vooruit(seconds=5)
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, tekst="En op zondag?")
    stad.vooruit(seconds=15)
    stad.werk()
    assert len(mailserver.ontvangen) == 1
    vraag = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]
    assert (vraag.status, vraag.behandelaar_id) == (Status.IN_BEHANDELING, stad.medewerkers["kim"])
    assert vraag.klantreactie_op is not None


def test_a_question_that_was_dropped_meanwhile_has_its_answer(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    antwoord(stad, vraag_id)
    drop_klantvraag(stad.handeling(), vraag_id, Vervalreden.VERGISSING)
    stad.vooruit(seconds=20)
    stad.werk()
    assert (len(mailserver.ontvangen), vraag_status(stad, vraag_id)) == (1, Status.AFGEHANDELD)


def test_an_answer_to_a_dropped_question_is_refused(stad: Stad) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    claim_klantvraag(stad.handeling(), vraag_id)
    drop_klantvraag(stad.handeling(), vraag_id, Vervalreden.SPAM)
    with pytest.raises(GeweigerdError) as weigering:
        send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST))
    assert [fout.code for fout in weigering.value.fouten] == ["vervallen"]


# The truth of the database


def is_stap_toegestaan(verzending_id: int, van: str, naar: str) -> bool:
    """Put a row in status `van` without asking, then try the step."""
    zet = "UPDATE correspondentie_verzending SET status = %s, begonnen_op = now(), verzonden_op = now() WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(zet, [van, verzending_id])
        cursor.execute("SET LOCAL session_replication_role = origin")
        try:
            with transaction.atomic():
                cursor.execute(zet, [naar, verzending_id])
        except IntegrityError:
            return False
    return True


def test_the_database_knows_the_same_steps_as_the_rules(stad: Stad, vraag_id: int) -> None:
    verzending_id = antwoord(stad, vraag_id)
    paren = [(van, naar) for van in Verzendstatus for naar in Verzendstatus if van is not naar]
    toegestaan = {(van, naar) for van, naar in paren if is_stap_toegestaan(verzending_id, van, naar)}
    assert toegestaan == VERZENDSTAPPEN


def test_a_verzending_of_another_municipality_cannot_be_sent_again(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    mailserver.antwoorden = ["550 nee"]
    verzending_id = antwoord(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    eigen = stad.handeling("fatma", "beheren")
    elders = replace(eigen, actor=replace(eigen.actor, gemeente_ids=frozenset({stad.gemeente_id + 1})))
    with pytest.raises(NietGevondenError):
        retry_verzending(elders, verzending_id)
