"""Answer by e-mail in a real browser: write, look, send, take back, with and without script."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from stadspunt.deuren.werkplek.tests.test_berichten import ask_by_mail
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, record_mislukt
from stadspunt.stromen.correspondentie.bouw import build_bericht, build_opzet, build_sjablonen
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.klantcontacten.actions.behandelen import claim_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.browser.conftest import Pagina, check_axe
from tests.stad import Stad

pytestmark = pytest.mark.browser
JOOST = "joost.jansen@example.org"


def get_adres(stad: Stad, vraag_id: int) -> str:
    return f"/werkplek/klantvragen/{get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer}/"


@pytest.fixture
def vraag(levende_stad: Stad) -> str:
    """The address of a question that came by mail and that Kim has."""
    build_sjablonen(levende_stad.systeem(), levende_stad.gemeente_id)
    vraag_id = ask_by_mail(levende_stad)
    claim_klantvraag(levende_stad.handeling(), vraag_id)
    return get_adres(levende_stad, vraag_id)


def fill_in(blad: Page, tekst: str) -> None:
    blad.get_by_label("Uw bericht").fill(tekst)


def test_an_answer_is_written_looked_at_sent_and_taken_back(vraag: str, pagina: Pagina, tmp_path: Path) -> None:
    bestand = tmp_path / "tarieven.pdf"
    bestand.write_bytes(b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF")
    blad = pagina("kim")
    blad.goto(vraag)
    blad.get_by_role("link", name="Beantwoorden").click()
    blad.get_by_label("Sjabloon", exact=True).select_option("Antwoord op uw vraag")
    blad.get_by_role("button", name="Tekst invullen").click()
    expect(blad.get_by_label("Onderwerp")).to_have_value("Antwoord op uw vraag over Mijn container")
    fill_in(blad, "Beste Joost,\n\nMorgen legen wij de container.")
    blad.get_by_label("Bestanden meesturen").set_input_files(bestand)
    blad.get_by_role("button", name="Voorbeeld bekijken").click()
    expect(blad.get_by_label("Tekst van de e-mail")).to_contain_text("Morgen legen wij de container.")
    expect(blad.get_by_label("tarieven.pdf")).to_be_checked()
    blad.get_by_role("button", name="Versturen", exact=True).click()
    toast = blad.locator("#toasts .toast")
    expect(toast).to_contain_text("Uw antwoord wordt over 20 seconden verstuurd.")
    expect(toast).to_contain_text("Nog")
    toast.get_by_role("button", name="Ongedaan maken").click()
    expect(blad.get_by_role("heading", level=1, name="Beantwoorden")).to_be_visible()
    expect(blad.get_by_label("Uw bericht")).to_have_value("Beste Joost,\n\nMorgen legen wij de container.")
    expect(blad.get_by_label("tarieven.pdf")).to_be_checked()


def test_without_script_the_same_can_be_done(vraag: str, pagina: Pagina) -> None:
    blad = pagina("kim", script=False)
    blad.goto(f"{vraag}beantwoorden/")
    fill_in(blad, "Morgen legen wij de container.")
    blad.get_by_role("button", name="Versturen", exact=True).click()
    expect(blad.get_by_role("heading", name="Uw antwoord gaat zo weg")).to_be_visible()
    blad.locator(".volgende-stap").get_by_role("button", name="Terugnemen").click()
    expect(blad.get_by_label("Uw bericht")).to_have_value("Morgen legen wij de container.")


def test_a_message_in_between_leaves_the_question_open(vraag: str, pagina: Pagina) -> None:
    blad = pagina("kim")
    blad.goto(f"{vraag}beantwoorden/")
    expect(blad.get_by_label("Dit is het antwoord")).to_be_checked()
    blad.get_by_label("Sjabloon", exact=True).select_option("Wij missen nog iets")
    blad.get_by_role("button", name="Tekst invullen").click()
    expect(blad.get_by_label("De vraag blijft open")).to_be_checked()
    blad.get_by_role("button", name="Versturen", exact=True).click()
    expect(blad.get_by_role("alert")).to_contain_text("Vul in wat er moet staan bij [vul in: wat u nodig hebt]")
    check_axe(blad)
    bericht = blad.get_by_label("Uw bericht")
    # A click in the mark selects it whole, so that what is typed comes in its place.
    bericht.evaluate(
        "veld => { const p = veld.value.indexOf('[vul in') + 3; veld.focus(); veld.setSelectionRange(p, p); veld.click(); }"
    )
    blad.keyboard.type("uw kenteken")
    expect(bericht).to_have_value(re.compile(r"\n- uw kenteken\n"))
    blad.get_by_role("button", name="Versturen", exact=True).click()
    expect(blad.locator("#toasts .toast")).to_contain_text("Uw bericht wordt over 20 seconden verstuurd.")
    expect(blad.get_by_text("In behandeling").first).to_be_visible()
    expect(blad.get_by_text("Tussenbericht aan de klant")).to_be_visible()
    check_axe(blad)


def list_standen(stad: Stad) -> list[str]:
    """Return the answer screen in its states, and questions with a message in each state."""
    build_sjablonen(stad.systeem(), stad.gemeente_id)
    vraag_id = ask_by_mail(stad, html="<p>Hij zit al een week vol.</p>")
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, van_adres="buur@example.net", van_naam="De buurvrouw")
    mislukt, wacht = ask_by_mail(stad), ask_by_mail(stad)
    for een in (mislukt, wacht):
        send_antwoord(stad.handeling(), een, build_opzet(JOOST))
    verzending = list_berichten(stad.systeem().raadpleging, mislukt)[-1].verzending
    assert verzending is not None
    straks = build_systeem("proef", get_moment() + timedelta(seconds=30))
    claim_verzending(straks, verzending.id)
    record_mislukt(straks, verzending.id, "De mailserver weigert dit bericht: 550 Mailbox bestaat niet")
    adres = get_adres(stad, vraag_id)
    return [
        f"{adres}beantwoorden/",
        adres,
        get_adres(stad, mislukt),
        get_adres(stad, wacht),
        f"{get_adres(stad, wacht)}beantwoorden/",
    ]


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_every_state_is_accessible(levende_stad: Stad, pagina: Pagina, donker: bool) -> None:
    blad = pagina("kim", donker=donker)
    standen = list_standen(levende_stad)
    for adres in standen:
        assert blad.goto(adres).status == 200, adres
        check_axe(blad)
    blad.goto(standen[0])
    blad.get_by_role("button", name="Voorbeeld bekijken").click()
    expect(blad.get_by_role("alert")).to_be_visible()
    check_axe(blad)
    blad.get_by_label("Aan").fill("geen adres")
    fill_in(blad, "")
    blad.get_by_role("button", name="Versturen", exact=True).click()
    expect(blad.get_by_role("alert")).to_be_visible()
    check_axe(blad)


@pytest.mark.parametrize("breedte", [320, 640, 1280])
def test_no_state_scrolls_sideways(levende_stad: Stad, pagina: Pagina, breedte: int) -> None:
    blad = pagina("kim", breedte=breedte)
    for adres in list_standen(levende_stad):
        blad.goto(adres)
        assert blad.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), adres
