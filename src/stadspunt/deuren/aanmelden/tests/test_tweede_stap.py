"""The second step: set up, asked, used once, and asked of whose role needs it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import connections
from django.test import Client

from stadspunt.bronnen.organisatie.actions_accounts import set_tweede_stap
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import Handeling, build_bezoeker
from stadspunt.fundament.toegang.models import Account, Herstelcode, Toegangsgebeurtenis, Totp
from stadspunt.fundament.toegang.tweede_stap import check_code
from stadspunt.project.live_poort import mag_volgen
from tests.stad import NU, WACHTWOORD, Stad


def meld_aan(wie: str = "kim", client: Client | None = None) -> Client:
    """Do the first step as a person does."""
    client = client or Client()
    assert client.post("/aanmelden/", {"login": wie, "wachtwoord": WACHTWOORD}).status_code == 302
    return client


def stel_app_in(client: Client) -> tuple[str, list[str]]:
    """Set the app up on the page and return its secret with the recovery codes."""
    pagina = client.get("/aanmelden/beveiligen/app/").content.decode()
    geheim = re.search(r'class="geheim">([A-Z2-7 ]+)<', pagina)[1].replace(" ", "")
    bewijs = re.search(r'name="bewijs" value="([^"]+)"', pagina)[1]
    antwoord = client.post("/aanmelden/beveiligen/app/", {"bewijs": bewijs, "code": code(geheim)})
    return geheim, re.findall(r"<li><code>([a-z0-9-]+)</code>", antwoord.content.decode())


def code(geheim: str) -> str:
    return pyotp.TOTP(geheim).at(get_moment())


def is_binnen(client: Client) -> bool:
    return client.get("/werkplek/").status_code == 200


def test_who_set_up_an_app_is_asked_its_code_after_the_password(stad: Stad) -> None:
    geheim, codes = stel_app_in(meld_aan())
    assert len(codes) == 10
    stad.vooruit(minutes=1)
    kim = meld_aan()
    assert not is_binnen(kim)
    assert kim.post("/aanmelden/tweede-stap/", {"code": code(geheim)}).url == "/werkplek/"
    assert is_binnen(kim)


def test_the_code_that_set_up_the_app_is_used(stad: Stad) -> None:
    geheim, _ = stel_app_in(meld_aan())
    assert "al gebruikt" in meld_aan().post("/aanmelden/tweede-stap/", {"code": code(geheim)}).content.decode()


def test_a_recovery_code_works_once_however_it_is_typed(stad: Stad) -> None:
    _, codes = stel_app_in(meld_aan())
    assert meld_aan().post("/aanmelden/tweede-stap/", {"code": f" {codes[0].upper()} "}).status_code == 302
    assert meld_aan().post("/aanmelden/tweede-stap/", {"code": codes[0]}).status_code == 400


def test_the_first_second_step_ends_the_other_sessions(stad: Stad) -> None:
    elders, hier = meld_aan(), meld_aan()
    stel_app_in(hier)
    assert is_binnen(hier)
    assert not is_binnen(elders)


def test_secrets_are_not_readable_in_the_database(stad: Stad) -> None:
    geheim, codes = stel_app_in(meld_aan())
    assert geheim not in Totp.objects.get().geheim
    assert codes[0].replace("-", "") not in str(list(Herstelcode.objects.values_list()))


def test_six_wrong_codes_stop_and_the_message_says_until_when(stad: Stad) -> None:
    geheim, _ = stel_app_in(meld_aan())
    stad.vooruit(minutes=1)
    kim = meld_aan()
    for _ in range(6):
        kim.post("/aanmelden/tweede-stap/", {"code": "000000"})
    assert "opnieuw na vandaag 10.26 uur" in kim.post("/aanmelden/tweede-stap/", {"code": code(geheim)}).content.decode()
    stad.vooruit(minutes=15, seconds=1)
    assert meld_aan().post("/aanmelden/tweede-stap/", {"code": code(geheim)}).status_code == 302


def test_the_second_step_waits_ten_minutes(stad: Stad) -> None:
    stel_app_in(meld_aan())
    kim = meld_aan()
    stad.vooruit(minutes=11)
    assert kim.get("/aanmelden/tweede-stap/").url == "/aanmelden/"


def test_a_wrong_first_code_adds_no_app(stad: Stad) -> None:
    kim = meld_aan()
    bewijs = re.search(r'name="bewijs" value="([^"]+)"', kim.get("/aanmelden/beveiligen/app/").content.decode())[1]
    antwoord = kim.post("/aanmelden/beveiligen/app/", {"bewijs": bewijs, "code": "000000"})
    assert antwoord.status_code == 400
    assert not Totp.objects.exists()


def test_a_role_that_asks_it_lets_nobody_pass_without(stad: Stad) -> None:
    set_tweede_stap(stad.handeling("fatma", Doel.BEHEREN), ["klantadviseur"])
    kim = meld_aan()
    for pad in ("/werkplek/", "/sturing/", "/stijl/", "/aanmelden/mijn-account/"):
        assert kim.get(pad).url == "/aanmelden/beveiligen/"
    cookies = {settings.SESSION_COOKIE_NAME: kim.cookies[settings.SESSION_COOKIE_NAME].value}
    team = f"team-{stad.teams['mit']}"
    assert async_to_sync(mag_volgen)(cookies, [team]) == []
    stel_app_in(kim)
    assert is_binnen(kim)
    cookies = {settings.SESSION_COOKIE_NAME: kim.cookies[settings.SESSION_COOKIE_NAME].value}
    assert async_to_sync(mag_volgen)(cookies, [team]) == [team]


def test_whose_role_asks_it_keeps_one(stad: Stad) -> None:
    kim = meld_aan()
    stel_app_in(kim)
    set_tweede_stap(stad.handeling("fatma", Doel.BEHEREN), ["klantadviseur"])
    kim.post("/aanmelden/mijn-account/app/weghalen/")
    assert Totp.objects.exists()
    set_tweede_stap(stad.handeling("fatma", Doel.BEHEREN), [])
    kim.post("/aanmelden/mijn-account/app/weghalen/")
    assert not Totp.objects.exists()
    assert not Herstelcode.objects.exists()


def test_an_open_screen_is_not_enough_to_change_it(stad: Stad) -> None:
    kim = meld_aan()
    stad.vooruit(minutes=20)
    assert kim.get("/aanmelden/beveiligen/app/").url.startswith("/aanmelden/bevestigen/")
    assert kim.post("/aanmelden/bevestigen/", {"wachtwoord": "anders", "next": ""}).status_code == 400
    verder = {"wachtwoord": WACHTWOORD, "next": "/aanmelden/beveiligen/app/"}
    assert kim.post("/aanmelden/bevestigen/", verder).url == "/aanmelden/beveiligen/app/"
    assert kim.get("/aanmelden/beveiligen/app/").status_code == 200


def test_an_administrator_takes_it_away_and_that_is_written_down(stad: Stad) -> None:
    kim = meld_aan()
    stel_app_in(kim)
    fatma = stad.browser("fatma")
    fatma.post(f"/beheer/medewerkers/{stad.medewerkers['kim']}/account/", {"actie": "tweede-stap"})
    assert not is_binnen(kim)
    assert is_binnen(meld_aan())
    assert Toegangsgebeurtenis.objects.get(soort="stap-weggenomen").door == "Fatma Kaya"


def test_a_link_for_a_password_takes_no_second_step_away(stad: Stad) -> None:
    stel_app_in(meld_aan())
    antwoord = stad.browser("fatma").post(f"/beheer/medewerkers/{stad.medewerkers['kim']}/account/", {"actie": "herstel"})
    pad = re.search(r"/aanmelden/link/[^/]+/", antwoord.content.decode())[0]
    nieuw = "paarse fiets onder regen"
    Client().post(pad, {"nieuw": nieuw, "nogmaals": nieuw})
    assert Client().post("/aanmelden/", {"login": "kim", "wachtwoord": nieuw}).url == "/aanmelden/tweede-stap/"


@pytest.mark.uitval
@pytest.mark.parametrize("soort", ["app", "herstelcode"])
def test_the_same_code_at_once_lets_one_in(echte_stad: Stad, soort: str) -> None:
    geheim, codes = stel_app_in(meld_aan())
    straks = get_moment().replace(minute=15)
    getypt = codes[0] if soort == "herstelcode" else pyotp.TOTP(geheim).at(straks)
    account_id = Account.objects.get(login="kim").pk
    assert straks > NU

    def toon_code(_: int) -> bool:
        try:
            with sta_stil(straks):
                wie = Handeling(build_bezoeker(), Doel.AANMELDEN, get_moment())
                return not isinstance(check_code(wie, account_id, getypt), Fout)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as werkers:
        assert list(werkers.map(toon_code, range(6))).count(True) == 1
