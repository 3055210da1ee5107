"""Web forms: stored first, one contact however often the button is pressed, and the number at once."""

from dataclasses import replace
from uuid import uuid4

import pytest

from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.fundament.fouten import GeenRechtError
from stadspunt.fundament.toegang.actor import Handeling, build_bezoeker
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.intake.actions.ontvangen import receive_formulier
from stadspunt.stromen.intake.actions.verwerken import process_ontvangst
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.queries.ontvangsten import Ontvangstfilter, find_uitkomst, list_ontvangsten
from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from tests.stad import Stad

INZENDING = Formulierinzending(
    "Anna Kok", "anna.kok@example.org", "0612345678", "", "Ik ben mijn vergunning kwijt.\nWat nu?", "parkeervergunning", "nl"
)


def bezoeker(stad: Stad) -> Handeling:
    return Handeling(build_bezoeker(frozenset({stad.gemeente_id})), "vraag-stellen", stad.systeem().moment)


def test_a_visitor_sends_a_form_and_sees_the_number_at_once(stad: Stad) -> None:
    wie = bezoeker(stad)
    bestanden = (("../foto.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40),)
    ontvangen = receive_formulier(wie, stad.ingangen["formulier"], INZENDING, bestanden, "sleutel-1")
    assert not find_uitkomst(wie.raadpleging, ontvangen.uuid).verwerkt
    assert process_ontvangst(wie, ontvangen.id, wacht=True)
    uitkomst = find_uitkomst(wie.raadpleging, ontvangen.uuid)
    rij = Ontvangst.objects.get()
    assert rij.klantvraag_id is not None
    raadpleging = stad.systeem().raadpleging
    vraag = get_klantvragen(raadpleging, [rij.klantvraag_id])[rij.klantvraag_id]
    assert (uitkomst.verwerkt, uitkomst.nummers, uitkomst.antwoord_per) == (True, (vraag.nummer,), "email")
    assert (vraag.onderwerp, vraag.product_id) == ("Ik ben mijn vergunning kwijt.", stad.producten["parkeervergunning"])
    assert (vraag.kanaal_id, vraag.status) == (stad.kanaal("internet"), "nieuw")
    assert vraag.partij_id is not None
    assert get_partij(raadpleging, vraag.partij_id).telefoons == ("0612345678",)
    assert [een.document.naam for een in list_berichten(raadpleging, vraag.id)[0].bijlagen] == ["foto.png"]


def test_the_job_that_comes_after_the_visitor_does_nothing_more(stad: Stad) -> None:
    ontvangen = receive_formulier(bezoeker(stad), stad.ingangen["formulier"], INZENDING, (), "sleutel-1")
    process_ontvangst(bezoeker(stad), ontvangen.id, wacht=True)
    stad.vooruit(minutes=1)
    stad.werk()
    vraag_id = Ontvangst.objects.get().klantvraag_id
    assert vraag_id is not None
    assert len(get_vraagdossier(stad.systeem().raadpleging, vraag_id).contacten) == 1


def test_a_visitor_who_is_gone_before_the_number_came_is_helped_by_the_job(stad: Stad) -> None:
    receive_formulier(bezoeker(stad), stad.ingangen["formulier"], INZENDING, (), "sleutel-1")
    stad.vooruit(seconds=30)
    stad.werk()
    assert Ontvangst.objects.get().uitkomst == "contact"


def test_pressing_twice_is_one_contact_and_another_text_is_another(stad: Stad) -> None:
    def stuur(vraag: str) -> bool:
        return receive_formulier(
            bezoeker(stad), stad.ingangen["formulier"], Formulierinzending(vraag=vraag), (), "sleutel-1"
        ).nieuw

    assert [stuur("een"), stuur("een"), stuur("twee")] == [True, False, True]


def test_the_same_form_shown_anew_is_the_same_question_for_some_hours(stad: Stad) -> None:
    def stuur(eenmalig: str, **anders: str) -> bool:
        inzending = replace(INZENDING, **anders)
        return receive_formulier(bezoeker(stad), stad.ingangen["formulier"], inzending, (), eenmalig).nieuw

    assert [stuur("k1"), stuur("k2"), stuur("k3", email="ander@example.org")] == [True, False, True]
    stad.vooruit(hours=5)
    assert stuur("k4")


def test_two_without_an_address_are_told_apart_by_their_browser(stad: Stad) -> None:
    def stuur(eenmalig: str, browser: str) -> bool:
        inzending = Formulierinzending(vraag="Lantaarn stuk")
        return receive_formulier(bezoeker(stad), stad.ingangen["formulier"], inzending, (), eenmalig, browser).nieuw

    assert [stuur("k1", "een"), stuur("k2", "een"), stuur("k3", "twee")] == [True, False, True]
    assert [stuur("k4", ""), stuur("k5", "")] == [True, True]


def test_another_file_is_another_question(stad: Stad) -> None:
    def stuur(eenmalig: str, inhoud: bytes) -> bool:
        return receive_formulier(bezoeker(stad), stad.ingangen["formulier"], INZENDING, (("foto.png", inhoud),), eenmalig).nieuw

    assert [stuur("k1", b"een"), stuur("k2", b"een"), stuur("k3", b"twee")] == [True, False, True]


def test_a_form_without_a_name_or_address_is_an_anonymous_question(stad: Stad) -> None:
    ontvangen = receive_formulier(bezoeker(stad), stad.ingangen["formulier"], Formulierinzending(vraag="Lantaarn stuk"), (), "k")
    process_ontvangst(bezoeker(stad), ontvangen.id, wacht=True)
    vraag_id = Ontvangst.objects.get().klantvraag_id
    assert vraag_id is not None
    assert get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].partij_id is None


def test_a_visitor_sees_nothing_of_others(stad: Stad) -> None:
    assert find_uitkomst(bezoeker(stad).raadpleging, uuid4()).nummers == ()
    with pytest.raises(GeenRechtError):
        list_ontvangsten(bezoeker(stad).raadpleging, Ontvangstfilter())
