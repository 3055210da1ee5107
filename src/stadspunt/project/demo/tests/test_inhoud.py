"""The town is complete and consistent: every name that points to something finds it."""

import re
import string
from collections import Counter

import pytest

from stadspunt.bronnen.organisatie.rules.rollen import STANDAARD_ROLLEN
from stadspunt.bronnen.tekstblokken.rules import check_tekstblok
from stadspunt.fundament.waarden.bereik import is_email, to_telefoon_sleutel
from stadspunt.project.demo.accounts import DEMO_ACCOUNTS
from stadspunt.project.demo.jaar import ZAAD
from stadspunt.project.demo.kanalen import INGANGEN, Kanaal
from stadspunt.project.demo.organisatie import AFDELINGEN, MEDEWERKER_PER_LOGIN, MEDEWERKERS, TEAMS
from stadspunt.project.demo.partijen import generate_partijen
from stadspunt.project.demo.producten import PRODUCT_PER_CODE, PRODUCTEN
from stadspunt.project.demo.sjablonen import SJABLONEN
from stadspunt.project.demo.snelcodes import SNELCODES
from stadspunt.project.demo.tekstblokken import TEKSTBLOKKEN
from stadspunt.project.demo.teksten import CASUSSEN
from stadspunt.project.demo.teksten.vorm import SLOTS, Casus, Toon
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens, check_sjabloon, has_leeg_streepje

AFDELINGSCODES = {afdeling.code for afdeling in AFDELINGEN}


def list_teksten(casus: Casus) -> list[str]:
    geschreven = [vraag.tekst for vraag in casus.vragen]
    return [
        casus.onderwerp, *geschreven, *casus.notities, casus.antwoord, *casus.engels,
        casus.gevraagd, casus.vakantwoord, casus.eindantwoord,
    ]  # fmt: skip


def test_the_town_has_the_size_that_was_promised() -> None:
    assert (len(MEDEWERKERS), len(TEAMS), len(AFDELINGEN), len(PRODUCTEN)) == (45, 6, 12, 31)
    assert len({ingang.kanaal for ingang in INGANGEN}) == len(Kanaal) == 5
    assert len(generate_partijen(ZAAD)) == 3_000
    assert len(SNELCODES) >= 20
    assert len(SJABLONEN) >= 12


def test_three_mailboxes_end_in_one_queue() -> None:
    wachtrijen = [ingang.wachtrij for ingang in INGANGEN if ingang.kanaal is Kanaal.EMAIL]
    assert wachtrijen == ["mail-internet"] * 3


def test_every_employee_has_a_known_role_and_a_place() -> None:
    teamcodes = {team.code for team in TEAMS}
    for medewerker in MEDEWERKERS:
        assert set(medewerker.rollen) <= set(STANDAARD_ROLLEN), medewerker.login
        assert set(medewerker.teams) <= teamcodes
        assert medewerker.afdeling in AFDELINGSCODES | {""}


def test_every_owner_and_every_account_is_an_employee() -> None:
    genoemd = {ingang.eigenaar for ingang in INGANGEN} | {login for login, _ in DEMO_ACCOUNTS}
    genoemd |= {team.leider for team in TEAMS} | {afdeling.contact for afdeling in AFDELINGEN}
    assert genoemd <= set(MEDEWERKER_PER_LOGIN)


def test_every_product_has_a_department_and_cases() -> None:
    per_product = Counter(casus.product for casus in CASUSSEN)
    assert set(per_product) == set(PRODUCT_PER_CODE)
    assert {product.afdeling for product in PRODUCTEN} <= AFDELINGSCODES
    assert {casus.afdeling for casus in CASUSSEN} <= AFDELINGSCODES | {""}
    assert {code.product for code in SNELCODES} <= set(PRODUCT_PER_CODE) | {""}


def test_every_piece_of_text_can_be_kept_under_its_own_word() -> None:
    assert [check_tekstblok(een) for een in TEKSTBLOKKEN] == [()] * len(TEKSTBLOKKEN)
    assert len({een.code for een in TEKSTBLOKKEN}) == len(TEKSTBLOKKEN) >= 10


def test_there_are_at_least_150_different_questions_in_every_tone() -> None:
    teksten = [vraag.tekst for casus in CASUSSEN for vraag in casus.vragen]
    assert len(set(teksten)) == len(teksten) >= 150
    assert {vraag.toon for casus in CASUSSEN for vraag in casus.vragen} == set(Toon)


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda casus: casus.onderwerp)
def test_a_case_is_one_whole_story(casus: Casus) -> None:
    naar_afdeling = [
        casus.gevraagd,
        casus.vakantwoord,
        casus.eindantwoord,
        casus.vragen_naar_afdeling,
        casus.notities_naar_afdeling,
    ]
    assert len({bool(deel) for deel in naar_afdeling}) == 1, "asked, answered and told: all or nothing"
    assert max(casus.vragen_naar_afdeling, default=0) < len(casus.vragen)
    assert max(casus.notities_naar_afdeling, default=0) < len(casus.notities)
    assert any(vraag.toon is Toon.ENGELS for vraag in casus.vragen) == bool(casus.engels[1])


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda casus: casus.onderwerp)
def test_a_text_has_only_slots_that_are_filled(casus: Casus) -> None:
    gebruikt = {veld for tekst in list_teksten(casus) for _, veld, _, _ in string.Formatter().parse(tekst) if veld is not None}
    assert gebruikt <= SLOTS


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda casus: casus.onderwerp)
def test_what_the_client_reads_says_u_and_keeps_to_short_sentences(casus: Casus) -> None:
    for tekst in filter(None, (casus.antwoord, casus.eindantwoord)):
        assert not re.search(r"\b(je|jij|jouw|jullie)\b", tekst), tekst
        zinnen = re.split(r"(?<=[.?!])\s+(?=[A-Z{])", tekst)
        assert max(len(zin.split()) for zin in zinnen) <= 25, tekst


def test_clients_can_be_reached_and_are_all_different() -> None:
    partijen = generate_partijen(ZAAD)
    emails = [partij.email for partij in partijen if partij.email]
    telefoons = [partij.telefoon for partij in partijen if partij.telefoon]
    assert all(partij.email or partij.telefoon for partij in partijen)
    assert all(is_email(email) for email in emails)
    assert all(to_telefoon_sleutel(telefoon) for telefoon in telefoons)
    assert len(set(emails)) == len(emails)
    assert sum(partij.is_organisatie for partij in partijen) == 250


def test_no_client_can_exist_for_real() -> None:
    for partij in generate_partijen(ZAAD):
        assert partij.email == "" or partij.email.endswith((".example", "@example.org"))
        assert partij.telefoon == "" or partij.telefoon.startswith(("06 0", "019 "))


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda sjabloon: sjabloon.naam)
def test_a_template_is_accepted_by_the_room_that_keeps_it_and_leaves_no_hole(sjabloon: Sjabloongegevens) -> None:
    assert check_sjabloon(sjabloon) == ()
    assert not has_leeg_streepje(sjabloon.tekst)
    # A place to fill in is marked; empty lines and words with nothing behind them would go out as they are.
    assert [gat for gat in ("\n\n\n", "  ", " \n") if gat in sjabloon.tekst] == []
