"""The loader puts the year and today's work into the rooms, whole and with every promise of the database."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import connection, transaction

from stadspunt.fundament.tijd.klok import sta_stil
from stadspunt.project.demo.accounts import DEMO_ACCOUNTS, DEMO_WACHTWOORD
from stadspunt.project.demo.bekend import EINDDATUM, read_bekende_antwoorden
from stadspunt.project.demo.jaar import generate_jaar
from stadspunt.project.demo.laden.bouwen import build_demo

pytestmark = [pytest.mark.traag, pytest.mark.django_db]

# A Saturday: the town hall is closed, and yet there is work of the last days.
NU = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
NAAR_MAAND = "to_char({} AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM')"


def ask(sql: str, *waarden: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)
        return cursor.fetchall()


def get(sql: str, *waarden: object) -> Any:
    return ask(sql, *waarden)[0][0]


@pytest.fixture(scope="module")
def lindewaard(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The whole demo on the fixed day, rolled back when the module is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        with sta_stil(NU):
            call_command("flush", interactive=False)  # the small city of the other tests
            build_demo(lambda tekst: None)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            yield
        transaction.set_rollback(True)


@pytest.fixture
def grens(lindewaard: None) -> int:
    """The last question of the year; what comes after it is of today."""
    return int(get("SELECT max(id) FROM klantcontacten_klantvraag WHERE nummer IN (SELECT nummer FROM klantcontacten_klantvraag"
                   " ORDER BY id LIMIT %s)", sum(len(c.vragen) for c in generate_jaar(EINDDATUM))))  # fmt: skip


def test_the_tables_hold_the_records_of_the_year(grens: int) -> None:
    jaar = list(generate_jaar(EINDDATUM))
    vragen = [vraag for contact in jaar for vraag in contact.vragen]
    laatste = max(contact.moment for contact in jaar)
    assert (
        get("SELECT count(*) FROM klantcontacten_klantcontact WHERE gebeurd_op <= %s AND bron_sleutel IS NULL", laatste) >= 20_000
    )
    assert get("SELECT count(*) FROM klantcontacten_klantvraag WHERE id <= %s", grens) == len(vragen)
    assert get("SELECT count(*) FROM klantcontacten_antwoord WHERE klantvraag_id <= %s", grens) == sum(
        len(vraag.antwoorden) for vraag in vragen
    )
    overdrachten = [overdracht for vraag in vragen for overdracht in vraag.overdrachten]
    assert get("SELECT count(*) FROM overdracht_overdracht WHERE klantvraag_id <= %s", grens) == len(overdrachten)
    getoetst = sum(overdracht.getoetst_op is not None for overdracht in overdrachten)
    sql = (
        "SELECT count(*) FROM overdracht_toetsing t JOIN overdracht_overdracht o ON o.id = t.overdracht_id"
        " WHERE klantvraag_id <= %s"
    )
    assert get(sql, grens) == getoetst
    assert get("SELECT count(*) FROM partijen_partij") >= 3_000


def test_the_numbers_go_on_where_the_year_stopped(grens: int) -> None:
    assert get("SELECT count(DISTINCT nummer) = count(*) FROM klantcontacten_klantvraag")
    eerste, laatste = ask(
        "SELECT min(split_part(nummer, '-', 2)), max(split_part(nummer, '-', 2)) FROM klantcontacten_klantvraag WHERE id <= %s",
        grens,
    )[0]
    assert int(laatste) - int(eerste) + 1 == get("SELECT count(*) FROM klantcontacten_klantvraag WHERE id <= %s", grens)


def test_contacts_per_channel_and_month_are_the_known_ones(grens: int) -> None:
    rijen = ask(
        f"""SELECT k.slug, {NAAR_MAAND.format("c.gebeurd_op")}, count(DISTINCT c.id) FROM klantcontacten_klantcontact c
            JOIN organisatie_kanaal k ON k.id = c.kanaal_id
            JOIN klantcontacten_contactvraag cv ON cv.klantcontact_id = c.id
            WHERE c.richting = 'in' AND c.bron_sleutel IS NULL AND cv.klantvraag_id <= %s GROUP BY 1, 2""",
        grens,
    )
    geteld: dict[str, dict[str, int]] = {}
    for kanaal, maand, aantal in sorted(rijen):
        geteld.setdefault(kanaal, {})[maand] = aantal
    assert geteld == read_bekende_antwoorden()["inkomend_per_kanaal_per_maand"]


def test_first_contact_is_the_known_one(grens: int) -> None:
    beantwoord, direct = ask(
        "SELECT count(*), count(*) FILTER (WHERE overdrachten = 0 AND heropeningen = 0)"
        " FROM klantcontacten_klantvraag WHERE status = 'afgehandeld' AND id <= %s",
        grens,
    )[0]
    verwacht = read_bekende_antwoorden()["eerste_contact"]
    assert (beantwoord, direct) == (verwacht["beantwoord"], verwacht["eerste_contact"])


def test_orders_per_department_are_the_known_ones(grens: int) -> None:
    rijen = ask(
        """SELECT a.slug, count(*), count(teruggegeven_op),
                  count(*) FILTER (WHERE (teruggegeven_op AT TIME ZONE 'Europe/Amsterdam')::date > terug_op),
                  count(*) FILTER (WHERE status = 'open'), count(*) FILTER (WHERE status = 'open' AND terug_op < %s)
           FROM overdracht_overdracht o JOIN organisatie_afdeling a ON a.id = o.afdeling_id
           WHERE klantvraag_id <= %s GROUP BY 1""",
        EINDDATUM, grens,
    )  # fmt: skip
    namen = ("gevraagd", "terug", "te_laat", "open", "open_te_laat")
    assert {rij[0]: dict(zip(namen, rij[1:], strict=True)) for rij in rijen} == read_bekende_antwoorden()[
        "overdrachten_per_afdeling"
    ]


def test_nothing_is_left_that_mails_about_the_year_behind(grens: int) -> None:
    sql = (
        "SELECT count(*) FROM correspondentie_verzending v JOIN correspondentie_berichtvraag b ON b.bericht_id = v.bericht_id"
        " WHERE b.klantvraag_id <= %s AND v.status <> 'verzonden'"
    )
    assert get(sql, grens) == 0
    assert get("SELECT count(*) FROM gebeurtenissen_aflevering WHERE staat <> 'klaar'") == 0


def test_the_timeline_of_an_old_question_is_whole(grens: int) -> None:
    vraag_id = get(
        "SELECT klantvraag_id FROM overdracht_overdracht WHERE ronde = 2 AND klantvraag_id <= %s"
        " AND klantvraag_id IN (SELECT klantvraag_id FROM klantcontacten_antwoord) ORDER BY id LIMIT 1",
        grens,
    )
    sql = "SELECT soort FROM gebeurtenissen_gebeurtenis WHERE onderwerpen @> ARRAY[%s]::varchar[] ORDER BY id"
    soorten = [rij[0] for rij in ask(sql, f"klantvraag:{vraag_id}")]
    assert soorten[:2] == ["KlantcontactGeregistreerd", "KlantvraagGeopend"]
    for soort, aantal in (("KlantvraagOvergedragen", 2), ("OverdrachtTeruggegeven", 2), ("AntwoordGetoetst", 1)):
        assert soorten.count(soort) == aantal
    assert soorten.index("AntwoordGetoetst") < soorten.index("KlantvraagAfgehandeld")


def test_every_state_of_a_question_is_there_today(grens: int) -> None:
    statussen = dict(ask("SELECT status, count(*) FROM klantcontacten_klantvraag WHERE id > %s GROUP BY 1", grens))
    assert set(statussen) == {"nieuw", "in_behandeling", "overgedragen", "te_controleren", "afgehandeld", "vervallen"}
    assert 55 <= sum(statussen.values()) <= 75
    assert get("SELECT count(*) FROM klantcontacten_klantvraag WHERE id > %s AND klantreactie_op IS NOT NULL", grens) >= 1


def test_every_fate_of_a_message_is_there_today(grens: int) -> None:
    assert {rij[0] for rij in ask("SELECT DISTINCT status FROM correspondentie_verzending WHERE soort = 'antwoord'")} == {
        "verzonden", "gepland", "mislukt", "onbestelbaar",
    }  # fmt: skip
    assert {rij[0] for rij in ask("SELECT DISTINCT soort FROM correspondentie_bericht")} >= {
        "gewoon", "antwoord", "ontvangstbevestiging", "automatisch", "bounce",
    }  # fmt: skip
    uitkomsten = {rij[0] for rij in ask("SELECT DISTINCT uitkomst FROM intake_ontvangst WHERE status = 'verwerkt'")}
    assert uitkomsten >= {"contact", "reactie", "reactie_derde", "automatisch", "bounce"}
    assert get("SELECT count(*) FROM intake_ontvangst WHERE status = 'mislukt'") == 1
    assert {rij[0] for rij in ask("SELECT mediatype FROM documenten_document")} >= {"application/pdf", "image/png"}


def test_departments_have_work_that_is_due_and_overdue(grens: int) -> None:
    dagen = [
        rij[0] for rij in ask("SELECT terug_op FROM overdracht_overdracht WHERE status = 'open' AND klantvraag_id > %s", grens)
    ]
    assert min(dagen) < NU.date() < max(dagen)


def test_the_demo_accounts_can_sign_in(lindewaard: None) -> None:
    for login, _ in DEMO_ACCOUNTS:
        assert authenticate(None, username=login, password=DEMO_WACHTWOORD) is not None, login


def test_a_second_run_changes_nothing(lindewaard: None) -> None:
    voor = get("SELECT count(*) FROM gebeurtenissen_gebeurtenis")
    build_demo(lambda tekst: None)
    assert get("SELECT count(*) FROM gebeurtenissen_gebeurtenis") == voor


def test_the_fixed_day_is_the_one_of_the_known_answers() -> None:
    assert NU.date() - timedelta(days=1) == EINDDATUM == date(2026, 11, 20)
