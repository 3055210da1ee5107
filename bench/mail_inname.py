"""Mail intake: messages stored and acknowledged a second over SMTP, and fully processed a second by one worker.

Run from the root of the checkout: `.venv/bin/python bench/mail_inname.py [number of messages]`. It starts its own
PostgreSQL with its durability untouched (fsync on), the service `inkomend` and one `taken`, each as a process of its own,
and sends ordinary mail over four connections. Senders, services and database share the cores of the machine.
"""

import os
import shutil
import signal
import smtplib
import socket
import subprocess
import sys
import tempfile
import threading
import time
from email.message import EmailMessage
from pathlib import Path
from random import Random

from stadspunt.project.opstart import postgres

VERBINDINGEN = 4
OPDRACHT = (sys.executable, "-m", "stadspunt.project.cli")
ZINNEN = (
    "Goedemorgen, ik heb een vraag over mijn parkeervergunning.",
    "Vorige week heb ik een nieuwe auto gekocht en het kenteken klopt nu niet meer.",
    "Kunt u mij vertellen hoe ik dat kan wijzigen en hoe lang het duurt?",
    "Ik heb op de website gekeken maar kom er niet uit.",
    "De container bij ons op de hoek is al drie dagen vol en er staan zakken naast.",
    "Met vriendelijke groet,",
)


def make_mail(nummer: int, toeval: Random) -> bytes:
    """Return an ordinary mail: text, half of them with HTML, one in five with a photo or a letter, most from new senders."""
    wie = f"inwoner{nummer if toeval.random() < 0.7 else toeval.randrange(50)}"
    bericht = EmailMessage()
    bericht["From"], bericht["To"] = f"{wie.capitalize()} <{wie}@example.org>", "info@lindewaard.example"
    bericht["Subject"], bericht["Message-ID"] = f"Vraag over mijn vergunning {nummer}", f"<bench-{nummer}@example.org>"
    for naam in ("Received", "X-Mailer", "DKIM-Signature", "Authentication-Results"):
        bericht[naam] = "x" * 60 + f"; {nummer}"
    tekst = "\n\n".join(toeval.sample(ZINNEN, 5)) + f"\n{wie}\n"
    bericht.set_content(tekst)
    if nummer % 2:
        alineas = "".join(f"<p style='margin:0 0 8px'>{regel}</p>" for regel in tekst.splitlines())
        bericht.add_alternative(f"<html><head><style>p{{color:#222}}</style></head><body>{alineas * 4}</body></html>", "html")
    if nummer % 5 == 0:
        inhoud = (b"%PDF-1.4\n" if nummer % 2 else b"\xff\xd8\xff\xe0") + toeval.randbytes(40_000)
        bericht.add_attachment(
            inhoud, maintype="application", subtype="octet-stream", filename=f"bijlage{nummer}.{'pdf' if nummer % 2 else 'jpg'}"
        )
    return bericht.as_bytes()


def send_all(poort: int, berichten: list[bytes]) -> float:
    """Send every message over VERBINDINGEN connections; returns the seconds until the last acknowledgement."""

    def send(deel: list[bytes]) -> None:
        with smtplib.SMTP("127.0.0.1", poort, timeout=60) as smtp:
            for ruw in deel:
                smtp.sendmail("bench@example.org", ["info@lindewaard.example"], ruw)

    draden = [threading.Thread(target=send, args=(berichten[nummer::VERBINDINGEN],)) for nummer in range(VERBINDINGEN)]
    begin = time.monotonic()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return time.monotonic() - begin


def wait_for_port(poort: int) -> None:
    """Wait until somebody listens."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", poort), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("inkomend start niet")


def process_all(aantal: int) -> tuple[float, float]:
    """Run one worker; returns the seconds until all mail is a contact, and until every job after it is done too."""
    from django.db import connection

    def ask(vraag: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(vraag)
            return int(cursor.fetchone()[0])

    werker = subprocess.Popen([*OPDRACHT, "taken"])
    try:
        while ask("SELECT count(*) FROM intake_ontvangst WHERE status = 'verwerkt'") == 0:
            time.sleep(0.02)
        begin, al = time.monotonic(), ask("SELECT count(*) FROM intake_ontvangst WHERE status = 'verwerkt'")
        while ask("SELECT count(*) FROM intake_ontvangst WHERE status = 'wacht'"):
            time.sleep(0.1)
        verwerkt = (time.monotonic() - begin) * aantal / (aantal - al)
        while ask("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND scheduled_at IS NULL"):
            time.sleep(0.1)
        return verwerkt, time.monotonic() - begin
    finally:
        werker.send_signal(signal.SIGTERM)
        werker.wait(30)


def main() -> None:
    """Measure and print one line for each figure."""
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-bench-"))
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    os.environ |= {
        "DATABASE_URL": postgres.start(map_ / "db", tie_to_parent=True),
        "STADSPUNT_GEHEIM": "alleen-voor-de-meting-en-nergens-anders-te-gebruiken",
        "DJANGO_SETTINGS_MODULE": "stadspunt.project.settings",
        "STADSPUNT_DATA": str(map_ / "data"),
        "STADSPUNT_SMTP_IN": f"127.0.0.1:{poort}",
        "STADSPUNT_SMTP_UIT": "",
        "STADSPUNT_LOGNIVEAU": "WARNING",
    }
    try:
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
        from tests.stad import build_stad

        build_stad()
        toeval = Random(24)
        berichten = [make_mail(nummer, toeval) for nummer in range(aantal)]
        inkomend = subprocess.Popen([*OPDRACHT, "inkomend"])
        try:
            wait_for_port(poort)
            send_all(poort, [make_mail(aantal + nummer, toeval) for nummer in range(20)])
            duur = send_all(poort, berichten)
        finally:
            inkomend.send_signal(signal.SIGTERM)
            inkomend.wait(30)
        groot = sum(map(len, berichten)) / aantal / 1024
        print(f"{aantal} berichten van gemiddeld {groot:.0f} kB over {VERBINDINGEN} verbindingen, een werker")
        print(f"opgeslagen en bevestigd  {aantal / duur:7.1f} per seconde")
        verwerkt, alles = process_all(aantal + 20)
        print(f"helemaal verwerkt        {(aantal + 20) / verwerkt:7.1f} per seconde (klantcontact, vraag, bericht, bijlagen)")
        print(
            f"met alles wat volgt      {(aantal + 20) / alles:7.1f} per seconde (feiten afgeleverd, ontvangstbevestigingen weg)"
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM intake_ontvangst WHERE status <> 'verwerkt' OR uitkomst <> 'contact'")
            print(f"niet een vraag geworden  {cursor.fetchone()[0]}")
            connection.close()
    finally:
        postgres.stop(map_ / "db")
        shutil.rmtree(map_, ignore_errors=True)


if __name__ == "__main__":
    main()
