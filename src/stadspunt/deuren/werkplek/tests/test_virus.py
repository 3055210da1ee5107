"""What an agent and a specialist see of the virus scanner, with the file itself."""

import hashlib
import re

import pytest

from stadspunt.bronnen.documenten.actions import Bestand, record_oordeel, record_scanner, store_document
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand
from stadspunt.deuren.werkplek.tests.lezen import get_tekst
from stadspunt.deuren.werkplek.tests.test_berichten import ask_by_mail, get_pagina
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.stromen.correspondentie.rules.ontvangen import InkomendeBijlage
from tests.stad import Stad

TROJAN = Oordeel(Virusstand.BESMET, "Win.Trojan.Voorbeeld-1")
INHOUD = b"%PDF-1.7 factuur"


@pytest.fixture
def document_id(stad: Stad) -> int:
    """A file that came while a scanner is in use."""
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6"))
    return store_document(stad.systeem(), Bestand("factuur.pdf", "application/pdf", INHOUD))


def get_adres(stad: Stad, vraag_id: int) -> str:
    adres = re.search(r'href="(/werkplek/bestanden/[^"]+)"( download)?', get_pagina(stad, vraag_id).content.decode())
    assert adres is not None
    return adres[1]


def test_a_clean_file_says_so_and_is_given_out(stad: Stad, document_id: int) -> None:
    record_oordeel(stad.systeem(), document_id, Oordeel(Virusstand.SCHOON))
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    assert "Gecontroleerd: geen virus gevonden." in get_tekst(get_pagina(stad, vraag_id))
    assert stad.kim.get(get_adres(stad, vraag_id)).getvalue() == INHOUD


def test_without_a_scanner_the_page_says_that_nobody_looked(stad: Stad) -> None:
    document_id = store_document(stad.systeem(), Bestand("factuur.pdf", "application/pdf", INHOUD))
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    assert "Niet gecontroleerd op virussen." in get_tekst(get_pagina(stad, vraag_id))
    assert stad.kim.get(get_adres(stad, vraag_id)).getvalue() == INHOUD


def test_a_file_that_was_not_scanned_yet_asks_first(stad: Stad, document_id: int) -> None:
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    assert "Nog niet gecontroleerd op virussen." in get_tekst(get_pagina(stad, vraag_id))
    adres = get_adres(stad, vraag_id)
    assert "Toch downloaden" in get_tekst(stad.kim.get(adres))
    assert stad.kim.post(adres).getvalue() == INHOUD


def test_a_file_with_a_virus_is_named_and_given_to_nobody(stad: Stad, document_id: int) -> None:
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    record_oordeel(stad.systeem(), document_id, TROJAN)
    assert "Virus gevonden: Win.Trojan.Voorbeeld-1." in get_tekst(get_pagina(stad, vraag_id))
    adres = get_adres(stad, vraag_id)
    for antwoord in (stad.kim.get(adres), stad.kim.post(adres), stad.browser("tess").post(adres, {"actie": "toch"})):
        assert (antwoord.status_code, INHOUD in antwoord.content) == (403, False)
        assert "Niemand kan dit bestand openen." in get_tekst(antwoord)
        assert "Toch downloaden" not in get_tekst(antwoord)
    assert load_blob(hashlib.sha256(INHOUD).hexdigest()) == INHOUD, "het blijft wel bewaard"


def test_an_agent_can_have_it_scanned_again(stad: Stad, document_id: int) -> None:
    vraag_id = ask_by_mail(stad, bijlagen=(InkomendeBijlage(document_id),))
    record_oordeel(stad.systeem(), document_id, TROJAN)
    adres = get_adres(stad, vraag_id)
    assert stad.kim.post(adres, {"actie": "controleren"}).status_code == 302
    antwoord = stad.kim.post(adres)
    assert (antwoord.status_code, "wordt opnieuw gecontroleerd" in get_tekst(antwoord)) == (403, True)
    record_oordeel(stad.systeem(), document_id, Oordeel(Virusstand.SCHOON))
    assert stad.kim.get(adres).getvalue() == INHOUD


def test_a_picture_with_a_virus_is_not_drawn_in_the_message(stad: Stad) -> None:
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6"))
    document_id = store_document(stad.systeem(), Bestand("foto.png", "image/png", b"\x89PNG"))
    html = '<p><img src="bijlage:0" alt="foto"></p>'
    vraag_id = ask_by_mail(stad, html=html, bijlagen=(InkomendeBijlage(document_id, inline=True),))
    record_oordeel(stad.systeem(), document_id, TROJAN)
    bron = get_pagina(stad, vraag_id).content.decode()
    assert '<img src="data:," alt="foto">' in bron
    assert "Virus gevonden" in bron
