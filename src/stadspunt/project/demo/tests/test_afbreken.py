"""A run that is killed halfway leaves whole steps, and the next run completes them."""

import os
import signal
import subprocess
import sys
import time
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from stadspunt.project.demo.laden.vandaag import list_stukken

pytestmark = [pytest.mark.traag, pytest.mark.uitval]


def get(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def read_staat() -> str:
    uit = StringIO()
    call_command("demo", "--staat", stdout=uit)
    return uit.getvalue().strip()


def test_what_breaks_off_halfway_is_completed_by_the_next_run(transactional_db: None) -> None:
    """A real process is killed, without mercy, in the middle of today's work."""
    call_command("flush", interactive=False)  # the small city of the other tests
    stappen = "SELECT count(*) FROM gebeurtenissen_gebeurtenis WHERE soort = 'DemostapGezet'"
    omgeving = os.environ | {"DATABASE_URL": _dsn()}
    proces = subprocess.Popen(
        [sys.executable, "-m", "django", "demo", "--aantal", "500"], env=omgeving, stdout=subprocess.DEVNULL
    )
    try:
        uiterlijk = time.monotonic() + 120
        while get(stappen) < 12 and time.monotonic() < uiterlijk:
            time.sleep(0.02)
    finally:
        proces.send_signal(signal.SIGKILL)
        proces.wait()
    assert 12 <= get(stappen) < len(list_stukken()) + 2
    assert read_staat() == "leeg"
    call_command("demo", "--aantal", "500", stdout=StringIO())
    assert read_staat() == "gevuld"
    assert get(stappen) == len(list_stukken()) + 2
    assert get(stappen.replace("count(*)", "count(DISTINCT inhoud)")) == len(list_stukken()) + 2
    assert get("SELECT count(*) FROM organisatie_medewerker") == 45


def _dsn() -> str:
    deel = connection.settings_dict
    return f"postgresql://{deel['USER']}@/{deel['NAME']}?host={deel['HOST']}&port={deel['PORT'] or 5432}"
