"""Write down in the database what became of a copy, so that every machine can tell; needs Django.

A copy of a database that is older than this record is a good copy too.
"""

import contextlib
import socket

import structlog
from django.db import DatabaseError, connection, transaction

from stadspunt.fundament.reservekopieen.actions import GemaakteKopie, record_kopie, record_mislukt, record_proef
from stadspunt.fundament.reservekopieen.models import Reservekopie
from stadspunt.fundament.reservekopieen.rules import Aanleiding
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Handeling, build_systeem
from stadspunt.project.reservekopie.maken import Kopie
from stadspunt.project.versie import VERSIE

log = structlog.get_logger(__name__)


def note_kopie(kopie: Kopie, aanleiding: str, seconden: float) -> int | None:
    """Write down a copy that was made; returns its id, None when there is no table for it yet."""
    if not _has_tabel():
        return None
    gemaakt = GemaakteKopie(
        Aanleiding(aanleiding), str(kopie.pad), socket.gethostname(), kopie.manifest.moment, kopie.grootte, kopie.manifest.rijen,
        kopie.manifest.versie, round(seconden),
    )  # fmt: skip
    return record_kopie(_handeling(), gemaakt)


def note_proef(kopie_id: int | None) -> None:
    """Write down that it was the same when it was put back."""
    if kopie_id is not None:
        record_proef(_handeling(), kopie_id)


def note_mislukt(aanleiding: str, tekst: str) -> None:
    """Write down that it did not work; when even that cannot be, the one who asked is told all the same."""
    log.error("reservekopie_mislukt", aanleiding=aanleiding)
    with contextlib.suppress(DatabaseError), transaction.atomic():
        if _has_tabel():
            record_mislukt(_handeling(), Aanleiding(aanleiding), VERSIE, socket.gethostname(), tekst)


def _has_tabel() -> bool:
    return Reservekopie._meta.db_table in connection.introspection.table_names()


def _handeling() -> Handeling:
    return build_systeem("reservekopie", get_moment())
