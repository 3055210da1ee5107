"""Kim checks what came back, and asks again."""

from datetime import date

from django.http import HttpResponse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Status as Vraagstatus
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

AKKOORD = {"besluit": "akkoord", "volledigheid": "on", "begrijpelijkheid": "on"}


def vraag_nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]


def teruggegeven(stad: Stad, dagen_later: int = 0) -> int:
    vraag_id = stad.klantvraag("Bezwaar tegen mijn aanslag", toelichting="Is mijn bezwaar op tijd?")
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Is het op tijd?", Vorm.ANTWOORDTEKST, date(2026, 11, 26))
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel)
    stad.vooruit(days=dagen_later)
    return_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdracht_id, "Ja, uw bezwaar is op tijd.")
    return vraag_id


def adres(stad: Stad, vraag_id: int) -> str:
    return f"/werkplek/klantvragen/{vraag_nu(stad, vraag_id).nummer}/controleren/"


def laatste(stad: Stad, vraag_id: int) -> OverdrachtBeeld:
    return list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)[-1]


def post(stad: Stad, vraag_id: int, ingevuld: dict[str, str]) -> HttpResponse:
    return stad.kim.post(adres(stad, vraag_id), ingevuld)


def test_question_order_and_answer_stand_on_one_page(stad: Stad) -> None:
    pagina = stad.kim.get(adres(stad, teruggegeven(stad))).content.decode()
    for tekst in ("Is mijn bezwaar op tijd?", "Is het op tijd?", "Ja, uw bezwaar is op tijd.", "Bram Vos", "Belastingen"):
        assert tekst in pagina, tekst


def test_speed_is_shown_as_a_fact(stad: Stad) -> None:
    pagina = stad.kim.get(adres(stad, teruggegeven(stad))).content.decode()
    assert "Op tijd" in pagina
    assert "Gevraagd voor donderdag 26 november 2026, terug op dinsdag 24 november 2026." in pagina
    assert "id_reden_snelheid" not in pagina


def test_an_accepted_answer_is_the_start_of_the_answer_to_the_client(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    antwoord = post(stad, vraag_id, AKKOORD)
    assert antwoord.status_code == 302
    nummer = vraag_nu(stad, vraag_id).nummer
    naar = f"/werkplek/klantvragen/{nummer}/beantwoorden/?overdracht={laatste(stad, vraag_id).uuid}"
    assert antwoord.headers["Location"] == naar
    assert "Ja, uw bezwaar is op tijd." in stad.kim.get(naar).content.decode()
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.IN_BEHANDELING


def test_what_is_not_ticked_asks_for_a_reason_at_its_field(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    antwoord = post(stad, vraag_id, {"besluit": "akkoord"})
    assert antwoord.status_code == 400
    pagina = antwoord.content.decode()
    assert 'href="#id_reden_volledigheid">Is het antwoord niet volledig?' in pagina
    assert 'href="#id_reden_begrijpelijkheid">Is het antwoord niet duidelijk?' in pagina
    assert laatste(stad, vraag_id).toetsing is None


def test_what_is_not_good_may_be_let_pass_with_a_reason(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    post(stad, vraag_id, {"besluit": "akkoord", "volledigheid": "on", "reden_begrijpelijkheid": "Ik herschrijf het zelf."})
    toetsing = laatste(stad, vraag_id).toetsing
    assert toetsing is not None
    assert toetsing.afwijkingen == (("begrijpelijkheid", "Ik herschrijf het zelf."),)


def test_a_late_answer_asks_what_is_done_about_it(stad: Stad) -> None:
    vraag_id = teruggegeven(stad, dagen_later=3)
    assert "Te laat" in stad.kim.get(adres(stad, vraag_id)).content.decode()
    geweigerd = post(stad, vraag_id, AKKOORD)
    assert 'href="#id_reden_snelheid">Dit antwoord kwam te laat.' in geweigerd.content.decode()
    assert post(stad, vraag_id, AKKOORD | {"reden_snelheid": "Ik heb de klant gebeld."}).status_code == 302


def test_asking_again_goes_to_the_same_department_with_remarks(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    beloofd = vraag_nu(stad, vraag_id).beloofd
    antwoord = post(stad, vraag_id, {"besluit": "opnieuw", "gevraagd": "Hoe lang duurt het nog?", "terug_op": "2026-11-27"})
    assert antwoord.status_code == 302
    opdracht = laatste(stad, vraag_id)
    assert (opdracht.ronde, opdracht.afdeling_id, opdracht.gevraagd) == (
        2,
        stad.afdelingen["belastingen"],
        "Hoe lang duurt het nog?",
    )
    assert (vraag_nu(stad, vraag_id).status, vraag_nu(stad, vraag_id).beloofd) == (Vraagstatus.OVERGEDRAGEN, beloofd)


def test_asking_again_with_mistakes_keeps_what_was_typed(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    antwoord = post(stad, vraag_id, {"besluit": "opnieuw", "gevraagd": "Hoe lang nog?", "terug_op": "2026-11-28"})
    assert antwoord.status_code == 400
    pagina = antwoord.content.decode()
    assert "Hoe lang nog?" in pagina
    assert "Op zaterdag 28 november 2026 is de afdeling dicht." in pagina
    assert laatste(stad, vraag_id).ronde == 1


def test_when_a_colleague_checked_first_the_question_is_shown_as_it_is(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    post(stad, vraag_id, AKKOORD)
    assert post(stad, vraag_id, AKKOORD).status_code == 409


def test_a_question_with_nothing_to_check_goes_back_to_itself(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = stad.kim.get(adres(stad, vraag_id))
    assert antwoord.headers["Location"] == f"/werkplek/klantvragen/{vraag_nu(stad, vraag_id).nummer}/"


def test_a_post_without_a_decision_shows_the_page_again(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    assert post(stad, vraag_id, {}).status_code == 200
    assert laatste(stad, vraag_id).toetsing is None


def test_a_check_that_was_begun_stands_there_again_until_it_is_done(stad: Stad) -> None:
    vraag_id = teruggegeven(stad)
    bij = {"concept-plek": f"vraag-{vraag_id}-toetsing", "concept-sinds": get_moment().isoformat()}
    stad.kim.post("/werkplek/concepten/", {"volledigheid": "on", "reden_begrijpelijkheid": "Ik leg het zelf uit"} | bij)
    pagina = stad.kim.get(adres(stad, vraag_id)).content.decode()
    assert 'value="Ik leg het zelf uit"' in pagina
    assert "checked" in pagina.partition('name="volledigheid"')[2].partition(">")[0]
    assert "Controle" in pagina.partition("Lopende contacten")[2].partition("</nav>")[0]
    assert post(stad, vraag_id, AKKOORD).status_code == 302
    assert find_concept(stad.raadpleging(), f"vraag-{vraag_id}-toetsing") is None
