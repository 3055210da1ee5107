"""One arrival as the steps of processing see it."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Envelop


@dataclass(frozen=True, slots=True)
class Poststuk:
    """An arrival: its envelope, where its bytes are, and the key that makes it one."""

    id: int
    gemeente_id: int
    ingang_id: int | None
    sleutel: str
    blob_hash: str
    envelop: Envelop
    ontvangen_op: datetime


def to_poststuk(rij: Ontvangst) -> Poststuk:
    """Return the row as a value."""
    envelop = msgspec.convert(rij.envelop, Envelop)
    return Poststuk(rij.pk, rij.gemeente_id, rij.ingang_id, rij.sleutel, rij.blob_hash, envelop, rij.ontvangen_op)
