"""A fact reaches every reaction exactly once, whatever goes wrong on the way."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import IntegrityError, transaction

from stadspunt.fundament.gebeurtenissen import feiten
from stadspunt.fundament.gebeurtenissen.actions import MAX_POGINGEN, publish, retry_aflevering
from stadspunt.fundament.gebeurtenissen.jobs import lever_achterstand
from stadspunt.fundament.gebeurtenissen.models import Aflevering, Gebeurtenis
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.toegang.actor import Handeling
from tests.stad import Stad


@dataclass(frozen=True, slots=True)
class LindeGeplant:
    """A fact for these tests only."""

    klantvraag_id: int
    straat_ids: tuple[int, ...] = ()


@pytest.fixture
def gehoord(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Let one reaction listen; it fails as long as the number is odd."""
    gehoord: list[int] = []

    def luister(handeling: Handeling, feit: LindeGeplant) -> None:
        Gebeurtenis.objects.create(
            soort="Gehoord", moment_op=handeling.moment, actor_soort="systeem", actor="", doel="", inhoud={}, onderwerpen=[]
        )
        gehoord.append(feit.klantvraag_id)
        if feit.klantvraag_id % 2:
            raise RuntimeError("de schop is kapot")

    monkeypatch.setitem(feiten._FEITEN, "LindeGeplant", LindeGeplant)
    monkeypatch.setitem(feiten._REACTIES, LindeGeplant, {"tests.luister": luister})
    return gehoord


def plant(stad: Stad, nummer: int) -> None:
    with transaction.atomic():
        publish(stad.systeem(), LindeGeplant(nummer, (7, 8)))


def test_a_reaction_hears_a_fact_once_however_often_it_is_delivered(stad: Stad, gehoord: list[int]) -> None:
    plant(stad, 2)
    stad.werk()
    lever_achterstand()
    assert gehoord == [2]


def test_a_failing_reaction_leaves_nothing_but_its_error_and_is_tried_later(stad: Stad, gehoord: list[int]) -> None:
    plant(stad, 3)
    stad.werk()
    assert Gebeurtenis.objects.filter(soort="Gehoord").count() == 0
    aflevering = Aflevering.objects.get()
    assert (aflevering.staat, aflevering.pogingen, aflevering.laatste_fout) == ("wacht", 1, "RuntimeError: de schop is kapot")
    lever_achterstand()
    assert gehoord == [3]
    stad.vooruit(minutes=1)
    lever_achterstand()
    assert gehoord == [3, 3]


def test_after_ten_tries_a_delivery_waits_for_a_person(stad: Stad, gehoord: list[int]) -> None:
    plant(stad, 5)
    stad.werk()
    for _ in range(MAX_POGINGEN):
        stad.vooruit(hours=2)
        lever_achterstand()
    aflevering = Aflevering.objects.get()
    assert (aflevering.staat, aflevering.pogingen) == ("mislukt", MAX_POGINGEN)
    assert not retry_aflevering(stad.systeem(), aflevering.pk)
    assert gehoord == [5] * (MAX_POGINGEN + 1)


def test_a_fact_of_an_action_that_failed_was_never_true(stad: Stad, gehoord: list[int]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        publish(stad.systeem(), LindeGeplant(2))
        raise RuntimeError("toch niet")
    stad.werk()
    assert gehoord == []


def test_a_fact_stands_on_the_timeline_of_everything_it_is_about(stad: Stad, gehoord: list[int]) -> None:
    plant(stad, 2)
    for onderwerp in ("klantvraag:2", "straat:8"):
        assert [regel.soort for regel in list_gebeurtenissen(stad.raadpleging(), onderwerp)] == ["LindeGeplant"]


def test_a_fact_can_never_be_changed(stad: Stad, gehoord: list[int]) -> None:
    plant(stad, 2)
    with pytest.raises(IntegrityError, match="toe te voegen"), transaction.atomic():
        Gebeurtenis.objects.update(soort="Anders")
    with pytest.raises(IntegrityError, match="toe te voegen"), transaction.atomic():
        Gebeurtenis.objects.all()._raw_delete("default")


@pytest.mark.django_db(transaction=True)
def test_publishing_outside_an_action_is_refused(echte_stad: Stad) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        publish(echte_stad.systeem(), LindeGeplant(2))
