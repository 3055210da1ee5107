"""Look at orders."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from stadspunt.fundament.fouten import Fout, NietGevondenError
from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.overdracht.beelden import (
    OverdrachtBeeld,
    Overdrachtlijst,
    OverdrachtRegel,
    ToetsingBeeld,
)
from stadspunt.stromen.overdracht.models import Overdracht, OverdrachtQuerySet
from stadspunt.stromen.overdracht.rules import Status, Toetspunt

PAGINAGROOTTE = 50


class Lijst(StrEnum):
    """Which orders a list shows."""

    OPEN = "open"
    TE_LAAT = "te-laat"
    TERUGGEGEVEN = "teruggegeven"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list of orders shows; an empty part means: all of them that this actor may see.

    `medewerker_id` is who works on an open order, and who gave back a returned one.
    `teruggegeven_vanaf` is a Dutch day and leaves open orders alone.
    """

    lijst: Lijst = Lijst.OPEN
    afdeling_id: int | None = None
    klantvraag_ids: frozenset[int] | None = None
    medewerker_id: int | None = None
    teruggegeven_vanaf: date | None = None
    pagina: int = 1


def _apply(raadpleging: Raadpleging, filter_: Filter) -> OverdrachtQuerySet:
    rijen: OverdrachtQuerySet = Overdracht.objects.visible_to(raadpleging)
    if filter_.afdeling_id is not None:
        rijen = rijen.filter(afdeling_id=filter_.afdeling_id)
    if filter_.klantvraag_ids is not None:
        rijen = rijen.filter(klantvraag_id__in=filter_.klantvraag_ids)
    if filter_.lijst is Lijst.TERUGGEGEVEN:
        rijen = rijen.filter(status=Status.TERUGGEGEVEN).order_by("-teruggegeven_op", "-id")
        if filter_.medewerker_id is not None:
            rijen = rijen.filter(teruggegeven_door_id=filter_.medewerker_id)
        if filter_.teruggegeven_vanaf is not None:
            rijen = rijen.filter(teruggegeven_op__gte=to_moment(filter_.teruggegeven_vanaf))
        return rijen
    rijen = rijen.filter(status=Status.OPEN).order_by("terug_op", "id")
    if filter_.medewerker_id is not None:
        rijen = rijen.filter(behandelaar_id=filter_.medewerker_id)
    return rijen.filter(terug_op__lt=raadpleging.vandaag) if filter_.lijst is Lijst.TE_LAAT else rijen


@query(recht="overdracht.lezen")
def list_overdrachten(raadpleging: Raadpleging, filter_: Filter) -> Overdrachtlijst:
    """Return one page of the orders that fit `filter_`, in three queries whatever the size.

    Open ones by the day on which they must be back, returned ones newest first.
    """
    rijen = _apply(raadpleging, filter_)
    aantal = rijen.order_by().count()
    paginas = max(1, -(-aantal // PAGINAGROOTTE))
    pagina = min(max(1, filter_.pagina), paginas)
    begin = (pagina - 1) * PAGINAGROOTTE
    blad = list(rijen.defer("gevraagd", "antwoord")[begin : begin + PAGINAGROOTTE])
    vragen = get_klantvragen(raadpleging, [rij.klantvraag_id for rij in blad])
    regels = tuple(
        OverdrachtRegel(
            rij.pk, rij.uuid, rij.klantvraag_id, vraag.nummer, vraag.onderwerp, vraag.partij_id, rij.afdeling_id,
            rij.ronde, rij.vorm, rij.terug_op, rij.verzonden_op, rij.status, rij.behandelaar_id, rij.teruggegeven_op,
        )
        for rij in blad
        if (vraag := vragen.get(rij.klantvraag_id)) is not None
    )  # fmt: skip
    return Overdrachtlijst(regels, aantal, pagina, paginas)


@query(recht="overdracht.lezen")
def count_overdrachten(raadpleging: Raadpleging, filter_: Filter) -> int:
    """Return how many orders fit `filter_`; its page does not matter."""
    return _apply(raadpleging, filter_).order_by().count()


@query(recht="overdracht.lezen")
def get_overdracht(raadpleging: Raadpleging, uuid: UUID) -> OverdrachtBeeld:
    """Return one order. Raises NietGevondenError when not there or not for this actor."""
    rij = Overdracht.objects.visible_to(raadpleging).select_related("toetsing").filter(uuid=uuid).first()
    if rij is None:
        raise NietGevondenError(f"overdracht {uuid}")
    return _to_beeld(rij)


@query(recht="overdracht.lezen")
def has_overdracht(raadpleging: Raadpleging, overdracht_id: int) -> bool:
    """Say whether this order is there for this actor."""
    return Overdracht.objects.visible_to(raadpleging).filter(pk=overdracht_id).exists()


@query(recht="overdracht.lezen")
def list_overdrachten_van_klantvraag(raadpleging: Raadpleging, klantvraag_id: int) -> list[OverdrachtBeeld]:
    """Return every order about one question that this actor may see, first round first."""
    rijen = Overdracht.objects.visible_to(raadpleging).select_related("toetsing").filter(klantvraag_id=klantvraag_id)
    return [_to_beeld(rij) for rij in rijen.order_by("ronde")]


@query(recht="overdracht.lezen")
def check_getoetst(raadpleging: Raadpleging, klantvraag_id: int) -> tuple[Fout, ...]:
    """Return why this question may not be answered yet: what came back from a department is not checked (B2)."""
    laatste = (
        Overdracht.objects.visible_to(raadpleging)
        .select_related("toetsing")
        .defer("gevraagd", "antwoord")
        .filter(klantvraag_id=klantvraag_id)
        .order_by("-ronde")
        .first()
    )
    if laatste is None or laatste.status != Status.TERUGGEGEVEN or hasattr(laatste, "toetsing"):
        return ()
    return (Fout("niet-getoetst", "Controleer eerst het antwoord van de afdeling: snelheid, volledigheid en begrijpelijkheid."),)


def _to_beeld(rij: Overdracht) -> OverdrachtBeeld:
    return OverdrachtBeeld(
        rij.pk, rij.uuid, rij.klantvraag_id, rij.gemeente_id, rij.afdeling_id, rij.van_id, rij.ronde, rij.gevraagd,
        rij.vorm, rij.terug_op, rij.reden_later, rij.verzonden_op, rij.status, rij.behandelaar_id, rij.antwoord,
        rij.teruggegeven_op, rij.teruggegeven_door_id, rij.ingetrokken_op, _to_toetsing(rij),
    )  # fmt: skip


def _to_toetsing(rij: Overdracht) -> ToetsingBeeld | None:
    if not hasattr(rij, "toetsing"):
        return None
    toetsing = rij.toetsing
    afwijkingen = tuple((punt.value, getattr(toetsing, f"reden_{punt}")) for punt in Toetspunt if not getattr(toetsing, punt))
    return ToetsingBeeld(toetsing.medewerker_id, toetsing.getoetst_op, afwijkingen)
