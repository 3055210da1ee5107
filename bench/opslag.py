"""Documents outside the database: put and get of 200 kB, a hundred times each, in a folder and in S3.

Run from the root of the checkout: `.venv/bin/python bench/opslag.py`. The S3 server is a SeaweedFS of its own on this machine;
the folder is on the disk of the temporary folder, and each put is flushed to it.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

AANTAL, GROOTTE = 100, 200_000


def measure(naam: str, do: Callable[[int], object]) -> None:
    """Print half and 95% of the milliseconds that one takes."""
    duren = []
    for nummer in range(AANTAL):
        begin = time.perf_counter()
        do(nummer)
        duren.append((time.perf_counter() - begin) * 1000)
    print(f"{naam:20} half {statistics.median(duren):6.2f} ms   95% {statistics.quantiles(duren, n=20)[-1]:6.2f} ms")


def main() -> None:
    """Start the server, set both places, measure."""
    from stadspunt.fundament.opslag.tests.seaweed import Seaweed

    server = Seaweed()
    os.environ |= server.instellingen | {
        "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
        "STADSPUNT_GEHEIM": "alleen-voor-de-meting-en-nergens-anders-te-gebruiken",
        "DATABASE_URL": "postgresql://nergens@/nergens",
    }
    django.setup()
    from stadspunt.fundament.opslag.koppeling.map import Map
    from stadspunt.fundament.opslag.koppeling.s3 import build_s3

    stuk = os.urandom(GROOTTE)
    try:
        server.start()
        with tempfile.TemporaryDirectory(prefix="stadspunt-bench-") as map_:
            folder = Map(Path(map_) / "documenten")
            folder.prepare()
            for soort, plek in (("map", folder), ("s3", build_s3())):
                namen = [f"{nummer:02x}{'0' * 30}" for nummer in range(AANTAL)]
                measure(f"{soort}: bewaren", lambda nummer, plek=plek, namen=namen: plek.put(namen[nummer], GROOTTE, [stuk]))
                measure(f"{soort}: lezen", lambda nummer, plek=plek, namen=namen: b"".join(plek.open(namen[nummer]).stukken))
    finally:
        server.clean_up()


if __name__ == "__main__":
    main()
