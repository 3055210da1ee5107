"""The backend that `ENGINE` names: Django's own, on connections with an end to their patience."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg import IsolationLevel

from stadspunt.project.database import geduld


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection to PostgreSQL."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> geduld.Verbinding:
        """Connect; raises psycopg.OperationalError within the `connect_timeout` of the settings."""
        self.isolation_level = IsolationLevel.READ_COMMITTED  # Django's own way to do this reads it from a setting
        return geduld.Verbinding.connect(**conn_params)

    def is_usable(self) -> bool:
        """Ask for a sign of life, and do not wait long for it."""
        if self.connection is None:
            return False
        self.connection.grens = geduld.LEVENSTEKEN
        try:
            return super().is_usable()
        finally:
            if self.connection is not None:
                self.connection.grens = None
