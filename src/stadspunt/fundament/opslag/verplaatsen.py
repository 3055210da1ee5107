"""Move documents from one place to another while everybody goes on: one by one, each in its own transaction.

Cut off at any moment a document stands in the old place, or in both, or in the new one, and is read from where its row says.
Done again it goes on with what is left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Sum

from stadspunt.fundament.fouten import BestandKwijtError, NietGevondenError
from stadspunt.fundament.opslag.blobs import store_blob
from stadspunt.fundament.opslag.koppeling import Plek, get_bewaarplek
from stadspunt.fundament.opslag.models import Blob, Opslagobject
from stadspunt.fundament.opslag.objecten import Objectregel, claim_plaats, load_object, put_bytes


@dataclass(frozen=True, slots=True)
class Voorraad:
    """How many documents a place holds and how many bytes they are."""

    plek: Plek
    aantal: int
    bytes: int


def list_voorraden() -> list[Voorraad]:
    """Return what each place holds; of the database what may be moved."""
    los = Blob.objects.filter(vast=False).aggregate(aantal=Count("hash"), bytes=Sum("grootte"))
    uit = [Voorraad(Plek.DATABASE, los["aantal"], los["bytes"] or 0)]
    per_plek = {
        plek: (aantal, grootte)
        for plek, aantal, grootte in Opslagobject.objects.values_list("plek").annotate(Count("hash"), Sum("grootte")).order_by()
    }
    return uit + [Voorraad(plek, *per_plek.get(plek, (0, 0))) for plek in (Plek.MAP, Plek.S3)]


def move_objecten(naar: Plek, get_moment: Callable[[], datetime]) -> Iterator[bool]:
    """Move everything that is elsewhere; yields for each document whether it was moved (False: its bytes are gone or changed).

    Raises OpslagWegError when a place is away; what was moved by then stays moved.
    """
    if naar is not Plek.DATABASE:
        for sleutel in _list_blobs():
            yield _move_blob(sleutel, naar, get_moment())
    for sleutel in _list_elders(naar):
        yield _move_object(sleutel, naar, get_moment())


def _list_blobs() -> Iterator[str]:
    laatste = ""
    while stap := list(Blob.objects.filter(vast=False, hash__gt=laatste).order_by("hash").values_list("hash", flat=True)[:200]):
        yield from stap
        laatste = stap[-1]


def _list_elders(naar: Plek) -> Iterator[str]:
    laatste = ""
    while stap := list(
        Opslagobject.objects.filter(hash__gt=laatste).exclude(plek=naar).order_by("hash").values_list("hash", flat=True)[:200]
    ):
        yield from stap
        laatste = stap[-1]


def _move_blob(sleutel: str, naar: Plek, moment: datetime) -> bool:
    inhoud = load_object(sleutel)
    naam = put_bytes(naar, sleutel, len(inhoud), [inhoud])
    with transaction.atomic():
        claim_plaats(Objectregel(sleutel, len(inhoud)), naar, naam, moment, alleen_als_kwijt=True)
        # Not what became a raw receipt in the meantime.
        Blob.objects.filter(hash=sleutel, vast=False).delete()
    return True


def _move_object(sleutel: str, naar: Plek, moment: datetime) -> bool:
    rij = Opslagobject.objects.filter(hash=sleutel).first()
    if rij is None or rij.plek == naar:
        return True
    try:
        inhoud = load_object(sleutel)
    except (BestandKwijtError, NietGevondenError):
        return False
    van, oude_naam = Plek(rij.plek), rij.naam
    mijn = Opslagobject.objects.filter(hash=sleutel, naam=oude_naam)
    if naar is Plek.DATABASE:
        with transaction.atomic():
            store_blob(inhoud, vast=False)
            mijn.delete()
    else:
        naam = put_bytes(naar, sleutel, len(inhoud), [inhoud])
        mijn.update(plek=naar, naam=naam, bewaard_op=moment, gezien_op=moment, gebrek="")
    # Only now, and only what no row names: who died before this leaves it to the nightly cleaning.
    if not Opslagobject.objects.filter(naam=oude_naam).exists():
        get_bewaarplek(van).delete(oude_naam)
    return True
