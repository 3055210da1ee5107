"""Municipalities, departments and teams are data that an administrator changes."""

import pytest

from stadspunt.bronnen.organisatie.actions import add_afdeling, add_gemeente, add_ingang, add_team, assign_rol
from stadspunt.bronnen.organisatie.actions_inrichting import open_gemeente, update_afdeling, update_gemeente, update_team
from stadspunt.bronnen.organisatie.queries import get_gemeente, list_afdelingen, list_gemeenten, list_teams
from stadspunt.bronnen.organisatie.queries_inrichting import get_team_regel, list_alle_afdelingen
from stadspunt.bronnen.organisatie.rules.inrichting import check_maildomein
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from tests.stad import Stad


def test_who_adds_a_municipality_administers_it_too(stad: Stad) -> None:
    nieuw = open_gemeente(stad.handeling("fatma", "beheren"), "Eikenrode", "eikenrode", " @Eikenrode.example ")
    assert get_gemeente(nieuw).maildomein == "eikenrode.example"
    stad.vooruit(seconds=1)
    assert stad.handeling("fatma", "beheren").actor.gemeente_ids == {stad.gemeente_id, nieuw}
    assert add_team(stad.handeling("fatma", "beheren"), nieuw, "KCC", "kcc")


def test_a_municipality_or_mail_domain_that_exists_is_refused(stad: Stad) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        open_gemeente(stad.handeling("fatma", "beheren"), "lindewaard", "lindewaard", "lindewaard.example")
    assert {fout.veld for fout in weigering.value.fouten} == {"naam", "maildomein"}
    assert len(list_gemeenten()) == 1


@pytest.mark.parametrize(
    "domein", ["", "lindewaard", "info@lindewaard.nl", "-x.nl", "a..nl", "linde waard.nl", "x." * 120 + "nl"]
)
def test_what_is_no_mail_domain_is_refused(domein: str) -> None:
    assert check_maildomein(domein)


@pytest.mark.parametrize("domein", ["lindewaard.nl", "kcc.linde-waard.example", "xn--bcher-kva.example", "a.xn--p1ai"])
def test_what_is_a_mail_domain_is_taken(domein: str) -> None:
    assert check_maildomein(domein) == ()


def test_the_telephone_and_mail_domain_of_a_municipality_change(stad: Stad) -> None:
    update_gemeente(stad.handeling("fatma", "beheren"), stad.gemeente_id, "Lindewaard", "linde.example", "14 0123")
    assert (get_gemeente(stad.gemeente_id).maildomein, get_gemeente(stad.gemeente_id).telefoon) == ("linde.example", "14 0123")


def test_a_team_that_an_entrance_still_feeds_is_not_closed(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    with pytest.raises(GeweigerdError):
        update_team(fatma, stad.teams["mit"], "Mail", actief=False)
    nieuw = add_team(fatma, stad.gemeente_id, "Avondteam", "avondteam")
    update_team(fatma, nieuw, "Nachtteam", actief=False)
    assert "Nachtteam" not in {team.naam for team in list_teams([stad.gemeente_id])}
    assert get_team_regel(fatma.raadpleging, nieuw).naam == "Nachtteam"


def test_a_department_closes_after_its_teams_and_a_team_opens_after_its_department(stad: Stad) -> None:
    fatma, belastingen = stad.handeling("fatma", "beheren"), stad.afdelingen["belastingen"]
    team = add_team(fatma, stad.gemeente_id, "Heffen", "heffen", afdeling_id=belastingen)
    with pytest.raises(GeweigerdError):
        update_afdeling(fatma, belastingen, "Belastingen", actief=False)
    update_team(fatma, team, "Heffen", actief=False)
    update_afdeling(fatma, belastingen, "Belastingen", actief=False)
    assert "Belastingen" not in {een.naam for een in list_afdelingen([stad.gemeente_id])}
    assert "Belastingen" in {een.naam for een in list_alle_afdelingen(fatma.raadpleging)}
    with pytest.raises(GeweigerdError):
        update_team(fatma, team, "Heffen", actief=True)


def test_a_name_that_is_taken_or_empty_is_refused(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    for naam, slug in (("Balie", "balie"), ("!!", "")):
        with pytest.raises(GeweigerdError):
            add_team(fatma, stad.gemeente_id, naam, slug)
    with pytest.raises(GeweigerdError):
        add_afdeling(fatma, stad.gemeente_id, "Belastingen", "belastingen")


def test_an_administrator_sets_up_his_own_municipalities_only(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    buur = add_gemeente(stad.systeem(), "Wilgenoord", "wilgenoord", "wilgenoord.example")
    vreemd = add_team(stad.systeem(), buur, "KCC", "kcc")
    with pytest.raises(NietGevondenError):
        add_team(fatma, buur, "Balie", "balie")
    with pytest.raises(NietGevondenError):
        update_team(fatma, vreemd, "Van ons", actief=True)
    with pytest.raises(NietGevondenError):
        update_gemeente(fatma, buur, "Van ons", "vanons.example", "")
    with pytest.raises(NietGevondenError):
        add_ingang(fatma, buur, "email", vreemd, Ingangsoort.POSTBUS, "Info", "info@wilgenoord.example")
    with pytest.raises(NietGevondenError):
        assign_rol(fatma, stad.medewerkers["gast"], "klantadviseur", buur)
    with pytest.raises(GeweigerdError):
        assign_rol(fatma, stad.medewerkers["gast"], "klantadviseur", stad.gemeente_id, team_id=vreemd)
    with pytest.raises(GeenRechtError):
        open_gemeente(stad.handeling("kim", "beheren"), "Iepenhof", "iepenhof", "iepenhof.example")
