"""A call is noted and passed on to a specialist with a day of return, in two actions from the open contact (A4)."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.actions import add_afdeling
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.tests.lezen import get_tekst, get_veld
from stadspunt.deuren.werkplek.tests.test_registreren import NIEUW, druk, list_alles, open_scherm, vul_vraag
from stadspunt.stromen.klantcontacten.queries import get_vraagdossier
from stadspunt.stromen.klantcontacten.rules import Status
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from tests.stad import Stad

NOTITIE = "Mevrouw wil weten of haar bezwaar op tijd was.\nZe belt liever niet terug."


def noteer(stad: Stad, **anders: Any) -> dict[str, Any]:
    """Return what stands in the screen while the client is on the phone."""
    velden = open_scherm(stad) | {"partij": str(stad.partijen["joost"])}
    vraag = {"product": "Bezwaar tegen een belastingaanslag", "toelichting": NOTITIE, "resultaat": "", "antwoord": ""}
    return velden | vul_vraag(0, **({"onderwerp": ""} | vraag | anders))


def lees_velden(pagina: HttpResponse, basis: dict[str, Any], nummer: int = 0) -> dict[str, Any]:
    """Return what the browser would send of a page that was drawn with a proposal."""
    return basis | {f"vraag-{nummer}-{naam}": get_veld(pagina, f"vraag-{nummer}-{naam}") for naam in ("onderwerp", "terug_op")}


def get_notitie(pagina: HttpResponse) -> str:
    """Return what stands in the note for the department."""
    return unescape(pagina.content.decode().partition('name="vraag-0-gevraagd"')[2].partition(">")[2].partition("<")[0].strip())


def list_opdrachten(stad: Stad) -> list[OverdrachtBeeld]:
    return [een for regel in list_alles(stad) for een in list_overdrachten_van_klantvraag(stad.systeem().raadpleging, regel.id)]


def test_the_first_action_proposes_note_department_and_day_and_keeps_nothing(stad: Stad) -> None:
    pagina = druk(stad, noteer(stad), "doorzetten-0")
    assert pagina.status_code == 200
    tekst = pagina.content.decode()
    assert get_notitie(pagina) == NOTITIE
    assert f'value="{stad.afdelingen["belastingen"]}" selected' in tekst
    # Five working days from Tuesday are promised; the department has one day less.
    assert get_veld(pagina, "vraag-0-terug_op") == "2026-11-30"
    assert get_veld(pagina, "vraag-0-onderwerp") == "Bezwaar tegen een belastingaanslag"
    assert "autofocus" in tekst.partition("Vastleggen en versturen")[0].rpartition("<button")[2]
    assert list_alles(stad) == ()


def test_the_second_action_keeps_contact_question_and_order_and_the_specialist_sees_note_and_day(stad: Stad) -> None:
    velden = noteer(stad)
    pagina = druk(stad, velden, "doorzetten-0")
    voorstel = lees_velden(pagina, velden) | {"vraag-0-gevraagd": get_notitie(pagina)}
    voorstel |= {"vraag-0-resultaat": "doorzetten", "vraag-0-afdeling": str(stad.afdelingen["belastingen"])}
    assert druk(stad, voorstel).status_code == 302
    ((regel,), (opdracht,)) = (list_alles(stad), list_opdrachten(stad))
    assert (regel.status, regel.partij_id) == (Status.OVERGEDRAGEN, stad.partijen["joost"])
    assert (opdracht.terug_op, opdracht.afdeling_id) == (date(2026, 11, 30), stad.afdelingen["belastingen"])
    assert get_vraagdossier(stad.raadpleging(), regel.id).contacten
    pagina = get_tekst(stad.browser("bram").get(f"/afdeling/opdrachten/{opdracht.uuid}/"))
    assert "of haar bezwaar op tijd was" in pagina
    assert "maandag 30 november 2026" in pagina


def test_a_product_without_a_department_leaves_the_cursor_there(stad: Stad) -> None:
    pagina = druk(stad, noteer(stad, product=""), "doorzetten-0").content.decode()
    assert "autofocus" in pagina.partition('name="vraag-0-afdeling"')[2].partition(">")[0]
    assert 'value="Mevrouw wil weten of haar bezwaar op tijd was."' in pagina


def test_nothing_is_kept_when_the_order_is_refused_and_every_reason_stands_at_its_field(stad: Stad) -> None:
    velden = noteer(stad, onderwerp="", resultaat="doorzetten", gevraagd="", afdeling="", terug_op="2026-11-28")
    antwoord = druk(stad, velden)
    assert antwoord.status_code == 400
    for fout in ("Vul in waar de vraag over gaat.", "Kies een afdeling.", "Schrijf op wat u van de afdeling wilt weten.",
                 "de afdeling dicht"):  # fmt: skip
        assert fout in get_tekst(antwoord)
    assert list_alles(stad) == ()


@pytest.mark.parametrize("afdeling", ["999999", "x", "²"])
def test_a_department_that_is_not_there_is_refused_and_nothing_is_kept(stad: Stad, afdeling: str) -> None:
    velden = noteer(stad, onderwerp="Bezwaar", resultaat="doorzetten", gevraagd="Op tijd?", terug_op="2026-11-30")
    antwoord = druk(stad, velden | {"vraag-0-afdeling": afdeling})
    assert (antwoord.status_code, list_alles(stad)) == (400, ())
    assert "Kies een afdeling uit de lijst." in get_tekst(antwoord)


def test_two_of_three_questions_go_to_two_departments_in_the_same_contact(stad: Stad) -> None:
    velden = open_scherm(stad) | {"aantal": "3", "partij": str(stad.partijen["joost"])} | vul_vraag(0, "Paspoort")
    for nummer, afdeling in ((1, "belastingen"), (2, "vergunningen")):
        velden |= vul_vraag(nummer, f"Vraag aan {afdeling}", "doorzetten", afdeling=str(stad.afdelingen[afdeling]),
                            gevraagd=f"Kunt u kijken, {afdeling}?", terug_op="2026-11-26")  # fmt: skip
    assert druk(stad, velden).status_code == 302
    opdrachten = {een.afdeling_id: een.gevraagd for een in list_opdrachten(stad)}
    assert opdrachten == {stad.afdelingen[naam]: f"Kunt u kijken, {naam}?" for naam in ("belastingen", "vergunningen")}


def test_sending_twice_makes_one_order(stad: Stad) -> None:
    velden = noteer(stad, onderwerp="Bezwaar", resultaat="doorzetten", gevraagd="Op tijd?", terug_op="2026-11-30")
    velden |= {"vraag-0-afdeling": str(stad.afdelingen["belastingen"])}
    eerste, tweede = (druk(stad, velden)["Location"] for _ in range(2))
    assert eerste == tweede
    assert len(list_opdrachten(stad)) == 1


def test_who_must_hear_from_us_has_to_be_known_here_too(stad: Stad) -> None:
    velden = noteer(stad, onderwerp="Bezwaar", resultaat="doorzetten", gevraagd="Op tijd?", terug_op="2026-11-30")
    velden |= {"vraag-0-afdeling": str(stad.afdelingen["belastingen"]), "partij": ""}
    assert "Wie krijgt straks het antwoord?" in get_tekst(druk(stad, velden))
    assert list_alles(stad) == ()


def test_a_day_after_the_promise_asks_why(stad: Stad) -> None:
    velden = noteer(stad, onderwerp="Bezwaar", resultaat="doorzetten", gevraagd="Op tijd?", terug_op="2026-12-08")
    velden |= {"vraag-0-afdeling": str(stad.afdelingen["belastingen"])}
    assert "Kies uiterlijk dinsdag 1 december 2026" in get_tekst(druk(stad, velden))
    assert druk(stad, velden | {"vraag-0-reden_later": "De specialist is ziek."}).status_code == 302


def test_the_screen_takes_as_many_queries_with_ten_departments_as_with_two(stad: Stad) -> None:
    stad.kim.get(NIEUW)
    with CaptureQueriesContext(connection) as twee:
        stad.kim.get(NIEUW)
    for nummer in range(8):
        add_afdeling(stad.systeem(), stad.gemeente_id, f"Afdeling {nummer}", f"afdeling-{nummer}")
    with CaptureQueriesContext(connection) as tien:
        stad.kim.get(NIEUW)
    assert len(tien) == len(twee)


def test_a_colleague_of_the_department_reads_it_for_his_own_purpose(stad: Stad) -> None:
    velden = noteer(stad, onderwerp="Bezwaar", resultaat="doorzetten", gevraagd="Op tijd?", terug_op="2026-11-30")
    druk(stad, velden | {"vraag-0-afdeling": str(stad.afdelingen["belastingen"])})
    (opdracht,) = list_opdrachten(stad)
    raadpleging = stad.raadpleging("vera", Doel.OVERDRACHT_BEANTWOORDEN)
    assert list_overdrachten_van_klantvraag(raadpleging, opdracht.klantvraag_id) == []
