"""The agent answers by e-mail."""

from uuid import uuid4

from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad


def test_an_answer_is_planned_and_closes_the_question_when_it_left(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    adres = f"/werkplek/klantvragen/{nummer}/beantwoorden/"
    assert "joost.jansen@example.org" in stad.kim.get(adres).content.decode()
    gegevens = {"aan": "joost.jansen@example.org", "onderwerp": "Uw vraag", "tekst": "Tot 17.00 uur.", "kenmerk": str(uuid4())}
    assert stad.kim.post(adres, gegevens).status_code == 302
    stad.vooruit(seconds=25)
    stad.werk()
    assert get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].status == "afgehandeld"


def test_an_empty_answer_is_refused_with_every_reason(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{nummer}/beantwoorden/", {"kenmerk": str(uuid4())})
    assert antwoord.status_code == 400
    assert "Schrijf het antwoord op" in antwoord.content.decode()
