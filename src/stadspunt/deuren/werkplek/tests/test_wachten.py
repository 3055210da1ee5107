"""Letting a question wait on the screens: the form, the list 'Wacht', and back again."""

from datetime import timedelta

from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_vraag
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.actions.reageren import record_klantreactie
from stadspunt.stromen.klantcontacten.models import Wachtreden
from tests.stad import Stad


def reden(naam: str) -> int:
    return Wachtreden.objects.get(naam=naam).pk


def vul_in(stad: Stad, vraag_id: int, **anders: object) -> dict[str, object]:
    morgen = (get_moment() + timedelta(days=1)).date()
    begin = {
        "reden": reden("Terugbellen afgesproken"),
        "datum": morgen.isoformat(),
        "tijd": "09:00",
        "toelichting": "Na negenen.",
    }
    return begin | {"versie": get_vraag(stad, vraag_id).versie} | anders


def test_an_agent_lets_a_question_wait_and_everybody_sees_why(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Afval blijft liggen")
    nummer = get_nummer(stad, vraag_id)
    assert "Laten wachten" in get_tekst(stad.kim.get(f"/werkplek/klantvragen/{nummer}/"))
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{nummer}/wachten/", vul_in(stad, vraag_id), follow=True)
    assert "Wacht tot wo 25 nov 9.00 uur" in get_tekst(antwoord)
    assert "Na negenen." in get_tekst(stad.browser("tess").get(f"/werkplek/klantvragen/{nummer}/"))
    assert "Afval blijft liggen" not in get_tekst(stad.kim.get("/werkplek/")).partition("Bij wie")[2]
    lijst = get_tekst(stad.browser("tess").get("/werkplek/", {"lijst": "wacht"}))
    assert "Wacht tot wo 25 nov 9.00 uur: Terugbellen afgesproken" in lijst


def test_waiting_is_not_offered_for_what_is_late(stad: Stad) -> None:
    nummer = get_nummer(stad, stad.klantvraag())
    stad.vooruit(days=30)
    assert "Laten wachten" not in get_tekst(stad.kim.get(f"/werkplek/klantvragen/{nummer}/"))


def test_a_reason_of_the_client_waits_for_the_client(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    nummer = get_nummer(stad, vraag_id)
    invoer = vul_in(stad, vraag_id, reden=reden("Wij wachten op de klant"))
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{nummer}/wachten/", invoer, follow=True)
    assert "Wacht op de klant, uiterlijk tot wo 25 nov 9.00 uur" in get_tekst(antwoord)


def test_faults_stand_at_their_fields_all_at_once(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    adres = f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/wachten/"
    antwoord = stad.kim.post(adres, vul_in(stad, vraag_id, reden="", datum="", tijd="25:00"))
    assert antwoord.status_code == 400
    tekst = get_tekst(antwoord)
    assert all(fout in tekst for fout in ("Kies een reden.", "Vul een datum in.", "Vul een tijd in met uren en minuten"))
    na = (get_vraag(stad, vraag_id).beloofd + timedelta(days=1)).isoformat()
    antwoord = stad.kim.post(adres, vul_in(stad, vraag_id, datum=na))
    assert antwoord.status_code == 400
    assert "Kies een moment dat niet later is." in get_tekst(antwoord)


def test_who_is_overtaken_by_the_client_sees_that_first(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    invoer = vul_in(stad, vraag_id)
    record_klantreactie(stad.systeem(), vraag_id)
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/wachten/", invoer)
    assert antwoord.status_code == 409
    assert "De klant heeft gereageerd." in get_tekst(antwoord)


def test_one_button_brings_it_back_and_the_timeline_tells_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Terug graag")
    nummer = get_nummer(stad, vraag_id)
    stad.kim.post(f"/werkplek/klantvragen/{nummer}/wachten/", vul_in(stad, vraag_id))
    tekst = get_tekst(stad.browser("tess").post(f"/werkplek/klantvragen/{nummer}/wekken/", follow=True))
    assert "Wacht niet meer" in tekst
    assert "Terug graag" in get_tekst(stad.kim.get("/werkplek/"))


def test_an_administrator_adds_renames_and_ends_a_reason(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert "Redenen om te wachten" in get_tekst(fatma.get("/beheer/wachtredenen/"))
    fatma.post("/beheer/wachtredenen/nieuw/", {"naam": "Vakantie", "op_klant": "on"})
    nieuw = Wachtreden.objects.get(naam="Vakantie")
    fatma.post(f"/beheer/wachtredenen/{nieuw.pk}/", {"naam": "Klant is op vakantie", "op_klant": "on"})
    nieuw.refresh_from_db()
    assert (nieuw.naam, nieuw.actief, nieuw.op_klant) == ("Klant is op vakantie", False, True)
    nummer = get_nummer(stad, stad.klantvraag())
    assert "Klant is op vakantie" not in get_tekst(stad.kim.get(f"/werkplek/klantvragen/{nummer}/wachten/"))
