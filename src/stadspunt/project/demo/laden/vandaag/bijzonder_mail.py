"""E-mail that takes another way: replies, bounces, automatic answers, what cannot be read, and what waits to be sent."""

from datetime import time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.project.demo import gemeente as stad
from stadspunt.project.demo.kanalen import INGANG_PER_CODE
from stadspunt.project.demo.laden.bestanden import make_png
from stadspunt.project.demo.laden.vandaag.binnenkomst import Post, process, receive_mail, store_mail, write_mail
from stadspunt.project.demo.laden.vandaag.handelingen import answer_by_mail, get_nummer, take_vraag
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, record_mislukt
from stadspunt.stromen.intake.actions.verwerken import begin_poging
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, drop_klantvraag
from stadspunt.stromen.klantcontacten.rules import Vervalreden

_NA = timedelta(minutes=25)


def _ask(toneel: Toneel, klant: int, onderwerp: str, tekst: str, **anders: object) -> tuple[int, Post]:
    """Let a client mail a question at the moment where the clock stands; returns the question and the mail."""
    wie = toneel.partijen[toneel.find_klant(klant)]
    post = Post(wie.naam, wie.email, onderwerp, f"{tekst}\n\n{wie.naam}", **anders)  # type: ignore[arg-type]
    vraag_id = receive_mail(toneel, post)
    if vraag_id is None:
        raise RuntimeError(f"{onderwerp} became no question")
    return vraag_id, post


def _answered(
    toneel: Toneel, klant: int, dagen: int, onderwerp: str, vraag: str, antwoord: str, product: str
) -> tuple[int, Post, str]:
    """Play a mail that was answered by mail `dagen` working days ago; returns question, mail and our Message-ID."""
    with toneel.op(toneel.back(dagen, time(9, 6))):
        vraag_id, post = _ask(toneel, klant, onderwerp, vraag)
    with toneel.op(toneel.back(dagen, time(9, 31))):
        take_vraag(toneel, "kim", vraag_id, product, "eenvoudig")
        tekst = f"Beste {post.naam},\n\n{antwoord}\n\nMet vriendelijke groet,\nKim van Dalen\nGemeente {stad.NAAM}"
        message_id = answer_by_mail(toneel, "kim", vraag_id, post.adres, tekst)
    with toneel.op(toneel.back(dagen, time(9, 32))):
        toneel.send("antwoord", timedelta(seconds=0))
    return vraag_id, post, message_id


def play_heropend(toneel: Toneel) -> None:
    """A reply opens a closed question again."""
    vraag_id, post, message_id = _answered(
        toneel, 40, 3, "Container niet geleegd",
        "De groene container voor onze deur is dinsdag overgeslagen, bij de hele rij.",
        "Vervelend dat de container is overgeslagen. De wagen komt morgen alsnog. U kunt hem laten staan.",
        "grofvuil",
    )  # fmt: skip
    tekst = (
        f"Beste Kim,\n\nEr is niemand geweest. De container zit nu zo vol dat de deksel openstaat. Wanneer komt u?\n\n{post.naam}"
    )
    with toneel.op(toneel.back(0, time(8, 5))):
        onderwerp = f"Re: Container niet geleegd [{get_nummer(toneel, vraag_id)}]"
        receive_mail(toneel, Post(post.naam, post.adres, onderwerp, tekst, antwoord_op=message_id))


def play_automatisch_antwoord(toneel: Toneel) -> None:
    """An out-of-office reply is kept with the message that it answers, and changes nothing."""
    _, post, message_id = _answered(
        toneel, 41, 2, "Uittreksel voor de notaris",
        "Kunt u mij zeggen welk uittreksel de notaris bedoelt als hij om 'gegevens burgerlijke staat' vraagt?",
        
            "U hebt een uittreksel met uw burgerlijke staat nodig. Kies bij de aanvraag 'uittreksel "
            "met huwelijksgegevens'. Het kost online € 14,50 en u hebt het de volgende werkdag in huis."
,
        "brp-uittreksel",
    )  # fmt: skip
    with toneel.op(toneel.back(2, time(9, 33))):
        tekst = "Ik ben met vakantie en lees mijn mail niet. Na mijn terugkomst beantwoord ik uw bericht."
        koppen = (("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"))
        antwoord = Post(post.naam, post.adres, "Automatisch antwoord: Re: Uittreksel voor de notaris", tekst,
                        antwoord_op=message_id, koppen=koppen)  # fmt: skip
        receive_mail(toneel, antwoord, "")


def play_onbestelbaar(toneel: Toneel) -> None:
    """Our answer comes back: the mailbox of the client is full. The question is open again."""
    _, post, message_id = _answered(
        toneel, 42, 1, "Bladkorf in onze straat",
        "Komt er dit najaar weer een bladkorf aan het eind van de straat? Vorig jaar werkte dat goed.",
        "Ja, de bladkorf komt volgende week terug, op dezelfde plek. Hij blijft staan tot half december.",
        "melding-openbare-ruimte",
    )  # fmt: skip
    with toneel.op(toneel.back(1, time(9, 40))):
        ruw = _write_bounce(message_id, post.adres)
        process(toneel, store_mail(toneel, ruw, ""))


def _write_bounce(message_id: str, adres: str) -> bytes:
    """Return a delivery report (RFC 3464) that says that `adres` took nothing."""
    domein = adres.rpartition("@")[2]
    rapport = (
        f"Reporting-MTA: dns; mx.{domein}\r\n\r\nFinal-Recipient: rfc822; {adres}\r\nAction: failed\r\nStatus: 5.2.2\r\n"
        f"Diagnostic-Code: smtp; 552 5.2.2 <{adres}>: mailbox full\r\n"
    )
    grens = "=_bezorging"
    delen = (
        f"--{grens}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nYour message could not be delivered: mailbox full.\r\n",
        f"--{grens}\r\nContent-Type: message/delivery-status\r\n\r\n{rapport}",
        f"--{grens}\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\nTo: {adres}\r\n\r\n--{grens}--\r\n",
    )
    kop = (
        f"From: Mail Delivery System <mailer-daemon@{domein}>\r\nTo: {INGANG_PER_CODE['mail-info'].waarde}\r\n"
        f"Subject: Undelivered Mail Returned to Sender\r\nDate: {format_datetime(get_moment())}\r\n"
        f"Message-ID: <bounce.{message_id.strip('<>')[:30]}@mx.{domein}>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/report; report-type=delivery-status; boundary="{grens}"\r\n\r\n'
    )
    return (kop + "".join(delen)).encode()


def play_geweigerd(toneel: Toneel) -> None:
    """The mail server of the client refuses our answer: somebody has to look."""
    with toneel.op(toneel.back(1, time(13, 2))):
        vraag_id, post = _ask(
            toneel, 43, "Afspraak verzetten", "Kan mijn afspraak van morgen naar volgende week? Liefst in de middag."
        )
    with toneel.op(toneel.back(1, time(13, 30))):
        take_vraag(toneel, "sven", vraag_id, "bezoekafspraak", "eenvoudig")
        kern = "Uw afspraak is verzet naar volgende week woensdag om 14.10 uur."
        tekst = f"Beste {post.naam},\n\n{kern}\n\nMet vriendelijke groet,\nSven Terpstra"
        answer_by_mail(toneel, "sven", vraag_id, post.adres.replace("@", "-oud@"), tekst)
    with toneel.op(toneel.back(1, time(13, 31))):
        for verzending_id in toneel.list_gepland("antwoord"):
            if claim_verzending(toneel.systeem("verzending"), verzending_id):
                fout = "550 5.1.1 Recipient address rejected: user unknown"
                record_mislukt(toneel.systeem("verzending"), verzending_id, fout)


def play_onverwerkbaar(toneel: Toneel) -> None:
    """An e-mail on which the worker breaks off three times: it waits on its page for a person."""
    with toneel.op(toneel.back(1, time(11, 11))):
        mail = EmailMessage()
        mail["From"] = "scanner@kopieerapparaat.example"
        mail["To"] = INGANG_PER_CODE["mail-info"].waarde
        mail["Subject"] = "Scan van het kopieerapparaat"
        mail["Date"] = format_datetime(get_moment())
        mail["Message-ID"] = "<scan-000481@kopieerapparaat.example>"
        mail.set_content("Zie bijlage.\n")
        mail.add_attachment(make_png(96, 64)[:900], maintype="image", subtype="tiff", filename="SCAN0481.TIF")
        ontvangst_id = store_mail(toneel, mail.as_bytes(), "scanner@kopieerapparaat.example")
        while begin_poging(toneel.systeem("intake"), ontvangst_id):
            pass


def play_bedenktijd(toneel: Toneel) -> None:
    """An answer that was just written and can still be taken back."""
    with toneel.op(toneel.nu - timedelta(minutes=50)):
        vraag_id, post = _ask(
            toneel, 44, "Tarief zone B", "Wat kost een vergunning in zone B per jaar, en kan ik per maand betalen?"
        )
    with toneel.op(toneel.nu):
        take_vraag(toneel, "kim", vraag_id, "parkeervergunning", "eenvoudig")
        kern = (
            "Een vergunning in zone B kost € 72,00 per jaar. U betaalt dat in één keer; per maand kan niet. "
            "Zegt u de vergunning op, dan krijgt u de maanden terug die over zijn."
        )
        tekst = f"Beste {post.naam},\n\n{kern}\n\nMet vriendelijke groet,\nKim van Dalen"
        answer_by_mail(toneel, "kim", vraag_id, post.adres, tekst)


def play_foto(toneel: Toneel) -> None:
    """A mail with a photograph."""
    with toneel.op(toneel.back(0, time(8, 19))):
        _ask(
            toneel, 45, "Bank in het park vernield",
            "Goedemorgen,\n\nBijgaand een foto van de bank bij de vijver aan de Zwanensingel. De rugleuning ligt eraf.",
            bestanden=(("IMG_2047.png", "image/png", make_png(320, 240)),),
        )  # fmt: skip


def play_engels(toneel: Toneel) -> None:
    """A mail in English, and HTML from a telephone."""
    with toneel.op(toneel.back(0, time(9, 13))):
        tekst = (
            "Hello,\n\nI lost my waste pass when I moved to the Spoorlaan. Can I collect a new one "
            "today, and does it cost anything?"
        )
        html = f"<div dir='ltr'>{tekst}<br><br><b>Sent from my phone</b></div>"
        receive_mail(toneel, Post("Grace Okafor", "grace.okafor.lw@example.org", "Waste pass", tekst, html=html))


def play_reactie_derde(toneel: Toneel) -> None:
    """Somebody else answers on a question: it becomes a question of his own, and he sees nothing of the other."""
    vraag_id, _, message_id = _answered(
        toneel, 46, 2, "Overhangende takken",
        "De takken van de buren hangen over mijn schuur. Mag ik die zelf wegknippen?",
        
            "Vraag uw buren eerst om de takken te snoeien. Doen zij dat niet binnen een redelijke "
            "tijd, dan mag u het zelf doen. De gemeente gaat hier niet over."
,
        "kapvergunning",
    )  # fmt: skip
    ander = toneel.partijen[toneel.find_klant(47)]
    with toneel.op(toneel.back(0, time(8, 2))):
        onderwerp = f"Fwd: Re: Overhangende takken [{get_nummer(toneel, vraag_id)}]"
        tekst = f"Ik kreeg dit van mijn buurvrouw. Die takken zijn van de gemeenteboom op de hoek, niet van mij!\n\n{ander.naam}"
        receive_mail(toneel, Post(ander.naam, ander.email, onderwerp, tekst, antwoord_op=message_id))


def play_reclame(toneel: Toneel) -> None:
    """Advertising that is dropped with its reason."""
    begin = toneel.back(0, time(7, 45))
    with toneel.op(begin):
        post = Post("Kantoor Direct", "acties@kantoordirect.example", "40% korting op toners", "Alleen deze week voor overheden.")
        ontvangst_id = store_mail(toneel, write_mail(post, get_moment()), post.adres)
        vraag_id = process(toneel, ontvangst_id)
    if vraag_id is not None:
        with toneel.op(begin + timedelta(minutes=48)):
            drop_klantvraag(toneel.als("floor"), vraag_id, Vervalreden.SPAM)


def play_met_notitie(toneel: Toneel) -> None:
    """A question on which two colleagues leave notes."""
    with toneel.op(toneel.back(2, time(10, 2))):
        tekst = "Wij willen in maart een buurtmoestuin beginnen op het veldje achter de Dorpsstraat. Met wie kunnen wij praten?"
        vraag_id, _ = _ask(toneel, 48, "Buurtmoestuin", tekst)
    with toneel.op(toneel.back(2, time(10, 2)) + _NA):
        take_vraag(toneel, "amira", vraag_id, "melding-openbare-ruimte")
        add_notitie(toneel.als("amira"), vraag_id, "Ronald (wijkbeheer) is deze week op cursus. Maandag opnieuw bellen.")
    with toneel.op(toneel.back(1, time(9, 50))):
        add_notitie(
            toneel.als("tom"), vraag_id, "Er is een budget voor buurtinitiatieven, zie de regeling. Noem dat in het antwoord."
        )
