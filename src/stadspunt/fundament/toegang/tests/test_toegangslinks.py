"""A link for a password: random, short-lived, once, and one at a time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, NietGevondenError
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import Handeling, build_bezoeker
from stadspunt.fundament.toegang.models import Account, Toegangsgebeurtenis, Toegangslink
from stadspunt.fundament.toegang.toegangslinks import make_herstellink, make_uitnodiging, use_link
from tests.stad import NU, WACHTWOORD, Stad

NIEUW = "paarse fiets onder regen"


def maak(stad: Stad, wie: str = "kim", *, uitnodiging: bool = False) -> str:
    """Let Fatma make a link and return its address without the house."""
    functie = make_uitnodiging if uitnodiging else make_herstellink
    adres = functie(stad.handeling("fatma", Doel.BEHEREN), Account.objects.get(login=wie).pk)
    return "/" + adres.split("/", 3)[3]


def stel_in(adres: str, nieuw: str = NIEUW, nogmaals: str | None = None) -> object:
    return Client().post(adres, {"nieuw": nieuw, "nogmaals": nieuw if nogmaals is None else nogmaals})


def kan_aanmelden(wachtwoord: str, wie: str = "kim") -> bool:
    return Client().post("/aanmelden/", {"login": wie, "wachtwoord": wachtwoord}).status_code == 302


def test_a_link_sets_the_password_once(stad: Stad) -> None:
    adres = maak(stad)
    assert "Uw wachtwoord is ingesteld" in stel_in(adres).content.decode()
    assert kan_aanmelden(NIEUW)
    assert not kan_aanmelden(WACHTWOORD)
    assert stel_in(adres, "groene schoen in bad").status_code == 404


def test_looking_at_the_link_does_not_use_it_up(stad: Stad) -> None:
    adres = maak(stad)
    for _ in range(3):
        assert "Nieuw wachtwoord instellen" in Client().get(adres).content.decode()
    assert stel_in(adres).status_code == 200


def test_recovery_works_an_hour_and_an_invitation_three_days(stad: Stad) -> None:
    herstel, uitnodiging = maak(stad), maak(stad, "tess", uitnodiging=True)
    stad.vooruit(minutes=61)
    assert Client().get(herstel).status_code == 404
    assert "Welkom bij StadsPunt" in Client().get(uitnodiging).content.decode()
    stad.vooruit(days=3)
    assert Client().get(uitnodiging).status_code == 404


def test_a_new_link_ends_the_one_before(stad: Stad) -> None:
    eerste, tweede = maak(stad), maak(stad)
    assert Client().get(eerste).status_code == 404
    assert stel_in(tweede).status_code == 200


@pytest.mark.parametrize(
    ("nieuw", "tekst"),
    [
        ("kort", "ten minste 15 tekens"),
        ("a" * 20, "makkelijk te raden"),
        ("kim gaat vandaag naar huis", "waar uw inlognaam niet in staat"),
        ("x" * 501, "hoogstens 500 tekens"),
    ],
)
def test_a_bad_password_is_refused_at_its_field_and_the_link_stays(stad: Stad, nieuw: str, tekst: str) -> None:
    adres = maak(stad)
    antwoord = stel_in(adres, nieuw)
    assert antwoord.status_code == 400
    assert tekst in antwoord.content.decode()
    assert stel_in(adres).status_code == 200


def test_two_passwords_that_differ_are_refused(stad: Stad) -> None:
    assert "niet gelijk" in stel_in(maak(stad), NIEUW, "iets heel anders hier").content.decode()


def test_a_link_ends_what_was_open_and_stands_in_the_log(stad: Stad) -> None:
    kim = stad.kim
    assert kim.get("/werkplek/").status_code == 200
    stel_in(maak(stad))
    assert kim.get("/werkplek/").status_code == 302
    account_id = Account.objects.get(login="kim").pk
    regels = Toegangsgebeurtenis.objects.filter(account_id=account_id).order_by("id").values_list("soort", "door")
    assert list(regels) == [("link-gemaakt", "Fatma Kaya"), ("link-gebruikt", "")]


def test_who_is_locked_out_comes_in_by_the_link_of_an_administrator(stad: Stad) -> None:
    for _ in range(8):
        kan_aanmelden("raden")
    assert not kan_aanmelden(WACHTWOORD)
    stel_in(maak(stad))
    assert kan_aanmelden(NIEUW)


def test_the_link_itself_is_nowhere_in_the_database(stad: Stad) -> None:
    geheim = maak(stad).split("/")[-2]
    assert geheim not in str(Toegangslink.objects.values_list().get())


def test_only_who_looks_after_accounts_makes_a_link(stad: Stad) -> None:
    account_id = Account.objects.get(login="kim").pk
    for wie, doel in (("kim", Doel.KLANTVRAAG_BEHANDELEN), ("pien", Doel.BEHEREN)):
        with pytest.raises(GeenRechtError):
            make_herstellink(stad.handeling(wie, doel), account_id)


def test_there_is_no_link_for_an_account_out_of_use(stad: Stad) -> None:
    Account.objects.filter(login="kim").update(is_active=False)
    with pytest.raises(NietGevondenError):
        maak(stad)


@pytest.mark.uitval
def test_of_two_who_use_the_same_link_at_once_one_passes(echte_stad: Stad) -> None:
    geheim = maak(echte_stad).split("/")[-2]

    def gebruik(nieuw: str) -> bool:
        try:
            with sta_stil(NU):
                use_link(Handeling(build_bezoeker(), Doel.AANMELDEN, get_moment()), geheim, nieuw)
        except AchterhaaldError:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(8) as werkers:
        gelukt = list(werkers.map(gebruik, [f"paarse fiets nummer {nummer}" for nummer in range(8)]))
    assert gelukt.count(True) == 1
    assert kan_aanmelden(f"paarse fiets nummer {gelukt.index(True)}")
