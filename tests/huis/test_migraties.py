"""No migration keeps the agents waiting: what takes a long lock on a table that grows is refused here.

`squawk` reads the SQL that Django will run. Migrations that a released version has (tests/versies) are what they are.
"""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.reservekopie.bundel import check_bestand

# What rewrites or reads through a whole table while nobody can use it (documentation of squawk, "rules").
LANG_SLOT = frozenset(
    {
        "adding-field-with-default",
        "adding-foreign-key-constraint",
        "adding-not-nullable-field",
        "adding-required-field",
        "adding-serial-primary-key-field",
        "changing-column-type",
        "constraint-missing-not-valid",
        "disallowed-unique-constraint",
        "require-concurrent-index-creation",
        "require-concurrent-index-deletion",
    }
)
# Tables that an administrator fills by hand, and those of the house itself: hundreds of rows, locked for a moment.
KLEIN = re.compile(
    r"organisatie_|producten_|termijnen_|reservekopieen_|tekstblokken_|intake_(postbus|hartslag|ingangritme|aansluiting)\b"
    r"|correspondentie_(sjabloon|bevestigingssjabloon|poststop)\b|documenten_virusscanner\b|toegang_(?!inzage\b)|auth_|django_"
)
# Made for version 0.2.0 before this test was there; a reader of the SQL accepted them. Nothing is added here.
AANVAARD = frozenset({"klantcontacten.0004_vertrouwelijk", "klantcontacten.0005_wachten"})
TABEL = re.compile(r'(?:TABLE|ON|INDEX)\s+(?:IF EXISTS\s+)?(?:ONLY\s+)?"?([a-z_]+)"?', re.IGNORECASE)
UITWEG = (
    "Use IndexErbij (fundament/tabellen/migratie.py) for an index; add a column nullable or with a constant db_default; add a "
    "constraint NOT VALID (AddConstraintNotValid) and validate it in the next migration (ValidateConstraint)."
)


def list_klachten(sql: str) -> list[str]:
    """Return each long lock on a table that grows, as 'rule: table'."""
    squawk = Path(sys.executable).parent / "squawk"
    klaar = subprocess.run(
        [str(squawk), "--reporter", "json", "--pg-version", "15", "--stdin-filepath", "m.sql"],
        input=sql, capture_output=True, text=True, check=False,
    )  # fmt: skip
    regels = sql.split("\n")
    klachten = []
    for klacht in json.loads(klaar.stdout):
        if klacht["rule_name"] not in LANG_SLOT:
            continue
        zin = " ".join(regels[klacht["line"] :]).split(";")[0]
        tabellen = TABEL.findall(zin) or [zin]
        if not all(KLEIN.match(tabel) for tabel in tabellen[-1:]):
            klachten.append(f"{klacht['rule_name']}: {tabellen[-1]}")
    return klachten


def list_nieuwe() -> list[tuple[str, str]]:
    """Return the migrations of ours that no released version has."""
    laatste = max((WORTEL / "tests/versies").glob("*.stadspunt.zip"))
    bekend = set(check_bestand(laatste).migraties) | AANVAARD
    eigen = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return sorted(
        (app, naam)
        for (app, naam), migratie in eigen.items()
        if migratie.__module__.startswith("stadspunt.") and f"{app}.{naam}" not in bekend
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("app", "naam"), list_nieuwe())
def test_no_new_migration_takes_a_long_lock(app: str, naam: str) -> None:
    uit = io.StringIO()
    call_command("sqlmigrate", app, naam, stdout=uit, no_color=True)
    assert list_klachten(uit.getvalue()) == [], UITWEG


@pytest.mark.parametrize(
    ("zin", "regel"),
    [
        ("CREATE INDEX v ON klantcontacten_klantvraag (onderwerp);", "require-concurrent-index-creation"),
        (
            "ALTER TABLE intake_ontvangst ADD COLUMN x timestamptz NOT NULL DEFAULT clock_timestamp();",
            "adding-field-with-default",
        ),
        ("ALTER TABLE correspondentie_bericht ADD COLUMN x text NOT NULL;", "adding-required-field"),
        ("ALTER TABLE partijen_partij ALTER COLUMN naam TYPE varchar(10);", "changing-column-type"),
        ("ALTER TABLE klantcontacten_klantvraag ADD CONSTRAINT k CHECK (id > 0);", "constraint-missing-not-valid"),
        ('ALTER TABLE "klantcontacten_klantvraag" ALTER COLUMN "x" SET NOT NULL;', "adding-not-nullable-field"),
        ("ALTER TABLE overdracht_overdracht ADD CONSTRAINT u UNIQUE (x);", "disallowed-unique-constraint"),
    ],
)
def test_a_bad_migration_is_named(zin: str, regel: str) -> None:
    assert any(klacht.startswith(f"{regel}: ") for klacht in list_klachten(f"BEGIN;\n--\n-- Alter\n--\n{zin}\nCOMMIT;\n"))


@pytest.mark.parametrize(
    "zin",
    [
        "CREATE INDEX CONCURRENTLY v ON klantcontacten_klantvraag (onderwerp);",
        "CREATE TABLE klantcontacten_nieuw (id bigint PRIMARY KEY, x text);\nCREATE INDEX n ON klantcontacten_nieuw (x);",
        "ALTER TABLE klantcontacten_klantvraag ADD COLUMN x integer NOT NULL DEFAULT 0;",
        "ALTER TABLE klantcontacten_klantvraag ADD CONSTRAINT k CHECK (id > 0) NOT VALID;",
        "CREATE INDEX o ON organisatie_team (naam);",
    ],
)
def test_a_good_migration_is_let_through(zin: str) -> None:
    lijm = "BEGIN;\n{}\nCOMMIT;\n" if "CONCURRENTLY" not in zin else "{}\n"
    assert list_klachten(lijm.format(zin)) == []
