"""Two people act on one order at the same moment, over real connections: one wins."""

from datetime import date

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Status as Vraagstatus
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import (
    hand_over_klantvraag,
    withdraw_overdracht,
)
from stadspunt.stromen.overdracht.actions.toetsen import record_toetsing
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Oordeel, Status, Toetspunt, Voorstel, Vorm
from tests.stad import Stad
from tests.stad.gelijktijdig import is_gelukt

pytestmark = pytest.mark.uitval
AFDELING = Doel.OVERDRACHT_BEANTWOORDEN


def voorstel(stad: Stad, afdeling: str = "belastingen") -> Voorstel:
    return Voorstel(stad.afdelingen[afdeling], "Wat is de stand?", Vorm.ADVIES, date(2026, 11, 26))


@pytest.mark.parametrize("_keer", range(3))
def test_of_returning_and_taking_back_at_once_one_wins(echte_stad: Stad, _keer: int) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    bram, kim = stad.handeling("bram", AFDELING), stad.handeling()
    terug, teruggehaald = is_gelukt(
        lambda: return_overdracht(bram, opdracht_id, "Ja."), lambda: withdraw_overdracht(kim, opdracht_id)
    )
    assert terug is not teruggehaald
    vraag = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]
    (opdracht,) = list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)
    verwacht = (Status.TERUGGEGEVEN, Vraagstatus.TE_CONTROLEREN) if terug else (Status.INGETROKKEN, Vraagstatus.IN_BEHANDELING)
    assert (opdracht.status, vraag.status) == verwacht


def test_of_two_answers_at_once_the_first_stays(echte_stad: Stad) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    bram = stad.handeling("bram", AFDELING)
    gelukt = is_gelukt(*(lambda tekst=tekst: return_overdracht(bram, opdracht_id, tekst) for tekst in ("Ja.", "Nee.")))
    assert sorted(gelukt) == [False, True]
    (opdracht,) = list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)
    assert opdracht.antwoord == ("Ja." if gelukt[0] else "Nee.")


def test_of_two_hand_overs_at_once_one_goes_out(echte_stad: Stad) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag()
    kim, tess = stad.handeling("kim"), stad.handeling("tess")
    gelukt = is_gelukt(
        lambda: hand_over_klantvraag(kim, vraag_id, voorstel(stad)),
        lambda: hand_over_klantvraag(tess, vraag_id, voorstel(stad, "vergunningen")),
    )
    assert sorted(gelukt) == [False, True]
    assert get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].overdrachten == 1


def test_of_two_checks_at_once_one_is_kept(echte_stad: Stad) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    goed = {punt: Oordeel(akkoord=True) for punt in Toetspunt}
    kim, tess = stad.handeling("kim"), stad.handeling("tess")
    gelukt = is_gelukt(lambda: record_toetsing(kim, opdracht_id, goed), lambda: record_toetsing(tess, opdracht_id, goed))
    assert sorted(gelukt) == [False, True]
