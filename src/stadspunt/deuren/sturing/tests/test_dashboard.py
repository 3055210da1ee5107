"""The dashboard as a team leader sees it."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.stromen.klantcontacten.actions.behandelen import record_antwoord
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag, withdraw_overdracht
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

CIJFERS = ("vandaag-binnen", "wachtend", "oudste", "te-laat", "eerste-contact", "niet-verwerkt", "ontvangen", "afgehandeld")


def html(stad: Stad, adres: str = "/sturing/", wie: str = "kim") -> str:
    antwoord = stad.browser(wie).get(adres)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def via_afdeling(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Aanslag")
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Wat is de stand?", Vorm.ADVIES, date(2026, 11, 24))
    withdraw_overdracht(stad.handeling(), hand_over_klantvraag(stad.handeling(), vraag_id, voorstel))
    record_antwoord(stad.handeling(), vraag_id, "Het klopt.", Antwoordwijze.EMAIL)


def test_every_figure_has_its_definition_and_its_list(stad: Stad) -> None:
    pagina = html(stad)
    for cijfer in CIJFERS:
        assert f'href="/sturing/cijfers/{cijfer}/' in pagina, cijfer
    assert pagina.count("Zo is dit berekend") == len(CIJFERS)


def test_the_share_shows_what_it_is_made_of_and_what_is_aimed_at(stad: Stad) -> None:
    for _ in range(3):
        stad.klantvraag(antwoord="Ja.")
    via_afdeling(stad)
    pagina = html(stad)
    assert "3 van 4 vragen. Streven: ten minste 70% en liefst 80%." in pagina
    assert '75<span class="kerncijfer__eenheid"> %</span>' in pagina


def test_a_quiet_morning_has_no_invented_figures(stad: Stad) -> None:
    pagina = html(stad)
    assert "Er staat niets open." in pagina
    assert "Er is nog niets afgehandeld." in pagina


def test_both_charts_have_their_table(stad: Stad) -> None:
    stad.klantvraag()
    pagina = html(stad)
    assert pagina.count("Toon als tabel") == 2
    assert '<th scope="row">Telefoon</th><td class="getal">1</td>' in pagina
    assert '<th scope="row">24-11</th><td class="getal">1</td><td class="getal">0</td>' in pagina


def test_a_number_of_the_team_table_leads_to_just_those_questions(stad: Stad) -> None:
    stad.klantvraag("Van de balie", team_id=stad.teams["balie"])
    stad.klantvraag("Van de telefoon")
    adres = f"/sturing/cijfers/wachtend/?team={stad.teams['balie']}&status=in_behandeling"
    assert adres.replace("&", "&amp;") in html(stad)
    pagina = html(stad, adres)
    assert "<strong>1 vraag</strong>" in pagina
    assert "Van de balie" in pagina
    assert "Van de telefoon" not in pagina


def test_the_parts_of_the_share_are_tabs_with_their_counts(stad: Stad) -> None:
    stad.klantvraag("Milieustraat", antwoord="Ja.")
    via_afdeling(stad)
    pagina = html(stad, "/sturing/cijfers/eerste-contact/?afloop=afdeling")
    for tekst in ('Alle afgehandelde vragen <span class="telling">2</span>', 'Via een afdeling <span class="telling">1</span>'):
        assert tekst in pagina, tekst
    assert "Aanslag" in pagina
    assert "Milieustraat" not in pagina


def test_an_agent_opens_the_question_from_the_list_and_who_only_steers_does_not(stad: Stad) -> None:
    stad.klantvraag("Grofvuil")
    assert 'href="/werkplek/klantvragen/' in html(stad, "/sturing/cijfers/wachtend/")
    pagina = html(stad, "/sturing/cijfers/wachtend/", wie="fatma")
    assert "Grofvuil" in pagina
    assert 'href="/werkplek/klantvragen/' not in pagina


def test_the_list_of_today_shows_contacts_with_their_questions(stad: Stad) -> None:
    stad.klantvraag("Grofvuil")
    pagina = html(stad, f"/sturing/cijfers/vandaag-binnen/?kanaal={stad.kanaal('telefoon')}")
    assert "<strong>1 contact</strong>" in pagina
    assert "Grofvuil" in pagina
    assert "<strong>0 contacten</strong>" in html(stad, f"/sturing/cijfers/vandaag-binnen/?kanaal={stad.kanaal('post')}")


def test_a_list_without_its_filter_is_one_link_away(stad: Stad) -> None:
    stad.klantvraag()
    pagina = html(stad, f"/sturing/cijfers/wachtend/?team={stad.teams['mit']}")
    assert "Mail, internet en telefoon" in pagina
    assert "<strong>1 vraag</strong>" in html(stad, "/sturing/cijfers/wachtend/?")


def test_arrivals_that_failed_are_listed_only_for_who_mends_them(stad: Stad) -> None:
    assert "/beheer/ontvangsten/" not in html(stad, "/sturing/cijfers/niet-verwerkt/")
    assert 'href="/beheer/ontvangsten/"' in html(stad, "/sturing/cijfers/niet-verwerkt/", wie="fatma")


def test_nonsense_in_the_address_shows_the_whole_list(stad: Stad) -> None:
    stad.klantvraag()
    onzin = "?team=x&status=afgehandeld&afloop=q&dag=2026-99-99&blad=nul"
    for cijfer in CIJFERS:
        assert html(stad, f"/sturing/cijfers/{cijfer}/{onzin}")
    assert "<strong>1 vraag</strong>" in html(stad, f"/sturing/cijfers/wachtend/{onzin}")


def test_a_figure_that_does_not_exist_is_not_there(stad: Stad) -> None:
    assert stad.kim.get("/sturing/cijfers/omzet/").status_code == 404


def test_a_department_does_not_steer(stad: Stad) -> None:
    assert stad.browser("bram").get("/sturing/").status_code == 403
    assert stad.browser("bram").get("/sturing/cijfers/wachtend/").status_code == 403


def test_the_lists_take_as_many_queries_for_fifty_as_for_one(stad: Stad) -> None:
    stad.klantvraag()
    adressen = ("/sturing/", "/sturing/cijfers/wachtend/", "/sturing/cijfers/vandaag-binnen/")
    weinig = [_count(stad, adres) for adres in adressen]
    for _ in range(51):
        stad.klantvraag()
    assert [_count(stad, adres) for adres in adressen] == weinig


def _count(stad: Stad, adres: str) -> int:
    with CaptureQueriesContext(connection) as gesteld:
        stad.kim.get(adres)
    return len(gesteld)
