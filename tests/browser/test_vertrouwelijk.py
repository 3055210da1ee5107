"""A question becomes confidential on the screen, a colleague gets in by name, another by breaking the glass."""

import pytest
from playwright.sync_api import expect

from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden

pytestmark = pytest.mark.browser


def test_a_question_is_kept_to_whom_it_concerns(levende_stad: Stad, pagina: Pagina) -> None:
    stad = levende_stad
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag("Geheim adres", wie="systeem")
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    adres = f"/werkplek/klantvragen/{nummer}/"

    noor = pagina("noor", donker=True)
    noor.goto(adres)
    noor.get_by_role("link", name="Vertrouwelijk").click()
    expect(noor.get_by_role("button", name="Maak vertrouwelijk")).to_be_visible()
    check_axe(noor)
    noor.get_by_role("button", name="Maak vertrouwelijk").click()
    expect(noor.locator(".vraagkop")).to_contain_text("Vertrouwelijk")

    tess = pagina("tess", breedte=390, hoogte=844)
    tess.goto(adres)
    expect(tess.get_by_role("heading", name="We vinden deze pagina niet")).to_be_visible()

    noor.get_by_role("link", name="Vertrouwelijk").click()
    noor.get_by_label("Collega", exact=True).select_option(label="Kim de Wit")
    noor.get_by_label("Waarom gaat het deze collega aan?").fill("Kort")
    noor.get_by_role("button", name="Geef toegang").click()
    expect(noor.get_by_text("Schrijf in ten minste 10 tekens").first).to_be_visible()
    check_axe(noor)
    noor.get_by_label("Waarom gaat het deze collega aan?").fill("Kim belt de klant vanmiddag terug.")
    noor.get_by_role("button", name="Geef toegang").click()
    expect(noor.get_by_text("Deze collega ziet de vraag nu ook.")).to_be_visible()
    kim = pagina("kim")
    kim.goto(adres)
    expect(kim.get_by_role("heading", name="Geheim adres")).to_be_visible()

    tess.goto("/werkplek/noodinzage/")
    check_axe(tess)
    check_breedte(tess)
    tess.get_by_label("Nummer van de vraag").fill(nummer)
    tess.get_by_label("Waarom is dit nu nodig?").fill("De klant belt in paniek en niemand is er.")
    tess.get_by_role("button", name="Vraag noodinzage").click()
    tess.get_by_role("link", name="Naar de vraag").click()
    expect(tess.get_by_text("U kijkt met noodinzage")).to_be_visible()
    expect(tess.get_by_role("button", name="Oppakken")).to_have_count(0)
    check_breedte(tess)

    pien = pagina("pien", script=False)
    pien.goto("/beheer/noodinzagen/")
    pien.get_by_role("button", name="Ik heb dit bekeken").click()
    expect(pien.get_by_role("cell", name="Pien Mulder")).to_be_visible()


def test_two_people_end_the_secrecy(levende_stad: Stad, pagina: Pagina) -> None:
    stad = levende_stad
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag("Geheim adres", wie="systeem")
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    adres = f"/werkplek/klantvragen/{nummer}/vertrouwelijk/"
    noor, omar = pagina("noor"), pagina("omar", breedte=390, hoogte=844, donker=True)
    noor.goto(adres)
    noor.get_by_role("button", name="Maak vertrouwelijk").click()
    expect(noor.locator(".vraagkop")).to_contain_text("Vertrouwelijk")
    noor.goto(adres)
    noor.get_by_label("Waarom hoeft dit niet meer").fill("Het gevaar is voorbij, zegt de klant.")
    noor.get_by_role("button", name="Stel voor").click()
    noor.get_by_role("link", name="Bekijk het voorstel").click()
    expect(noor.get_by_role("button", name="Trek het voorstel in")).to_be_visible()
    expect(noor.get_by_role("button", name="Bevestig: niet meer vertrouwelijk")).to_have_count(0)
    omar.goto(f"/werkplek/klantvragen/{nummer}/")
    omar.get_by_role("link", name="Bekijk het voorstel").click()
    expect(omar.get_by_role("button", name="Bevestig: niet meer vertrouwelijk")).to_be_visible()
    check_axe(omar)
    check_breedte(omar)
    omar.get_by_role("button", name="Bevestig: niet meer vertrouwelijk").click()
    expect(omar.get_by_text("De vraag is niet meer vertrouwelijk.")).to_be_visible()
    kim = pagina("kim")
    kim.goto(f"/werkplek/klantvragen/{nummer}/")
    expect(kim.get_by_role("heading", name="Geheim adres")).to_be_visible()
