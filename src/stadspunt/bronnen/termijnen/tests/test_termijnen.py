"""Norms and closing days are changed while questions come in."""

from datetime import date

import pytest

from stadspunt.bronnen.termijnen.actions import (
    add_sluitingsdag,
    load_feestdagen,
    remove_sluitingsdag,
    set_servicenorm,
    withdraw_servicenorm,
)
from stadspunt.bronnen.termijnen.queries import get_kalender, get_norm_werkdagen, list_normen, list_sluitingsdagen
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad

VANDAAG, MORGEN = date(2026, 11, 24), date(2026, 11, 25)


def get_belofte(stad: Stad, klantvraag_id: int) -> date:
    return get_klantvragen(stad.raadpleging(), [klantvraag_id])[klantvraag_id].beloofd


def test_a_new_norm_never_rewrites_what_was_promised(stad: Stad) -> None:
    eerder = stad.klantvraag("Waar blijft mijn paspoort?")
    beloofd = get_belofte(stad, eerder)
    set_servicenorm(stad.handeling("fatma", "beheren"), stad.gemeente_id, stad.kanaal("telefoon"), 1, VANDAAG)
    assert get_belofte(stad, stad.klantvraag("Waar blijft mijn rijbewijs?")) == MORGEN
    assert get_belofte(stad, eerder) == beloofd != MORGEN


def test_a_norm_holds_from_its_day_and_the_former_one_until_then(stad: Stad) -> None:
    fatma, telefoon = stad.handeling("fatma", "beheren"), stad.kanaal("telefoon")
    set_servicenorm(fatma, stad.gemeente_id, telefoon, 2, VANDAAG)
    set_servicenorm(fatma, stad.gemeente_id, telefoon, 7, date(2027, 1, 1))
    normen = [get_norm_werkdagen(stad.gemeente_id, telefoon, dag) for dag in (date(2026, 11, 23), VANDAAG, date(2027, 3, 1))]
    assert normen == [5, 2, 7]


@pytest.mark.parametrize(("werkdagen", "vanaf", "veld"), [(91, VANDAAG, "werkdagen"), (3, date(2026, 11, 23), "vanaf")])
def test_a_norm_that_cannot_be_is_refused(stad: Stad, werkdagen: int, vanaf: date, veld: str) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        set_servicenorm(stad.handeling("fatma", "beheren"), stad.gemeente_id, stad.kanaal("post"), werkdagen, vanaf)
    assert [fout.veld for fout in weigering.value.fouten] == [veld]


def test_only_a_norm_that_has_not_begun_can_be_taken_back(stad: Stad) -> None:
    fatma, post = stad.handeling("fatma", "beheren"), stad.kanaal("post")
    set_servicenorm(fatma, stad.gemeente_id, post, 8, VANDAAG)
    set_servicenorm(fatma, stad.gemeente_id, post, 9, MORGEN)
    straks, nu = list_normen([stad.gemeente_id])
    withdraw_servicenorm(fatma, straks.id)
    with pytest.raises(AchterhaaldError):
        withdraw_servicenorm(fatma, nu.id)
    assert [norm.werkdagen for norm in list_normen([stad.gemeente_id])] == [8]


def test_a_closing_day_counts_at_once_and_can_be_taken_away_until_it_is_over(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    add_sluitingsdag(fatma, stad.gemeente_id, MORGEN, "Personeelsdag")
    assert not get_kalender(stad.gemeente_id).is_werkdag(MORGEN)
    dag = next(een for een in list_sluitingsdagen([stad.gemeente_id], 2026) if een.datum == MORGEN)
    remove_sluitingsdag(fatma, dag.id)
    assert get_kalender(stad.gemeente_id).is_werkdag(MORGEN)
    voorbij = list_sluitingsdagen([stad.gemeente_id], 2026)[0]
    with pytest.raises(AchterhaaldError):
        remove_sluitingsdag(fatma, voorbij.id)


def test_holidays_are_put_in_once_and_keep_the_name_that_was_there(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    add_sluitingsdag(fatma, stad.gemeente_id, date(2028, 12, 25), "Kerst")
    load_feestdagen(fatma, stad.gemeente_id, 2028)
    load_feestdagen(fatma, stad.gemeente_id, 2028)
    dagen = {dag.datum: dag.naam for dag in list_sluitingsdagen([stad.gemeente_id], 2028)}
    assert (len(dagen), dagen[date(2028, 12, 25)]) == (9, "Kerst")


def test_norms_and_days_are_not_for_who_may_not_or_works_elsewhere(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        set_servicenorm(stad.handeling("kim", "beheren"), stad.gemeente_id, stad.kanaal("post"), 3, VANDAAG)
    with pytest.raises(NietGevondenError):
        add_sluitingsdag(stad.handeling("fatma", "beheren"), stad.gemeente_id + 1, MORGEN, "Dicht")
