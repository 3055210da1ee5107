"""The client page."""

from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.deuren.werkplek.tests.lezen import get_tekst
from tests.stad import Stad


def pad(stad: Stad, wat: str = "") -> str:
    return f"/werkplek/partijen/{stad.partijen['joost']}/{wat}"


def test_the_page_shows_how_to_reach_a_client_and_all_his_questions(stad: Stad) -> None:
    stad.klantvraag("Nog open")
    stad.klantvraag("Al klaar", antwoord="Ja.")
    tekst = get_tekst(stad.kim.get(pad(stad)))
    for deel in ("Joost Jansen", "06 12345678", "joost.jansen@example.org", "Nederlands", "Nog open", "Al klaar"):
        assert deel in tekst


def test_preferences_are_changed_and_an_address_is_added(stad: Stad) -> None:
    velden = {
        "naam": "Joost Jansen-Smit",
        "email": "joost@werk.example",
        "voorkeurskanaal": stad.kanaal("telefoon"),
        "taal": "en",
    }
    assert stad.kim.post(pad(stad, "wijzigen/"), velden).status_code == 302
    beeld = get_partij(stad.raadpleging(), stad.partijen["joost"])
    assert (beeld.naam, beeld.voorkeurskanaal_id, beeld.voorkeurstaal) == ("Joost Jansen-Smit", stad.kanaal("telefoon"), "en")
    assert set(beeld.emails) == {"joost.jansen@example.org", "joost@werk.example"}


def test_a_wrong_address_is_refused_at_its_field(stad: Stad) -> None:
    antwoord = stad.kim.post(pad(stad, "wijzigen/"), {"naam": "Joost", "telefoon": "bel maar", "taal": "nl"})
    assert antwoord.status_code == 400
    assert "Dit is geen telefoonnummer." in get_tekst(antwoord)
    assert get_partij(stad.raadpleging(), stad.partijen["joost"]).naam == "Joost Jansen"


def test_an_address_that_no_longer_works_is_taken_away(stad: Stad) -> None:
    stad.kim.post(pad(stad, "adres-weghalen/"), {"soort": "email", "waarde": "joost.jansen@example.org"})
    assert get_partij(stad.raadpleging(), stad.partijen["joost"]).emails == ()


def test_a_client_without_questions_is_no_empty_page(stad: Stad) -> None:
    assert "Deze klant heeft nog geen vragen" in get_tekst(stad.kim.get(pad(stad)))


def test_a_contact_can_be_started_for_this_client(stad: Stad) -> None:
    tekst = get_tekst(stad.kim.get("/werkplek/contacten/nieuw/", {"partij": stad.partijen["joost"]}))
    assert "Joost Jansen" in tekst
