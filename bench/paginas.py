"""The pages of an agent, with eight of them at work at once on a database as large as asked.

Run from the root of the checkout: `.venv/bin/python bench/paginas.py [klantcontacten] [seconds]`, by default the demo of 20,000
and 60 seconds. It starts its own PostgreSQL with its durability untouched, builds the demo, fills it (see vullen.py), and starts
the service `web`. Each agent goes through his pages with a second of thinking between two. The server time is what the service
itself writes in its log; agents, service and database share the cores of this machine. With DATABASE_URL the database is one
that was filled before.
"""

import collections
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import psycopg

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bezoeker import Bezoeker, Formulier
from vullen import fill

from stadspunt.project.opstart import postgres

POORT = 18514
DENKTIJD = 1.0
AGENTEN = ("kim", "tess") * 4
WACHTWOORD = "lindewaard-demo"
WOORDEN = ("paspoort", "grofvuil", "parkeervergunning", "jansen", "vries", "verhuizing", "lantaarnpaal", "bezwaar woz")
OPDRACHT = (sys.executable, "-m", "stadspunt.project.cli")


def work(bezoeker: Bezoeker, tot: float, toeval: random.Random) -> None:
    """Be an agent until the clock says `tot`: look at lists, open a question, search, register a simple question."""

    def think() -> None:
        time.sleep(toeval.uniform(0.5, 1.5) * DENKTIJD)

    while time.monotonic() < tot:
        lijst = toeval.choice(("mijn", "nieuw", "open", "laat"))
        pagina = bezoeker.get(f"werkvoorraad {lijst}", f"/werkplek/?lijst={lijst}")
        nummers = re.findall(r'href="(/werkplek/klantvragen/[^"/]+/)"', pagina)
        think()
        if nummers:
            bezoeker.get("klantvraag", toeval.choice(nummers))
            think()
        bezoeker.get("zoeken op woorden", "/werkplek/?q=" + toeval.choice(WOORDEN).replace(" ", "+"))
        think()
        if nummers:
            nummer = toeval.choice(nummers).split("/")[-2]
            bezoeker.get("zoeken op nummer", f"/werkplek/?q={nummer}")
            think()
        scherm = "/werkplek/contacten/nieuw/"
        pagina = bezoeker.get("registratiescherm", scherm)
        snelcode = toeval.choice(re.findall(r'value="(snelcode-\d+)"', pagina))
        velden = Formulier(pagina).velden
        pagina = bezoeker.post("snelcode kiezen", scherm, velden | {"actie": snelcode}, htmx=True)
        velden |= Formulier(pagina).velden
        think()
        bezoeker.post("registreren", scherm, velden | {"actie": "bewaren"}, htmx=True)
        think()


def read_servertijden(log: Path) -> dict[str, list[float]]:
    """Return the milliseconds of each route from the log of the service."""
    tijden: dict[str, list[float]] = collections.defaultdict(list)
    for regel in log.read_text().splitlines():
        if '"ms"' in regel:
            bij = json.loads(regel)
            tijden[f"{bij['methode']} {bij['route']}"].append(float(bij["ms"]))
    return tijden


def print_tabel(kop: str, tijden: dict[str, list[float]], extra: dict[str, int] | None = None) -> None:
    """Print median, 95th percentile and slowest of each row."""
    print(f"\n{kop}\n{'':48} {'keer':>6} {'p50':>6} {'p95':>6} {'max':>6}")
    for naam, waarden in sorted(tijden.items()):
        if len(waarden) < 5:
            continue
        p95 = statistics.quantiles(waarden, n=20)[-1]
        groot = f"  {extra[naam] / 1000:5.1f} kB" if extra and naam in extra else ""
        print(f"{naam:48} {len(waarden):6} {statistics.median(waarden):6.0f} {p95:6.0f} {max(waarden):6.0f}{groot}")


def build(klantcontacten: int) -> None:
    """Make the tables, the demo and the rest."""
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], check=True)
    subprocess.run([sys.executable, "-m", "django", "demo"], check=True, stdout=subprocess.DEVNULL)
    with psycopg.connect(os.environ["DATABASE_URL"]) as verbinding:
        fill(verbinding, klantcontacten)


def measure(log: Path, seconden: float) -> None:
    """Let the agents work and print both tables."""
    duren: dict[str, list[float]] = {}
    agenten = [Bezoeker(POORT, duren) for _ in AGENTEN]
    for agent, login in zip(agenten, AGENTEN, strict=True):
        agent.sign_in(login, WACHTWOORD)
    tot = time.monotonic() + seconden
    draden = [threading.Thread(target=work, args=(agent, tot, random.Random(nummer))) for nummer, agent in enumerate(agenten)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    groottes = {soort: max(agent.groottes.get(soort, 0) for agent in agenten) for soort in duren}
    print_tabel("Servertijd in ms, volgens het logboek van de dienst", read_servertijden(log))
    print_tabel("Van vraag tot antwoord in ms, gezien door de browser; met de grootte na inpakken", duren, groottes)


def main() -> None:
    """Build, start, measure."""
    klantcontacten = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seconden = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-bench-"))
    (map_ / "static").mkdir()
    gevuld = "DATABASE_URL" in os.environ
    os.environ |= {
        "DATABASE_URL": os.environ.get("DATABASE_URL") or postgres.start(map_ / "db", tie_to_parent=True),
        "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
        "STADSPUNT_DATA": str(map_),
        "STADSPUNT_GEHEIM": "alleen-voor-de-meting-en-nergens-anders-te-gebruiken",
        "STADSPUNT_POORT": str(POORT),
        "STADSPUNT_ADRES": f"http://127.0.0.1:{POORT}",
    }
    log = map_ / "web.log"
    try:
        if not gevuld:
            build(klantcontacten)
        subprocess.run([sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], check=True)
        with log.open("w") as uit:
            web = subprocess.Popen([*OPDRACHT, "web"], stdout=uit, stderr=uit)
        try:
            for _ in range(100):
                time.sleep(0.2)
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{POORT}/gezond", timeout=2).close()
                    break
                except OSError:
                    continue
            measure(log, seconden)
        finally:
            web.send_signal(signal.SIGTERM)
            web.wait(30)
    finally:
        if not gevuld:
            postgres.stop(map_ / "db")
        shutil.rmtree(map_, ignore_errors=True)


if __name__ == "__main__":
    main()
