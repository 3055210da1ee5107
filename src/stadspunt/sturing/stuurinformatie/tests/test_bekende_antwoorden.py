"""The figures of the fixed year of the demo equal its known answers."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from stadspunt.bronnen.organisatie.queries import get_kanalen
from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import Raadpleging, build_systeem
from stadspunt.project.demo.bekend import EINDDATUM, read_bekende_antwoorden
from stadspunt.project.demo.jaar import AANTAL
from stadspunt.project.demo.laden.inrichting import build_inrichting
from stadspunt.project.demo.laden.jaar_laden import load_jaar
from stadspunt.stromen.klantcontacten.queries_cijfers import (
    Afloop,
    Contactselectie,
    Periode,
    count_inkomend_per_kanaal,
    count_per_afloop,
    count_per_dag,
    list_openstanden,
)
from stadspunt.sturing.stuurinformatie.rules import compute_aandeel

pytestmark = [pytest.mark.traag, pytest.mark.django_db]
NU = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
JAAR = Periode(to_moment(EINDDATUM - timedelta(days=400)), to_moment(EINDDATUM + timedelta(days=1)))


@pytest.fixture(scope="module")
def systeem(django_db_setup: None, django_db_blocker: Any) -> Iterator[Raadpleging]:
    """A look of the system at the loaded year, in place of the small city; rolled back when the module is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        with sta_stil(NU):
            call_command("flush", interactive=False)
            load_jaar(build_inrichting(build_systeem("proef", JAAR.van, "beheren")), JAAR.van, EINDDATUM, AANTAL)
            yield build_systeem("proef", get_moment()).raadpleging
        transaction.set_rollback(True)


def test_the_share_at_first_contact_of_the_year(systeem: Raadpleging) -> None:
    bekend = read_bekende_antwoorden()["eerste_contact"]
    per_afloop = count_per_afloop(systeem, JAAR)
    assert (per_afloop[Afloop.DIRECT], sum(per_afloop.values())) == (bekend["eerste_contact"], bekend["beantwoord"])
    aandeel = compute_aandeel(per_afloop[Afloop.DIRECT], sum(per_afloop.values()))
    assert aandeel is not None
    assert abs(float(aandeel) - bekend["promille"] / 10) <= 0.1


def test_what_came_in_over_each_channel_in_march(systeem: Raadpleging) -> None:
    maart = Periode(to_moment(date(2026, 3, 1)), to_moment(date(2026, 4, 1)))
    kanalen = {kanaal.id: kanaal.slug for kanaal in get_kanalen().values()}
    geteld = {
        kanalen[kanaal_id]: aantal for kanaal_id, aantal in count_inkomend_per_kanaal(systeem, Contactselectie(maart)).items()
    }
    bekend = read_bekende_antwoorden()["inkomend_per_kanaal_per_maand"]
    assert geteld == {kanaal: per_maand["2026-03"] for kanaal, per_maand in bekend.items()}


def test_what_is_open_on_the_last_day(systeem: Raadpleging) -> None:
    bekend = read_bekende_antwoorden()["open_per_maandeinde"][EINDDATUM.isoformat()]
    assert sum(stand.aantal for stand in list_openstanden(systeem)) == bekend


def test_the_days_of_a_month_add_up_to_the_month(systeem: Raadpleging) -> None:
    oktober = Periode(to_moment(date(2026, 10, 1)), to_moment(date(2026, 11, 1)))
    ontvangen, _ = count_per_dag(systeem, oktober)
    assert sum(ontvangen.values()) == read_bekende_antwoorden()["vragen_per_maand"]["2026-10"]
