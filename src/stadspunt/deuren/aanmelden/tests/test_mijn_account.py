"""One's own sessions, password and log."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.jobs import ruim_toegang_op
from stadspunt.fundament.toegang.models import Account, Sessie, Toegangsgebeurtenis
from tests.stad import WACHTWOORD, Stad

NIEUW = "paarse fiets onder regen"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
MIJN = "/aanmelden/mijn-account/"


def meld_aan(wie: str = "kim", **koppen: str) -> Client:
    client = Client(headers=koppen)
    assert client.post("/aanmelden/", {"login": wie, "wachtwoord": WACHTWOORD}).status_code == 302
    return client


def test_the_list_names_devices_in_plain_words(stad: Stad) -> None:
    meld_aan(**{"user-agent": FIREFOX})
    tekst = meld_aan().get(MIJN).content.decode()
    assert "Firefox op Windows" in tekst
    assert "Dit apparaat" in tekst


def test_one_other_session_can_be_ended_and_only_ones_own(stad: Stad) -> None:
    elders, tess = meld_aan(), meld_aan("tess")
    eigen = Sessie.objects.get(account__login="kim").pk
    van_tess = Sessie.objects.get(account__login="tess").pk
    hier = meld_aan()
    for sessie_id in (eigen, van_tess):
        hier.post(f"{MIJN}sessies/{sessie_id}/beeindigen/")
    assert elders.get("/werkplek/").status_code == 302
    assert tess.get("/werkplek/").status_code == 200


def test_all_others_end_and_this_one_goes_on(stad: Stad) -> None:
    anderen, hier = [meld_aan(), meld_aan()], meld_aan()
    hier.post(f"{MIJN}sessies/beeindigen/")
    assert [een.get("/werkplek/").status_code for een in anderen] == [302, 302]
    assert hier.get("/werkplek/").status_code == 200


def test_an_administrator_ends_all_of_somebody(stad: Stad) -> None:
    kim = meld_aan()
    stad.browser("fatma").post(f"/beheer/medewerkers/{stad.medewerkers['kim']}/account/", {"actie": "afmelden"})
    assert kim.get("/werkplek/").status_code == 302


def test_a_session_ends_after_two_quiet_hours_and_after_twelve_in_all(stad: Stad) -> None:
    stil, bezig = meld_aan(), meld_aan()
    for _ in range(7):
        stad.vooruit(minutes=100)
        assert bezig.get("/werkplek/").status_code == 200
    assert stil.get("/werkplek/").status_code == 302
    stad.vooruit(minutes=30)
    assert bezig.get("/werkplek/").status_code == 302


def test_what_a_page_asks_by_itself_keeps_no_session_alive(stad: Stad) -> None:
    kim = meld_aan()
    for _ in range(3):
        stad.vooruit(minutes=50)
        antwoord = kim.get("/werkplek/", headers={"X-Achtergrond": "1"})
    assert antwoord.status_code == 302


def test_last_seen_is_written_once_a_minute(stad: Stad) -> None:
    kim = meld_aan()

    def tel_schrijven() -> int:
        with CaptureQueriesContext(connection) as vragen:
            kim.get("/stijl/")
        return sum('UPDATE "toegang_sessie"' in vraag["sql"] for vraag in vragen)

    assert tel_schrijven() == 0
    stad.vooruit(seconds=61)
    assert [tel_schrijven(), tel_schrijven()] == [1, 0]


def test_the_key_of_a_session_changes_at_sign_in_and_is_kept_as_a_hash(stad: Stad) -> None:
    kim = meld_aan()
    eerste = kim.cookies[settings.SESSION_COOKIE_NAME].value
    kim.post("/aanmelden/", {"login": "kim", "wachtwoord": WACHTWOORD})
    tweede = kim.cookies[settings.SESSION_COOKIE_NAME].value
    assert eerste != tweede
    assert Sessie.objects.count() == 1
    assert tweede not in str(Sessie.objects.values_list().get())


def test_changing_the_password_asks_the_old_one_and_ends_the_other_sessions(stad: Stad) -> None:
    elders, hier = meld_aan(), meld_aan()
    fout = hier.post(f"{MIJN}wachtwoord/", {"oud": "anders", "nieuw": NIEUW, "nogmaals": NIEUW})
    assert "niet uw wachtwoord" in fout.content.decode()
    assert hier.post(f"{MIJN}wachtwoord/", {"oud": WACHTWOORD, "nieuw": NIEUW, "nogmaals": NIEUW}).url == MIJN
    assert hier.get("/werkplek/").status_code == 200
    assert elders.get("/werkplek/").status_code == 302
    assert Client().post("/aanmelden/", {"login": "kim", "wachtwoord": NIEUW}).status_code == 302


def test_guessing_at_one_name_stops_at_one_place_and_not_at_another(stad: Stad) -> None:
    for _ in range(8):
        Client(REMOTE_ADDR="192.0.2.7").post("/aanmelden/", {"login": "kim", "wachtwoord": "raden"})
    geremd = Client(REMOTE_ADDR="192.0.2.7").post("/aanmelden/", {"login": "kim", "wachtwoord": WACHTWOORD})
    assert "opnieuw na vandaag 10.25 uur" in geremd.content.decode()
    assert Client(REMOTE_ADDR="198.51.100.4").post("/aanmelden/", {"login": "kim", "wachtwoord": WACHTWOORD}).status_code == 302


def test_a_name_that_does_not_exist_is_braked_with_the_same_words(stad: Stad) -> None:
    teksten = []
    for login in ("kim", "niemand"):
        for _ in range(9):
            antwoord = Client().post("/aanmelden/", {"login": login, "wachtwoord": "raden"})
        teksten.append(antwoord.content.decode().count("Er is te vaak een verkeerd wachtwoord ingevuld"))
    assert teksten[0] == teksten[1] > 0


def test_the_log_tells_who_came_in_without_secrets_and_only_ones_own(stad: Stad) -> None:
    Client().post("/aanmelden/", {"login": "kim", "wachtwoord": "geheim-geraden"})
    Client().post("/aanmelden/", {"login": "mijn-wachtwoord-in-het-verkeerde-veld", "wachtwoord": "x"})
    eigen = meld_aan().get(MIJN).content.decode()
    assert "Verkeerd wachtwoord" in eigen
    alles = stad.browser("fatma").get("/beheer/aanmeldlogboek/").content.decode()
    assert "Kim de Wit" in alles
    assert "Onbekende inlognaam" in alles
    for geheim in ("geheim-geraden", "verkeerde-veld", "127.0.0.1"):
        assert geheim not in alles
    assert "Onbekende inlognaam" not in eigen


def test_the_log_is_kept_for_half_a_year_and_then_cleaned(stad: Stad) -> None:
    meld_aan()
    account_id = Account.objects.get(login="kim").pk
    stad.vooruit(days=settings.STADSPUNT_AANMELDLOGBOEK_DAGEN - 1)
    ruim_toegang_op()
    assert Toegangsgebeurtenis.objects.filter(account_id=account_id).count() == 1
    assert not Sessie.objects.exists()
    stad.vooruit(days=2)
    for _ in range(2):
        ruim_toegang_op()
    assert not Toegangsgebeurtenis.objects.exists()
    assert timedelta(days=settings.STADSPUNT_AANMELDLOGBOEK_DAGEN) > timedelta(days=180)
