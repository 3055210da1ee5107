"""Two windows of one employee at the same moment: the database decides, and who loses is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.actions import (
    amend_concept,
    finish_concept,
    let_go,
    record_aanwezigheid,
    save_concept,
    take_in_hand,
)
from stadspunt.fundament.concepten.models import Aanwezigheid, Concept
from stadspunt.fundament.concepten.queries import find_concept, list_concepten
from stadspunt.fundament.fouten import AchterhaaldError
from tests.stad import Stad

RONDEN = 15


def at_once(*daden: Callable[[], object]) -> list[str]:
    """Do these at the same moment; returns for each 'ja' or the code of the refusal."""
    start = Barrier(len(daden))

    def do(daad: Callable[[], object]) -> str:
        start.wait()
        try:
            daad()
        except AchterhaaldError as fout:
            return fout.fouten[0].code
        finally:
            connection.close()
        return "ja"

    with ThreadPoolExecutor(len(daden)) as draden:
        return list(draden.map(do, daden))


def test_of_two_windows_that_begin_at_once_one_keeps_its_text(echte_stad: Stad) -> None:
    kim = echte_stad.handeling("kim", Doel.KLANTVRAAG_BEHANDELEN)
    for ronde in range(RONDEN):
        plek = f"vraag-{ronde}-antwoord"

        def typ(tekst: str, plek: str = plek) -> int:
            return save_concept(kim, plek, {"tekst": [tekst]}, titel="", url="/", sinds=kim.moment)

        assert sorted(at_once(lambda: typ("eerste"), lambda: typ("tweede"))) == ["ander-venster", "ja"]
    assert Concept.objects.count() == RONDEN


def test_sending_wins_from_what_is_typed_at_the_same_moment(echte_stad: Stad) -> None:
    kim = echte_stad.handeling("kim", Doel.KLANTVRAAG_BEHANDELEN)
    for ronde in range(RONDEN):
        plek = f"vraag-{ronde}-antwoord"
        versie = save_concept(kim, plek, {"tekst": ["Beste"]}, titel="", url="/", sinds=kim.moment) if ronde % 2 else 0

        def typ(plek: str = plek, versie: int = versie) -> int:
            return save_concept(kim, plek, {"tekst": ["Beste J"]}, titel="", url="/", sinds=kim.moment, versie=versie)

        at_once(typ, lambda plek=plek: finish_concept(kim, plek))  # type: ignore[misc]
    assert list_concepten(kim.raadpleging) == []


def test_two_signs_of_one_employee_are_one_presence(echte_stad: Stad) -> None:
    kim = echte_stad.handeling("kim", Doel.KLANTVRAAG_BEHANDELEN)
    for ronde in range(RONDEN):
        plek = f"vraag-{ronde}"
        tekens = [lambda plek=plek: record_aanwezigheid(kim, plek, schrijft=False)] * 2  # type: ignore[misc]
        assert at_once(*tekens) == ["ja", "ja"]
    assert Aanwezigheid.objects.count() == RONDEN


def test_of_two_drafts_taken_in_hand_at_once_one_is_the_latest_and_letting_go_ends_both(echte_stad: Stad) -> None:
    kim = echte_stad.handeling("kim", Doel.KLANTVRAAG_BEHANDELEN)
    for plek in ("contact-a", "contact-b"):
        save_concept(kim, plek, {"naam": [plek]}, titel="", url="/", sinds=kim.moment)
    for _ in range(RONDEN):
        assert at_once(lambda: take_in_hand(kim, "contact-a"), lambda: take_in_hand(kim, "contact-b")) == ["ja", "ja"]
    let_go(kim)
    assert [een.in_hand_op for een in list_concepten(kim.raadpleging)] == [None, None]


def test_a_button_and_a_first_word_at_the_same_moment_are_one_draft_and_none_is_refused(echte_stad: Stad) -> None:
    kim = echte_stad.handeling("kim", Doel.KLANTVRAAG_BEHANDELEN)
    for ronde in range(RONDEN):
        plek = f"contact-{ronde}"

        def typ(plek: str = plek) -> int:
            return save_concept(kim, plek, {"tekst": ["Beste"], "partij": ["7"]}, titel="", url="/", sinds=kim.moment)

        def press(plek: str = plek) -> None:
            amend_concept(kim, plek, {"partij": ["7"]}, titel="", url="/")

        at_once(typ, press)
        concept = find_concept(kim.raadpleging, plek)
        assert concept is not None
        assert concept.get_waarde("partij") == "7"
    assert Concept.objects.count() == RONDEN


def test_a_contact_that_is_being_sent_is_not_begun_again_by_a_button(echte_stad: Stad) -> None:
    kim = echte_stad.handeling("kim", Doel.KLANTVRAAG_BEHANDELEN)
    for ronde in range(RONDEN):
        plek = f"contact-{ronde}"
        save_concept(kim, plek, {"naam": ["Joost"]}, titel="", url="/", sinds=kim.moment)
        at_once(
            lambda plek=plek: amend_concept(kim, plek, {"partij": ["7"]}, titel="", url="/"),  # type: ignore[misc]
            lambda plek=plek: finish_concept(kim, plek),  # type: ignore[misc]
        )
    assert list_concepten(kim.raadpleging) == []
