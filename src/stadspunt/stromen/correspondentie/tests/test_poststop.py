"""After a copy was put back no mail leaves until an administrator lets it go."""

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.poststop import release_post, stop_post
from stadspunt.stromen.correspondentie.bouw import build_opzet
from stadspunt.stromen.correspondentie.jobs import verzend_achterstand
from stadspunt.stromen.correspondentie.models import Verzending
from stadspunt.stromen.correspondentie.queries.verzendingen import find_poststop
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from tests.stad import Stad


@pytest.fixture
def hersteld(stad: Stad) -> Stad:
    """One answer waited in the copy that was put back, and one was written since."""
    send_antwoord(stad.handeling(), stad.klantvraag("Oud"), build_opzet("oud@example.org"))
    stad.vooruit(seconds=5)
    stop_post(stad.systeem(), get_moment())
    stad.vooruit(seconds=5)
    send_antwoord(stad.handeling(), stad.klantvraag("Nieuw"), build_opzet("nieuw@example.org"))
    stad.vooruit(minutes=5)
    return stad


def let_go(stad: Stad, oude_ook: bool) -> int:
    aantal = release_post(stad.handeling("fatma", Doel.BEHEREN), oude_ook)
    stad.vooruit(minutes=1)
    verzend_achterstand()
    return aantal


def test_nothing_leaves_while_mail_is_held(hersteld: Stad, mailserver: Mailserver) -> None:
    hersteld.werk()
    verzend_achterstand()
    assert mailserver.ontvangen == []
    stop = find_poststop(hersteld.raadpleging("fatma", Doel.BEHEREN))
    assert stop is not None
    assert (stop.oude, stop.nieuwe) == (1, 1)


def test_only_what_is_new_leaves_and_a_person_looks_at_the_rest(hersteld: Stad, mailserver: Mailserver) -> None:
    assert let_go(hersteld, oude_ook=False) == 1
    assert [mail["To"] for mail in mailserver.ontvangen] == ["nieuw@example.org"]
    oud = Verzending.objects.get(bericht__aan_adres="oud@example.org")
    assert (oud.status, oud.laatste_fout.startswith("Er is een reservekopie teruggezet")) == ("onzeker", True)


def test_everything_leaves_when_the_administrator_says_so(hersteld: Stad, mailserver: Mailserver) -> None:
    assert let_go(hersteld, oude_ook=True) == 0
    assert sorted(mail["To"] for mail in mailserver.ontvangen) == ["nieuw@example.org", "oud@example.org"]


def test_it_is_let_go_once_and_not_by_an_agent(hersteld: Stad) -> None:
    with pytest.raises(GeenRechtError):
        release_post(hersteld.handeling("kim"), oude_ook=True)
    release_post(hersteld.handeling("fatma", Doel.BEHEREN), oude_ook=True)
    with pytest.raises(AchterhaaldError):
        release_post(hersteld.handeling("fatma", Doel.BEHEREN), oude_ook=True)


def test_the_administrator_sees_it_and_lets_mail_go(hersteld: Stad, mailserver: Mailserver) -> None:
    fatma = hersteld.browser("fatma")
    pagina = fatma.get("/beheer/verzendingen/").content.decode()
    assert "Uitgaande mail staat stil" in pagina
    assert "1 bericht wachtte" in pagina
    klaar = fatma.post("/beheer/verzendingen/vrijgeven/", {"oude": "bekijken"}, follow=True).content.decode()
    assert "1 bericht staat onder Vraagt aandacht" in klaar
    assert "Uitgaande mail staat stil" not in klaar
