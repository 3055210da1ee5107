"""Kills and a database that is away: the sender keeps what was not acknowledged, and one mail stays one contact."""

import os
import signal
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections

from stadspunt.deuren.inkomend.tests.conftest import Luister, vrije_poort
from stadspunt.deuren.inkomend.tests.test_smtp import stuur
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.queries.postbussen import get_hartslag
from stadspunt.stromen.intake.tests.poststukken import mail
from stadspunt.stromen.klantcontacten.queries import Filter, list_werkvoorraad
from tests.stad import Stad

pytestmark = [pytest.mark.traag, pytest.mark.uitval]


def proefdatabase(naam: str = "") -> str:
    """Return the connection string of the database of this test, or of another on the same server."""
    delen = connection.settings_dict
    return psycopg.conninfo.make_conninfo(
        dbname=naam or delen["NAME"],
        user=delen["USER"],
        host=delen["HOST"],
        port=delen["PORT"] or None,
        password=delen["PASSWORD"] or None,
    )


def omgeving(**anders: str) -> dict[str, str]:
    delen = connection.settings_dict
    url = f"postgresql://{delen['USER']}@/{delen['NAME']}?host={delen['HOST']}"
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings"} | anders


@contextmanager
def database_weg() -> Iterator[None]:
    """Let nobody reach the database, and break every connection to it but our own."""
    naam = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        eigen = cursor.fetchone()[0]
    with psycopg.connect(proefdatabase("postgres"), autocommit=True) as beheer:
        beheer.execute(f'ALTER DATABASE "{naam}" WITH ALLOW_CONNECTIONS false')
        try:
            beheer.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> %s", [naam, eigen]
            )
            yield
        finally:
            beheer.execute(f'ALTER DATABASE "{naam}" WITH ALLOW_CONNECTIONS true')


def test_without_a_database_the_sender_hears_later_and_then_it_is_one_contact(lopende_stad: Stad, luister: Luister) -> None:
    poort = luister()
    assert stuur(poort, mail("eerst", message_id="<0@example.org>"))[0] == 250
    with database_weg():
        codes = [stuur(poort, mail())[0] for _ in range(3)]
    assert codes == [451, 451, 451]
    assert stuur(poort, mail())[0] == 250
    assert Ontvangst.objects.count() == 2


def test_a_listener_that_starts_without_a_database_says_later_too(lopende_stad: Stad, luister: Luister) -> None:
    with database_weg():
        poort = luister()
        assert stuur(poort, mail())[0] == 451
    assert stuur(poort, mail())[0] == 250


@contextmanager
def proces(*opdracht: str, **anders: str) -> Iterator[subprocess.Popen[str]]:
    """Run a process of ours; it ends with the block."""
    kind = subprocess.Popen([sys.executable, *opdracht], env=omgeving(**anders), stdout=subprocess.PIPE, text=True)
    try:
        yield kind
    finally:
        if kind.poll() is None:
            kind.kill()
        kind.wait(20)
        assert kind.stdout is not None
        kind.stdout.close()


def test_a_kill_between_commit_and_answer_makes_the_sender_send_again_and_stays_one_contact(
    lopende_stad: Stad, luister: Luister
) -> None:
    ruw = mail()
    with proces(str(Path(__file__).with_name("sterft.py"))) as deur:
        assert deur.stdout is not None
        poort = int(next(regel.split()[1] for regel in deur.stdout if regel.startswith("POORT")))
        with pytest.raises(smtplib.SMTPServerDisconnected):
            stuur(poort, ruw)
        assert deur.wait(20) == -signal.SIGKILL
    assert Ontvangst.objects.count() == 1
    assert stuur(luister(), ruw)[0] == 250
    lopende_stad.werk()
    assert (Ontvangst.objects.count(), list_werkvoorraad(lopende_stad.systeem().raadpleging, Filter()).aantal) == (1, 1)


_DIENST = "import sys, django; django.setup(); from stadspunt.deuren.inkomend.dienst import main; sys.exit(main())"


def wacht_op_poort(poort: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", poort), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("de dienst luistert niet")


def test_the_service_takes_in_mail_gives_signs_of_life_and_stops_kindly(lopende_stad: Stad) -> None:
    poort = vrije_poort()
    with proces("-c", _DIENST, STADSPUNT_SMTP_IN=f"127.0.0.1:{poort}", STADSPUNT_LMTP_IN="uit") as dienst:
        wacht_op_poort(poort)
        assert stuur(poort, mail())[0] == 250
        assert get_hartslag() is not None
        with socket.create_connection(("127.0.0.1", poort), timeout=10) as lijn:
            assert lijn.recv(200).startswith(b"220")
            dienst.send_signal(signal.SIGTERM)
            assert lijn.recv(200).startswith(b"421")
        assert dienst.wait(20) == 0
    connections.close_all()
    assert Ontvangst.objects.count() == 1


def test_a_port_in_use_is_told_in_dutch(lopende_stad: Stad) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = bezet.getsockname()[1]
        klaar = subprocess.run(
            [sys.executable, "-c", _DIENST],
            env=omgeving(STADSPUNT_SMTP_IN=f"127.0.0.1:{poort}"),
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert klaar.returncode == 1
    assert "Kies een andere poort of zet het op uit." in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_a_stop_in_the_middle_of_many_loses_nothing_that_was_acknowledged(lopende_stad: Stad) -> None:
    poort, bevestigd = vrije_poort(), 0
    with proces("-c", _DIENST, STADSPUNT_SMTP_IN=f"127.0.0.1:{poort}") as dienst:
        wacht_op_poort(poort)
        with smtplib.SMTP("127.0.0.1", poort, timeout=20) as smtp:
            smtp.ehlo()
            try:
                for nummer in range(500):
                    if nummer == 60:
                        dienst.send_signal(signal.SIGTERM)
                    smtp.sendmail("a@example.org", ["info@lindewaard.example"], mail(message_id=f"<{nummer}@example.org>"))
                    bevestigd += 1
            except (smtplib.SMTPException, OSError):
                smtp.close()
        assert dienst.wait(30) == 0
    assert 60 <= bevestigd < 500
    assert Ontvangst.objects.count() >= bevestigd
