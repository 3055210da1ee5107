"""The figures on the dashboards say what is known of the fixed year."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from stadspunt.bronnen.organisatie.actorbron import build_actor
from stadspunt.bronnen.organisatie.queries import get_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.tijd.dagen import to_dag, to_moment
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.models import Account
from stadspunt.project.demo.bekend import EINDDATUM, list_maandeinden, read_bekende_antwoorden
from stadspunt.project.demo.jaar import generate_jaar
from stadspunt.project.demo.laden.bouwen import build_jaar
from stadspunt.stromen.klantcontacten.queries_cijfers import (
    Afloop,
    Contactselectie,
    Periode,
    count_inkomend_per_kanaal,
    count_per_afloop,
    count_per_dag,
    list_openstanden,
)
from stadspunt.sturing.stuurinformatie.queries import get_dashboard
from stadspunt.sturing.stuurinformatie.rules import list_dagen

pytestmark = [pytest.mark.traag, pytest.mark.django_db]

NU = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
HEEL_JAAR = Periode(to_moment(EINDDATUM - timedelta(days=364)), to_moment(EINDDATUM + timedelta(days=1)))


@pytest.fixture(scope="module")
def tom(django_db_setup: None, django_db_blocker: Any) -> Iterator[Raadpleging]:
    """The team leader looks, the morning after the year; of today there is nothing."""
    with django_db_blocker.unblock(), transaction.atomic(), sta_stil(NU):
        call_command("flush", interactive=False)  # the small city of the other tests
        build_jaar(lambda tekst: None)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # once here, not after every test
        actor = build_actor(Account.objects.get(login="tom").pk)
        assert actor is not None
        yield Raadpleging(actor, Doel.STUREN, get_moment())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def bekend() -> dict[str, Any]:
    return read_bekende_antwoorden()


def to_maandperiode(laatste: date) -> Periode:
    eerste = max(laatste.replace(day=1), EINDDATUM - timedelta(days=364))
    return Periode(to_moment(eerste), to_moment(laatste + timedelta(days=1)))


@pytest.mark.parametrize("laatste", list_maandeinden(EINDDATUM), ids=lambda dag: f"{dag:%Y-%m}")
def test_incoming_contacts_of_a_month(tom: Raadpleging, bekend: dict[str, Any], laatste: date) -> None:
    slugs = {kanaal_id: kanaal.slug for kanaal_id, kanaal in get_kanalen().items()}
    geteld = count_inkomend_per_kanaal(tom, Contactselectie(to_maandperiode(laatste)))
    verwacht = {kanaal: per_maand[f"{laatste:%Y-%m}"] for kanaal, per_maand in bekend["inkomend_per_kanaal_per_maand"].items()}
    assert {slugs[kanaal_id]: aantal for kanaal_id, aantal in geteld.items()} == verwacht


def test_first_contact_of_the_whole_year(tom: Raadpleging, bekend: dict[str, Any]) -> None:
    per_afloop = count_per_afloop(tom, HEEL_JAAR)
    assert per_afloop[Afloop.DIRECT] == bekend["eerste_contact"]["eerste_contact"]
    assert sum(per_afloop.values()) == bekend["eerste_contact"]["beantwoord"]


def test_what_is_open_the_morning_after(tom: Raadpleging, bekend: dict[str, Any]) -> None:
    assert sum(stand.aantal for stand in list_openstanden(tom)) == bekend["open_per_maandeinde"][EINDDATUM.isoformat()]


def test_questions_per_day_add_up_to_the_months(tom: Raadpleging, bekend: dict[str, Any]) -> None:
    ontvangen, _ = count_per_dag(tom, HEEL_JAAR)
    per_maand: dict[str, int] = {}
    for dag, aantal in sorted(ontvangen.items()):
        per_maand[f"{dag:%Y-%m}"] = per_maand.get(f"{dag:%Y-%m}", 0) + aantal
    assert per_maand == bekend["vragen_per_maand"]


def test_the_dashboard_of_the_team_leader(tom: Raadpleging) -> None:
    """Its look back is counted here from the records of the generator."""
    eerste_dag = list_dagen(tom.vandaag)[0]
    vragen = [vraag for contact in generate_jaar(EINDDATUM) for vraag in contact.vragen]
    beantwoord = [vraag for vraag in vragen if vraag.afgehandeld_op and to_dag(vraag.afgehandeld_op) >= eerste_dag]
    dashboard = get_dashboard(tom)
    assert sum(dashboard.eerste_contact.per_afloop.values()) == len(beantwoord)
    assert dashboard.eerste_contact.per_afloop[Afloop.DIRECT] == sum(vraag.eerste_contact for vraag in beantwoord)
    open_statussen = {"nieuw", "in_behandeling", "overgedragen", "te_controleren"}
    assert dashboard.te_laat == sum(vraag.status in open_statussen and vraag.beloofd <= EINDDATUM for vraag in vragen)
    assert sum(telling.aantal for telling in dashboard.kanalen) == 0
    assert dashboard.oudste == min(
        contact.moment for contact in generate_jaar(EINDDATUM) if any(vraag.status in open_statussen for vraag in contact.vragen)
    )
