"""What cannot be processed waits visibly for a person; nothing is ever dropped."""

from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stadspunt.bronnen.organisatie.actions import add_gemeente
from stadspunt.fundament.fouten import AchterhaaldError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.models import Gebeurtenis
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.stromen.intake.actions.bewaken import check_stilte, compute_ritme, record_hartslag
from stadspunt.stromen.intake.actions.herstellen import record_met_de_hand, retry_ontvangst
from stadspunt.stromen.intake.actions.verwerken import begin_poging
from stadspunt.stromen.intake.jobs import verwerk_achterstand
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.queries.ontvangsten import (
    Ontvangstfilter,
    count_mislukte_ontvangsten,
    get_ontvangst,
    list_ontvangsten,
    load_ruw,
)
from stadspunt.stromen.intake.queries.postbussen import get_hartslag, list_alarmen
from stadspunt.stromen.intake.rules.ontvangst import MAX_BEGONNEN, Ontvangststatus, Uitkomst
from stadspunt.stromen.intake.tests.poststukken import mail, ontvang
from tests.stad import Stad


def zet_ingangen(aan: bool) -> None:
    """Close or open every entrance, so that mail has nowhere to go: a fault that an administrator can mend."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisatie_ingang SET actief = %s", [aan])


@pytest.fixture
def mislukt(stad: Stad) -> Ontvangst:
    """A mail that was tried five times in vain."""
    ontvangen = ontvang(stad, mail())
    zet_ingangen(False)
    for _ in range(6):
        stad.werk()
        stad.vooruit(hours=2)
    rij: Ontvangst = Ontvangst.objects.get(pk=ontvangen.id)
    return rij


def test_after_five_attempts_it_stands_on_the_list_with_its_reason_and_raises_the_alarm(stad: Stad, mislukt: Ontvangst) -> None:
    assert (mislukt.status, mislukt.pogingen) == (Ontvangststatus.MISLUKT, 5)
    regel = list_ontvangsten(stad.raadpleging(), Ontvangstfilter(Ontvangststatus.MISLUKT)).regels[0]
    assert "geen ingang voor e-mail" in regel.fout
    assert (regel.afzender, count_mislukte_ontvangsten([stad.gemeente_id])) == ("anna.kok@example.org", 1)
    assert Gebeurtenis.objects.filter(soort="OntvangstMislukt").count() == 1
    assert "mislukt" in [alarm.code for alarm in list_alarmen(stad.raadpleging("fatma", "beheren"))]


def test_the_raw_mail_can_be_read_while_it_waits(stad: Stad, mislukt: Ontvangst) -> None:
    assert load_ruw(stad.raadpleging(), mislukt.uuid) == load_blob(mislukt.blob_hash)
    assert get_ontvangst(stad.raadpleging(), mislukt.uuid).ontvangers == ("info@lindewaard.example",)


def test_retrying_after_the_mend_makes_the_contact(stad: Stad, mislukt: Ontvangst) -> None:
    zet_ingangen(True)
    retry_ontvangst(stad.handeling(), mislukt.uuid)
    stad.werk()
    mislukt.refresh_from_db()
    assert (mislukt.status, mislukt.uitkomst, count_mislukte_ontvangsten()) == (Ontvangststatus.VERWERKT, Uitkomst.CONTACT, 0)


def test_retrying_in_vain_brings_it_back_on_the_list(stad: Stad, mislukt: Ontvangst) -> None:
    retry_ontvangst(stad.handeling(), mislukt.uuid)
    for _ in range(6):
        stad.werk()
        stad.vooruit(hours=2)
    assert count_mislukte_ontvangsten() == 1


def test_a_person_may_say_that_it_was_done_by_hand(stad: Stad, mislukt: Ontvangst) -> None:
    record_met_de_hand(stad.handeling(), mislukt.uuid)
    assert count_mislukte_ontvangsten() == 0
    with pytest.raises(AchterhaaldError):
        retry_ontvangst(stad.handeling(), mislukt.uuid)


def test_nobody_of_another_municipality_sees_it(stad: Stad, mislukt: Ontvangst) -> None:
    buur = add_gemeente(stad.systeem(), "Eikenrode", "eikenrode", "eikenrode.example")
    Ontvangst.objects.filter(pk=mislukt.pk).update(gemeente_id=buur)
    assert list_ontvangsten(stad.raadpleging(), Ontvangstfilter()).aantal == 0
    for kijk in (get_ontvangst, load_ruw):
        with pytest.raises(NietGevondenError):
            kijk(stad.raadpleging(), mislukt.uuid)


def test_a_mail_on_which_workers_die_stops_taking_them_down(stad: Stad) -> None:
    ontvangen = ontvang(stad, mail())
    # Every worker notes that it starts, and dies.
    assert [begin_poging(stad.systeem(), ontvangen.id) for _ in range(MAX_BEGONNEN + 1)] == [True] * MAX_BEGONNEN + [False]
    rij = Ontvangst.objects.get(pk=ontvangen.id)
    assert (rij.status, "brak 3 keer af" in rij.laatste_fout) == (Ontvangststatus.MISLUKT, True)


def test_what_was_left_by_a_dead_worker_is_swept_up(stad: Stad) -> None:
    ontvangen = ontvang(stad, mail())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    stad.vooruit(minutes=3)
    verwerk_achterstand()
    assert Ontvangst.objects.get(pk=ontvangen.id).status == Ontvangststatus.VERWERKT


def test_a_reason_never_quotes_the_mail(stad: Stad) -> None:
    ontvang(stad, mail("geheim dossier van Anna"))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE correspondentie_bericht ADD CONSTRAINT proef CHECK (tekst NOT LIKE '%geheim%')")
    stad.werk()
    fout = Ontvangst.objects.get().laatste_fout
    assert fout.startswith("IntegrityError 23514 proef (stromen/correspondentie/actions/ontvangen.py")
    assert "geheim" not in fout


def test_an_entrance_that_falls_silent_raises_the_alarm_once_and_mail_ends_it(stad: Stad) -> None:
    for nummer in range(30):
        ontvang(stad, mail(message_id=f"<{nummer}@example.org>", onderwerp=str(nummer)))
        stad.vooruit(minutes=10)
    stad.werk()
    ingang_id = stad.ingangen["info"]
    compute_ritme(stad.systeem(), ingang_id)
    assert not check_stilte(stad.systeem(), ingang_id)
    stad.vooruit(hours=1, minutes=5)
    assert [check_stilte(stad.systeem(), ingang_id) for _ in range(2)] == [True, True]
    assert Gebeurtenis.objects.filter(soort="IngangStil").count() == 1
    assert [alarm.code for alarm in list_alarmen(stad.raadpleging("fatma", "beheren"))] == ["stil"]
    ontvang(stad, mail(message_id="<weer@example.org>"))
    stad.werk()
    assert not check_stilte(stad.systeem(), ingang_id)
    assert list_alarmen(stad.raadpleging("fatma", "beheren")) == []


def test_a_listener_without_a_sign_of_life_is_an_alarm(stad: Stad) -> None:
    assert get_hartslag() is None
    record_hartslag(stad.systeem(), "inkomend")
    assert get_hartslag() == stad.systeem().moment
    stad.vooruit(minutes=2)
    assert [alarm.code for alarm in list_alarmen(stad.raadpleging("fatma", "beheren"))] == ["staat-stil"]


KOPPEN = st.sampled_from(
    [
        *(b"From: ", b"To: ", b"Subject: ", b"Message-ID: ", b"In-Reply-To: <", b"Date: ", b"Auto-Submitted: auto-replied"),
        *(b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: text/html; charset=", b"--b\r\n", b"=?utf-8?q?"),
        *(b"Content-Transfer-Encoding: base64", b"Reply-To: info@lindewaard.example", b"\r\n", b"\n", b"\x00", b"\xff\xfe"),
        *(b"2026-000001-1", b"[2026-000123-8]", b"a@b.nl"),
    ]
)


@given(st.one_of(st.binary(max_size=300), st.lists(st.one_of(KOPPEN, st.binary(max_size=20)), max_size=25).map(b"".join)))
@settings(max_examples=60, deadline=timedelta(seconds=20), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_end_as_processed_or_as_failed_with_a_reason(stad: Stad, ruw: bytes) -> None:
    ontvangen = ontvang(stad, ruw)
    stad.werk()
    rij = Ontvangst.objects.get(pk=ontvangen.id)
    assert rij.status == Ontvangststatus.VERWERKT, rij.laatste_fout
    assert load_blob(rij.blob_hash) == ruw or not ontvangen.nieuw


def test_large_mails_take_turns_and_waiting_is_no_failed_attempt(echte_stad: Stad) -> None:
    groot = mail(bijlagen=(("tekening.pdf", b"%PDF-1.4\n" + b"0" * 6_000_000),))
    ontvangen = ontvang(echte_stad, groot)
    andere = connection.copy()
    try:
        with andere.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('intake.groot_bericht'))")
        echte_stad.werk()
        rij = Ontvangst.objects.get(pk=ontvangen.id)
        assert (rij.status, rij.pogingen, rij.begonnen) == (Ontvangststatus.WACHT, 0, 0)
    finally:
        andere.close()
    echte_stad.vooruit(seconds=6)
    echte_stad.werk()
    rij.refresh_from_db()
    assert rij.status == Ontvangststatus.VERWERKT
