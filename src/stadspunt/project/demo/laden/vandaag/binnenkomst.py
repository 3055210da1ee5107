"""What comes in by itself: e-mails as raw bytes, and forms."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from django.db import connection

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.project.demo.kanalen import INGANG_PER_CODE
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.stromen.intake.actions.ontvangen import receive_formulier, receive_ontvangst
from stadspunt.stromen.intake.actions.verwerken import process_ontvangst
from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.intake.rules.ontvangst import Binnenkomst, Envelop, Herkomst, Ontvangstsoort


@dataclass(frozen=True, slots=True)
class Post:
    """An e-mail of a client. `antwoord_op` is the Message-ID that it replies to, `bestanden` are (name, type, bytes)."""

    naam: str
    adres: str
    onderwerp: str
    tekst: str
    ingang: str = "mail-info"
    antwoord_op: str = ""
    html: str = ""
    bestanden: tuple[tuple[str, str, bytes], ...] = ()
    koppen: tuple[tuple[str, str], ...] = ()


def write_mail(post: Post, moment: datetime) -> bytes:
    """Return the bytes of an e-mail as a mail program sends it at `moment`."""
    mail = EmailMessage()
    mail["From"] = f'"{post.naam}" <{post.adres}>'
    mail["To"] = INGANG_PER_CODE[post.ingang].waarde
    mail["Subject"] = post.onderwerp
    mail["Date"] = format_datetime(moment)
    mail["Message-ID"] = f"<{moment:%Y%m%d%H%M%S}.{abs(hash_text(post.tekst)):x}@{post.adres.rpartition('@')[2]}>"
    if post.antwoord_op:
        mail["In-Reply-To"] = mail["References"] = post.antwoord_op
    for naam, waarde in post.koppen:
        mail[naam] = waarde
    mail.set_content(post.tekst + "\n")
    if post.html:
        mail.add_alternative(post.html, subtype="html")
    for naam, mediatype, inhoud in post.bestanden:
        hoofd, sub = mediatype.split("/")
        mail.add_attachment(inhoud, maintype=hoofd, subtype=sub, filename=naam)
    return mail.as_bytes()


def hash_text(tekst: str) -> int:
    """Return a number that is the same for the same text in every process."""
    som = 0
    for teken in tekst:
        som = (som * 131 + ord(teken)) % 2_147_483_647
    return som


def receive_mail(toneel: Toneel, post: Post, mail_from: str | None = None) -> int | None:
    """Let an e-mail arrive and be processed at the moment where the clock stands; returns its question, None for no question.

    `mail_from` is the sender of the SMTP conversation; '' for a delivery report.
    """
    ruw = write_mail(post, get_moment())
    return process(toneel, store_mail(toneel, ruw, post.adres if mail_from is None else mail_from, post.ingang))


def store_mail(toneel: Toneel, ruw: bytes, mail_from: str, ingang: str = "mail-info") -> int:
    """Let raw bytes arrive by SMTP; returns the arrival."""
    envelop = Envelop(Herkomst.SMTP, mail_from, (INGANG_PER_CODE[ingang].waarde,), 1)
    binnenkomst = Binnenkomst(Ontvangstsoort.EMAIL, ruw, envelop, toneel.inrichting.gemeente_id)
    return receive_ontvangst(toneel.systeem("smtp"), binnenkomst).id


def process(toneel: Toneel, ontvangst_id: int) -> int | None:
    """Process an arrival. Raises RuntimeError with the reason when that fails: the demo holds no broken mail by accident."""
    gelukt = process_ontvangst(toneel.systeem("intake"), ontvangst_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT klantvraag_id, laatste_fout FROM intake_ontvangst WHERE id = %s", [ontvangst_id])
        klantvraag_id, fout = cursor.fetchone()
    if not gelukt:
        raise RuntimeError(fout)
    return int(klantvraag_id) if klantvraag_id is not None else None


def receive_form(
    toneel: Toneel, inzending: Formulierinzending, bestanden: tuple[tuple[str, bytes], ...] = (), eenmalig: str = ""
) -> int:
    """Let a web form arrive and be processed; returns its question."""
    ingang_id = toneel.inrichting.ingangen["formulier"]
    sleutel = eenmalig or f"demo-{hash_text(inzending.vraag)}"
    vraag_id = process(toneel, receive_formulier(toneel.systeem("website"), ingang_id, inzending, bestanden, sleutel).id)
    if vraag_id is None:
        raise RuntimeError("a form is always a question")
    return vraag_id
