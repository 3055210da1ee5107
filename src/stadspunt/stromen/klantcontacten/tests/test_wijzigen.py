"""A question goes to another team of the KCC: its queue, nobody has it, and everybody sees it happen."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_team
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, GeweigerdError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, drop_klantvraag
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen, record_vakantwoord
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.actions.wijzigen import Vraaggegevens, move_klantvraag, update_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import (
    Filter,
    get_klantvragen,
    get_vraagdossier,
    list_samen_gevraagd,
    list_werkvoorraad,
)
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuwContact, NieuweVraag, Status, Vervalreden
from tests.stad import Stad


def get_vraag(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def move(stad: Stad, vraag_id: int, team_id: int | None = None, notitie: str = "", wie: str = "kim") -> None:
    move_klantvraag(stad.handeling(wie), vraag_id, team_id or stad.teams["balie"], get_vraag(stad, vraag_id).versie, notitie)


@contextmanager
def hear_lijsten() -> Iterator[set[str]]:
    """Collect the lists that are announced meanwhile."""
    lijsten: set[str] = set()
    with CaptureQueriesContext(connection) as gevraagd:
        yield lijsten
    lijsten |= {een["sql"].split("'")[3] for een in gevraagd.captured_queries if "pg_notify" in een["sql"]}


def test_a_moved_question_waits_for_anybody_of_the_other_team(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    move(stad, vraag_id)
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.team_id, vraag.behandelaar_id, vraag.status) == (stad.teams["balie"], None, Status.NIEUW)
    assert str(vraag.beloofd) == "2026-12-01", "de belofte aan de klant blijft"


def test_both_lists_and_the_question_are_told(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    with hear_lijsten() as lijsten:
        move(stad, vraag_id)
    assert lijsten == {f"team-{stad.teams['mit']}", f"team-{stad.teams['balie']}", f"vraag-{vraag_id}"}


def test_the_move_is_a_fact_with_both_teams_and_the_note_is_kept(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    move(stad, vraag_id, notitie="Klant is boos")
    feiten = list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")
    (verplaatst,) = [feit.inhoud for feit in feiten if feit.soort == "KlantvraagVerplaatst"]
    assert (verplaatst["van_team_id"], verplaatst["naar_team_id"]) == (stad.teams["mit"], stad.teams["balie"])
    assert [notitie.tekst for notitie in get_vraagdossier(stad.raadpleging(), vraag_id).notities] == ["Klant is boos"]


def test_what_came_back_from_a_department_is_still_to_be_checked_by_the_other_team(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    mark_overgedragen(stad.handeling(), vraag_id, stad.afdelingen["belastingen"])
    record_vakantwoord(stad.systeem(), vraag_id)
    move(stad, vraag_id)
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.team_id, vraag.behandelaar_id, vraag.status) == (stad.teams["balie"], None, Status.TE_CONTROLEREN)


def test_a_team_of_the_neighbours_or_of_a_department_gets_no_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    buren = add_gemeente(stad.systeem(), "Wilgenoord", "wilgenoord", "wilgenoord.example")
    vreemd = add_team(stad.systeem(), buren, "KCC", "kcc")
    afdeling = add_team(stad.systeem(), stad.gemeente_id, "Heffen", "heffen", afdeling_id=stad.afdelingen["belastingen"])
    for team_id in (vreemd, afdeling, 0, 999_999):
        with pytest.raises(GeweigerdError) as weigering:
            move_klantvraag(stad.handeling(), vraag_id, team_id, get_vraag(stad, vraag_id).versie, "Niet bewaren")
        assert weigering.value.fouten[0].veld == "team"
    assert get_vraag(stad, vraag_id).team_id == stad.teams["mit"]
    assert get_vraagdossier(stad.raadpleging(), vraag_id).notities == ()


def test_who_did_not_see_the_last_change_moves_nothing(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    versie = get_vraag(stad, vraag_id).versie
    add_notitie(stad.handeling("tess"), vraag_id, "Ik bel hem net")
    with pytest.raises(AchterhaaldError):
        move_klantvraag(stad.handeling(), vraag_id, stad.teams["balie"], versie)


def test_a_closed_question_stays_where_it_is(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    drop_klantvraag(stad.handeling(), vraag_id, Vervalreden.DUBBEL)
    with pytest.raises(AchterhaaldError):
        move(stad, vraag_id)


def test_a_department_moves_nothing(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    with pytest.raises(GeenRechtError):
        move(stad, vraag_id, wie="bram")


def test_moving_to_the_team_that_has_it_leaves_it_with_who_has_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    move(stad, vraag_id, stad.teams["mit"])
    assert get_vraag(stad, vraag_id).behandelaar_id == stad.medewerkers["kim"]


def test_subject_and_team_change_together(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Paspoor")
    gegevens = Vraaggegevens("Paspoort", None, Complexiteit.COMPLEX, stad.teams["balie"])
    update_klantvraag(stad.handeling(), vraag_id, gegevens, get_vraag(stad, vraag_id).versie)
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.onderwerp, vraag.team_id, vraag.status) == ("Paspoort", stad.teams["balie"], Status.NIEUW)


def test_a_list_can_be_held_to_one_entrance(stad: Stad) -> None:
    balie = stad.klantvraag(ingang_id=stad.ingangen["balie"])
    stad.klantvraag(ingang_id=stad.ingangen["nummer"])
    filter_ = Filter(ingang_ids=frozenset({stad.ingangen["balie"]}))
    assert [regel.id for regel in list_werkvoorraad(stad.raadpleging(), filter_).regels] == [balie]


def test_questions_of_one_contact_know_each_other(stad: Stad) -> None:
    vragen = (NieuweVraag("Paspoort"), NieuweVraag("Grofvuil", antwoord="Donderdag."))
    contact = NieuwContact(stad.gemeente_id, stad.kanaal("telefoon"), stad.teams["mit"], stad.systeem().moment, vragen=vragen)
    paspoort, grofvuil = register_klantcontact(stad.handeling(), contact).klantvraag_ids
    stad.klantvraag("Van een ander")
    assert [vraag.id for vraag in list_samen_gevraagd(stad.raadpleging(), paspoort)] == [grofvuil]
    assert [vraag.id for vraag in list_samen_gevraagd(stad.raadpleging(), grofvuil)] == [paspoort]
