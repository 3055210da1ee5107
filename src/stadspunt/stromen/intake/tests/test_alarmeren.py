"""Whoever looks after an entrance hears by mail that a person is needed there."""

import pytest

from stadspunt.bronnen.organisatie.models import Ingang, Medewerker
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.intake.actions.alarmeren import alarm_ingang
from stadspunt.stromen.intake.actions.verwerken import begin_poging
from stadspunt.stromen.intake.events import IngangStil
from stadspunt.stromen.intake.rules.alarm import Alarmsoort, compose_alarm
from stadspunt.stromen.intake.rules.ontvangst import MAX_BEGONNEN
from stadspunt.stromen.intake.tests.poststukken import mail, ontvang
from tests.stad import Stad


@pytest.fixture
def met_eigenaar(stad: Stad) -> Stad:
    Medewerker.objects.filter(pk=stad.medewerkers["fatma"]).update(email="fatma@elders.example")
    Ingang.objects.filter(pk=stad.ingangen["info"]).update(eigenaar_id=stad.medewerkers["fatma"])
    return stad


def list_alarmen() -> list[tuple[str, str]]:
    return list(Bericht.objects.filter(soort="alarm").order_by("id").values_list("aan_adres", "onderwerp"))


def test_the_owner_of_an_entrance_that_fell_silent_gets_a_mail(met_eigenaar: Stad) -> None:
    publish(met_eigenaar.systeem(), IngangStil(met_eigenaar.ingangen["info"]))
    met_eigenaar.werk()
    assert list_alarmen() == [("fatma@elders.example", "Er komt geen mail meer binnen: info@lindewaard.example")]
    assert Bericht.objects.get(soort="alarm").verzonden_op is not None


def test_a_mail_on_which_the_worker_dies_reaches_somebody(met_eigenaar: Stad) -> None:
    """Its entrance is not known yet, for that is found out while it is processed."""
    ontvangen = ontvang(met_eigenaar, mail())
    for _ in range(MAX_BEGONNEN + 1):
        begin_poging(met_eigenaar.systeem(), ontvangen.id)
    met_eigenaar.werk()
    assert list_alarmen() == [("fatma@elders.example", "Een bericht kon niet worden verwerkt: info@lindewaard.example")]
    assert "Vuilniswagen" not in Bericht.objects.get(soort="alarm").tekst


def test_a_hundred_failures_in_an_hour_are_one_mail(met_eigenaar: Stad) -> None:
    for _ in range(100):
        alarm_ingang(met_eigenaar.systeem(), met_eigenaar.ingangen["info"], Alarmsoort.MISLUKT)
    met_eigenaar.vooruit(hours=1)
    alarm_ingang(met_eigenaar.systeem(), met_eigenaar.ingangen["info"], Alarmsoort.MISLUKT)
    assert len(list_alarmen()) == 2


def test_without_an_owner_nobody_is_mailed(stad: Stad) -> None:
    assert not alarm_ingang(stad.systeem(), stad.ingangen["info"], Alarmsoort.STIL)


def test_an_alarm_never_goes_to_our_own_mailbox(met_eigenaar: Stad) -> None:
    Medewerker.objects.filter(pk=met_eigenaar.medewerkers["fatma"]).update(email="Info@Lindewaard.example")
    assert not alarm_ingang(met_eigenaar.systeem(), met_eigenaar.ingangen["info"], Alarmsoort.STIL)


@pytest.mark.parametrize("soort", list(Alarmsoort))
def test_every_alarm_says_what_can_be_done(soort: Alarmsoort) -> None:
    alarm = compose_alarm(soort, "Fatma", "info@lindewaard.example")
    assert "Wat kunt u doen?" in alarm.tekst
    assert alarm.onderwerp.endswith(": info@lindewaard.example")
