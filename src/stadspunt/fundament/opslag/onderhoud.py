"""What must be done to documents outside the database: take away what nobody names, and look whether all is still right."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count

from stadspunt.fundament.fouten import BestandKwijtError, NietGevondenError, OpslagWegError
from stadspunt.fundament.opslag.koppeling import Plek, Vondst, get_bewaarplek, get_gekozen, is_ingesteld
from stadspunt.fundament.opslag.models import Opslagobject
from stadspunt.fundament.opslag.objecten import open_object

# No transaction lives so long: what no row names by then will never be named.
WEES_NA: Final = timedelta(days=7)
_STAP: Final = 500
_STEEKPROEF: Final = 50
_WERKTIJD_SECONDEN: Final = 20


@dataclass(frozen=True, slots=True)
class Opslagstand:
    """How the storage of documents is doing: numbers of documents, and `fout` ('' when it can be reached)."""

    gekozen: Plek
    buiten: int
    weg: int
    veranderd: int
    oudst_gezien_op: datetime | None
    fout: str


def list_buiten() -> list[Plek]:
    """Return the places outside the database that are in use: chosen, or still holding something."""
    in_gebruik = set(Opslagobject.objects.values_list("plek", flat=True).distinct()) | {get_gekozen()}
    return [plek for plek in (Plek.MAP, Plek.S3) if plek in in_gebruik and is_ingesteld(plek)]


def remove_wezen(moment: datetime) -> int:
    """Take away what no row names and is old enough; returns how much. Raises OpslagWegError."""
    weg = 0
    for plek in list_buiten():
        bewaarplek = get_bewaarplek(plek)
        for stap in _take(bewaarplek.list_vondsten(), moment - WEES_NA):
            bekend = set(Opslagobject.objects.filter(naam__in=stap).values_list("naam", flat=True))
            for naam in stap:
                if naam not in bekend:
                    bewaarplek.delete(naam)
                    weg += 1
    return weg


def _take(vondsten: Iterator[Vondst], grens: datetime) -> Iterator[list[str]]:
    stap: list[str] = []
    for vondst in vondsten:
        if vondst.van < grens:
            stap.append(vondst.naam)
        if len(stap) == _STAP:
            yield stap
            stap = []
    if stap:
        yield stap


def check_steekproef(moment: datetime) -> int:
    """Read the documents that were not looked at for longest; returns how many are not right. Raises OpslagWegError."""
    einde = time.monotonic() + _WERKTIJD_SECONDEN
    mis = 0
    for sleutel in list(Opslagobject.objects.order_by("gezien_op").values_list("hash", flat=True)[:_STEEKPROEF]):
        if time.monotonic() > einde:
            break
        gebrek = _find_gebrek(sleutel)
        mis += bool(gebrek)
        # A file that came back, or a row that was mended meanwhile, is right again.
        rijen = Opslagobject.objects.filter(hash=sleutel)
        rijen.update(gezien_op=moment) if gebrek else rijen.update(gezien_op=moment, gebrek="")
    return mis


def _find_gebrek(sleutel: str) -> bool:
    try:
        for _ in open_object(sleutel).stukken:
            pass
    except BestandKwijtError:
        return True
    except NietGevondenError:
        return False
    return False


def get_opslagstand() -> Opslagstand:
    """Return how the storage is doing; asks each place outside the database whether it is there."""
    per_gebrek = dict(Opslagobject.objects.values_list("gebrek").annotate(n=Count("hash")).order_by())
    oudst = Opslagobject.objects.order_by("gezien_op").values_list("gezien_op", flat=True).first()
    return Opslagstand(
        get_gekozen(), sum(per_gebrek.values()), per_gebrek.get("weg", 0), per_gebrek.get("veranderd", 0), oudst, find_fout()
    )


def find_fout() -> str:
    """Return why documents cannot be reached now, '' when they can. Without names of computers."""
    try:
        for plek in list_buiten():
            if plek is Plek.S3 or Opslagobject.objects.filter(plek=plek).exists():
                get_bewaarplek(plek).check()
    except OpslagWegError as fout:
        return str(fout)
    return ""
