"""Macros at the work place: looked at first, done, told in one entry, undone; and on several questions at once."""

import re
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.macros.actions.inrichten import add_macro
from stadspunt.stromen.macros.actions.uitvoeren import run_macro
from stadspunt.stromen.macros.rules import Macrogegevens, Stap, Stapsoort
from tests.stad import Stad

OPPAKKEN = Stap(Stapsoort.OPPAKKEN)
NOTITIE = Stap(Stapsoort.NOTITIE, tekst="Gebeld met {naam}.")


def maak(stad: Stad, *stappen: Stap, naam: str = "Terugbellen") -> int:
    return add_macro(stad.handeling("fatma", Doel.BEHEREN), stad.gemeente_id, Macrogegevens(naam, stappen or (OPPAKKEN, NOTITIE)))


def get_pad(stad: Stad, vraag_id: int) -> str:
    return f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"


def get_nummer(stad: Stad, vraag_id: int) -> str:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer


def read_velden(pagina: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(kenmerk|versie|nummer)" value="([^"]+)"', pagina))


def test_the_first_time_an_agent_looks_what_it_will_do(stad: Stad) -> None:
    macro, vraag_id = maak(stad), stad.klantvraag(wie="systeem")
    pad, kim = get_pad(stad, vraag_id), stad.kim
    pagina = kim.get(pad).content.decode()
    assert f'href="{pad}macro/{macro}/" data-dialoog="laden" data-sneltoets="m 1"' in pagina
    bekijk = kim.get(f"{pad}macro/{macro}/").content.decode()
    assert "<li>Opgepakt</li><li>Notitie geschreven</li>" in bekijk
    assert kim.post(f"{pad}macro/{macro}/", read_velden(bekijk)).status_code == 302
    pagina = kim.get(pad).content.decode()
    assert pagina.count("Gebeld met Joost Jansen.") == 1
    assert "Macro ‘Terugbellen’ uitgevoerd" in pagina
    assert "Opgepakt door" not in pagina.partition("Tijdlijn")[2]
    assert f'<form method="post" action="{pad}macro/{macro}/">' in pagina


def test_undo_stands_on_the_question_until_something_else_happens(stad: Stad) -> None:
    macro, vraag_id = maak(stad), stad.klantvraag(wie="systeem")
    pad, kim = get_pad(stad, vraag_id), stad.kim
    uitvoering = run_macro(stad.handeling(), macro, vraag_id, uuid4())
    url = f"/werkplek/macros/{uitvoering}/ongedaan/"
    assert url in kim.get(pad).content.decode()
    assert url not in stad.browser("tess").get(pad).content.decode()
    assert kim.post(url).status_code == 302
    pagina = kim.get(pad).content.decode()
    assert "Macro ‘Terugbellen’ ongedaan gemaakt" in pagina
    assert "Gebeld met Joost" not in pagina
    assert url not in pagina


def test_undo_that_comes_too_late_shows_how_it_stands(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    uitvoering = run_macro(stad.handeling(), maak(stad, NOTITIE), vraag_id, uuid4())
    add_notitie(stad.handeling("tess"), vraag_id, "Ik kijk ook.")
    antwoord = stad.kim.post(f"/werkplek/macros/{uitvoering}/ongedaan/", {"nummer": get_nummer(stad, vraag_id)})
    assert antwoord.status_code == 409
    assert "Na de macro is er iets met deze vraag gebeurd." in antwoord.content.decode()


def test_what_stands_in_the_way_is_told_and_nothing_is_done(stad: Stad) -> None:
    macro, vraag_id = maak(stad), stad.klantvraag(wie="tess")
    pad = get_pad(stad, vraag_id)
    assert "Een collega heeft deze vraag al opgepakt." in stad.kim.get(f"{pad}macro/{macro}/").content.decode()
    antwoord = stad.kim.post(f"{pad}macro/{macro}/")
    assert antwoord.status_code == 409
    assert "De macro ‘Terugbellen’ deed niets." in antwoord.content.decode()


def test_on_three_questions_one_refuses_and_two_are_done(stad: Stad) -> None:
    macro = maak(stad)
    vragen = [
        stad.klantvraag("Een", wie="systeem"),
        stad.klantvraag("Bij Tess", wie="tess"),
        stad.klantvraag("Drie", wie="systeem"),
    ]
    gegevens = {"macro": macro, "vraag": [get_nummer(stad, een) for een in vragen], "kenmerk": str(uuid4())}
    eerst = stad.kim.post("/werkplek/macros/", gegevens).content.decode()
    assert "U gebruikt deze macro voor het eerst." in eerst
    assert "Een collega heeft deze vraag al opgepakt." in eerst
    assert get_klantvragen(stad.systeem().raadpleging, vragen)[vragen[0]].status == "nieuw"
    for _ in range(2):  # the same form a second time changes nothing
        gedaan = stad.kim.post("/werkplek/macros/", gegevens | {"doe": "uitvoeren"}).content.decode()
        assert "2 van 3 gelukt." in gedaan
        assert gedaan.count("Ongedaan maken") == 2
    na = get_klantvragen(stad.systeem().raadpleging, vragen)
    assert [na[een].behandelaar_id for een in vragen] == [stad.medewerkers[wie] for wie in ("kim", "tess", "kim")]
    assert na[vragen[0]].versie == 3


def test_without_a_choice_the_list_says_what_to_do(stad: Stad) -> None:
    antwoord = stad.kim.post("/werkplek/macros/", {"macro": "x", "vraag": ["\x00", "2026-1"]}, follow=True)
    assert "Kies eerst een macro en een of meer vragen." in antwoord.content.decode()


def test_a_list_without_macros_has_no_column_to_choose(stad: Stad) -> None:
    stad.klantvraag(wie="systeem")
    assert "werklijst__keuze" not in stad.kim.get("/werkplek/?lijst=nieuw").content.decode()
    maak(stad)
    assert "werklijst__keuze" in stad.kim.get("/werkplek/?lijst=nieuw").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_macros(stad: Stad) -> None:
    pad, kim = get_pad(stad, stad.klantvraag()), stad.kim
    maak(stad)

    def count() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert kim.get(pad).status_code == 200
        return len(gevraagd)

    count()
    een = count()
    for nummer in range(12):
        maak(stad, naam=f"Macro {nummer}")
    assert count() == een
