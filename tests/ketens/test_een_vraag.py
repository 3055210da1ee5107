"""One question, from the mail of a resident to his answer, through every door it passes."""

import re
import smtplib
import time
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from stadspunt.deuren.inkomend.tests.conftest import Luister
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import Filter, get_klantvragen, get_vraagdossier, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Status
from tests.browser.conftest import Pagina
from tests.stad import Stad

pytestmark = [pytest.mark.browser, pytest.mark.traag]


def mail(poort: int, tekst: str, onderwerp: str = "Mijn aanslag klopt niet", antwoord_op: str = "") -> None:
    """Send a mail of Joost to the municipality, as his provider does."""
    bericht = EmailMessage()
    bericht["From"] = "Joost Jansen <joost.jansen@example.org>"
    bericht["To"] = "info@lindewaard.example"
    bericht["Subject"] = onderwerp
    bericht["Message-ID"] = f"<{abs(hash(tekst))}@example.org>"
    if antwoord_op:
        bericht["In-Reply-To"] = antwoord_op
    bericht.set_content(tekst)
    with smtplib.SMTP("127.0.0.1", poort) as lijn:
        lijn.send_message(bericht)


def get_vraag(stad: Stad) -> KlantvraagBeeld:
    """Return the one question there is."""
    alles = Filter(statussen=frozenset(Status))
    (regel,) = list_werkvoorraad(stad.systeem().raadpleging, alles).regels
    return get_klantvragen(stad.systeem().raadpleging, [regel.id])[regel.id]


def test_a_mail_is_answered_through_a_department_and_a_reply_opens_it_again(
    levende_stad: Stad, luister: Luister, mailserver: Mailserver, pagina: Pagina
) -> None:
    poort = luister()

    # Joost mails, and has a receipt with a number.
    mail(poort, "Op mijn aanslag staat een hond. Ik heb geen hond.")
    levende_stad.werk()
    vraag = get_vraag(levende_stad)
    (bevestiging,) = mailserver.ontvangen
    assert vraag.nummer in bevestiging["Subject"]

    # Kim takes the question and asks Belastingen, by a date.
    kim = pagina("kim")
    kim.goto(f"/werkplek/klantvragen/{vraag.nummer}/")
    expect(kim.get_by_text("Ik heb geen hond").first).to_be_visible()
    kim.get_by_role("button", name="Oppakken").first.click()
    kim.goto(f"/werkplek/klantvragen/{vraag.nummer}/overdragen/")
    kim.get_by_label("Aan welke afdeling?").select_option("Belastingen")
    kim.get_by_label("Wat wilt u van de afdeling weten?").fill("Klopt de hondenbelasting op deze aanslag?")
    kim.get_by_role("button", name="Overdragen").click()

    # Bram sees what is asked of him, and answers.
    bram = pagina("bram")
    bram.goto("/afdeling/")
    bram.get_by_role("link", name="Mijn aanslag klopt niet").click()
    expect(bram.get_by_text("Klopt de hondenbelasting op deze aanslag?").first).to_be_visible()
    bram.locator("#antwoord textarea, textarea[name=antwoord]").first.fill("De hond stond nog op naam van de vorige bewoner.")
    bram.get_by_role("button", name="Geef terug aan het KCC").click()

    # Kim checks it, and sends it in the name of the municipality.
    kim.goto(f"/werkplek/klantvragen/{vraag.nummer}/controleren/")
    kim.get_by_label("Het antwoord is volledig").check()
    kim.get_by_label("Het antwoord is duidelijk").check()
    kim.get_by_role("button", name="Akkoord, maak het antwoord").click()
    expect(kim.get_by_label("Uw bericht")).to_have_value(re.compile("De hond stond nog op naam van de vorige bewoner."))
    kim.get_by_role("button", name="Versturen", exact=True).click()
    expect(kim.locator("#toasts")).to_contain_text("20 seconden")

    # It waits twenty seconds in the queue; then Joost has his answer and the question is closed.
    levende_stad.werk()
    assert len(mailserver.ontvangen) == 1
    time.sleep(21)
    levende_stad.werk()
    antwoord = mailserver.ontvangen[-1]
    assert "vorige bewoner" in antwoord.get_body(("plain",)).get_content()
    assert get_vraag(levende_stad).status == Status.AFGEHANDELD

    # He writes back: the same question is open again, with the same promise.
    mail(poort, "En krijg ik dat geld terug?", "Re: " + antwoord["Subject"], antwoord["Message-ID"])
    levende_stad.werk()
    heropend = get_vraag(levende_stad)
    assert (heropend.status, heropend.heropeningen, heropend.beloofd) == (Status.IN_BEHANDELING, 1, vraag.beloofd)
    dossier = get_vraagdossier(levende_stad.systeem().raadpleging, vraag.id)
    assert [contact.richting for contact in dossier.contacten] == ["in", "uit", "in"]
    assert len(mailserver.ontvangen) == 2
