"""Migrating while people work: nobody waits long behind it, and an index is made without a lock."""

from collections.abc import Iterator

import psycopg
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.migrations.state import ProjectState

from stadspunt.fundament.tabellen.migratie import IndexErbij
from stadspunt.project.opdrachten import migrate as opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError

pytestmark = pytest.mark.django_db(transaction=True)
NAAM = "proef_onderwerp"


@pytest.fixture
def ander() -> Iterator[psycopg.Connection[object]]:
    """Somebody with a transaction of his own."""
    connection.ensure_connection()
    with psycopg.connect(
        **{**connection.get_connection_params(), "cursor_factory": psycopg.Cursor, "context": None}
    ) as verbinding:
        yield verbinding
        verbinding.rollback()


def make_index() -> None:
    staat = ProjectState.from_apps(apps)
    erna = staat.clone()
    stap = IndexErbij("klantvraag", models.Index(fields=["onderwerp"], name=NAAM))
    stap.state_forwards("klantcontacten", erna)
    with connection.schema_editor(atomic=False) as editor:
        stap.database_forwards("klantcontacten", editor, staat, erna)


def ask(vraag: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        return cursor.fetchone()[0]


def test_an_index_that_was_left_half_is_made_anew_and_patience_is_as_it_was(transactional_db: None) -> None:
    try:
        make_index()
        ask(f"WITH x AS (UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{NAAM}'::regclass RETURNING 1) SELECT 1")
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout TO '3s'")
        make_index()
        assert ask(f"SELECT indisvalid FROM pg_index WHERE indexrelid = '{NAAM}'::regclass") is True
        assert ask("SELECT current_setting('lock_timeout')") == "3s"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX IF EXISTS {NAAM}")
            cursor.execute("RESET lock_timeout")


def test_a_table_in_use_is_asked_again_and_at_last_told(
    ander: psycopg.Connection[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that cannot have its lock lets go of it, so that the pages of the agents do not stand behind it."""
    ander.execute("LOCK TABLE klantcontacten_klantvraag IN ACCESS SHARE MODE")
    pogingen = []

    def migrate_table(naam: str, **_: object) -> None:
        pogingen.append(naam)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE klantcontacten_klantvraag IN ACCESS EXCLUSIVE MODE")

    monkeypatch.setattr(opdracht, "call_command", migrate_table)
    monkeypatch.setattr(opdracht, "PAUZES", (0, 0))
    monkeypatch.setattr(opdracht, "SLOT_WACHT", "50ms")
    with pytest.raises(OpstartError, match="te lang in gebruik"):
        opdracht.migrate()
    assert pogingen == ["migrate"] * 3
    assert ask("SELECT current_setting('lock_timeout')") == "0"
