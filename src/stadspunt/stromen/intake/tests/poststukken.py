"""Mail as it comes in at Lindewaard, for the examples."""

from email.message import EmailMessage
from email.utils import format_datetime

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.intake.actions.ontvangen import Ontvangen, receive_ontvangst
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Binnenkomst, Envelop, Herkomst, Ontvangstsoort
from tests.stad import Stad

INFO = "info@lindewaard.example"


def mail(
    tekst: str = "Wanneer komt de vuilniswagen bij ons in de straat?",
    *,
    van: str = "Anna Kok <anna.kok@example.org>",
    aan: str = INFO,
    onderwerp: str = "Vuilniswagen",
    message_id: str = "<1@example.org>",
    bijlagen: tuple[tuple[str, bytes], ...] = (),
    **koppen: str,
) -> bytes:
    """Return an ordinary e-mail; `koppen` are more header fields, with '_' for '-'."""
    bericht = EmailMessage()
    bericht["From"], bericht["To"], bericht["Subject"] = van, aan, onderwerp
    bericht["Message-ID"], bericht["Date"] = message_id, format_datetime(get_moment())
    for naam, waarde in koppen.items():
        del bericht[naam.replace("_", "-")]
        bericht[naam.replace("_", "-")] = waarde
    bericht.set_content(tekst)
    for naam, inhoud in bijlagen:
        bericht.add_attachment(inhoud, maintype="application", subtype="octet-stream", filename=naam)
    return bericht.as_bytes()


def ontvang(
    stad: Stad,
    ruw: bytes,
    *,
    mail_from: str = "anna.kok@example.org",
    rcpt_tos: tuple[str, ...] = (INFO,),
    herkomst: Herkomst = Herkomst.SMTP,
) -> Ontvangen:
    """Take in a raw mail as the listener does."""
    envelop = Envelop(herkomst, mail_from, rcpt_tos, len(rcpt_tos))
    return receive_ontvangst(stad.systeem(), Binnenkomst(Ontvangstsoort.EMAIL, ruw, envelop, stad.gemeente_id))


def verwerk(stad: Stad, ruw: bytes, **anders: object) -> Ontvangst:
    """Take in a raw mail, let the workers do what is due, and return the row."""
    ontvangen = ontvang(stad, ruw, **anders)  # type: ignore[arg-type]
    stad.werk()
    rij: Ontvangst = Ontvangst.objects.get(pk=ontvangen.id)
    return rij
