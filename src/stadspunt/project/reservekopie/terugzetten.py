"""Put a copy back: checked before anything is touched, loaded, compared, and only then declared good."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.opslag.blobs import load_blob, restore_blob
from stadspunt.fundament.opslag.objecten import list_sleutels
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.fundament.toegang.sessies import end_alle_sessies
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.reservekopie.herstelmerk import has_merk, set_merk
from stadspunt.project.reservekopie.laden import load_database
from stadspunt.project.reservekopie.manifest import Documenten, Manifest
from stadspunt.project.reservekopie.telling import has_tabel
from stadspunt.project.reservekopie.vergelijken import compare_database, compare_documenten
from stadspunt.stromen.correspondentie.actions.poststop import stop_post

_PER_KEER = 200
_ANDEREN = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'
"""
_TABELLEN = """
    SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
"""


def demand_bekend(manifest: Manifest) -> None:
    """Raise OpstartError when the copy went through migrations that this code does not have."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    bekend = {f"{app}.{naam}" for app, naam in loader.disk_migrations}
    if onbekend := [naam for naam in manifest.migraties if naam not in bekend]:
        raise OpstartError(
            f"De reservekopie is van een andere versie ({manifest.versie}): deze StadsPunt kent {onbekend[0]} niet. "
            "Zet eerst die versie neer. Er is niets veranderd."
        )


def count_anderen(verbinding: psycopg.Connection[Any]) -> int:
    """Return how many others are connected to this database."""
    rij = verbinding.execute(_ANDEREN).fetchone()
    return int(rij[0]) if rij else 0


def is_leeg(verbinding: psycopg.Connection[Any]) -> bool:
    """Say whether nothing stands in this database, or only what an unfinished restore left."""
    rij = verbinding.execute(_TABELLEN).fetchone()
    return rij == (0,) or has_merk(verbinding)


def wipe(verbinding: psycopg.Connection[Any]) -> None:
    """Set the mark and empty the database, as one step: from here on it is not for use until the restore is done."""
    with verbinding.transaction():
        set_merk(verbinding)
        verbinding.execute("DROP SCHEMA public CASCADE")
        verbinding.execute("CREATE SCHEMA public AUTHORIZATION pg_database_owner")


def load_all(pad: Path, manifest: Manifest, dsn: str, hoofdversie: int, map_: Path) -> list[str]:
    """Load database and documents into the wiped database; returns each difference with the manifest, in Dutch."""
    load_database(pad, dsn, hoofdversie, map_)
    with transaction.atomic():
        connection.ensure_connection()
        verschillen = compare_database(manifest, connection.connection)
    bewaarder = _Bewaarder()
    verschillen += compare_documenten(manifest, pad, bewaarder.store)
    bewaarder.finish()
    if manifest.documenten.som and count_documenten() != manifest.documenten:
        verschillen.append("documenten: wat in de opslag staat is niet wat er bewaard is")
    return verschillen


@dataclass(slots=True)
class _Bewaarder:
    """Puts files away through the storage of this installation, many in one transaction."""

    wachtend: list[bytes] = field(default_factory=list)

    def store(self, inhoud: bytes) -> str:
        self.wachtend.append(inhoud)
        if len(self.wachtend) >= _PER_KEER or sum(map(len, self.wachtend)) > 64_000_000:
            self.finish()
        return hashlib.sha256(inhoud).hexdigest()

    def finish(self) -> None:
        with transaction.atomic():
            for inhoud in self.wachtend:
                restore_blob(inhoud)
        self.wachtend.clear()


def count_documenten() -> Documenten:
    """Read every file back from the storage; one that is not what its hash says counts as none."""
    som, aantal, samen, laatste = hashlib.sha256(), 0, 0, ""
    while sleutels := list_sleutels(laatste):
        for sleutel, _ in sleutels:
            laatste = sleutel
            try:
                inhoud = load_blob(sleutel)
            except NietGevondenError:
                continue  # it stood outside the database, and was not whole any more when the copy was made
            if hashlib.sha256(inhoud).hexdigest() == sleutel:
                som.update(sleutel.encode())
                aantal, samen = aantal + 1, samen + len(inhoud)
    return Documenten(aantal, samen, som.hexdigest())


def settle(manifest: Manifest) -> None:
    """After the comparison: nobody is signed in with an old session, and no mail leaves until an administrator says so."""
    end_alle_sessies()
    stop_post(build_systeem("herstel", get_moment()), manifest.moment)


def hold_oude_post(verbinding: psycopg.Connection[Any], manifest: Manifest) -> None:
    """The same for tables of an earlier version, which the rooms of this code cannot read: by the columns that always were there.

    Where mail cannot be held yet, what waits becomes 'maybe sent', and a person looks at it.
    """
    with verbinding.transaction():
        if has_tabel(verbinding, "correspondentie_poststop"):
            verbinding.execute(
                "INSERT INTO correspondentie_poststop (stand_op, sinds_op, actief) VALUES (%s, now(), true)"
                " ON CONFLICT DO NOTHING",
                [manifest.moment],
            )
        else:
            verbinding.execute(
                "UPDATE correspondentie_verzending SET status = 'bezig', begonnen_op = now() WHERE status = 'gepland'"
            )
            verbinding.execute("UPDATE correspondentie_verzending SET status = 'onzeker' WHERE status = 'bezig'")
        for tabel in ("django_session", "toegang_sessie"):
            if has_tabel(verbinding, tabel):
                verbinding.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(tabel)))
