"""An administrator sets up norms, closing days, teams, departments, municipalities and mailboxes."""

from datetime import date

import pytest

from stadspunt.bronnen.organisatie.queries import get_gemeente, list_afdelingen, list_gemeenten, list_ingangen, list_teams
from stadspunt.bronnen.organisatie.queries_beheer import get_medewerker
from stadspunt.bronnen.termijnen.queries import get_kalender, get_norm_werkdagen, list_normen, list_sluitingsdagen
from stadspunt.stromen.intake.queries.postbussen import list_postbussen
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

POSTBUS = {
    "host": "imap.lindewaard.example",
    "poort": "993",
    "beveiliging": "tls",
    "gebruiker": "info@lindewaard.example",
    "geheim_variabele": "POSTBUS_INFO",
    "map": "INBOX",
    "actief": "on",
}


def lees(antwoord: object) -> str:
    return antwoord.content.decode()  # type: ignore[attr-defined, no-any-return]


def list_bussen(stad: Stad) -> list[object]:
    return list(list_postbussen(stad.raadpleging("fatma", "beheren")))


def test_a_norm_is_planned_shown_and_taken_back(stad: Stad) -> None:
    fatma, post = stad.browser("fatma"), stad.kanaal("post")
    gegevens = {"kanaal": post, "werkdagen": "8", "vanaf": "2027-01-01"}
    assert fatma.post("/beheer/servicenormen/", gegevens).status_code == 302
    assert "8 werkdagen vanaf 1 januari 2027" in lees(fatma.get("/beheer/servicenormen/"))
    assert get_norm_werkdagen(stad.gemeente_id, post, date(2026, 12, 31)) == 5
    fatma.post(f"/beheer/servicenormen/{list_normen([stad.gemeente_id])[0].id}/terugnemen/")
    assert list_normen([stad.gemeente_id]) == []


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"vanaf": "2026-11-23"}, "Kies vandaag of een latere dag."),
        ({"werkdagen": "500"}, "0 tot en met 90"),
        ({"kanaal": "x"}, "Kies"),
    ],
)
def test_a_norm_that_cannot_be_is_a_form_with_the_reason(stad: Stad, anders: dict[str, str], tekst: str) -> None:
    gegevens = {"kanaal": stad.kanaal("post"), "werkdagen": "8", "vanaf": "2026-11-24"} | anders
    antwoord = stad.browser("fatma").post("/beheer/servicenormen/", gegevens)
    assert (antwoord.status_code, tekst in lees(antwoord)) == (400, True)
    assert list_normen([stad.gemeente_id]) == []


def test_a_closing_day_is_added_and_taken_away(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    fatma.post("/beheer/sluitingsdagen/", {"datum": "18-12-2026", "naam": "Personeelsdag"})
    dag = next(een for een in list_sluitingsdagen([stad.gemeente_id], 2026) if een.naam == "Personeelsdag")
    assert not get_kalender(stad.gemeente_id).is_werkdag(dag.datum)
    fatma.post(f"/beheer/sluitingsdagen/{dag.id}/weghalen/", {"jaar": "2026"})
    assert get_kalender(stad.gemeente_id).is_werkdag(dag.datum)


def test_the_holidays_of_a_year_come_with_one_button(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert "Geen sluitingsdagen" in lees(fatma.get("/beheer/sluitingsdagen/?jaar=2028"))
    fatma.post(f"/beheer/sluitingsdagen/feestdagen/{stad.gemeente_id}/", {"jaar": "2028"})
    assert "Koningsdag" in lees(fatma.get("/beheer/sluitingsdagen/?jaar=2028"))


@pytest.mark.parametrize("jaar", ["9999999", "-1", "x", ""])
def test_a_year_that_is_none_shows_this_one(stad: Stad, jaar: str) -> None:
    assert "Sluitingsdagen 2026" in lees(stad.browser("fatma").get("/beheer/sluitingsdagen/", {"jaar": jaar}))


def test_a_team_is_added_renamed_and_closed(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert fatma.post("/beheer/teams/nieuw/", {"naam": "Avondteam", "afdeling": ""}).status_code == 302
    team = next(een for een in list_teams([stad.gemeente_id], alleen_kcc=True) if een.naam == "Avondteam")
    fatma.post(f"/beheer/teams/{team.id}/", {"naam": "Nachtteam", "actief": "on"})
    assert "Nachtteam" in {een.naam for een in list_teams([stad.gemeente_id])}
    fatma.post(f"/beheer/teams/{team.id}/", {"naam": "Nachtteam"})
    assert "Nachtteam" not in {een.naam for een in list_teams([stad.gemeente_id])}


def test_a_team_with_open_questions_is_not_closed(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    fatma.post("/beheer/teams/nieuw/", {"naam": "Avondteam"})
    team = next(een for een in list_teams([stad.gemeente_id]) if een.naam == "Avondteam")
    stad.klantvraag(team_id=team.id)
    antwoord = fatma.post(f"/beheer/teams/{team.id}/", {"naam": "Avondteam"})
    assert (antwoord.status_code, "nog 1 open" in lees(antwoord)) == (400, True)


def test_a_department_that_was_asked_something_is_not_closed(stad: Stad) -> None:
    fatma, belastingen = stad.browser("fatma"), stad.afdelingen["belastingen"]
    voorstel = Voorstel(belastingen, "Wat is de stand?", Vorm.ADVIES, date(2026, 11, 26))
    hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel)
    antwoord = fatma.post(f"/beheer/afdelingen/{belastingen}/", {"naam": "Belastingen"})
    assert (antwoord.status_code, "nog 1 " in lees(antwoord)) == (400, True)
    fatma.post(f"/beheer/afdelingen/{stad.afdelingen['vergunningen']}/", {"naam": "Vergunningen"})
    assert {een.naam for een in list_afdelingen([stad.gemeente_id])} == {"Belastingen"}


def test_a_department_is_added_once(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    assert fatma.post("/beheer/afdelingen/nieuw/", {"naam": "Openbare ruimte"}).status_code == 302
    antwoord = fatma.post("/beheer/afdelingen/nieuw/", {"naam": "Openbare ruimte"})
    assert (antwoord.status_code, "bestaat al" in lees(antwoord)) == (400, True)


def test_the_mail_domain_and_telephone_of_the_municipality_change(stad: Stad) -> None:
    gegevens = {"naam": "Lindewaard", "maildomein": "linde.example", "telefoon": "14 0123"}
    stad.browser("fatma").post(f"/beheer/gemeenten/{stad.gemeente_id}/", gegevens)
    assert (get_gemeente(stad.gemeente_id).maildomein, get_gemeente(stad.gemeente_id).telefoon) == ("linde.example", "14 0123")
    slecht = stad.browser("fatma").post(f"/beheer/gemeenten/{stad.gemeente_id}/", gegevens | {"maildomein": "info@linde"})
    assert (slecht.status_code, "deel na het apenstaartje" in lees(slecht)) == (400, True)


def test_a_mailbox_is_added_changed_and_tried(stad: Stad) -> None:
    fatma, gegevens = stad.browser("fatma"), POSTBUS | {"ingang_id": stad.ingangen["info"]}
    assert fatma.post("/beheer/postbussen/nieuw/", gegevens).status_code == 302
    assert "Nog geen contact" in lees(fatma.get("/beheer/postbussen/"))
    (bus,) = list_postbussen(stad.raadpleging("fatma", "beheren"))
    fatma.post(f"/beheer/postbussen/{bus.id}/proberen/")
    assert "Wordt geprobeerd" in lees(fatma.get("/beheer/postbussen/"))
    fatma.post(f"/beheer/postbussen/{bus.id}/", {naam: waarde for naam, waarde in gegevens.items() if naam != "actief"})
    assert "Staat uit" in lees(fatma.get("/beheer/postbussen/"))


@pytest.mark.parametrize("anders", [{}, {"host": ""}])
def test_a_password_that_is_typed_by_mistake_never_comes_back(stad: Stad, anders: dict[str, str]) -> None:
    gegevens = POSTBUS | {"ingang_id": stad.ingangen["info"], "geheim_variabele": "Welkom-2026"} | anders
    antwoord = stad.browser("fatma").post("/beheer/postbussen/nieuw/", gegevens)
    assert antwoord.status_code == 400
    assert "Welkom-2026" not in lees(antwoord)
    assert "Vul niet het wachtwoord zelf in." in lees(antwoord)
    assert list_bussen(stad) == []


@pytest.mark.parametrize(
    "pad",
    ["teams/nieuw/", "afdelingen/nieuw/", "gemeenten/nieuw/", "gemeenten/{gemeente}/", "postbussen/nieuw/", "ingangen/nieuw/"],
)
def test_who_may_only_look_gets_no_form_and_changes_nothing(stad: Stad, pad: str) -> None:
    adres, pien = "/beheer/" + pad.format(gemeente=stad.gemeente_id), stad.browser("pien")
    gegevens = {"naam": "Anders", "maildomein": "anders.example", "telefoon": ""} | POSTBUS
    assert (pien.get(adres).status_code, pien.post(adres, gegevens).status_code) == (404, 404)
    assert [een.naam for een in list_gemeenten()] == ["Lindewaard"]
    for post in (f"sluitingsdagen/feestdagen/{stad.gemeente_id}/", "servicenormen/1/terugnemen/"):
        assert pien.post(f"/beheer/{post}").status_code == 404


def open_tweede_gemeente(stad: Stad) -> int:
    """Fatma adds a municipality and gives it a team; returns its id."""
    fatma = stad.browser("fatma")
    fatma.post("/beheer/gemeenten/nieuw/", {"naam": "Eikenrode", "maildomein": "eikenrode.example"})
    eikenrode = next(een.id for een in list_gemeenten() if een.naam == "Eikenrode")
    stad.vooruit(seconds=1)
    fatma.post("/beheer/teams/nieuw/", {"gemeente": eikenrode, "naam": "KCC Eikenrode"})
    return eikenrode


def test_a_municipality_is_chosen_only_when_there_are_more(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    for pad in ("producten/nieuw/", "sluitingsdagen/", f"medewerkers/{stad.medewerkers['gast']}/"):
        assert 'name="gemeente"' not in lees(fatma.get(f"/beheer/{pad}"))
    open_tweede_gemeente(stad)
    for pad in ("producten/nieuw/", "sluitingsdagen/", f"medewerkers/{stad.medewerkers['gast']}/"):
        assert 'name="gemeente"' in lees(fatma.get(f"/beheer/{pad}"))
    assert ">Gemeente<" in lees(fatma.get("/beheer/teams/"))


def test_an_entrance_is_of_the_municipality_of_its_team(stad: Stad) -> None:
    eikenrode = open_tweede_gemeente(stad)
    team = next(een.id for een in list_teams([eikenrode]))
    gegevens = {"soort": "postbus", "kanaal": "email", "naam": "Info", "waarde": "info@eikenrode.example", "team": team}
    assert stad.browser("fatma").post("/beheer/ingangen/nieuw/", gegevens).status_code == 302
    assert {een.waarde: een.gemeente_id for een in list_ingangen()}["info@eikenrode.example"] == eikenrode


def test_a_role_is_given_for_the_chosen_municipality_and_its_own_places(stad: Stad) -> None:
    eikenrode, gast = open_tweede_gemeente(stad), stad.medewerkers["gast"]
    team = next(een.id for een in list_teams([eikenrode]))
    fatma, adres = stad.browser("fatma"), f"/beheer/medewerkers/{gast}/"
    vreemd = fatma.post(adres, {"gemeente": stad.gemeente_id, "rol": "klantadviseur", "team": team})
    assert (vreemd.status_code, "Kies een plek in dezelfde gemeente." in lees(vreemd)) == (400, True)
    assert fatma.post(adres, {"rol": "klantadviseur", "team": team}).status_code == 400
    assert fatma.post(adres, {"gemeente": eikenrode, "rol": "klantadviseur", "team": team}).status_code == 302
    regel = get_medewerker(stad.raadpleging("fatma", "beheren"), gast)
    assert [een.plek for een in regel.toewijzingen] == ["KCC Eikenrode"]
