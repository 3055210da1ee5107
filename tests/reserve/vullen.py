"""Fill the database of DATABASE_URL with a small city at work: `python -m tests.reserve.vullen`.

Something of everything: mail with a file, an order to a department, an answer that went, one that waits, a job that a
killed worker left. Works with the code of an earlier version too, to make the copy of that version.
"""

from datetime import UTC, date, datetime
from email.message import EmailMessage

import django

django.setup()

from django.db import connection  # noqa: E402

from stadspunt.fundament.tijd.klok import sta_stil  # noqa: E402
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord  # noqa: E402
from stadspunt.stromen.correspondentie.bouw import build_opzet  # noqa: E402
from stadspunt.stromen.intake.actions.ontvangen import receive_ontvangst  # noqa: E402
from stadspunt.stromen.intake.rules.ontvangst import Binnenkomst, Envelop, Herkomst, Ontvangstsoort  # noqa: E402
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag  # noqa: E402
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm  # noqa: E402
from tests.stad import Stad, build_stad  # noqa: E402


def main() -> None:
    """Build the city, let mail come in, and leave work waiting."""
    with sta_stil(datetime(2026, 11, 24, 9, 10, tzinfo=UTC)):
        stad = build_stad()
        vragen = [
            stad.klantvraag(f"Vraag {nummer}: 's morgens één café", toelichting="Regel\n\ttab \\ 50%") for nummer in range(8)
        ]
        for nummer in range(3):
            _receive_mail(stad, nummer)
        stad.werk()
        gevraagd = Voorstel(stad.afdelingen["belastingen"], "Is het op tijd?", Vorm.ANTWOORDTEKST, date(2026, 11, 26))
        hand_over_klantvraag(stad.handeling(), vragen[0], gevraagd)
        send_antwoord(stad.handeling(), vragen[1], build_opzet("joost@example.org"))
        stad.vooruit(seconds=20)
        stad.werk()
        stad.vooruit(minutes=1)
        send_antwoord(stad.handeling(), vragen[2], build_opzet("wacht@example.org"))
        stad.browser("kim")
    _leave_job()


def _receive_mail(stad: Stad, nummer: int) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Bewoner <bewoner{nummer}@example.org>", "info@lindewaard.example"
    mail["Subject"], mail["Message-ID"] = f"Vraag {nummer} per mail", f"<{nummer}@example.org>"
    mail.set_content("Zie de bijlage.")
    mail.add_attachment(f"Bijlage {nummer}".encode() * 400, maintype="text", subtype="plain", filename=f"brief{nummer}.txt")
    envelop = Envelop(Herkomst.SMTP, f"bewoner{nummer}@example.org", ("info@lindewaard.example",), 1)
    receive_ontvangst(stad.systeem(), Binnenkomst(Ontvangstsoort.EMAIL, mail.as_bytes(), envelop, stad.gemeente_id))


def _leave_job() -> None:
    """A worker died in the middle of a job."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 day') RETURNING id")
        (werker,) = cursor.fetchone()
        eerste = (
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = (SELECT min(id) FROM procrastinate_jobs)"
        )
        cursor.execute(eerste, [werker])


if __name__ == "__main__":
    main()
