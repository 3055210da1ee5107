"""The committed answers agree with the generator, computed here in another way: by walking through time."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date, datetime
from itertools import groupby
from typing import Any

import pytest

from stadspunt.fundament.tijd.dagen import WEEKDAGEN, to_dag, to_moment
from stadspunt.project.demo.bekend import EINDDATUM, compute_bekende_antwoorden, list_maandeinden, read_bekende_antwoorden
from stadspunt.project.demo.jaar import generate_jaar
from stadspunt.project.demo.jaarvorm import Jaarcontact

Gebeurtenis = tuple[datetime, int]


@pytest.fixture(scope="module")
def jaar() -> list[Jaarcontact]:
    return list(generate_jaar(EINDDATUM))


@pytest.fixture(scope="module")
def bekend() -> dict[str, Any]:
    return read_bekende_antwoorden()


def test_the_committed_file_is_what_the_module_computes(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    assert compute_bekende_antwoorden(jaar, EINDDATUM) == bekend


def test_contacts_per_channel_and_month(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    sleutels = sorted((c.kanaal.value, to_dag(c.moment).isoformat()[:7]) for c in jaar if c.richting == "in")
    geteld: dict[str, dict[str, int]] = defaultdict(dict)
    for (kanaal, maand), groep in groupby(sleutels):
        geteld[kanaal][maand] = len(list(groep))
    assert geteld == bekend["inkomend_per_kanaal_per_maand"]
    assert bekend["contacten"] == 20_000


def test_the_busiest_weekday(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    dagen = [WEEKDAGEN[to_dag(contact.moment).weekday()] for contact in jaar if contact.richting == "in"]
    assert {dag: dagen.count(dag) for dag in WEEKDAGEN} == bekend["inkomend_per_weekdag"]
    assert bekend["drukste_weekdag"] == "maandag"


def test_first_contact_share(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    """Counted the other way round: what was not done at once."""
    beantwoord = [v for contact in jaar for v in contact.vragen if v.status == "afgehandeld"]
    niet_direct = [v for v in beantwoord if len(v.overdrachten) > 0 or len(v.antwoorden) > 1]
    verwacht = bekend["eerste_contact"]
    assert len(beantwoord) == verwacht["beantwoord"]
    assert len(beantwoord) - len(niet_direct) == verwacht["eerste_contact"]
    assert abs(verwacht["promille"] - 1000 * (1 - len(niet_direct) / len(beantwoord))) <= 0.5


def test_orders_per_department(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    for afdeling, verwacht in bekend["overdrachten_per_afdeling"].items():
        eigen = [o for c in jaar for v in c.vragen for o in v.overdrachten if o.afdeling == afdeling]
        terug = {o: to_dag(o.teruggegeven_op) for o in eigen if o.teruggegeven_op}
        assert verwacht == {
            "gevraagd": len(eigen),
            "terug": len(terug),
            "te_laat": sum((dag - o.terug_op).days > 0 for o, dag in terug.items()),
            "open": len(eigen) - len(terug),
            "open_te_laat": sum(o not in terug and (EINDDATUM - o.terug_op).days > 0 for o in eigen),
        }


def list_stappen(jaar: list[Jaarcontact]) -> list[Gebeurtenis]:
    """Return every moment at which the number of open questions goes up or down, in the order of time."""
    stappen: list[Gebeurtenis] = []
    for contact in jaar:
        for vraag in contact.vragen:
            stappen.append((contact.moment, 1))
            stappen += [(antwoord.gegeven_op, -1) for antwoord in vraag.antwoorden]
            stappen += [(moment, 1) for moment in [vraag.heropend_op] if moment]
            stappen += [(moment, -1) for moment in [vraag.vervallen_op] if moment]
    return sorted(stappen)


def test_open_questions_at_the_end_of_each_month(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    stappen = list_stappen(jaar)
    momenten = [moment for moment, _ in stappen]
    stand = [0]
    for _, stap in stappen:
        stand.append(stand[-1] + stap)
    geteld = {}
    for dag in list_maandeinden(EINDDATUM):
        middernacht = to_moment(date.fromordinal(dag.toordinal() + 1))
        geteld[dag.isoformat()] = stand[bisect_right(momenten, middernacht)]
    assert geteld == bekend["open_per_maandeinde"]


def test_what_came_after_the_promise(jaar: list[Jaarcontact], bekend: dict[str, Any]) -> None:
    te_laat = 0
    for vraag in (v for contact in jaar for v in contact.vragen if v.status == "afgehandeld"):
        te_laat += (to_dag(max(antwoord.gegeven_op for antwoord in vraag.antwoorden)) - vraag.beloofd).days > 0
    assert te_laat == bekend["na_belofte"]
