"""Which database server runs, how old it is and how it is doing, and the disk: for the page of the administrator."""

import shutil
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import connection

from stadspunt.project.opstart.cluster import INGEBOUWD_VAN, INGEBOUWD_VERSIE
from stadspunt.project.versie import VERSIE

# Without a right to see the sessions of others, only their number is known.
_VRAAG = """
    SELECT current_setting('server_version'), current_setting('listen_addresses') = '', pg_postmaster_start_time(),
      pg_database_size(current_database()), current_setting('max_connections')::int,
      (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
      (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(xact_start)), 0)::bigint
        FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()),
      (SELECT count(*) FROM django_migrations)
"""


@dataclass(frozen=True, slots=True)
class DatabaseServer:
    """What an administrator wants to know; `uitgebracht` only of the embedded server.

    `versie_code` is the StadsPunt of this process, `migraties` how many changes the tables went through. The disk is the one
    with the data folder of this machine.
    """

    versie: str
    ingebouwd: bool
    uitgebracht: date | None
    gestart_op: datetime
    bytes_in_gebruik: int
    verbindingen: int
    verbindingen_maximum: int
    oudste_transactie_seconden: int
    versie_code: str
    migraties: int
    schijf_vrij: int
    schijf_totaal: int


def get_database_server() -> DatabaseServer:
    """Ask the server who it is, in one query. The embedded one trails behind on security: production uses an outside server."""
    with connection.cursor() as cursor:
        cursor.execute(_VRAAG)
        versie, zonder_netwerk, gestart_op, omvang, maximum, verbindingen, oudste, migraties = cursor.fetchone()
    ingebouwd = bool(zonder_netwerk) and versie == INGEBOUWD_VERSIE
    schijf = shutil.disk_usage(settings.STADSPUNT_DATA)
    return DatabaseServer(
        versie, ingebouwd, INGEBOUWD_VAN if ingebouwd else None, gestart_op, omvang, verbindingen, maximum, oudste, VERSIE,
        migraties, schijf.free, schijf.total,
    )  # fmt: skip
