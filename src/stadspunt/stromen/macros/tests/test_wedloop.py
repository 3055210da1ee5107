"""Two at once: the lock on the question decides, and whoever comes second is told."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.macros.actions.terugdraaien import undo_macro
from stadspunt.stromen.macros.actions.uitvoeren import run_macro
from stadspunt.stromen.macros.rules import Stap, Stapsoort
from stadspunt.stromen.macros.tests.conftest import Maak
from tests.stad import Stad
from tests.stad.gelijktijdig import do_tegelijk

NOTITIE = Stap(Stapsoort.NOTITIE, tekst="Gebeld.")
KEER = 6


def at_once(*taken: Callable[[], Any]) -> list[Any]:
    """Run these in threads that start together; return what came of each, a refusal as its code."""
    return [een.fouten[0].code if isinstance(een, AchterhaaldError) else een for een in do_tegelijk(*taken)]


def count_notities(stad: Stad, vraag_id: int) -> int:
    return len(get_vraagdossier(stad.raadpleging(), vraag_id).notities)


def test_the_same_button_pressed_twice_is_one_act(echte_stad: Stad, maak: Maak) -> None:
    stad, macro = echte_stad, maak(echte_stad, NOTITIE)
    for _ in range(KEER):
        vraag_id = stad.klantvraag()
        een, ander = at_once(*[partial(run_macro, stad.handeling(), macro, vraag_id, kenmerk) for kenmerk in [uuid4()] * 2])
        assert een == ander
        assert count_notities(stad, vraag_id) == 1


def test_two_agents_with_the_same_sight_of_a_question_do_not_both_act(echte_stad: Stad, maak: Maak) -> None:
    stad, macro = echte_stad, maak(echte_stad, NOTITIE)
    for _ in range(KEER):
        vraag_id = stad.klantvraag()
        versie = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].versie
        taken = [partial(run_macro, stad.handeling(wie), macro, vraag_id, uuid4(), versie=versie) for wie in ("kim", "tess")]
        uitkomsten = at_once(*taken)
        assert sum(een == "gewijzigd" for een in uitkomsten) == 1
        assert count_notities(stad, vraag_id) == 1


def test_undo_twice_is_undone_once(echte_stad: Stad, maak: Maak) -> None:
    stad, macro = echte_stad, maak(echte_stad, NOTITIE)
    for _ in range(KEER):
        vraag_id = stad.klantvraag()
        uitvoering = run_macro(stad.handeling(), macro, vraag_id, uuid4())
        uitkomsten = at_once(*[partial(undo_macro, stad.handeling(), uitvoering)] * 2)
        assert sorted(map(str, uitkomsten)) == sorted([str(vraag_id), "al-ongedaan"])
        assert count_notities(stad, vraag_id) == 0


def test_undo_against_the_change_of_a_colleague_loses_nothing(echte_stad: Stad, maak: Maak) -> None:
    """Either the undo came first, or it refuses; what the colleague wrote is always there."""
    stad, macro = echte_stad, maak(echte_stad, NOTITIE)
    for _ in range(KEER * 2):
        vraag_id = stad.klantvraag()
        uitvoering = run_macro(stad.handeling(), macro, vraag_id, uuid4())
        undo = partial(undo_macro, stad.handeling(), uitvoering)
        uitkomst, _ = at_once(undo, partial(add_notitie, stad.handeling("tess"), vraag_id, "Ik ook."))
        teksten = [een.tekst for een in get_vraagdossier(stad.raadpleging(), vraag_id).notities]
        assert teksten == (["Gebeld.", "Ik ook."] if uitkomst == "gewijzigd" else ["Ik ook."])
