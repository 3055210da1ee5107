"""The year is the same every time, and looks like a year."""

import hashlib
import itertools
import os
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import msgspec
import pytest

from stadspunt.bronnen.termijnen.rules import Kalender, list_feestdagen
from stadspunt.fundament.tijd.dagen import NEDERLAND, to_dag
from stadspunt.project.demo.afdelingsritme import ACHTERSTANDEN
from stadspunt.project.demo.bekend import EINDDATUM
from stadspunt.project.demo.jaar import ZAAD, generate_jaar
from stadspunt.project.demo.jaarvorm import Jaarcontact, Jaaroverdracht
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.klanten import MAX_PERSOON
from stadspunt.project.demo.organisatie import MEDEWERKER_PER_LOGIN
from stadspunt.project.demo.partijen import generate_partijen
from stadspunt.project.demo.ritme import find_storing
from stadspunt.project.demo.verloop_overdracht import compute_terugdatum
from stadspunt.stromen.overdracht.rules import compute_terugdatum as compute_terugdatum_of_room

# The first 500 records of the fixed year, as JSON. Changes only when somebody changes the content on purpose.
VINGERAFDRUK = "0d3d3210eb90673542e7432e0d266c2dda6ce5b6412fc492edbd1cf656890f8a"


@pytest.fixture(scope="module")
def jaar() -> list[Jaarcontact]:
    return list(generate_jaar(EINDDATUM))


@pytest.fixture(scope="module")
def inkomend(jaar: list[Jaarcontact]) -> list[Jaarcontact]:
    return [contact for contact in jaar if contact.richting == "in"]


def hash_begin(contacten: list[Jaarcontact]) -> str:
    return hashlib.sha256(msgspec.json.encode(contacten[:500])).hexdigest()


def list_overdrachten(jaar: list[Jaarcontact]) -> list[Jaaroverdracht]:
    return [overdracht for contact in jaar for vraag in contact.vragen for overdracht in vraag.overdrachten]


def test_the_year_has_the_fingerprint_that_was_committed(jaar: list[Jaarcontact]) -> None:
    assert len(jaar) == 20_000
    assert hash_begin(jaar) == VINGERAFDRUK


def test_another_process_with_another_hash_seed_makes_the_same_year() -> None:
    code = (
        "import datetime, hashlib, msgspec; from stadspunt.project.demo.jaar import generate_jaar;"
        f"L = list(generate_jaar(datetime.date({EINDDATUM.year}, {EINDDATUM.month}, {EINDDATUM.day})));"
        "print(hashlib.sha256(msgspec.json.encode(L[:500])).hexdigest())"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": "4711"}, capture_output=True, text=True, check=True
    )
    assert uit.stdout.strip() == VINGERAFDRUK


def test_another_seed_makes_another_year() -> None:
    een, ander = (list(generate_jaar(EINDDATUM, 1_000, zaad)) for zaad in (1, 2))
    assert hash_begin(een) != hash_begin(ander)


@pytest.mark.parametrize(
    ("einddatum", "aantal"), [(date(2024, 2, 29), 500), (date(2027, 1, 3), 1_500), (date(2026, 5, 5), 4_001)]
)
def test_any_year_of_any_size_can_be_made(einddatum: date, aantal: int) -> None:
    contacten = list(generate_jaar(einddatum, aantal))
    assert len(contacten) == aantal
    dagen = [to_dag(contact.moment) for contact in contacten]
    assert einddatum - timedelta(days=364) <= min(dagen) <= max(dagen) <= einddatum


def test_monday_is_busiest_and_the_weekend_is_quiet(inkomend: list[Jaarcontact]) -> None:
    per_dag = Counter(to_dag(contact.moment).weekday() for contact in inkomend)
    assert max(per_dag, key=lambda dag: per_dag[dag]) == 0
    assert per_dag[5] < per_dag[4] // 4


def test_nobody_is_called_or_served_outside_opening_hours(jaar: list[Jaarcontact]) -> None:
    werkt = Werkrooster(EINDDATUM - timedelta(days=400), EINDDATUM).werkt
    for contact in jaar:
        if contact.kanaal in {Kanaal.TELEFOON, Kanaal.BALIE}:
            klok = contact.moment.astimezone(NEDERLAND)
            sluit = 20 if contact.kanaal is Kanaal.BALIE and klok.weekday() == 3 else 17
            assert klok.date() in werkt, contact
            assert 8.5 <= klok.hour + klok.minute / 60 <= sluit, contact


def test_the_telephone_is_quiet_at_lunch(inkomend: list[Jaarcontact]) -> None:
    uren = Counter(c.moment.astimezone(NEDERLAND).hour for c in inkomend if c.kanaal is Kanaal.TELEFOON)
    assert uren[12] < uren[11]
    assert uren[12] < uren[13]


def test_the_website_grows(inkomend: list[Jaarcontact]) -> None:
    def aandeel(deel: list[Jaarcontact]) -> float:
        return sum(contact.kanaal is Kanaal.INTERNET for contact in deel) / len(deel)

    assert aandeel(inkomend[-4_000:]) > 1.6 * aandeel(inkomend[:4_000])


def test_subjects_follow_the_season(jaar: list[Jaarcontact]) -> None:
    maanden: dict[str, Counter[int]] = {}
    for contact in jaar:
        for vraag in contact.vragen:
            maanden.setdefault(vraag.product, Counter())[to_dag(contact.moment).month] += 1
    assert maanden["bezwaar-belastingaanslag"].most_common(1)[0][0] == 3
    assert maanden["leerlingenvervoer"][8] + maanden["leerlingenvervoer"][9] > maanden["leerlingenvervoer"].total() / 4
    assert maanden["paspoort"][6] > 1.5 * maanden["paspoort"][10]


def test_the_mailbox_is_down_for_three_days_and_then_all_comes_at_once(inkomend: list[Jaarcontact]) -> None:
    maandag = find_storing(EINDDATUM)
    per_dag = Counter(to_dag(contact.moment) for contact in inkomend if contact.kanaal is Kanaal.EMAIL)
    assert [per_dag[maandag + timedelta(days=dag)] for dag in range(3)] == [0, 0, 0]
    assert per_dag[maandag + timedelta(days=3)] > 2 * per_dag[maandag + timedelta(days=10)]


@pytest.mark.parametrize("afdeling", sorted(ACHTERSTANDEN))
def test_a_department_falls_behind_in_its_months(jaar: list[Jaarcontact], afdeling: str) -> None:
    eigen = [overdracht for overdracht in list_overdrachten(jaar) if overdracht.afdeling == afdeling]
    druk = [een.te_laat for een in eigen if een.verzonden_op.month in ACHTERSTANDEN[afdeling]]
    rustig = [een.te_laat for een in eigen if een.verzonden_op.month not in ACHTERSTANDEN[afdeling]]
    assert sum(druk) / len(druk) > 0.4 > 0.25 > sum(rustig) / len(rustig)


def test_three_in_four_questions_are_answered_at_first_contact(jaar: list[Jaarcontact]) -> None:
    beantwoord = [vraag for contact in jaar for vraag in contact.vragen if vraag.afgehandeld_op]
    assert 0.74 <= sum(vraag.eerste_contact for vraag in beantwoord) / len(beantwoord) <= 0.78


def test_some_give_no_name_and_some_ask_several_things_at_once(inkomend: list[Jaarcontact]) -> None:
    opent = [contact for contact in inkomend if contact.vragen]
    assert 0.09 <= sum(contact.partij is None for contact in inkomend) / len(inkomend) <= 0.14
    assert 0.07 <= sum(len(contact.vragen) > 1 for contact in opent) / len(opent) <= 0.1


def test_nobody_asks_all_the_time_and_who_comes_back_comes_for_the_same(jaar: list[Jaarcontact]) -> None:
    partijen = generate_partijen(ZAAD)
    per_partij: dict[int, list[str]] = {}
    for contact in jaar:
        if contact.partij is not None:
            per_partij.setdefault(contact.partij, []).extend(vraag.product for vraag in contact.vragen)
    personen = {partij: producten for partij, producten in per_partij.items() if not partijen[partij].is_organisatie}
    assert max(len(producten) for producten in personen.values()) <= 2 * MAX_PERSOON
    vaak = [producten for producten in personen.values() if len(producten) >= MAX_PERSOON]
    onderwerpen = sum(len(set(producten)) for producten in vaak) / len(vaak)
    assert onderwerpen < 0.7 * sum(map(len, vaak)) / len(vaak)


def test_who_must_get_an_answer_later_has_a_name(jaar: list[Jaarcontact]) -> None:
    assert all(contact.partij is not None for contact in jaar for vraag in contact.vragen if vraag.overdrachten)


def test_everything_happens_in_its_order(jaar: list[Jaarcontact]) -> None:
    geopend: dict[int, Jaarcontact] = {}
    for eerder, later in itertools.pairwise(jaar):
        assert eerder.moment <= later.moment
    for contact in jaar:
        geopend |= {vraag.sleutel: contact for vraag in contact.vragen}
        if contact.vervolg_op is not None:
            assert geopend[contact.vervolg_op].moment < contact.moment
        for vraag in contact.vragen:
            stappen = [contact.moment, vraag.opgepakt_op]
            for overdracht in vraag.overdrachten:
                stappen += [overdracht.verzonden_op, overdracht.teruggegeven_op, overdracht.getoetst_op]
            stappen += [antwoord.gegeven_op for antwoord in vraag.antwoorden[:1]]
            stappen += [vraag.heropend_op, vraag.heropgepakt_op]
            stappen += [antwoord.gegeven_op for antwoord in vraag.antwoorden[1:]]
            gezet = [stap for stap in stappen if stap is not None]
            assert gezet == sorted(gezet), vraag


def test_the_status_says_what_happened(jaar: list[Jaarcontact]) -> None:
    for vraag in (vraag for contact in jaar for vraag in contact.vragen):
        laatste = vraag.overdrachten[-1] if vraag.overdrachten else None
        match vraag.status:
            case "afgehandeld":
                assert len(vraag.antwoorden) == 1 + (vraag.heropend_op is not None)
            case "vervallen":
                assert vraag.vervallen_op is not None
                assert vraag.vervalreden
            case "overgedragen":
                assert laatste is not None
                assert laatste.teruggegeven_op is None
            case "te_controleren":
                assert laatste is not None
                assert laatste.teruggegeven_op is not None
                assert laatste.getoetst_op is None
            case _:
                assert len(vraag.antwoorden) == (vraag.heropend_op is not None)


def test_employees_are_of_the_department_that_answers(jaar: list[Jaarcontact]) -> None:
    for overdracht in list_overdrachten(jaar):
        assert MEDEWERKER_PER_LOGIN[overdracht.behandelaar].afdeling == overdracht.afdeling
        assert MEDEWERKER_PER_LOGIN[overdracht.van].teams


def test_the_day_of_return_is_the_one_that_the_room_would_propose() -> None:
    rooster = Werkrooster(date(2026, 1, 1), date(2026, 12, 31))
    kalender = Kalender(frozenset(list_feestdagen(2026)))
    for vandaag, later in itertools.product((date(2026, 4, 1) + timedelta(days=dag) for dag in range(40)), range(-2, 9)):
        beloofd = vandaag + timedelta(days=later)
        if beloofd in rooster.werkt:
            assert compute_terugdatum(rooster, beloofd, vandaag) == compute_terugdatum_of_room(beloofd, kalender, vandaag)
