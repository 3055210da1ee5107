"""The rooms keep their doors shut and their furniture in order."""

import re

import pytest

from tests.huis.bouwtekening import VERDIEPINGEN, list_bronnen

BRONNEN = list_bronnen()
LADEN = {"utils", "helpers", "common", "manager", "base", "misc", "lib", "util", "helper"}
# Django finds the backend of a database by this name and no other.
GEVRAAGD = {"stadspunt.project.database.base"}
# Each piece may import only what stands before it in its own room.
VOLGORDE = ("rules", "events", "models", "beelden", "queries", "actions", "reactions", "jobs")


def in_kamer(kamer: str) -> bool:
    return kamer.split(".")[0] in {"bronnen", "stromen", "sturing"}


def test_no_one_imports_the_models_of_another_room() -> None:
    overtreders = [
        f"{bron.module} haalt {naam}"
        for bron in BRONNEN
        for naam in bron.imports()
        if (treffer := re.match(r"stadspunt\.((?:bronnen|stromen|sturing)\.\w+)\.models\b", naam)) and treffer[1] != bron.kamer
    ]
    assert overtreders == []


def test_a_door_has_no_tables() -> None:
    assert [bron.module for bron in BRONNEN if bron.kamer.startswith("deuren.") and bron.meubel == "models"] == []


def test_rules_know_no_framework_no_database_and_no_clock() -> None:
    verboden = re.compile(r"^(django|psycopg|procrastinate|stadspunt\.fundament\.tijd\.klok|.*\.(models|queries|actions)\b)")
    overtreders = [
        f"{bron.module} haalt {naam}"
        for bron in BRONNEN
        if in_kamer(bron.kamer) and bron.meubel == "rules"
        for naam in bron.imports()
        if verboden.match(naam)
    ]
    assert overtreders == []


def test_furniture_imports_only_what_stands_before_it() -> None:
    overtreders = []
    for bron in BRONNEN:
        meubel = bron.meubel.split("_")[0]
        if not in_kamer(bron.kamer) or meubel not in VOLGORDE:
            continue
        for naam in bron.imports():
            treffer = re.match(rf"stadspunt\.{bron.kamer}\.(\w+)", naam)
            ander = treffer[1].split("_")[0] if treffer else ""
            if ander in VOLGORDE and VOLGORDE.index(ander) > VOLGORDE.index(meubel):
                overtreders.append(f"{bron.module} haalt {naam}")
    assert overtreders == []


def test_rooms_read_no_clock() -> None:
    randen = {"jobs", "apps", "actorbron"}
    overtreders = [
        bron.module
        for bron in BRONNEN
        if in_kamer(bron.kamer) and bron.meubel not in randen
        for naam in bron.imports()
        if naam.endswith("klok.get_moment")
    ]
    assert overtreders == []


def test_rooms_know_no_http() -> None:
    overtreders = [
        f"{bron.module} haalt {naam}"
        for bron in BRONNEN
        if in_kamer(bron.kamer) and bron.meubel != "actorbron"
        for naam in bron.imports()
        if naam.startswith(("django.http", "django.shortcuts", "django.urls", "django.template"))
    ]
    assert overtreders == []


@pytest.mark.parametrize("naam", sorted(LADEN))
def test_there_is_no_drawer_for_leftovers(naam: str) -> None:
    assert [bron.module for bron in BRONNEN if naam in bron.module.split(".") and bron.module not in GEVRAAGD] == []


def test_every_room_says_what_it_is() -> None:
    zonder = [
        bron.module
        for bron in BRONNEN
        if bron.pad.name == "__init__.py" and bron.module.split(".")[1:2] and bron.module.split(".")[1] in VERDIEPINGEN
        if not (bron.ontleed().body and bron.pad.read_text("utf-8").lstrip().startswith('"""'))
    ]
    assert zonder == []
