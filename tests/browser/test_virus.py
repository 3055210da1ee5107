"""Files with what the virus scanner said of them, in a real browser."""

import pytest

from stadspunt.bronnen.documenten.actions import Bestand, record_oordeel, record_scanner, record_scannerfout, store_document
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand
from stadspunt.deuren.werkplek.tests.lezen import get_nummer
from stadspunt.deuren.werkplek.tests.test_berichten import ask_by_mail
from stadspunt.stromen.correspondentie.rules.ontvangen import InkomendeBijlage
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser
OORDELEN = (
    ("schoon.pdf", Oordeel(Virusstand.SCHOON)),
    ("nog-niet-gezien.pdf", None),
    ("aanmaning-van-het-incassobureau.zip", Oordeel(Virusstand.BESMET, "Win.Trojan.Agent-1234567-0.UNOFFICIAL")),
    ("film.mp4", Oordeel(Virusstand.TE_GROOT)),
)


def ask_with_files(stad: Stad) -> str:
    """Let a mail come in with a file of each kind; returns the address of its question."""
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6", "27300", stad.systeem().moment))
    ids = []
    for naam, oordeel in OORDELEN:
        ids.append(store_document(stad.systeem(), Bestand(naam, "application/pdf", naam.encode())))
        if oordeel:
            record_oordeel(stad.systeem(), ids[-1], oordeel)
    vraag_id = ask_by_mail(stad, bijlagen=tuple(InkomendeBijlage(een) for een in ids))
    return f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"


@pytest.mark.parametrize("donker", [False, True], ids=["light", "dark"])
def test_the_files_of_a_question_say_what_the_scanner_said(levende_stad: Stad, pagina: Pagina, donker: bool) -> None:
    adres = ask_with_files(levende_stad)
    blad = pagina("kim", donker=donker)
    blad.goto(adres)
    check_axe(blad)
    with blad.expect_download() as download:
        blad.get_by_role("link", name="schoon.pdf").click()
    assert download.value.suggested_filename == "schoon.pdf"
    blad.get_by_role("link", name="aanmaning-van-het-incassobureau.zip").click()
    blad.get_by_text("Niemand kan dit bestand openen.").wait_for()
    check_axe(blad)
    blad.goto(adres)
    blad.get_by_role("link", name="nog-niet-gezien.pdf").click()
    with blad.expect_download() as download:
        blad.get_by_role("button", name="Toch downloaden").click()
    assert download.value.suggested_filename == "nog-niet-gezien.pdf"


def test_long_names_of_viruses_fit_on_a_phone(levende_stad: Stad, pagina: Pagina) -> None:
    adres = ask_with_files(levende_stad)
    blad = pagina("kim", breedte=320)
    blad.goto(adres)
    check_breedte(blad)
    blad.get_by_role("link", name="aanmaning-van-het-incassobureau.zip").click()
    blad.get_by_text("Niemand kan dit bestand openen.").wait_for()
    check_breedte(blad)


def test_an_administrator_sees_that_the_scanner_is_away(levende_stad: Stad, pagina: Pagina) -> None:
    ask_with_files(levende_stad)
    record_scannerfout(levende_stad.systeem(), "De virusscanner is niet bereikbaar (ConnectionRefusedError).")
    blad = pagina("fatma")
    blad.goto("/beheer/gezondheid/")
    blad.get_by_text("De virusscanner werkt niet").wait_for()
    check_axe(blad)
