"""Migration operations for promises that PostgreSQL keeps for us."""

from collections.abc import Collection

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class AlleenToevoegen(migrations.RunSQL):
    """Make `tabel` append-only: a trigger refuses UPDATE and DELETE, for everybody."""

    def __init__(self, tabel: str) -> None:
        self.tabel = tabel
        super().__init__(
            sql=f"""
                CREATE FUNCTION {tabel}_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'tabel {tabel} is alleen om aan toe te voegen'
                        USING ERRCODE = 'integrity_constraint_violation';
                END $$;
                CREATE TRIGGER {tabel}_alleen_toevoegen BEFORE UPDATE OR DELETE ON {tabel}
                    FOR EACH ROW EXECUTE FUNCTION {tabel}_alleen_toevoegen();
            """,
            reverse_sql=f"DROP TRIGGER {tabel}_alleen_toevoegen ON {tabel}; DROP FUNCTION {tabel}_alleen_toevoegen();",
        )

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        return self.__class__.__name__, [self.tabel], {}


class AlleenToevoegenEnOpruimen(migrations.RunSQL):
    """Make `tabel` append-only, save for its own cleaning: rows go only in a transaction that says which table it cleans.

    `SET LOCAL stadspunt.opruimen = '<tabel>'` is that word; a row is never changed, by nobody.
    """

    def __init__(self, tabel: str) -> None:
        self.tabel = tabel
        super().__init__(
            sql=f"""
                CREATE FUNCTION {tabel}_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'DELETE' AND current_setting('stadspunt.opruimen', true) = '{tabel}' THEN
                        RETURN OLD;
                    END IF;
                    RAISE EXCEPTION 'tabel {tabel} is alleen om aan toe te voegen'
                        USING ERRCODE = 'integrity_constraint_violation';
                END $$;
                CREATE TRIGGER {tabel}_alleen_toevoegen BEFORE UPDATE OR DELETE ON {tabel}
                    FOR EACH ROW EXECUTE FUNCTION {tabel}_alleen_toevoegen();
            """,
            reverse_sql=f"DROP TRIGGER {tabel}_alleen_toevoegen ON {tabel}; DROP FUNCTION {tabel}_alleen_toevoegen();",
        )

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        return self.__class__.__name__, [self.tabel], {}


class ToegestaneStappen(migrations.RunSQL):
    """Let `kolom` of `tabel` change only by the given steps (from, to).

    The same steps stand in the rules of the room; a house test compares the two.
    """

    def __init__(self, tabel: str, kolom: str, stappen: Collection[tuple[str, str]]) -> None:
        self.tabel, self.kolom, self.stappen = tabel, kolom, sorted(stappen)
        lijst = ", ".join(f"('{van}', '{naar}')" for van, naar in self.stappen)
        naam = f"{tabel}_{kolom}_stappen"
        super().__init__(
            sql=f"""
                CREATE OR REPLACE FUNCTION {naam}() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.{kolom} <> OLD.{kolom} AND (OLD.{kolom}, NEW.{kolom}) NOT IN (VALUES {lijst}) THEN
                        RAISE EXCEPTION 'stap van % naar % is niet toegestaan in {tabel}.{kolom}', OLD.{kolom}, NEW.{kolom}
                            USING ERRCODE = 'check_violation', CONSTRAINT = '{naam}';
                    END IF;
                    RETURN NEW;
                END $$;
                DROP TRIGGER IF EXISTS {naam} ON {tabel};
                CREATE TRIGGER {naam} BEFORE UPDATE OF {kolom} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {naam}();
            """,
            reverse_sql=f"DROP TRIGGER {naam} ON {tabel}; DROP FUNCTION {naam}();",
        )

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        return self.__class__.__name__, [self.tabel, self.kolom, self.stappen], {}


class IndexErbij(AddIndexConcurrently):
    """Make an index while everybody goes on. Its migration says `atomic = False` and does nothing else.

    It waits for transactions that are open without anybody waiting for it, so it has no limit to its patience; an index that
    an earlier attempt left half is made anew.
    """

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Make the index."""
        if schema_editor.collect_sql:  # only its words are asked for: whether a transaction is open does not matter then
            model = to_state.apps.get_model(app_label, self.model_name)
            schema_editor.add_index(model, self.index, concurrently=True)  # type: ignore[call-arg]  # the one of PostgreSQL
            return
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('lock_timeout')")
            (geduld,) = cursor.fetchone()
        schema_editor.execute("SET lock_timeout TO 0")
        try:
            schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {schema_editor.quote_name(self.index.name)}")
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        finally:
            schema_editor.execute("SELECT set_config('lock_timeout', %s, false)", [geduld])
