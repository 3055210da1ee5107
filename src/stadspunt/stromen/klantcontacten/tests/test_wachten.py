"""A question waits with its reason, out of the lists, and comes back by itself."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.bronnen.organisatie.actions import add_gemeente
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.tijd.dagen import NEDERLAND, to_dag, to_moment
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.stromen.klantcontacten.actions.behandelen import claim_klantvraag, drop_klantvraag, record_antwoord
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen, record_vakantwoord
from stadspunt.stromen.klantcontacten.actions.reageren import record_klantreactie
from stadspunt.stromen.klantcontacten.actions.redenen import add_wachtreden, load_wachtredenen, update_wachtreden
from stadspunt.stromen.klantcontacten.actions.wachten import snooze_klantvraag, wake_klantvraag, wake_verlopen
from stadspunt.stromen.klantcontacten.actions.wijzigen import move_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.jobs import wek
from stadspunt.stromen.klantcontacten.models import Klantvraag
from stadspunt.stromen.klantcontacten.queries import Filter, count_werkvoorraad, get_klantvragen, list_werkvoorraad
from stadspunt.stromen.klantcontacten.queries_beheer import list_wachtredenen
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Status, Vervalreden, Wachteinde, Wachten, check_wachten
from tests.stad import Stad
from tests.stad.gelijktijdig import do_tegelijk


def vraag_nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def reden_id(stad: Stad, naam: str = "Terugbellen afgesproken") -> int:
    return next(een.id for een in list_wachtredenen(stad.gemeente_id) if een.naam == naam)


def laat_wachten(stad: Stad, vraag_id: int, wie: str = "kim", **duur: float) -> datetime:
    """Let it wait for a while (a day) and return until when."""
    tot = get_moment() + timedelta(**(duur or {"days": 1}))
    wachten = Wachten(tot, reden_id(stad), "Joost is er morgen weer.")
    snooze_klantvraag(stad.handeling(wie), vraag_id, wachten, vraag_nu(stad, vraag_id).versie)
    return tot


def soorten(stad: Stad, vraag_id: int) -> list[str]:
    return [een.soort for een in list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")]


def einde(stad: Stad, vraag_id: int) -> str:
    feiten = list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")
    return next(str(een.inhoud["einde"]) for een in reversed(feiten) if een.soort == "KlantvraagWachtNietMeer")


def nummers(stad: Stad, **filter_: object) -> set[str]:
    lijst = list_werkvoorraad(stad.raadpleging(), Filter(**filter_))  # type: ignore[arg-type]
    return {regel.nummer for regel in lijst.regels}


def test_a_question_that_waits_is_not_in_the_list_and_its_owner_keeps_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    eerst = vraag_nu(stad, vraag_id)
    laat_wachten(stad, vraag_id)
    nu = vraag_nu(stad, vraag_id)
    assert nummers(stad, wacht=False) == set()
    assert nummers(stad, wacht=True) == {nu.nummer}
    assert count_werkvoorraad(stad.raadpleging(), {"wacht": Filter(wacht=True)}) == {"wacht": 1}
    assert (nu.behandelaar_id, nu.status, nu.beloofd) == (eerst.behandelaar_id, eerst.status, eerst.beloofd)
    assert nu.wacht is not None
    assert (nu.wacht.reden, nu.wacht.toelichting) == ("Terugbellen afgesproken", "Joost is er morgen weer.")


def test_it_is_back_at_its_moment_also_before_any_job_ran(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id, hours=2)
    stad.vooruit(hours=2)
    assert nummers(stad, wacht=False) == {vraag_nu(stad, vraag_id).nummer}
    assert nummers(stad, wacht=True) == set()


def test_the_job_says_once_that_it_is_back_however_often_it_runs(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id, hours=2)
    wek()
    assert vraag_nu(stad, vraag_id).wacht is not None
    stad.vooruit(hours=3)  # the worker was down for an hour
    wek()
    wek()
    assert soorten(stad, vraag_id).count("KlantvraagWachtNietMeer") == 1
    assert einde(stad, vraag_id) == Wachteinde.TIJD
    assert vraag_nu(stad, vraag_id).wacht is None


def test_what_waits_anew_is_not_woken_by_the_job_of_the_first_time(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id, hours=1)
    stad.vooruit(hours=1)
    laat_wachten(stad, vraag_id, hours=1)
    assert not wake_verlopen(stad.systeem(), vraag_id)
    assert vraag_nu(stad, vraag_id).wacht is not None


def test_a_reaction_of_the_client_brings_it_back_at_once(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id)
    record_klantreactie(stad.systeem(), vraag_id)
    assert vraag_nu(stad, vraag_id).wacht is None
    assert einde(stad, vraag_id) == Wachteinde.KLANT


def test_an_answer_of_the_department_brings_it_back_at_once(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    mark_overgedragen(stad.handeling(), vraag_id, stad.afdelingen["belastingen"])
    laat_wachten(stad, vraag_id)
    record_vakantwoord(stad.systeem(), vraag_id)
    assert (vraag_nu(stad, vraag_id).status, einde(stad, vraag_id)) == (Status.TE_CONTROLEREN, Wachteinde.AFDELING)


def test_somebody_can_end_it_and_twice_is_once(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id)
    assert wake_klantvraag(stad.handeling("tess"), vraag_id)
    assert not wake_klantvraag(stad.handeling(), vraag_id)
    assert soorten(stad, vraag_id).count("KlantvraagWachtNietMeer") == 1


@pytest.mark.parametrize("daad", ["answered", "dropped", "handed over", "claimed", "moved"])
def test_what_is_acted_on_waits_no_longer(stad: Stad, daad: str) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    laat_wachten(stad, vraag_id)
    kim, versie = stad.handeling(), vraag_nu(stad, vraag_id).versie
    {
        "answered": lambda: record_antwoord(kim, vraag_id, "Ja.", Antwoordwijze.MONDELING),
        "dropped": lambda: drop_klantvraag(kim, vraag_id, Vervalreden.SPAM),
        "handed over": lambda: mark_overgedragen(kim, vraag_id, stad.afdelingen["belastingen"]),
        "claimed": lambda: claim_klantvraag(kim, vraag_id),
        "moved": lambda: move_klantvraag(kim, vraag_id, stad.teams["post"], versie),
    }[daad]()
    assert vraag_nu(stad, vraag_id).wacht is None


def test_a_moment_after_the_promise_is_refused_with_the_day(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    beloofd = vraag_nu(stad, vraag_id).beloofd
    wachten = Wachten(to_moment(beloofd + timedelta(days=1), time(9)), reden_id(stad))
    with pytest.raises(GeweigerdError, match="na-belofte"):
        snooze_klantvraag(stad.handeling(), vraag_id, wachten, vraag_nu(stad, vraag_id).versie)
    assert vraag_nu(stad, vraag_id).wacht is None


def test_the_database_too_refuses_to_sleep_past_the_promise(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id)
    for later in (to_moment(vraag_nu(stad, vraag_id).beloofd + timedelta(days=1)), get_moment() + timedelta(days=99)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Klantvraag.objects.filter(pk=vraag_id).update(wacht_tot=later)


def test_an_unknown_reason_or_one_out_of_use_is_refused(stad: Stad) -> None:
    vraag_id, weg = stad.klantvraag(), reden_id(stad)
    update_wachtreden(stad.systeem(), weg, "Terugbellen afgesproken", op_klant=False, actief=False)
    for reden in (weg, 0):
        with pytest.raises(GeweigerdError, match="onbekend"):
            snooze_klantvraag(stad.handeling(), vraag_id, Wachten(get_moment() + timedelta(hours=1), reden), 1)


def test_a_question_that_the_client_just_wrote_about_does_not_fall_asleep(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    gezien = vraag_nu(stad, vraag_id).versie
    record_klantreactie(stad.systeem(), vraag_id)
    with pytest.raises(AchterhaaldError):
        snooze_klantvraag(stad.handeling(), vraag_id, Wachten(get_moment() + timedelta(hours=1), reden_id(stad)), gezien)


def test_what_came_back_from_a_department_cannot_wait(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    mark_overgedragen(stad.handeling(), vraag_id, stad.afdelingen["belastingen"])
    record_vakantwoord(stad.systeem(), vraag_id)
    with pytest.raises(AchterhaaldError):
        laat_wachten(stad, vraag_id)


@pytest.mark.parametrize(
    ("dag", "tijd", "utc"),
    [
        # 2.30 does not exist in the night of 28 March 2027: it is the moment an hour and a half after one o'clock.
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (date(2027, 3, 28), time(9), datetime(2027, 3, 28, 7, 0, tzinfo=UTC)),
        # 2.30 comes twice in the night of 31 October 2027: the first one counts.
        (date(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (date(2027, 10, 31), time(9), datetime(2027, 10, 31, 8, 0, tzinfo=UTC)),
        (date(2028, 2, 29), time(9), datetime(2028, 2, 29, 8, 0, tzinfo=UTC)),
    ],
)
def test_the_clock_on_the_wall_decides_when_it_is_back(stad: Stad, dag: date, tijd: time, utc: datetime) -> None:
    with sta_stil(utc - timedelta(days=1)):
        vraag_id = stad.klantvraag()
        Klantvraag.objects.filter(pk=vraag_id).update(beloofd_datum=dag)
        wachten = Wachten(to_moment(dag, tijd), reden_id(stad))
        snooze_klantvraag(stad.handeling(), vraag_id, wachten, vraag_nu(stad, vraag_id).versie)
    with sta_stil(utc - timedelta(seconds=1)):
        wek()
        assert vraag_nu(stad, vraag_id).wacht is not None
    with sta_stil(utc):
        wek()
        assert vraag_nu(stad, vraag_id).wacht is None


@given(
    nu=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)),
    over=st.integers(-3 * 24 * 60, 30 * 24 * 60),
    dagen=st.integers(-5, 30),
)
def test_what_is_allowed_is_ahead_and_never_after_the_promised_day(nu: datetime, over: int, dagen: int) -> None:
    moment = nu.replace(tzinfo=UTC)
    tot = moment + timedelta(minutes=over)
    beloofd = to_dag(moment) + timedelta(days=dagen)
    goed = not check_wachten(Wachten(tot, 1), beloofd, moment)
    assert goed == (tot > moment and tot.astimezone(NEDERLAND).date() <= beloofd)


def test_reasons_that_an_administrator_changed_do_not_come_back(stad: Stad) -> None:
    update_wachtreden(stad.systeem(), reden_id(stad), "Wij bellen terug", op_klant=False, actief=True)
    load_wachtredenen(stad.systeem())
    assert "Terugbellen afgesproken" not in {een.naam for een in list_wachtredenen(stad.gemeente_id)}


def test_a_name_is_there_once(stad: Stad) -> None:
    add_wachtreden(stad.systeem(), stad.gemeente_id, "Vakantie", op_klant=False)
    with pytest.raises(GeweigerdError, match="bestaat-al"):
        add_wachtreden(stad.systeem(), stad.gemeente_id, " Vakantie ", op_klant=True)


@pytest.mark.uitval
@pytest.mark.parametrize("_keer", range(5))
def test_the_job_and_an_agent_wake_it_at_once_and_it_is_told_once(echte_stad: Stad, _keer: int) -> None:
    stad = echte_stad
    vraag_id = stad.klantvraag()
    laat_wachten(stad, vraag_id, hours=1)
    stad.vooruit(hours=1)
    kim = stad.handeling()
    do_tegelijk(wek, wek, lambda: wake_klantvraag(kim, vraag_id))
    assert soorten(stad, vraag_id).count("KlantvraagWachtNietMeer") == 1
    assert vraag_nu(stad, vraag_id).wacht is None


def test_a_reason_of_all_is_changed_only_by_who_works_for_all(stad: Stad) -> None:
    fatma, gezamenlijk = stad.handeling("fatma", Doel.BEHEREN), reden_id(stad)
    update_wachtreden(fatma, gezamenlijk, "Wij bellen terug", op_klant=False, actief=True)
    add_gemeente(stad.systeem(), "Zuiderveen", "zuiderveen", "zuiderveen.example", "14 001")
    with pytest.raises(NietGevondenError):
        update_wachtreden(fatma, gezamenlijk, "Alleen hier", op_klant=False, actief=True)
