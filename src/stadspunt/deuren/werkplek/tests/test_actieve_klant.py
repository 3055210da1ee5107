"""The active client: in view on every page, a warning for another one, let go by one act; kept at the server."""

from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst
from stadspunt.deuren.werkplek.tests.test_registreren import NIEUW, druk, get_veld, list_alles, open_scherm, vul_vraag
from stadspunt.fundament.concepten.models import Concept
from stadspunt.fundament.concepten.queries import list_concepten
from stadspunt.fundament.toegang.models import Inzage
from tests.stad import Stad


def begin_contact(stad: Stad, klant: str = "joost", wie: str = "kim") -> dict[str, str]:
    """Begin a contact and choose a client, as somebody without script."""
    velden = open_scherm(stad, wie) | {"zoek_klant": klant}
    druk(stad, velden, f"kies-{stad.partijen[klant]}", wie)
    return velden | {"partij": str(stad.partijen[klant])}


def add_sanne(stad: Stad) -> None:
    stad.partijen["sanne"] = register_partij(stad.systeem(), stad.gemeente_id, Partijgegevens("Sanne de Groot"))


def lees_strook(pagina: HttpResponse) -> str:
    """Return what the frame says of client and contacts."""
    strook = (
        pagina.content.decode().partition('id="strookplek"')[2].partition('<p class="alleen-voorlezen" id="strookmelding"')[0]
    )
    return get_tekst(HttpResponse("<p" + strook))


def open_vraag(stad: Stad, vraag_id: int, deel: str = "", wie: str = "kim") -> HttpResponse:
    return stad.browser(wie).get(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/{deel}")


def test_who_is_chosen_is_in_view_on_every_page_with_channel_and_time(stad: Stad) -> None:
    begin_contact(stad)
    for pad in ("/werkplek/", "/werkplek/?lijst=nieuw", NIEUW, f"/werkplek/partijen/{stad.partijen['joost']}/"):
        strook = lees_strook(stad.kim.get(pad))
        assert "Persoon Joost Jansen Telefoon sinds 10.10 uur Loslaten" in strook, pad


def test_beginning_a_contact_makes_no_client_and_no_question(stad: Stad) -> None:
    stad.kim.get(NIEUW)
    assert Concept.objects.count() == 0
    begin_contact(stad)
    assert list_alles(stad) == ()


def test_it_is_seen_on_another_machine_and_by_nobody_else(stad: Stad) -> None:
    begin_contact(stad)
    assert "Joost Jansen" in lees_strook(stad.browser("kim").get("/werkplek/"))
    assert lees_strook(stad.browser("tess").get("/werkplek/")) == ""


def test_letting_go_takes_one_act_and_the_contact_runs_on(stad: Stad) -> None:
    begin_contact(stad)
    antwoord = stad.kim.post("/werkplek/contacten/loslaten/", {"naar": "/werkplek/?lijst=nieuw"}, follow=True)
    assert antwoord.redirect_chain == [("/werkplek/?lijst=nieuw", 302)]
    assert "Joost Jansen is losgelaten." in get_tekst(antwoord)
    assert "sinds" not in lees_strook(antwoord)
    assert "Joost Jansen" in lees_strook(antwoord)
    assert len(list_concepten(stad.raadpleging())) == 1


def test_letting_go_never_leads_away_from_this_site(stad: Stad) -> None:
    antwoord = stad.kim.post("/werkplek/contacten/loslaten/", {"naar": "//kwaad.example/"})
    assert antwoord["Location"] == "/werkplek/"


def test_of_two_contacts_the_one_that_was_opened_last_is_active(stad: Stad) -> None:
    add_sanne(stad)
    joost = begin_contact(stad)
    stad.vooruit(minutes=4)
    begin_contact(stad, "sanne")
    assert "Persoon Sanne de Groot" in lees_strook(stad.kim.get("/werkplek/"))
    stad.vooruit(minutes=1)
    strook = lees_strook(stad.kim.get(f"{NIEUW}?contact={joost['sleutel']}"))
    assert "Persoon Joost Jansen" in strook
    assert "5 min" in strook
    assert "Sanne de Groot" in strook


def test_a_contact_that_is_kept_or_thrown_away_has_no_active_client_any_more(stad: Stad) -> None:
    velden = begin_contact(stad)
    druk(stad, velden | vul_vraag(0, "Paspoort"))
    assert lees_strook(stad.kim.get("/werkplek/")) == ""
    velden = begin_contact(stad)
    stad.kim.post("/werkplek/concepten/weg/", {"plek": f"contact-{velden['sleutel']}"})
    assert lees_strook(stad.kim.get("/werkplek/")) == ""


def test_a_button_pressed_on_a_page_of_a_contact_that_was_kept_begins_it_not_again(stad: Stad) -> None:
    velden = begin_contact(stad)
    druk(stad, velden | vul_vraag(0, "Paspoort"))
    druk(stad, velden, "erbij")
    assert lees_strook(stad.kim.get("/werkplek/")) == ""


def test_what_was_typed_without_script_is_kept_with_every_button(stad: Stad) -> None:
    velden = begin_contact(stad) | vul_vraag(0, "Paspoort kwijt")
    druk(stad, velden, "erbij")
    pagina = stad.kim.get(f"{NIEUW}?contact={velden['sleutel']}")
    assert (get_veld(pagina, "vraag-0-onderwerp"), get_veld(pagina, "aantal")) == ("Paspoort kwijt", "2")
    assert "Joost Jansen" in get_tekst(pagina)


def test_a_question_of_another_client_says_so_with_both_names_at_every_field(stad: Stad) -> None:
    add_sanne(stad)
    vraag_id = stad.klantvraag("Dakkapel", partij_id=stad.partijen["sanne"])
    begin_contact(stad)
    for deel in ("", "beantwoorden/", "contact/", "overdragen/"):
        tekst = get_tekst(open_vraag(stad, vraag_id, deel))
        assert "U hebt Joost Jansen actief. Deze vraag is van Sanne de Groot" in tekst, deel


def test_the_warning_is_no_block(stad: Stad) -> None:
    add_sanne(stad)
    vraag_id = stad.klantvraag("Dakkapel", partij_id=stad.partijen["sanne"])
    begin_contact(stad)
    adres = f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"
    assert stad.kim.post(f"{adres}notitie/", {"tekst": "Buren belden"}).status_code == 302


def test_an_own_question_of_the_active_client_has_no_warning_and_goes_to_the_contact_by_one_act(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Dakkapel")
    velden = begin_contact(stad)
    pagina = get_tekst(open_vraag(stad, vraag_id))
    assert "U hebt Joost Jansen actief" not in pagina
    assert "Bij het contact met Joost Jansen" in pagina
    adres = f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"
    for _ in range(2):
        assert stad.kim.post(f"{adres}bij-contact/").status_code == 302
    assert "Hoort bij het contact met Joost Jansen" in get_tekst(open_vraag(stad, vraag_id))
    contact = stad.kim.get(f"{NIEUW}?contact={velden['sleutel']}").content.decode()
    assert contact.partition(f'name="bestaande" value="{vraag_id}"')[2].partition(">")[0].count("checked") == 1


def test_the_sixth_open_question_can_be_added_too(stad: Stad) -> None:
    ids = [stad.klantvraag(f"Vraag {nummer}") for nummer in range(7)]
    velden = begin_contact(stad)
    stad.kim.post(f"/werkplek/klantvragen/{get_nummer(stad, ids[6])}/bij-contact/")
    antwoord = druk(stad, velden | {"bestaande": str(ids[6]), "samenvatting": "Vraagt hoe lang nog"})
    assert antwoord.status_code == 302


def test_a_question_of_somebody_else_is_not_added(stad: Stad) -> None:
    add_sanne(stad)
    vraag_id = stad.klantvraag("Dakkapel", partij_id=stad.partijen["sanne"])
    begin_contact(stad)
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/bij-contact/", follow=True)
    assert "Deze vraag hoort niet bij de klant van het lopende contact." in get_tekst(antwoord)


def test_every_page_that_shows_the_client_is_in_the_access_log(stad: Stad) -> None:
    begin_contact(stad)
    voor = Inzage.objects.filter(partij_id=stad.partijen["joost"]).count()
    stad.kim.get("/werkplek/?lijst=nieuw")
    assert Inzage.objects.filter(partij_id=stad.partijen["joost"]).count() == voor + 1


def test_the_strip_takes_as_many_queries_for_five_contacts_as_for_one(stad: Stad) -> None:
    add_sanne(stad)
    begin_contact(stad)
    stad.kim.get("/werkplek/")
    with CaptureQueriesContext(connection) as een:
        stad.kim.get("/werkplek/")
    for klant in ("sanne", "joost", "sanne", "joost"):
        begin_contact(stad, klant)
    with CaptureQueriesContext(connection) as vijf:
        stad.kim.get("/werkplek/")
    assert len(vijf) == len(een)
