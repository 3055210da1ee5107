"""The administrator sets up, repairs and looks back."""

import pytest
from django.test import Client

from stadspunt.bronnen.organisatie.queries import list_ingangen, list_kanalen
from stadspunt.bronnen.organisatie.queries_beheer import count_zonder_eigenaar, get_medewerker
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.toegang.models import Inzage
from tests.stad import Stad

PAGINAS = (
    "",
    "ontvangsten/",
    "verzendingen/",
    "afleveringen/",
    "kanalen/",
    "ingangen/",
    "ingangen/nieuw/",
    "medewerkers/",
    "gezondheid/",
    "postbussen/",
    "postbussen/nieuw/",
    "sjablonen/",
    "sjablonen/nieuw/",
    "producten/",
    "producten/nieuw/",
    "snelcodes/",
    "snelcodes/nieuw/",
    "servicenormen/",
    "sluitingsdagen/",
    "teams/",
    "teams/nieuw/",
    "afdelingen/",
    "afdelingen/nieuw/",
    "gemeenten/",
    "gemeenten/nieuw/",
)


@pytest.mark.parametrize("pad", PAGINAS)
def test_the_administrator_opens_every_page_and_an_agent_none(stad: Stad, pad: str) -> None:
    assert stad.browser("fatma").get(f"/beheer/{pad}").status_code == 200
    assert stad.kim.get(f"/beheer/{pad}").status_code == 403
    assert Client().get(f"/beheer/{pad}").status_code == 302


def test_a_channel_that_is_added_can_be_used_at_once(stad: Stad) -> None:
    stad.browser("fatma").post("/beheer/kanalen/", {"naam": "Sms", "digitaal": "on"})
    assert "sms" in {kanaal.slug for kanaal in list_kanalen()}
    vraag_id = stad.klantvraag("Waar blijft mijn paspoort?", kanaal_id=stad.kanaal("sms"))
    assert vraag_id


def test_a_channel_that_exists_is_refused_at_its_field(stad: Stad) -> None:
    antwoord = stad.browser("fatma").post("/beheer/kanalen/", {"naam": "Post"})
    assert antwoord.status_code == 400
    assert "bestaat al" in antwoord.content.decode()


def test_a_channel_in_use_by_an_entrance_is_not_closed(stad: Stad) -> None:
    antwoord = stad.browser("fatma").post(f"/beheer/kanalen/{stad.kanaal('post')}/", {"naam": "Post"})
    assert antwoord.status_code == 400
    assert "Sluit eerst de ingangen" in antwoord.content.decode()


def test_entrances_without_owner_stand_on_a_list_until_somebody_owns_them(stad: Stad) -> None:
    fatma, ingang = stad.browser("fatma"), stad.ingangen["info"]
    assert "info@lindewaard.example" in fatma.get("/beheer/ingangen/?zonder=eigenaar").content.decode()
    fatma.post(f"/beheer/ingangen/{ingang}/", {"team": stad.teams["balie"], "eigenaar": stad.medewerkers["tess"], "actief": "on"})
    assert "info@lindewaard.example" not in fatma.get("/beheer/ingangen/?zonder=eigenaar").content.decode()
    assert {een.id: een.team_id for een in list_ingangen()}[ingang] == stad.teams["balie"]


def test_the_figure_without_owner_is_the_list_of_channels_and_entrances(stad: Stad) -> None:
    fatma = stad.browser("fatma")
    for kanaal in list_kanalen():
        fatma.post(f"/beheer/kanalen/{kanaal.id}/", {"naam": kanaal.naam, "actief": "on", "eigenaar": stad.medewerkers["tess"]})
    for ingang in list_ingangen():
        gegevens = {"team": ingang.team_id, "eigenaar": stad.medewerkers["tess"], "actief": "on"}
        fatma.post(f"/beheer/ingangen/{ingang.id}/", gegevens)
    assert count_zonder_eigenaar(stad.raadpleging("fatma", Doel.BEHEREN)) == 0
    fatma.post("/beheer/kanalen/", {"naam": "Sms"})
    assert count_zonder_eigenaar(stad.raadpleging("fatma", Doel.BEHEREN)) == 1
    assert ">Sms</a>" in fatma.get("/beheer/ingangen/?zonder=eigenaar").content.decode()


def test_a_channel_gets_receipts_from_now_on(stad: Stad) -> None:
    fatma, post = stad.browser("fatma"), stad.kanaal("post")
    fatma.post(f"/beheer/kanalen/{post}/", {"naam": "Post", "actief": "on", "digitaal": "on"})
    assert {een.id: een.digitaal for een in list_kanalen()}[post]


def test_a_new_entrance_is_open(stad: Stad) -> None:
    gegevens = {
        "soort": "postbus",
        "kanaal": "email",
        "naam": "Griffie",
        "waarde": "Griffie@lindewaard.example",
        "team": stad.teams["mit"],
    }
    assert stad.browser("fatma").post("/beheer/ingangen/nieuw/", gegevens).status_code == 302
    assert "griffie@lindewaard.example" in {een.waarde for een in list_ingangen()}


def test_a_role_is_given_until_a_day_and_can_end_at_once(stad: Stad) -> None:
    fatma, gast = stad.browser("fatma"), stad.medewerkers["gast"]
    fatma.post(f"/beheer/medewerkers/{gast}/", {"rol": "klantadviseur", "team": stad.teams["mit"], "laatste_dag": "2026-11-30"})
    regel = get_medewerker(stad.raadpleging("fatma", "beheren"), gast)
    assert f"{regel.toewijzingen[0].tot:%Y-%m-%d %H:%M}" == "2026-11-30 23:00"
    stad.vooruit(minutes=5)
    assert stad.browser("gast").get("/beheer/").status_code == 403
    fatma.post(f"/beheer/medewerkers/{gast}/rollen/{regel.toewijzingen[0].id}/beeindigen/")
    stad.vooruit(seconds=1)
    assert get_medewerker(stad.raadpleging("fatma", "beheren"), gast).toewijzingen == ()


def test_the_privacy_officer_sees_who_saw_whom(stad: Stad) -> None:
    from stadspunt.bronnen.partijen.queries import get_partij

    get_partij(stad.raadpleging("kim"), stad.partijen["joost"])
    pagina = stad.browser("pien").get(f"/beheer/inzage/?partij={stad.partijen['joost']}&medewerker=").content.decode()
    assert "Kim de Wit" in pagina
    assert "Het KCC behandelt een klantvraag" in pagina
    assert stad.browser("fatma").get("/beheer/inzage/").status_code == 404
    assert Inzage.objects.count() == 1


def test_the_page_of_the_database_says_that_the_embedded_one_is_for_trying_out(stad: Stad) -> None:
    pagina = stad.browser("fatma").get("/beheer/gezondheid/").content.decode()
    assert "PostgreSQL" in pagina
    assert "Werkers met hartslag" in pagina
