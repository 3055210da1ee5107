"""What a sender hears, over a real connection."""

import smtplib
import socket
import time

import pytest
from django.db import connection

from stadspunt.deuren.inkomend.instellingen import Grenzen
from stadspunt.deuren.inkomend.tests.conftest import Luister
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Herkomst, Ontvangststatus, Uitkomst
from stadspunt.stromen.intake.tests.poststukken import INFO, mail
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad

pytestmark = pytest.mark.traag
AFZENDER = "anna.kok@example.org"


def stuur(poort: int, ruw: bytes, *, van: str = AFZENDER, aan: list[str] | None = None) -> tuple[int, bytes]:
    """Send one message and return the last answer."""
    with smtplib.SMTP("127.0.0.1", poort, timeout=20) as smtp:
        smtp.ehlo("proef.example")
        code, tekst = smtp.mail(van)
        for adres in aan or [INFO]:
            code, tekst = smtp.rcpt(adres)
            if code >= 400:
                return code, tekst
        return smtp.data(ruw)


def test_a_mail_is_stored_before_it_is_acknowledged_and_becomes_a_question(lopende_stad: Stad, luister: Luister) -> None:
    code, tekst = stuur(luister(), mail())
    rij = Ontvangst.objects.get()
    assert (code, str(rij.uuid) in tekst.decode()) == (250, True)
    assert (rij.status, rij.envelop["herkomst"], rij.envelop["mail_from"]) == (Ontvangststatus.WACHT, Herkomst.SMTP, AFZENDER)
    lopende_stad.werk()
    rij.refresh_from_db()
    assert rij.klantvraag_id is not None, rij.laatste_fout
    vraag = get_klantvragen(lopende_stad.systeem().raadpleging, [rij.klantvraag_id])[rij.klantvraag_id]
    assert (vraag.onderwerp, vraag.ingang_id) == ("Vuilniswagen", lopende_stad.ingangen["info"])


def test_the_bytes_are_kept_exactly_whatever_the_lines(lopende_stad: Stad, luister: Luister) -> None:
    ruw = (
        b"Subject: regels\r\n\r\n"
        + b"x" * 200_000
        + b"\r\n.\r\n..twee punten\r\n.een punt\r\n\r\nkale\nregel\n.\nnog\x00 \xff\r\n"
    )
    stuur(luister(), ruw.replace(b"kale\nregel\n.\nnog", b"kaal"))
    assert load_blob(Ontvangst.objects.get().blob_hash) == ruw.replace(b"kale\nregel\n.\nnog", b"kaal")


def test_an_empty_message_is_a_message(lopende_stad: Stad, luister: Luister) -> None:
    code, _ = stuur(luister(), b"")
    lopende_stad.werk()
    assert (code, Ontvangst.objects.get().status) == (250, Ontvangststatus.VERWERKT)


def test_a_bare_line_feed_does_not_end_a_message(lopende_stad: Stad, luister: Luister) -> None:
    with socket.create_connection(("127.0.0.1", luister()), timeout=10) as lijn:
        bestand = lijn.makefile("rwb")
        for regel in (b"EHLO x\r\n", b"MAIL FROM:<a@example.org>\r\n", f"RCPT TO:<{INFO}>\r\n".encode(), b"DATA\r\n"):
            bestand.write(regel)
        bestand.write(b"Subject: een\r\n\r\nhallo\n.\r\nMAIL FROM:<b@example.org>\r\n\n.\n\r\n.\r\nQUIT\r\n")
        bestand.flush()
        bestand.read()
    assert b"MAIL FROM:<b@example.org>" in load_blob(Ontvangst.objects.get().blob_hash)


def test_two_messages_without_waiting_are_two(lopende_stad: Stad, luister: Luister) -> None:
    with socket.create_connection(("127.0.0.1", luister()), timeout=10) as lijn:
        bestand = lijn.makefile("rwb")
        bestand.write(b"EHLO x\r\n")
        for nummer in (b"een", b"twee"):
            bestand.write(b"MAIL FROM:<a@example.org>\r\nRCPT TO:<" + INFO.encode() + b">\r\nDATA\r\n")
            bestand.write(b"Subject: " + nummer + b"\r\n\r\nhallo\r\n.\r\n")
        bestand.write(b"QUIT\r\n")
        bestand.flush()
        antwoord = bestand.read()
    assert antwoord.count(b"Ontvangen als") == 2
    assert Ontvangst.objects.count() == 2


def test_an_address_that_is_not_ours_is_refused_and_an_unknown_one_of_ours_is_taken(lopende_stad: Stad, luister: Luister) -> None:
    poort = luister()
    assert stuur(poort, mail(), aan=["iemand@elders.example"])[0] == 550
    assert stuur(poort, mail(), aan=["weet.ik.niet@lindewaard.example"])[0] == 250


def test_a_bounce_with_an_empty_sender_is_taken(lopende_stad: Stad, luister: Luister) -> None:
    assert stuur(luister(), mail(), van="")[0] == 250
    assert Ontvangst.objects.get().envelop["mail_from"] == ""


def test_raw_bytes_for_an_address_do_not_stand_in_the_way(lopende_stad: Stad, luister: Luister) -> None:
    with socket.create_connection(("127.0.0.1", luister()), timeout=10) as lijn:
        bestand = lijn.makefile("rwb")
        bestand.write(b"EHLO x\r\nMAIL FROM:<j\xe9r\xf4me@example.org>\r\nRCPT TO:<caf\xc3\xa9@lindewaard.example>\r\nDATA\r\n")
        bestand.write(b"Subject: een\r\n\r\nhallo\r\n.\r\nQUIT\r\n")
        bestand.flush()
        antwoord = bestand.read()
    assert b"250 2.0.0 Ontvangen als" in antwoord
    assert Ontvangst.objects.get().envelop["rcpt_tos"] == ["café@lindewaard.example"]


def test_too_large_is_said_before_and_after_sending(lopende_stad: Stad, luister: Luister) -> None:
    poort = luister(Grenzen(bytes=100_000))
    with smtplib.SMTP("127.0.0.1", poort, timeout=20) as smtp:
        smtp.ehlo()
        assert smtp.mail(AFZENDER, ["SIZE=200000"])[0] == 552
    assert stuur(poort, b"Subject: groot\r\n\r\n" + b"regel\r\n" * 30_000)[0] == 552
    assert stuur(poort, b"Subject: reusachtig\r\n\r\n" + b"regel\r\n" * 300_000)[0] == 552
    assert stuur(poort, b"Subject: past\r\n\r\n" + b"r" * 99_900)[0] == 250
    assert Ontvangst.objects.count() == 1


def test_thirty_megabytes_come_in(lopende_stad: Stad, luister: Luister) -> None:
    ruw = b"Subject: tekeningen\r\n\r\n" + (b"Zm90bw" * 12 + b"==\r\n") * 410_000
    begin = time.monotonic()
    assert stuur(luister(), ruw)[0] == 250
    assert Ontvangst.objects.get().grootte == len(ruw) > 30_000_000
    assert time.monotonic() - begin < 60


def test_a_full_house_says_later(lopende_stad: Stad, luister: Luister) -> None:
    poort = luister(Grenzen(verbindingen=2))
    with (
        smtplib.SMTP("127.0.0.1", poort),
        smtplib.SMTP("127.0.0.1", poort),
        socket.create_connection(("127.0.0.1", poort)) as derde,
    ):
        assert derde.recv(200).startswith(b"421")
    for _ in range(50):
        try:
            assert stuur(poort, mail())[0] == 250
            break
        except smtplib.SMTPException:
            time.sleep(0.1)
    assert Ontvangst.objects.count() == 1


def test_who_says_nothing_is_hung_up_on(lopende_stad: Stad, luister: Luister) -> None:
    with socket.create_connection(("127.0.0.1", luister(Grenzen(stilte_seconden=0.5))), timeout=10) as lijn:
        assert lijn.recv(200).startswith(b"220")
        assert lijn.recv(200) == b""


def test_lmtp_answers_for_each_recipient(lopende_stad: Stad, luister: Luister) -> None:
    with smtplib.LMTP("127.0.0.1", luister(lmtp=True)) as lmtp:
        lmtp.ehlo("proef.example")
        assert lmtp.mail(AFZENDER)[0] == 250
        assert [lmtp.rcpt(adres)[0] for adres in (INFO, "x@elders.example", "parkeren@lindewaard.example")] == [250, 550, 250]
        assert lmtp.data(mail())[0] == 250
        assert lmtp.getreply()[0] == 250
    rij = Ontvangst.objects.get()
    assert (rij.envelop["herkomst"], rij.envelop["aantal_ontvangers"]) == ("lmtp", 2)


def test_mail_to_two_municipalities_is_a_question_in_each(lopende_stad: Stad, luister: Luister) -> None:
    from stadspunt.bronnen.organisatie.actions import add_gemeente, add_ingang, add_team
    from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort

    systeem = lopende_stad.systeem()
    buur = add_gemeente(systeem, "Eikenrode", "eikenrode", "eikenrode.example")
    team = add_team(systeem, buur, "KCC", "kcc")
    add_ingang(systeem, buur, "email", team, Ingangsoort.POSTBUS, "Info", "info@eikenrode.example")
    stuur(luister(), mail(aan=f"{INFO}, info@eikenrode.example"), aan=[INFO, "info@eikenrode.example"])
    lopende_stad.werk()
    assert sorted(Ontvangst.objects.values_list("gemeente_id", "uitkomst")) == sorted(
        [(lopende_stad.gemeente_id, Uitkomst.CONTACT), (buur, Uitkomst.CONTACT)]
    )


def count_verbindingen() -> int:
    """Return how many others are connected to this database (a server of an earlier test may still be)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_stopping_hangs_up_kindly_and_loses_nothing(lopende_stad: Stad) -> None:
    from stadspunt.deuren.inkomend.tests.conftest import luisteraar

    ervoor = count_verbindingen()
    with luisteraar() as poort:
        lijn = socket.create_connection(("127.0.0.1", poort), timeout=10)
        assert lijn.recv(200).startswith(b"220")
    assert lijn.recv(200).startswith(b"421")
    lijn.close()
    assert count_verbindingen() <= ervoor
