"""Dashboard and department list: how long they take on a year of 20,000 contacts, and with 10,000 orders open.

Run from the root of the checkout: `.venv/bin/python bench/lijsten.py`. It starts its own PostgreSQL with its durability
untouched, builds the demo in it, and opens 10,000 more orders for one department in a transaction that is rolled back.
Times are those of whole pages through the Django test client, without a network.
"""

import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from stadspunt.project.opstart import postgres

KEREN = 15
OPDRACHTEN = """
    INSERT INTO overdracht_overdracht (uuid, klantvraag_id, gemeente_id, afdeling_id, ronde, gevraagd, vorm, terug_op,
        reden_later, verzonden_op, status, antwoord)
    SELECT gen_random_uuid(), id, gemeente_id, %s, 99, 'Wat is de stand?', 'advies', current_date + (id %% 60)::int - 20,
        '', now(), 'open', ''
    FROM klantcontacten_klantvraag vraag
    WHERE NOT EXISTS (SELECT 1 FROM overdracht_overdracht o WHERE o.klantvraag_id = vraag.id AND o.status = 'open')
    ORDER BY id LIMIT 10000
"""
ZICHTBAAR = """
    INSERT INTO klantcontacten_betrokkenafdeling (klantvraag_id, afdeling_id)
    SELECT klantvraag_id, afdeling_id FROM overdracht_overdracht WHERE ronde = 99 ON CONFLICT DO NOTHING
"""


def measure(login: str, adres: str) -> str:
    """Return how long the page of `adres` takes for `login`, in milliseconds, with its number of queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from stadspunt.fundament.toegang.models import Account

    client = Client()
    client.force_login(Account.objects.get(login=login))
    client.get(adres)
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        assert client.get(adres).status_code == 200
        tijden.append(1000 * (time.perf_counter() - begin))
    with CaptureQueriesContext(connection) as gesteld:
        client.get(adres)
    return f"{adres:35} mediaan {statistics.median(tijden):5.0f} ms, traagste {max(tijden):5.0f} ms, {len(gesteld)} queries"


def open_opdrachten() -> int:
    """Open 10,000 orders for Belastingen; returns how many there are."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM organisatie_afdeling WHERE slug = 'belastingen'")
        cursor.execute(OPDRACHTEN, [cursor.fetchone()[0]])
        aantal = cursor.rowcount
        cursor.execute(ZICHTBAAR)
        cursor.execute("ANALYZE overdracht_overdracht; ANALYZE klantcontacten_betrokkenafdeling")
    return aantal


def main() -> None:
    """Build, measure and print."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    call_command("demo")
    for adres in ("/sturing/", "/sturing/cijfers/eerste-contact/", "/sturing/cijfers/vandaag-binnen/"):
        print(measure("tom", adres))
    with transaction.atomic():
        print(f"Met {open_opdrachten()} opdrachten open bij een afdeling:")
        for adres in ("/afdeling/", "/afdeling/?blad=100", "/afdeling/?lijst=te-laat"):
            print(measure("bram", adres))
        transaction.set_rollback(True)


if __name__ == "__main__":
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-bench-"))
    (map_ / "static").mkdir()
    try:
        os.environ |= {
            "DATABASE_URL": postgres.start(map_, tie_to_parent=True),
            "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
            "STADSPUNT_DATA": str(map_),
            "STADSPUNT_GEHEIM": "alleen-voor-de-meting-en-nergens-anders",
            "STADSPUNT_HOSTS": "testserver",
        }
        main()
    finally:
        postgres.stop(map_)
        shutil.rmtree(map_, ignore_errors=True)
