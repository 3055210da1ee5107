"""The list of a department, as its people see it."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.overdracht.actions.beantwoorden import claim_overdracht, return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import Filter, Lijst, list_overdrachten
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

LIJST = "/afdeling/"


def overdragen(stad: Stad, onderwerp: str, terug_op: date, afdeling: str = "belastingen") -> int:
    voorstel = Voorstel(stad.afdelingen[afdeling], "Wat is de stand?", Vorm.ADVIES, terug_op)
    return hand_over_klantvraag(stad.handeling(), stad.klantvraag(onderwerp), voorstel)


def html(stad: Stad, adres: str = LIJST, wie: str = "bram") -> str:
    antwoord = stad.browser(wie).get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_bram_sees_what_must_be_back_first_at_the_top(stad: Stad) -> None:
    overdragen(stad, "Aanslag te hoog", date(2026, 11, 27))
    overdragen(stad, "Hondenbelasting", date(2026, 11, 24))
    pagina = html(stad)
    assert pagina.index("Hondenbelasting") < pagina.index("Aanslag te hoog")
    assert "vandaag" in pagina
    assert "nog 3 werkdagen" in pagina
    assert "Joost Jansen" in pagina


def test_what_is_late_says_by_how_many_working_days(stad: Stad) -> None:
    overdragen(stad, "Hondenbelasting", date(2026, 11, 27))
    stad.vooruit(days=7)
    assert "2 werkdagen te laat" in html(stad, f"{LIJST}?lijst=te-laat")


def test_bram_does_not_see_orders_for_others(stad: Stad) -> None:
    overdragen(stad, "Dakkapel", date(2026, 11, 27), "vergunningen")
    assert "Dakkapel" not in html(stad)
    assert "Dakkapel" in html(stad, wie="vera")


def test_the_tabs_count_what_is_behind_them(stad: Stad) -> None:
    for onderwerp in ("Een", "Twee", "Drie"):
        opdracht_id = overdragen(stad, onderwerp, date(2026, 11, 27))
    return_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdracht_id, "Klaar.")
    pagina = " ".join(html(stad).split())
    assert 'Open <span class="telling">2</span>' in pagina
    assert 'Te laat <span class="telling">0</span>' in pagina
    assert 'Teruggegeven <span class="telling">1</span>' in pagina


def test_the_list_says_who_works_on_what(stad: Stad) -> None:
    opdracht_id = overdragen(stad, "Hondenbelasting", date(2026, 11, 27))
    assert "Niemand" in html(stad)
    claim_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdracht_id)
    assert "Niemand" not in html(stad)


def test_what_came_back_says_whether_it_was_in_time(stad: Stad) -> None:
    opdracht_id = overdragen(stad, "Hondenbelasting", date(2026, 11, 24))
    stad.vooruit(days=1)
    return_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdracht_id, "Klaar.")
    assert "wo 25 nov, te laat" in html(stad, f"{LIJST}?lijst=teruggegeven")


def test_an_empty_list_says_what_it_means(stad: Stad) -> None:
    assert "Het KCC wacht nergens op" in html(stad)


def test_a_foreign_list_name_or_page_shows_the_open_orders(stad: Stad) -> None:
    overdragen(stad, "Hondenbelasting", date(2026, 11, 27))
    assert "Hondenbelasting" in html(stad, f"{LIJST}?lijst=rommel&blad=x")
    assert "Hondenbelasting" in html(stad, f"{LIJST}?blad=999")


def test_only_the_list_itself_is_sent_when_it_refreshes(stad: Stad) -> None:
    overdragen(stad, "Hondenbelasting", date(2026, 11, 27))
    deel = stad.browser("bram").get(LIJST, headers={"HX-Request": "true"}).content.decode()
    assert deel.lstrip().startswith('<div id="lijst"')
    assert f'data-live="afdeling-{stad.afdelingen["belastingen"]}"' in deel


def test_a_returned_order_is_found_by_number_client_and_words(stad: Stad) -> None:
    bram = stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN)
    for onderwerp in ("Hondenbelasting", "Aanslag te hoog"):
        return_overdracht(bram, overdragen(stad, onderwerp, date(2026, 11, 27)), "Klaar.")
    overdragen(stad, "Nog open over honden", date(2026, 11, 27))
    nummer = list_overdrachten(bram.raadpleging, Filter(Lijst.TERUGGEGEVEN)).regels[1].klantvraag_nummer
    for gezocht in ("hondenbelasting", nummer, nummer[:-2], nummer.split("-")[1]):
        pagina = html(stad, f"{LIJST}?lijst=teruggegeven&q={gezocht}")
        assert "Hondenbelasting" in pagina, gezocht
        assert "Aanslag te hoog" not in pagina, gezocht
    assert "Aanslag te hoog" in html(stad, f"{LIJST}?lijst=teruggegeven&q=jansen")
    assert "Niets gevonden" in html(stad, f"{LIJST}?lijst=teruggegeven&q=pietersen")


def test_search_never_leads_to_what_another_department_was_asked(stad: Stad) -> None:
    overdragen(stad, "Dakkapel", date(2026, 11, 27), "vergunningen")
    assert "Dakkapel</a>" not in html(stad, f"{LIJST}?q=dakkapel")
    assert "Dakkapel</a>" in html(stad, f"{LIJST}?q=dakkapel", "vera")


def test_returned_orders_are_kept_apart_by_who_and_since_when(stad: Stad) -> None:
    bram = Doel.OVERDRACHT_BEANTWOORDEN
    return_overdracht(stad.handeling("bram", bram), overdragen(stad, "Hondenbelasting", date(2026, 11, 27)), "Klaar.")
    eerst = f"{LIJST}?lijst=teruggegeven&wie=ik&periode=week"
    assert "Hondenbelasting" in html(stad, eerst)
    stad.vooruit(days=8)
    assert "Hondenbelasting" not in html(stad, eerst)
    pagina = html(stad, f"{LIJST}?lijst=teruggegeven&wie=ik&periode=maand")
    assert "Hondenbelasting" in pagina
    assert 'href="?lijst=open&amp;wie=ik&amp;periode=maand"' in pagina, "de keuze gaat mee naar de andere lijst"


def test_the_kcc_has_no_desk_of_a_department(stad: Stad) -> None:
    assert stad.kim.get(LIJST).status_code == 403
    assert stad.browser("gast").get(LIJST).status_code == 403


def test_a_visitor_is_asked_to_sign_in(stad: Stad) -> None:
    antwoord = stad.browser().get(LIJST)
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"].startswith("/aanmelden/")


def test_a_full_page_takes_as_many_queries_as_a_page_of_one(stad: Stad) -> None:
    overdragen(stad, "Vraag 1", date(2026, 11, 27))
    bram = stad.browser("bram")
    with CaptureQueriesContext(connection) as een:
        bram.get(LIJST)
    for nummer in range(2, 53):
        overdragen(stad, f"Vraag {nummer}", date(2026, 11, 27))
    with CaptureQueriesContext(connection) as vijftig:
        pagina = bram.get(LIJST).content.decode()
    assert pagina.count("/afdeling/opdrachten/") == 50
    assert len(vijftig) == len(een)
