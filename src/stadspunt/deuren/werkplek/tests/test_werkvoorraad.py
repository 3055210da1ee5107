"""The work list: what an agent sees, finds and takes from it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_vraag
from stadspunt.fundament.waarden.nummer import format_nummer
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen, record_vakantwoord
from stadspunt.stromen.klantcontacten.rules import Status
from tests.stad import Stad

LIJST = "/werkplek/"


def toon(stad: Stad, wie: str = "kim", **parameters: object) -> str:
    return get_tekst(stad.browser(wie).get(LIJST, parameters))


def test_the_first_list_holds_my_own_open_questions(stad: Stad) -> None:
    stad.klantvraag("Van Kim")
    stad.klantvraag("Van Tess", wie="tess")
    tekst = toon(stad)
    assert "Van Kim" in tekst
    assert "Van Tess" not in tekst


@pytest.mark.parametrize(
    ("tab", "onderwerp"),
    [
        ("mijn", "bij mij"),
        ("nieuw", "net binnen"),
        ("open", "bij Tess"),
        ("controleren", "terug van de afdeling"),
        ("afdeling", "nog bij de afdeling"),
        ("laat", "te laat"),
        ("vandaag", "klaar"),
    ],
)
def test_each_saved_list_holds_what_its_name_says(stad: Stad, tab: str, onderwerp: str) -> None:
    stad.klantvraag("te laat", wie="systeem")
    stad.vooruit(days=14)
    stad.klantvraag("bij mij")
    stad.klantvraag("net binnen", wie="systeem")
    stad.klantvraag("bij Tess", wie="tess")
    stad.klantvraag("klaar", antwoord="Ja.")
    for naam in ("nog bij de afdeling", "terug van de afdeling"):
        vraag_id = stad.klantvraag(naam, wie="tess")
        mark_overgedragen(stad.handeling("tess"), vraag_id, stad.afdelingen["belastingen"])
    record_vakantwoord(stad.systeem(), vraag_id)
    tekst = toon(stad, lijst=tab)
    assert onderwerp in tekst
    alles = {"bij mij", "net binnen", "bij Tess", "terug van de afdeling", "nog bij de afdeling", "te laat", "klaar"}
    verwacht = {"nieuw": {"net binnen", "te laat"}, "open": alles - {"klaar"}}.get(tab, {onderwerp})
    assert {een for een in alles if een in tekst.partition("Bij wie")[2]} == verwacht


def test_the_counts_stand_with_the_lists(stad: Stad) -> None:
    for _ in range(3):
        stad.klantvraag(wie="systeem")
    stad.klantvraag()
    tekst = toon(stad)
    assert "Mijn vragen 1 Team nieuw 3 Team alles open 4" in tekst


def test_a_due_day_is_told_in_words(stad: Stad) -> None:
    stad.klantvraag("Snel", wie="systeem", product_id=stad.producten["parkeervergunning"])
    assert "nog 3 werkdagen , uiterlijk vr 27 nov" in toon(stad, lijst="nieuw")
    stad.vooruit(days=3)
    assert "vandaag , uiterlijk" in toon(stad, lijst="nieuw")
    stad.vooruit(days=4)  # Tuesday: Monday and Tuesday were working days
    assert "2 werkdagen te laat" in toon(stad, lijst="nieuw")


@pytest.mark.parametrize("parameter", ["kanaal", "product", "status", "team"])
def test_a_filter_keeps_what_fits_it_and_says_that_it_is_on(stad: Stad, parameter: str) -> None:
    stad.klantvraag("zo niet", wie="systeem")
    stad.klantvraag(
        "zo wel",
        wie="kim",
        kanaal_id=stad.kanaal("balie"),
        product_id=stad.producten["parkeervergunning"],
        team_id=stad.teams["balie"],
    )
    waarde = {
        "kanaal": stad.kanaal("balie"),
        "product": stad.producten["parkeervergunning"],
        "status": Status.IN_BEHANDELING.value,
        "team": stad.teams["balie"],
    }[parameter]
    tekst = toon(stad, lijst="mijn" if parameter == "status" else "open", **{parameter: waarde})
    if parameter in {"kanaal", "product"}:
        assert "Geen vragen met deze filters" in tekst  # the question belongs to another team
        tekst = toon(stad, lijst="open", team=stad.teams["balie"], **{parameter: waarde})
    assert "zo wel" in tekst
    assert "zo niet" not in tekst
    assert "Filters:" in tekst


def test_nonsense_in_the_address_is_no_error(stad: Stad) -> None:
    antwoord = stad.kim.get(
        LIJST, {"lijst": "x", "team": "-1", "blad": "999999999999999999", "status": "q", "sorteer": "';--", "kanaal": "²"}
    )
    assert antwoord.status_code == 200


def test_the_list_is_sorted_by_the_promise_and_the_other_way_round_when_asked(stad: Stad) -> None:
    stad.klantvraag("later", wie="systeem")
    stad.klantvraag("eerder", wie="systeem", product_id=stad.producten["parkeervergunning"])
    gewoon, andersom = (toon(stad, lijst="nieuw", sorteer=sorteer) for sorteer in ("", "-termijn"))
    assert gewoon.index("eerder") < gewoon.index("later")
    assert andersom.index("later") < andersom.index("eerder")


def test_an_empty_list_says_what_that_means(stad: Stad) -> None:
    assert "Alle nieuwe vragen zijn opgepakt" in toon(stad, lijst="nieuw")


def test_a_number_in_the_box_goes_straight_to_the_question(stad: Stad) -> None:
    nummer = get_nummer(stad, stad.klantvraag())
    antwoord = stad.kim.get(LIJST, {"q": nummer.replace("-", "")})
    assert antwoord.status_code == 302
    assert antwoord["Location"] == f"/werkplek/klantvragen/{nummer}/"


def test_a_number_with_a_wrong_digit_says_so(stad: Stad) -> None:
    assert "2026-000123-0 is geen goed vraagnummer" in toon(stad, q="2026-000123-0")


@pytest.mark.parametrize(
    "vorm", ["{jaar}-{zes}", "{jaar}-{kort}", "{jaar}{zes}", "{zes}", "{kort}-{cijfer}", "{zes}-{cijfer}", "{zes}{cijfer}"]
)
def test_a_part_of_a_number_finds_the_questions_it_can_be(stad: Stad, vorm: str) -> None:
    jaar, zes, cijfer = get_nummer(stad, stad.klantvraag("Deze bedoel ik")).split("-")
    stad.klantvraag("Een andere")
    gevonden = toon(stad, q=vorm.format(jaar=jaar, zes=zes, kort=zes.lstrip("0"), cijfer=cijfer))
    assert "Deze bedoel ik" in gevonden
    assert "Een andere" not in gevonden


@pytest.mark.parametrize("met_jaar", [True, False])
def test_a_wrong_check_digit_shows_which_question_may_be_meant(stad: Stad, met_jaar: bool) -> None:
    jaar, zes, cijfer = get_nummer(stad, stad.klantvraag("Deze bedoel ik")).split("-")
    fout = f"{zes}-{(int(cijfer) + 1) % 10}"
    fout = f"{jaar}-{fout}" if met_jaar else fout
    gevonden = toon(stad, q=fout)
    assert f"{fout} is geen goed vraagnummer. Kijk de cijfers na, ook het laatste. Bedoelt u een vraag hieronder?" in gevonden
    assert "Deze bedoel ik" in gevonden


def test_digits_that_are_no_number_are_searched_as_words_and_telephone_numbers(stad: Stad) -> None:
    stad.klantvraag("Parkeerplaats 4812")
    assert "Parkeerplaats 4812" in toon(stad, q="4812")
    assert "Joost Jansen" in toon(stad, q="0612345678")


def test_filters_stay_when_another_list_is_chosen_and_its_counts_keep_to_them(stad: Stad) -> None:
    stad.klantvraag("aan de balie", wie="systeem", kanaal_id=stad.kanaal("balie"))
    stad.klantvraag("per telefoon", wie="systeem")
    antwoord = stad.kim.get(LIJST, {"lijst": "open", "kanaal": stad.kanaal("balie"), "product": "", "status": "nieuw"})
    assert "Mijn vragen 0 Team nieuw 1 Team alles open 1" in get_tekst(antwoord)
    assert f'href="?lijst=nieuw&amp;kanaal={stad.kanaal("balie")}"' in antwoord.content.decode()


def test_a_number_that_was_never_given_out_says_so(stad: Stad) -> None:
    nummer = format_nummer(2026, 999_999)
    assert f"Er is geen vraag met het nummer {nummer}." in toon(stad, q=nummer)


@pytest.mark.parametrize("tekst", ["joost.jansen@example.org", "0612345678", "Jansen"])
def test_an_address_a_number_or_a_name_finds_the_client_first_and_then_all_his_questions(stad: Stad, tekst: str) -> None:
    stad.klantvraag("Nog open")
    stad.klantvraag("Al klaar", antwoord="Ja.")
    gevonden = toon(stad, q=tekst)
    assert gevonden.index("Joost Jansen") < gevonden.index("Nog open")
    assert "Al klaar" in gevonden


def test_words_find_questions_by_subject_and_explanation(stad: Stad) -> None:
    stad.klantvraag("Overlast", toelichting="De buren stoken iedere avond hout.")
    stad.klantvraag("Paspoort")
    gevonden = toon(stad, q="buren stoken")
    assert "Overlast" in gevonden
    assert "Paspoort" not in gevonden


def test_taking_a_question_from_the_list_makes_it_mine_and_opens_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Pak mij", wie="systeem")
    nummer = get_nummer(stad, vraag_id)
    assert f"Oppakken {nummer}" in toon(stad, lijst="nieuw")
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{nummer}/oppakken/")
    assert antwoord["Location"] == f"/werkplek/klantvragen/{nummer}/"
    assert get_vraag(stad, vraag_id).behandelaar_id == stad.medewerkers["kim"]


def test_who_is_second_sees_who_has_it_now(stad: Stad) -> None:
    nummer = get_nummer(stad, stad.klantvraag(wie="systeem"))
    stad.browser("tess").post(f"/werkplek/klantvragen/{nummer}/oppakken/")
    antwoord = stad.kim.post(f"/werkplek/klantvragen/{nummer}/oppakken/")
    assert antwoord.status_code == 409
    assert "Een collega heeft deze vraag al opgepakt." in get_tekst(antwoord)
    assert "Tess Yilmaz heeft deze vraag" in get_tekst(antwoord)


def test_what_changes_by_itself_is_fetched_alone(stad: Stad) -> None:
    stad.klantvraag("Nieuw binnen", wie="systeem")
    deel = stad.kim.get(LIJST, {"lijst": "nieuw"}, headers={"HX-Request": "true"}).content.decode()
    assert "Nieuw binnen" in deel
    assert "<html" not in deel
    assert f'data-live="team-{stad.teams["mit"]}"' in deel


def test_fifty_questions_of_fifty_clients_cost_as_many_queries_as_one(stad: Stad) -> None:
    def count() -> int:
        browser = stad.kim
        with CaptureQueriesContext(
            connection,
        ) as gevraagd:
            assert browser.get(LIJST, {"lijst": "open"}).status_code == 200
        return len(gevraagd)

    stad.klantvraag("een", wie="systeem")
    een = count()
    for nummer in range(49):
        partij_id = register_partij(
            stad.handeling(), stad.gemeente_id, Partijgegevens(f"Klant {nummer}", f"k{nummer}@example.org")
        )
        stad.klantvraag(f"vraag {nummer}", partij_id=partij_id, wie="tess" if nummer % 2 else "systeem")
    # The first page had no employee to name; that is the only question that may come with more rows.
    assert count() <= een + 1
    assert een <= 30


def test_a_page_of_fifty_goes_on_on_the_next_page(stad: Stad) -> None:
    for nummer in range(51):
        stad.klantvraag(f"vraag {nummer}", wie="systeem")
    assert "1 tot en met 50 van 51" in toon(stad, lijst="nieuw")
    assert "51 tot en met 51 van 51" in toon(stad, lijst="nieuw", blad=2)


def test_the_list_of_one_mailbox_is_chosen_with_the_channel(stad: Stad) -> None:
    for naam in ("info", "parkeren"):
        stad.klantvraag(f"Via {naam}", kanaal_id=stad.kanaal("email"), ingang_id=stad.ingangen[naam])
    antwoord = stad.kim.get("/werkplek/", {"lijst": "open", "kanaal": f"ingang-{stad.ingangen['info']}"})
    assert f'value="ingang-{stad.ingangen["info"]}" selected>E-mail: info@lindewaard.example' in antwoord.content.decode()
    tekst = get_tekst(antwoord)
    assert ("Via info" in tekst, "Via parkeren" in tekst) == (True, False)
    assert stad.kim.get("/werkplek/", {"kanaal": "ingang-x"}).status_code == 200
