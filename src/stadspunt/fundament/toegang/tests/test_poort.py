"""Default deny, and everyone shown is written down."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from django.db import IntegrityError, transaction

from stadspunt.fundament.fouten import GeenRechtError
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.blik import Blik, open_blik
from stadspunt.fundament.toegang.inzage import find_getoonde_partijen, write_blik
from stadspunt.fundament.toegang.models import Inzage
from stadspunt.fundament.toegang.poort import POORTEN, action, open_query, query
from tests.stad import Stad


@dataclass(frozen=True, slots=True)
class Bankje:
    """A view value of these tests: who sits on it is shown."""

    zitters: tuple[int, ...]
    naast: tuple["Bankje", ...] = ()

    def get_getoonde_partijen(self) -> Iterable[int]:
        return self.zitters


@pytest.fixture(autouse=True)
def _keep_the_register_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stadspunt.fundament.toegang.poort.POORTEN", dict(POORTEN))


def kijk(raadpleging: Raadpleging) -> dict[str, list[Bankje]]:
    return {"park": [Bankje((1, 2), (Bankje((3, 2)),))]}


def test_a_look_without_the_right_is_refused_before_anything_is_read(stad: Stad) -> None:
    gekeken = []
    poort = query(recht="bankje.lezen")(lambda raadpleging: gekeken.append(1))
    with pytest.raises(GeenRechtError):
        poort(stad.raadpleging("kim"))
    assert gekeken == []


def test_the_right_holds_only_for_its_purpose(stad: Stad) -> None:
    poort = query(recht="klantvraag.lezen")(kijk)
    poort(stad.raadpleging("kim", "klantvraag-behandelen"))
    with pytest.raises(GeenRechtError):
        poort(stad.raadpleging("kim", "sturen"))


def test_every_person_in_an_answer_however_deep_gets_one_line(stad: Stad) -> None:
    query(recht="klantvraag.lezen")(kijk)(stad.raadpleging("kim"))
    assert sorted(Inzage.objects.values_list("partij_id", flat=True)) == [1, 2, 3]


def test_when_the_line_cannot_be_written_there_is_no_answer(stad: Stad, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise OSError("schijf vol")

    monkeypatch.setattr("stadspunt.fundament.toegang.poort.record_inzage", vol)
    with pytest.raises(OSError, match="vol"):
        query(recht="klantvraag.lezen")(kijk)(stad.raadpleging("kim"))


def test_the_access_log_cannot_be_rewritten(stad: Stad) -> None:
    query(recht="klantvraag.lezen")(kijk)(stad.raadpleging("kim"))
    with pytest.raises(IntegrityError, match="toe te voegen"), transaction.atomic():
        Inzage.objects.update(partij_id=9)


def test_an_act_is_all_or_nothing(stad: Stad) -> None:
    @action(recht="klantvraag.behandelen")
    def half(handeling: Handeling) -> None:
        Inzage.objects.create(moment_op=handeling.moment, actor="", doel="", functie="", partij_id=4)
        raise RuntimeError("halverwege")

    with pytest.raises(RuntimeError):
        half(stad.handeling("kim"))
    assert not Inzage.objects.filter(partij_id=4).exists()


def test_rights_end_by_themselves_at_their_moment(stad: Stad) -> None:
    from datetime import timedelta

    from stadspunt.bronnen.organisatie.actions import assign_rol

    gast = stad.medewerkers["gast"]
    tot = stad.systeem().moment + timedelta(hours=1)
    assign_rol(stad.systeem(), gast, "klantadviseur", stad.gemeente_id, tot=tot)
    assert stad.raadpleging("gast").actor.has_recht("klantvraag-behandelen", "klantvraag.lezen")
    stad.vooruit(minutes=61)
    with pytest.raises(AssertionError, match="heeft geen rol"):
        stad.raadpleging("gast")


def test_finding_the_persons_shown_does_not_mind_what_else_is_there() -> None:
    assert set(find_getoonde_partijen([1, "x", None, {"a": (Bankje((5,)), {"b": Bankje((6,))})}])) == {5, 6}


def test_a_screen_writes_each_person_that_it_showed_once_at_its_end(stad: Stad) -> None:
    look = query(recht="klantvraag.lezen")(kijk)
    with open_blik("deuren.park.bankjes", write_blik):
        look(stad.raadpleging("kim"))
        look(stad.raadpleging("kim"))
        assert not Inzage.objects.exists()
    regels = Inzage.objects.order_by("partij_id").values_list("partij_id", "functie")
    assert list(regels) == [(nummer, "deuren.park.bankjes") for nummer in (1, 2, 3)]


def test_a_screen_that_fails_half_way_still_writes_whom_it_had_read(stad: Stad) -> None:
    with pytest.raises(RuntimeError), open_blik("deuren.park.bankjes", write_blik):
        query(recht="klantvraag.lezen")(kijk)(stad.raadpleging("kim"))
        raise RuntimeError("halverwege")
    assert Inzage.objects.count() == 3


def test_a_screen_whose_lines_cannot_be_written_gives_no_answer(stad: Stad) -> None:
    def vol(_: Blik) -> None:
        raise OSError("schijf vol")

    with pytest.raises(OSError, match="vol"), open_blik("deuren.park.bankjes", vol):
        query(recht="klantvraag.lezen")(kijk)(stad.raadpleging("kim"))


def test_a_screen_asks_what_shows_no_person_once_until_it_acts(stad: Stad) -> None:
    gevraagd: list[str] = []
    vraag = open_query(reden="een park heeft geen personen")(lambda park: gevraagd.append(park))
    doe = action(recht="klantvraag.behandelen")(lambda handeling: None)
    with open_blik("deuren.park.bankjes", write_blik):
        vraag("Noord")
        vraag("Noord")
        assert gevraagd == ["Noord"]
        doe(stad.handeling("kim"))
        vraag("Noord")
    vraag("Noord")
    assert gevraagd == ["Noord", "Noord", "Noord"]
