"""Messages on the question page: what came in, what went out, what can still be taken back, and the files."""

import re
from uuid import uuid4

from django.http import HttpResponse

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_vraag
from stadspunt.stromen.correspondentie.actions.ontvangen import record_bounce, register_inkomend_bericht
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, record_mislukt
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding, InkomendBericht, InkomendeBijlage
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.klantcontacten.actions.behandelen import record_antwoord, reopen_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_vraagdossier
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Status
from tests.stad import Stad


def receive_mail(stad: Stad, vraag_id: int, **anders: object) -> int:
    """Keep a mail from Joost that belongs to the contact of this question."""
    contact = get_vraagdossier(stad.systeem().raadpleging, vraag_id).contacten[0]
    velden = {
        "gemeente_id": stad.gemeente_id,
        "soort": Berichtsoort.GEWOON,
        "sleutel": f"mail-{uuid4()}",
        "onderwerp": "Mijn container",
        "tekst": "De container zit al een week vol.",
        "van_naam": "Joost Jansen",
        "van_adres": "joost.jansen@example.org",
        "klantcontact_id": contact.id,
        "klantvraag_ids": (vraag_id,),
    }
    return register_inkomend_bericht(stad.systeem(), InkomendBericht(**(velden | anders)))


def ask_by_mail(stad: Stad, **anders: object) -> int:
    vraag_id = stad.klantvraag("Mijn container", wie="systeem", kanaal_id=stad.kanaal("email"), samenvatting="Mijn container")
    receive_mail(stad, vraag_id, **anders)
    return vraag_id


def get_pagina(stad: Stad, vraag_id: int, wie: str = "kim") -> HttpResponse:
    return stad.browser(wie).get(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/")


def send_antwoord(stad: Stad, vraag_id: int) -> int:
    """Let Kim answer by mail; returns the id of the message."""
    adres = f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/beantwoorden/"
    velden = {
        "aan": "joost.jansen@example.org",
        "onderwerp": "Uw container",
        "tekst": "Morgen legen wij hem.",
        "soort": "antwoord",
        "kenmerk": str(uuid4()),
    }
    assert stad.kim.post(adres, velden).status_code == 302
    return list_berichten(stad.systeem().raadpleging, vraag_id)[-1].id


def test_a_mail_is_shown_once_with_its_words_and_what_it_quoted_folded(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad, citaat="Op 3 november schreef u: wij komen donderdag.")
    pagina = get_pagina(stad, vraag_id)
    tekst = get_tekst(pagina)
    assert tekst.count("De container zit al een week vol.") == 1
    assert "Joost Jansen schreef" in tekst
    assert "De klant nam contact op" not in tekst
    gevouwen = re.search(r"<details class=\"citaat\">.*?</details>", pagina.content.decode(), re.DOTALL)
    assert gevouwen is not None
    assert "wij komen donderdag" in gevouwen[0]


def test_markup_is_shown_as_it_was_made_safe_and_plain_text_is_never_markup(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad, tekst="Zie <script>alert(1)</script>", html="<p>Zie <strong>dit</strong></p>")
    bron = get_pagina(stad, vraag_id).content.decode()
    assert "<p>Zie <strong>dit</strong></p>" in bron
    assert "<script>alert" not in bron
    assert "&lt;script&gt;alert(1)" in bron


def test_the_first_words_of_a_mail_are_not_told_twice(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Container", wie="systeem", toelichting="De container zit al een week vol.")
    receive_mail(stad, vraag_id)
    assert "Wat de klant wil weten" not in get_tekst(get_pagina(stad, vraag_id))


def test_an_answer_waits_in_sight_and_can_be_taken_back(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    bericht_id = send_antwoord(stad, vraag_id)
    tekst = get_tekst(get_pagina(stad, vraag_id))
    assert "Uw antwoord gaat zo weg" in tekst
    assert "Om 10.10.20 uur wordt het verstuurd." in tekst
    terug = stad.kim.post(f"/werkplek/berichten/{bericht_id}/ongedaan/")
    assert terug.status_code == 302
    tekst = get_tekst(get_pagina(stad, vraag_id))
    assert "Ingetrokken" in tekst
    assert "Uw antwoord gaat zo weg" not in tekst
    stad.vooruit(minutes=5)
    stad.werk()
    assert get_vraag(stad, vraag_id).status != Status.AFGEHANDELD


def test_an_answer_that_left_cannot_be_taken_back_any_more(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    bericht_id = send_antwoord(stad, vraag_id)
    stad.vooruit(seconds=30)
    stad.werk()
    antwoord = stad.kim.post(f"/werkplek/berichten/{bericht_id}/ongedaan/")
    assert antwoord.status_code == 409
    tekst = get_tekst(antwoord)
    assert "U kunt het niet meer ongedaan maken." in tekst
    assert "De klant heeft antwoord" in tekst
    assert tekst.count("Morgen legen wij hem.") == 1, "het bericht vertelt het antwoord al"


def test_an_attachment_is_given_out_only_as_a_download(stad: Stad) -> None:
    document_id = store_document(stad.systeem(), Bestand("brief.html", "text/html", b"<script>alert(1)</script>"))
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    bron = get_pagina(stad, vraag_id).content.decode()
    adres = re.search(r'href="(/werkplek/bestanden/[^"]+)"', bron)
    assert adres is not None
    assert "brief.html" in bron
    antwoord = stad.kim.get(adres[1])
    assert antwoord.getvalue() == b"<script>alert(1)</script>"
    assert antwoord["Content-Disposition"].startswith('attachment; filename="brief.html"')
    assert antwoord["Content-Type"] == "application/octet-stream"
    assert antwoord["Content-Security-Policy"].endswith("sandbox")


def test_a_file_that_may_be_harmful_asks_first(stad: Stad) -> None:
    document_id = store_document(stad.systeem(), Bestand("factuur.pdf", "application/x-msdownload", b"MZ", "uitvoerbaar"))
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    pagina = get_pagina(stad, vraag_id)
    assert "Programma, 2 bytes" in get_tekst(pagina), "naar zijn inhoud, niet naar zijn naam"
    assert "kan schadelijk zijn" in get_tekst(pagina)
    adres = re.search(r'href="(/werkplek/bestanden/[^"]+)"', pagina.content.decode())
    assert adres is not None
    assert "Open het alleen als u zeker weet" in get_tekst(stad.kim.get(adres[1]))
    assert stad.kim.post(adres[1]).getvalue() == b"MZ"


def test_a_picture_in_a_mail_comes_from_our_own_storage_and_is_no_attachment(stad: Stad) -> None:
    document_id = store_document(stad.systeem(), Bestand("foto.png", "image/png", b"\x89PNG"))
    html = '<p>Kijk: <img src="bijlage:0" alt="foto"> <img src="bijlage:7" alt="weg"></p>'
    vraag_id = ask_by_mail(stad, html=html, bijlagen=(InkomendeBijlage(document_id, inline=True),))
    bron = get_pagina(stad, vraag_id).content.decode()
    adres = re.search(r'<img src="(/werkplek/bestanden/[^"]+)" alt="foto"', bron)
    assert adres is not None
    assert "bijlage:" not in bron
    assert 'class="bestanden"' not in bron
    assert stad.kim.get(adres[1])["Content-Type"] == "image/png"


def test_files_and_messages_of_a_question_that_is_not_for_you_are_not_there(stad: Stad) -> None:
    document_id = store_document(stad.systeem(), Bestand("brief.txt", "text/plain", b"x"))
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    adres = re.search(r'href="(/werkplek/bestanden/[^"]+)"', get_pagina(stad, vraag_id).content.decode())
    assert adres is not None
    assert stad.browser("bram").get(adres[1]).status_code == 403
    assert stad.kim.get(f"/werkplek/bestanden/{uuid4()}/").status_code == 404
    assert stad.kim.post("/werkplek/berichten/999999/ongedaan/").status_code == 404
    inkomend = list_berichten(stad.systeem().raadpleging, vraag_id)[0].id
    assert stad.kim.post(f"/werkplek/berichten/{inkomend}/ongedaan/").status_code == 404


def test_an_answer_that_failed_says_why_and_can_be_sent_again(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    bericht_id = send_antwoord(stad, vraag_id)
    verzending = list_berichten(stad.systeem().raadpleging, vraag_id)[-1].verzending
    assert verzending is not None
    stad.vooruit(seconds=30)
    claim_verzending(stad.systeem(), verzending.id)
    record_mislukt(stad.systeem(), verzending.id, "550 Mailbox bestaat niet")
    tekst = get_tekst(get_pagina(stad, vraag_id))
    assert "Niet verzonden 550 Mailbox bestaat niet Opnieuw versturen" in tekst
    assert "Antwoord niet verstuurd: het lukte niet" in tekst
    assert stad.kim.post(f"/werkplek/berichten/{bericht_id}/opnieuw/").status_code == 302
    assert "Niet verzonden" not in get_tekst(get_pagina(stad, vraag_id))


def bounce(stad: Stad, vraag_id: int) -> int:
    """Let Kim answer, and let the mail server of the client send it back; returns the id of the message."""
    bericht_id = send_antwoord(stad, vraag_id)
    stad.vooruit(seconds=30)
    stad.werk()
    uuid = list_berichten(stad.systeem().raadpleging, vraag_id)[-1].uuid
    melding = Bouncemelding(f"<{uuid}@lindewaard.example>", "joost.jansen@example.org", "5.2.2", "552 5.2.2 Over quota", True)
    record_bounce(stad.systeem(), melding)
    return bericht_id


def test_an_answer_that_came_back_is_the_first_thing_on_the_page_with_what_to_do(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    bericht_id = bounce(stad, vraag_id)
    pagina = get_pagina(stad, vraag_id)
    stap = get_tekst(pagina).partition("Tijdlijn")[0]
    assert "Uw antwoord kwam niet aan De mailbox van de klant is vol. Kies een ander adres of bel de klant." in stap
    assert f'beantwoorden/?bericht={bericht_id}"' in pagina.content.decode()
    assert "Bel de klant" in stap
    assert re.search(r"<details[^>]*><summary>Wat de mailserver zei</summary>[^§]*?552 5.2.2 Over quota", pagina.content.decode())
    assert "Het antwoord kwam niet aan" in get_tekst(get_pagina(stad, vraag_id, "tess"))


def test_who_calls_after_an_answer_came_back_is_done_with_it(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    bounce(stad, vraag_id)
    stad.vooruit(minutes=5)
    record_antwoord(stad.handeling(), vraag_id, "Aan de telefoon verteld.", Antwoordwijze.MONDELING)
    reopen_klantvraag(stad.handeling(), vraag_id)
    assert "kwam niet aan" not in get_tekst(get_pagina(stad, vraag_id)).partition("Tijdlijn")[0]


def test_an_answer_that_came_back_is_seen_in_the_work_list(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    assert "kwam niet aan" not in get_tekst(stad.kim.get("/werkplek/?lijst=open"))
    bounce(stad, vraag_id)
    assert "Antwoord kwam niet aan" in get_tekst(stad.kim.get("/werkplek/"))
