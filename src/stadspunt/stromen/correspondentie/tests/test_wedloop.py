"""Two at once on one message: the lock on its row decides, and whoever loses is told."""

import random
from collections.abc import Callable
from functools import partial
from typing import Any

from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.bevestigen import plan_ontvangstbevestiging
from stadspunt.stromen.correspondentie.actions.verzenden import withdraw_verzending
from stadspunt.stromen.correspondentie.bouw import build_bericht, build_opzet
from stadspunt.stromen.correspondentie.jobs import verzend_bericht
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.queries import get_vraagdossier
from tests.stad import Stad
from tests.stad.gelijktijdig import do_tegelijk

JOOST = "joost.jansen@example.org"


def at_once(*taken: Callable[[], Any], later: tuple[float, ...] = ()) -> list[Any]:
    """Run these in threads of their own that start together (or `later`, in seconds); return what came of each."""
    wachten = later or tuple(random.uniform(0, 0.01) for _ in taken)
    uitkomsten = do_tegelijk(*taken, later=wachten)
    return [een.fouten[0].code if isinstance(een, AchterhaaldError) else een for een in uitkomsten]


def verzending_id(stad: Stad, vraag_id: int) -> int:
    verzending = list_berichten(stad.systeem().raadpleging, vraag_id)[-1].verzending
    assert verzending is not None
    return verzending.id


def test_undo_against_the_sender_has_exactly_one_winner(echte_stad: Stad, mailserver: Mailserver) -> None:
    """From undo a tenth of a second earlier to a tenth later, in small steps around the middle."""
    stad, gewonnen = echte_stad, []
    for voorsprong in (-0.1, *(stap / 1000 for stap in range(-12, 13)), 0.1):
        vraag_id = stad.klantvraag()
        send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST))
        stad.vooruit(seconds=20)
        send = partial(verzend_bericht, verzending_id(stad, vraag_id))
        undo = partial(withdraw_verzending, stad.handeling(), verzending_id(stad, vraag_id))
        voor = len(mailserver.ontvangen)
        _, uitkomst = at_once(send, undo, later=(max(0, -voorsprong), max(0, voorsprong)))
        verzending = list_berichten(stad.systeem().raadpleging, vraag_id)[-1].verzending
        assert verzending is not None
        gewonnen.append((len(mailserver.ontvangen) - voor, uitkomst, verzending.status))
    assert set(gewonnen) == {(1, "al-verzonden", "verzonden"), (0, None, "ingetrokken")}
    assert (gewonnen[0][2], gewonnen[-1][2]) == ("ingetrokken", "verzonden")


def test_four_workers_send_one_message_once(echte_stad: Stad, mailserver: Mailserver) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag()
    send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST))
    stad.vooruit(seconds=20)
    nummer = verzending_id(stad, vraag_id)
    at_once(*(lambda: verzend_bericht(nummer) for _ in range(4)))
    assert len(mailserver.ontvangen) == 1
    assert len(get_vraagdossier(stad.systeem().raadpleging, vraag_id).antwoorden) == 1


def test_two_colleagues_who_answer_at_once_send_one_answer(echte_stad: Stad) -> None:
    stad = echte_stad
    for _ in range(8):
        vraag_id = stad.klantvraag()
        kim, tess = stad.handeling("kim"), stad.handeling("tess")
        uitkomsten = at_once(
            lambda wie=kim, vraag=vraag_id: send_antwoord(wie, vraag, build_opzet(JOOST, "Van Kim")),
            lambda wie=tess, vraag=vraag_id: send_antwoord(wie, vraag, build_opzet(JOOST, "Van Tess")),
        )
        assert uitkomsten.count("al-onderweg") == 1
        assert len([een for een in list_berichten(stad.systeem().raadpleging, vraag_id) if een.verzending]) == 1


def test_one_form_pressed_three_times_at_once_is_one_answer(echte_stad: Stad) -> None:
    stad = echte_stad
    vraag_id, kim, opzet = stad.klantvraag(), stad.handeling(), build_opzet(JOOST)
    uitkomsten = at_once(*(lambda: send_antwoord(kim, vraag_id, opzet) for _ in range(3)))
    assert len(set(uitkomsten)) == 1
    assert isinstance(uitkomsten[0], int)


def test_a_fact_delivered_by_several_workers_gives_one_receipt(echte_stad: Stad, mailserver: Mailserver) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag(wie="systeem", kanaal_id=stad.kanaal("email"))
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id)
    systeem = stad.systeem()
    at_once(*(lambda: plan_ontvangstbevestiging(systeem, vraag_id) for _ in range(4)))
    stad.werk()
    assert len(mailserver.ontvangen) == 1
