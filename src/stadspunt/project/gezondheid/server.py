"""Which database server runs, and how old it is: for the page of the administrator."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from stadspunt.project.opstart.cluster import INGEBOUWD_VAN, INGEBOUWD_VERSIE


@dataclass(frozen=True, slots=True)
class DatabaseServer:
    """What an administrator wants to know; `uitgebracht` only of the embedded server."""

    versie: str
    ingebouwd: bool
    uitgebracht: date | None
    gestart_op: datetime
    bytes_in_gebruik: int


def get_database_server() -> DatabaseServer:
    """Ask the server who it is. The embedded one trails behind on security: production uses an outside server."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), current_setting('listen_addresses') = '',"
            " pg_postmaster_start_time(), pg_database_size(current_database())"
        )
        versie, zonder_netwerk, gestart_op, omvang = cursor.fetchone()
    ingebouwd = bool(zonder_netwerk) and versie == INGEBOUWD_VERSIE
    return DatabaseServer(versie, ingebouwd, INGEBOUWD_VAN if ingebouwd else None, gestart_op, omvang)
