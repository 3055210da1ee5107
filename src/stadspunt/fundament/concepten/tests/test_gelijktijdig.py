"""Two windows of one employee at the same moment: the database decides, and who loses is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.actions import finish_concept, record_aanwezigheid, save_concept
from stadspunt.fundament.concepten.models import Aanwezigheid, Concept
from stadspunt.fundament.concepten.queries import list_concepten
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
