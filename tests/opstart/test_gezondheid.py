"""`/gezond`, `/klaar` and `/metrics`, and the number that every request gets."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from prometheus_client.parser import text_string_to_metric_families

from stadspunt.fundament.taken.verbindingen import is_database_away
from stadspunt.project.gezondheid import controles, meters
from stadspunt.project.gezondheid.aanvragen import PLEK, has_plek
from stadspunt.project.gezondheid.storing import storing
from stadspunt.project.gezondheid.views import may_see_metrics

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No outcome of another test is kept, and what is registered here is gone afterwards."""
    monkeypatch.setattr(controles, "BEWAAR", -1.0)
    monkeypatch.setattr(controles, "_controles", dict(controles._controles))
    monkeypatch.setattr(meters, "_meters", dict(meters._meters))
    yield


@pytest.fixture
def met_verwerker() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        cursor.execute("INSERT INTO intake_hartslag (proces, moment_op) VALUES ('inkomend', now())")


def test_alive_says_nothing_about_the_database(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        antwoord = client.get("/gezond")
    assert (antwoord.status_code, antwoord.content) == (200, b"gezond\n")


def test_ready_when_every_part_lives(client: Client, met_verwerker: None) -> None:
    antwoord = client.get("/klaar")
    assert antwoord.json() == {
        "klaar": True,
        "onderdelen": {"database": "goed", "schijf": "goed", "migraties": "goed", "taken": "goed", "postingang": "goed"},
    }


def test_not_ready_without_a_worker_and_without_mail_intake(client: Client) -> None:
    antwoord = client.get("/klaar")
    assert antwoord.status_code == 503
    assert antwoord.json()["onderdelen"]["taken"] == "Er draait geen verwerker van taken."
    assert antwoord.json()["onderdelen"]["postingang"] == "De postingang geeft geen teken van leven."


def test_a_worker_that_stopped_beating_is_no_worker(client: Client, met_verwerker: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")
    assert client.get("/klaar").json()["onderdelen"]["taken"] != "goed"


def test_mail_that_is_switched_off_is_not_missed(client: Client, settings: object) -> None:
    settings.STADSPUNT_SMTP_IN, settings.STADSPUNT_LMTP_IN = "uit", ""  # type: ignore[attr-defined]
    assert client.get("/klaar").json()["onderdelen"]["postingang"] == "goed"


def test_a_check_that_breaks_is_told_without_its_details(client: Client, met_verwerker: None) -> None:
    def breekt() -> str:
        raise OSError("wachtwoord geweigerd voor postbus joost@example.nl")

    controles.register_controle("postbus", breekt)
    antwoord = client.get("/klaar")
    assert antwoord.status_code == 503
    assert "joost" not in antwoord.content.decode()
    assert antwoord.json()["onderdelen"]["postbus"] == "Dit onderdeel is niet bereikbaar."


def test_a_full_disk_is_told_though_reading_goes_on(client: Client, met_verwerker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controles, "VOL_ONDER", 2**60)
    antwoord = client.get("/klaar")
    assert antwoord.status_code == 503
    assert antwoord.json()["onderdelen"]["schijf"].startswith("De schijf met de gegevens is vol.")


def test_without_a_database_the_other_parts_are_not_asked(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def weg() -> str:
        raise OperationalError

    monkeypatch.setitem(controles._controles, "database", weg)
    onderdelen = client.get("/klaar").json()["onderdelen"]
    assert onderdelen["database"] == "Dit onderdeel is niet bereikbaar."
    assert {onderdelen[naam] for naam in ("migraties", "taken", "postingang")} == {controles.NIET_TE_ZIEN}


def _figures(client: Client) -> dict[str, float]:
    tekst = client.get("/metrics").content.decode()
    return {
        f"{punt.name}{json.dumps(punt.labels, sort_keys=True) if punt.labels else ''}": punt.value
        for familie in text_string_to_metric_families(tekst)
        for punt in familie.samples
    }


def test_figures_tell_how_long_the_queue_has_waited(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, scheduled_at) "
            "VALUES ('default', 'proef', '{}', now() - interval '90 seconds'),"
            " ('default', 'proef', '{}', now() + interval '1 hour')"
        )
    cijfers = _figures(client)
    assert cijfers['stadspunt_taken{"status": "todo"}'] == 2
    assert 85 < cijfers["stadspunt_taken_oudste_seconden"] < 120


def test_figures_tell_how_much_room_is_left(client: Client) -> None:
    assert _figures(client)["stadspunt_schijf_vrij_bytes"] > 0


def test_a_room_adds_a_figure_of_its_own_and_one_that_breaks_hides_no_other(client: Client) -> None:
    def breekt() -> float:
        raise RuntimeError

    meters.register_meter("wacht_per_team", "Wachtende vragen", lambda: {"balie": 3.0, "post": 0.0}, etiket="team")
    meters.register_meter("kapot", "Meter die breekt", breekt)
    cijfers = _figures(client)
    assert cijfers['stadspunt_wacht_per_team{"team": "balie"}'] == 3
    assert cijfers['stadspunt_meter_mislukt{"meter": "kapot"}'] == 1


def test_requests_are_counted_by_route_and_never_by_what_was_asked(client: Client) -> None:
    client.get("/aanmelden/?volgende=/werkplek/klantvragen/2026-000123/")
    tekst = client.get("/metrics").content.decode()
    assert 'route="aanmelden/"' in tekst
    assert "2026-000123" not in tekst


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_process_without_room_for_its_figures_answers_without_counting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, client: Client
) -> None:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    teller = tmp_path / f"counter_{os.getpid()}.db"
    histogram = tmp_path / f"histogram_{os.getpid()}.db"
    histogram.symlink_to("/dev/full")
    teller.symlink_to("/dev/full")
    assert not has_plek()
    assert client.get("/gezond").status_code == 200
    assert has_plek()  # there is room again
    assert {pad.stat().st_size for pad in (teller, histogram)} == {PLEK}


@pytest.mark.parametrize(
    ("sleutel", "bezoeker", "kop", "mag"),
    [
        ("", "127.0.0.1", "", True),
        ("", "203.0.113.7", "", False),
        ("lang-geheim", "203.0.113.7", "Bearer lang-geheim", True),
        ("lang-geheim", "203.0.113.7", "Bearer anders", False),
        ("lang-geheim", "127.0.0.1", "", False),
        ("", "", "", False),
    ],
)
def test_figures_are_for_who_holds_the_key(
    monkeypatch: pytest.MonkeyPatch, sleutel: str, bezoeker: str, kop: str, mag: bool
) -> None:
    monkeypatch.setenv("STADSPUNT_METINGEN_SLEUTEL", sleutel)
    verzoek = RequestFactory().get("/metrics", REMOTE_ADDR=bezoeker, headers={"Authorization": kop})
    assert may_see_metrics(verzoek) is mag


def test_every_answer_carries_the_number_of_its_request(client: Client) -> None:
    assert client.get("/gezond", headers={"X-Request-ID": "proxy-0123456789"}).headers["X-Request-ID"] == "proxy-0123456789"
    vreemd = client.get("/gezond", headers={"X-Request-ID": "<script>"}).headers["X-Request-ID"]
    assert vreemd != "<script>"
    assert len(vreemd) == 16


def _answer_to(fout: Exception, methode: str = "GET") -> HttpResponse:
    try:
        raise fout
    except Exception:
        return storing(RequestFactory().generic(methode, "/werkplek/"))


def test_a_database_that_is_away_asks_the_visitor_to_come_back() -> None:
    fout = OperationalError("connection to 10.0.0.5 refused")
    fout.__cause__ = psycopg.OperationalError("connection to 10.0.0.5 refused")
    antwoord = _answer_to(fout)
    assert antwoord.status_code == 503
    assert antwoord.headers["Retry-After"] == "5"
    assert "10.0.0.5" not in antwoord.content.decode()
    assert "niet opgeslagen" not in antwoord.content.decode()
    assert "Wat u net verstuurde, is niet opgeslagen." in _answer_to(fout, "POST").content.decode()
    assert _answer_to(ValueError("van Joost")).status_code == 500


@pytest.mark.parametrize(
    ("oorzaak", "weg"),
    [
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.TooManyConnections(), True),
        (psycopg.errors.DiskFull(), True),
        (psycopg.errors.LockNotAvailable(), False),
        (psycopg.errors.QueryCanceled(), False),
    ],
)
def test_only_an_outage_is_called_an_outage(oorzaak: psycopg.Error, weg: bool) -> None:
    fout = OperationalError("x")
    fout.__cause__ = oorzaak
    assert is_database_away(fout) is weg
    assert not is_database_away(ValueError("x"))
