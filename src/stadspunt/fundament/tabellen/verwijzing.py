"""A reference to a row of another room."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class Verwijzing(models.BigIntegerField):  # type: ignore[type-arg]
    """A real foreign key for PostgreSQL that Python cannot walk.

    Only the number is there (`partij_id`): going on with a dot to the neighbour's row would
    pass the neighbour's gate. A migration that uses it names the other room's migration in
    its `dependencies` by hand.
    """

    def __init__(self, naar: str, **kwargs: Any) -> None:
        """Point to model `naar` ('room.Model'); indexed unless said otherwise."""
        kwargs.setdefault("db_index", True)
        super().__init__(**kwargs)
        self.naar = naar
        self._geindexeerd: bool = kwargs["db_index"]

    def deconstruct(self) -> Any:
        """Tell the migrations how to make this field again."""
        naam, pad, args, kwargs = super().deconstruct()
        kwargs["db_index"] = self._geindexeerd
        return naam, pad, [self.naar, *args], kwargs

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        """Return the column as the table gets it: with its foreign key, checked at commit like Django's own.

        Everywhere else the column is a plain bigint.
        """
        app_label, model = self.naar.split(".")
        # The table name is fixed by rule (room_model), so that a migration needs no state of the other room.
        tabel = connection.ops.quote_name(f"{app_label}_{model.lower()}")
        delen: dict[str, Any] = dict(super().db_parameters(connection))
        return delen | {"type": f"bigint REFERENCES {tabel} (id) DEFERRABLE INITIALLY DEFERRED"}

    def check(self, **kwargs: Any) -> Any:
        """Refuse a reference to a model that does not exist."""
        apps.get_model(self.naar)
        return super().check(**kwargs)
