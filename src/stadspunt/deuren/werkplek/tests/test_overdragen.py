"""Kim asks a department, and takes it back."""

from datetime import date

from django.http import HttpResponse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.tests.lezen import get_tekst
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Status as Vraagstatus
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Status
from tests.stad import Stad


def vraag_nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]


def opdrachten(stad: Stad, vraag_id: int) -> list[OverdrachtBeeld]:
    return list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)


def adres(stad: Stad, vraag_id: int, daad: str = "overdragen") -> str:
    return f"/werkplek/klantvragen/{vraag_nu(stad, vraag_id).nummer}/{daad}/"


def post(stad: Stad, vraag_id: int, **anders: str) -> HttpResponse:
    ingevuld = {
        "afdeling": str(stad.afdelingen["belastingen"]),
        "gevraagd": "Is het bezwaar op tijd?",
        "vorm": "antwoordtekst",
        "terug_op": "2026-11-26",
        "reden_later": "",
    }
    return stad.kim.post(adres(stad, vraag_id), ingevuld | anders)


def test_the_department_of_the_product_and_a_day_are_proposed(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Aanslag", product_id=stad.producten["bezwaar-belasting"])
    pagina = stad.kim.get(adres(stad, vraag_id)).content.decode()
    assert f'value="{stad.afdelingen["belastingen"]}" selected>Belastingen (hoort bij het product)' in pagina
    # Promised for Tuesday 1 December: the Monday before it.
    assert 'value="2026-11-30"' in pagina
    assert "De klant verwacht uiterlijk dinsdag 1 december 2026 antwoord." in pagina


def test_an_order_goes_out_and_kim_is_back_at_the_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id)
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, adres(stad, vraag_id, "").removesuffix("/"))
    (opdracht,) = opdrachten(stad, vraag_id)
    assert (opdracht.afdeling_id, opdracht.terug_op) == (stad.afdelingen["belastingen"], date(2026, 11, 26))
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.OVERGEDRAGEN


def test_every_reason_to_refuse_stands_at_its_field_and_nothing_is_saved(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, afdeling="", gevraagd="", terug_op="2026-12-05")
    assert antwoord.status_code == 400
    pagina = antwoord.content.decode()
    for veld, tekst in (
        ("afdeling", "Kies een afdeling."),
        ("gevraagd", "Schrijf op wat u van de afdeling wilt weten."),
        ("terug_op", "Op zaterdag 5 december 2026 is de afdeling dicht."),
        ("terug_op", "Kies uiterlijk dinsdag 1 december 2026"),
    ):
        assert f'href="#id_{veld}">{tekst}' in pagina, tekst
    assert opdrachten(stad, vraag_id) == []


def test_a_later_day_is_possible_with_a_reason(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    assert post(stad, vraag_id, terug_op="2026-12-02").status_code == 400
    assert post(stad, vraag_id, terug_op="2026-12-02", reden_later="Met de klant besproken.").status_code == 302
    assert opdrachten(stad, vraag_id)[0].reden_later == "Met de klant besproken."


def test_a_day_may_be_typed_the_dutch_way_and_one_that_does_not_exist_is_refused(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    assert "Vul een datum in die bestaat" in post(stad, vraag_id, terug_op="31-11-2026").content.decode()
    assert post(stad, vraag_id, terug_op="27-11-2026").status_code == 302


def test_without_a_day_there_is_no_order(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, terug_op="")
    assert antwoord.status_code == 400
    assert "Vul een datum in." in antwoord.content.decode()


def test_a_second_press_of_the_button_shows_the_question_as_it_is(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id)
    antwoord = post(stad, vraag_id)
    assert antwoord.status_code == 409
    assert "Deze vraag ligt al bij Belastingen." in antwoord.content.decode()
    assert len(opdrachten(stad, vraag_id)) == 1


def test_a_closed_question_has_no_form(stad: Stad) -> None:
    antwoord = stad.kim.get(adres(stad, stad.klantvraag(antwoord="Ja.")))
    assert antwoord.status_code == 302


def test_a_question_that_is_not_there_cannot_be_handed_over(stad: Stad) -> None:
    assert stad.kim.get("/werkplek/klantvragen/2026-999999-9/overdragen/").status_code == 404


def test_kim_takes_the_order_back(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id)
    assert stad.kim.post(adres(stad, vraag_id, "terughalen")).status_code == 302
    assert opdrachten(stad, vraag_id)[0].status == Status.INGETROKKEN
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.IN_BEHANDELING


def test_taking_back_after_the_department_answered_shows_the_answer_is_there(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id)
    return_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdrachten(stad, vraag_id)[0].id, "Ja.")
    antwoord = stad.kim.post(adres(stad, vraag_id, "terughalen"))
    assert antwoord.status_code == 409
    assert "Deze opdracht is al beantwoord." in antwoord.content.decode()
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.TE_CONTROLEREN


def test_a_department_cannot_reach_the_screen_of_the_kcc(stad: Stad) -> None:
    assert stad.browser("bram").get(adres(stad, stad.klantvraag())).status_code == 403


def test_another_team_of_the_kcc_is_the_first_choice_and_its_own_team_is_none(stad: Stad) -> None:
    pagina = stad.kim.get(adres(stad, stad.klantvraag())).content.decode()
    assert pagina.index("Naar een ander team van het KCC (bijvoorbeeld de tweede lijn)") < pagina.index("Naar een afdeling")
    keuzes = pagina.partition('<select name="team"')[2].partition("</select>")[0]
    assert ("Balie" in keuzes, "Mail, internet en telefoon" in keuzes) == (True, False)


def verplaats(stad: Stad, vraag_id: int, **anders: str) -> HttpResponse:
    velden = {"bestemming": "team", "team": str(stad.teams["balie"]), "versie": str(vraag_nu(stad, vraag_id).versie)}
    return stad.kim.post(adres(stad, vraag_id), velden | anders)


def test_a_question_goes_to_another_team_with_a_note(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = verplaats(stad, vraag_id, notitie="De klant komt morgen langs")
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, adres(stad, vraag_id, "").removesuffix("/"))
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.team_id, vraag.behandelaar_id, vraag.status) == (stad.teams["balie"], None, Vraagstatus.NIEUW)
    tekst = get_tekst(stad.kim.get(antwoord.headers["Location"]))
    assert "Van Mail, internet en telefoon naar Balie" in tekst
    assert "De klant komt morgen langs" in tekst
    assert opdrachten(stad, vraag_id) == []


def test_without_a_team_nothing_moves_and_the_note_stays_on_the_screen(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    for team in ("", "999999", "x"):
        antwoord = verplaats(stad, vraag_id, team=team, notitie="Belt om vier uur")
        assert antwoord.status_code == 400
        assert 'href="#id_team">Kies een team' in antwoord.content.decode()
        assert "Belt om vier uur" in antwoord.content.decode()
    assert vraag_nu(stad, vraag_id).team_id == stad.teams["mit"]


def test_a_question_that_changed_meanwhile_is_shown_first(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = verplaats(stad, vraag_id, versie="0")
    assert antwoord.status_code == 409
    assert "Een collega heeft deze vraag net gewijzigd." in antwoord.content.decode()
    assert verplaats(stad, vraag_id, versie="x").status_code == 400
    assert vraag_nu(stad, vraag_id).team_id == stad.teams["mit"]
