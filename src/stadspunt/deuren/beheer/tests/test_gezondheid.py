"""The page Gezondheid: what is wrong stands on top, in words, with what to do."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stadspunt.deuren.beheer.gezondheid import KLOKNAMEN
from stadspunt.deuren.beheer.oordeel import list_klachten
from stadspunt.deuren.beheer.toestand import get_toestand
from stadspunt.fundament.reservekopieen.actions import GemaakteKopie, record_kopie, record_mislukt, record_proef
from stadspunt.fundament.reservekopieen.rules import Aanleiding
from stadspunt.fundament.taken.queries import list_klok
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.poststop import stop_post
from stadspunt.stromen.correspondentie.bouw import build_opzet
from stadspunt.stromen.correspondentie.models import Verzending
from tests.stad import Stad

GEEN_WERKER = "Er draait geen verwerker van taken"
GEEN_KOPIE = "Er is geen reservekopie van de laatste 36 uur"
GEEN_PROEF = "Er is de laatste maand geen reservekopie geprobeerd"


def test_every_job_by_the_clock_has_a_name_in_words(stad: Stad) -> None:
    namen = {regel.naam.rpartition(".")[2] for regel in list_klok(stad.raadpleging("fatma", "beheren"))}
    assert namen == set(KLOKNAMEN)


def koppen(stad: Stad) -> list[str]:
    """Return the headings of what is wrong, in the order of the page."""
    return [klacht.kop for klacht in list_klachten(get_toestand(stad.raadpleging("fatma", "beheren")))]


def do(zin: str, *waarden: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(zin, waarden)


def make_kopie(stad: Stad) -> int:
    kopie = GemaakteKopie(Aanleiding.KLOK, "/kopie/a.zip", "server1", get_moment(), 12_000_000, 900, "0.2.0", 4)
    return record_kopie(stad.systeem(), kopie)


@pytest.fixture
def gezond(stad: Stad) -> Stad:
    """A city in which a worker lives and last night's copy was tried."""
    do("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", get_moment())
    record_proef(stad.systeem(), make_kopie(stad))
    return stad


def test_what_is_wrong_stands_on_top_with_what_to_do(stad: Stad) -> None:
    pagina = stad.browser("fatma").get("/beheer/gezondheid/").content.decode()
    assert pagina.index(GEEN_WERKER) < pagina.index(GEEN_KOPIE) < pagina.index("<h2>Wachtrijen</h2>")
    assert "systemctl start stadspunt-taken" in pagina
    assert "stadspunt backup --proef" in pagina


def test_a_worker_and_a_tried_copy_end_the_complaints(gezond: Stad) -> None:
    assert {GEEN_WERKER, GEEN_KOPIE, GEEN_PROEF} & set(koppen(gezond)) == set()
    gezond.vooruit(hours=37)
    assert {GEEN_WERKER, GEEN_KOPIE} <= set(koppen(gezond))


def test_a_copy_that_was_never_put_back_is_no_proof(gezond: Stad) -> None:
    gezond.vooruit(days=32)
    make_kopie(gezond)
    assert GEEN_PROEF in koppen(gezond)
    assert GEEN_KOPIE not in koppen(gezond)


def test_a_copy_that_failed_is_told_with_its_reason_until_one_succeeds(gezond: Stad) -> None:
    gezond.vooruit(hours=1)
    record_mislukt(gezond.systeem(), Aanleiding.KLOK, "0.2.0", "server1", "De schijf is vol.")
    pagina = gezond.browser("fatma").get("/beheer/gezondheid/").content.decode()
    assert "De laatste reservekopie is niet gelukt" in pagina
    assert "De schijf is vol." in pagina
    gezond.vooruit(hours=1)
    make_kopie(gezond)
    assert "De laatste reservekopie is niet gelukt" not in koppen(gezond)


def test_an_answer_that_waits_too_long_is_a_queue_that_does_not_move(gezond: Stad) -> None:
    send_antwoord(gezond.handeling(), gezond.klantvraag(), build_opzet("joost@example.org"))
    gezond.vooruit(minutes=10)
    kop = "Antwoorden en berichten naar klanten: het loopt niet door"
    assert kop not in koppen(gezond)
    gezond.vooruit(minutes=10)
    assert kop in koppen(gezond)


def test_mail_that_is_held_is_no_queue_that_does_not_move(gezond: Stad) -> None:
    send_antwoord(gezond.handeling(), gezond.klantvraag(), build_opzet("joost@example.org"))
    stop_post(gezond.systeem(), get_moment())
    gezond.vooruit(minutes=20)
    gevonden = koppen(gezond)
    assert "Uitgaande mail staat stil" in gevonden
    assert "Antwoorden en berichten naar klanten: het loopt niet door" not in gevonden


def test_a_clock_that_stopped_is_seen(gezond: Stad) -> None:
    eerder = get_moment() - timedelta(minutes=10)
    do(
        "INSERT INTO procrastinate_periodic_defers (task_name, defer_timestamp) VALUES ('taken.red_vastgelopen_taken', %s)",
        int(eerder.timestamp()),
    )
    assert "1 taken volgens de klok zijn te laat" in koppen(gezond)
    pagina = gezond.browser("fatma").get("/beheer/gezondheid/").content.decode()
    assert re.search(r"Taken redden van een werker die stopte</th>.*?Te laat", pagina, re.DOTALL)


def test_the_number_of_queries_does_not_grow_and_no_address_is_shown(gezond: Stad) -> None:
    fatma = gezond.browser("fatma")

    def count() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert fatma.get("/beheer/gezondheid/").status_code == 200
        return len(gevraagd)

    count()  # the first page of a session writes that it was seen
    eerst = count()
    for nummer in range(12):
        send_antwoord(gezond.handeling(), gezond.klantvraag(), build_opzet(f"joost{nummer}@example.org"))
    Verzending.objects.update(status="bezig", begonnen_op=get_moment())
    Verzending.objects.update(status="mislukt", laatste_fout="550 joost@example.org bestaat niet")
    assert count() == eerst <= 40
    pagina = fatma.get("/beheer/gezondheid/").content.decode()
    assert "550 …@example.org bestaat niet" in pagina
    assert "joost" not in pagina.lower()


def test_a_monitor_gets_the_same_in_json_and_needs_the_key(gezond: Stad, monkeypatch: pytest.MonkeyPatch) -> None:
    do("DELETE FROM procrastinate_workers")
    antwoord = Client().get("/toestand")
    assert antwoord.status_code == 503
    assert GEEN_WERKER in {klacht["kop"] for klacht in antwoord.json()["klachten"]}
    assert antwoord.json()["wachtrijen"]["Taken"]["aandacht"] == 0
    monkeypatch.setenv("STADSPUNT_METINGEN_SLEUTEL", "sleutel")
    assert Client().get("/toestand").status_code == 404
    assert Client().get("/toestand", headers={"Authorization": "Bearer sleutel"}).status_code == 503
