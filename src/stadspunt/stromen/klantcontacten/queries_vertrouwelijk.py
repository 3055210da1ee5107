"""What is hidden from whom, and what those whom a confidential question concerns see of its secrecy."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.toegang.poort import open_query, query
from stadspunt.stromen.klantcontacten.models import (
    Betrokkene,
    Contactvraag,
    Klantcontact,
    Klantvraag,
    Noodinzage,
    Opheffing,
    Vertrouwelijkinzage,
)
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import Besluit

_VOORWAARDE = "levert alleen een voorwaarde voor een andere vraag aan de database: nummers van wat verborgen blijft"
MAX_NOODINZAGEN = 200


@open_query(reden=_VOORWAARDE)
def select_verborgen(raadpleging: Raadpleging) -> QuerySet[Any, Any]:
    """Return, as a subquery, the ids of the confidential questions that are hidden from this actor.

    For rooms that keep something with a question: `exclude(klantvraag_id__in=select_verborgen(raadpleging))`.
    """
    if raadpleging.actor.soort is ActorSoort.SYSTEEM:
        return Klantvraag.objects.none().values("pk")
    geheim = Klantvraag.objects.filter(vertrouwelijk_op__isnull=False)
    zichtbaar = Klantvraag.objects.visible_to(raadpleging).filter(vertrouwelijk_op__isnull=False)
    return geheim.exclude(pk__in=zichtbaar.values("pk")).values("pk")


@open_query(reden=_VOORWAARDE)
def build_partijzicht(raadpleging: Raadpleging) -> Q:
    """Return the condition for a client whom this actor may know: not one who is known only from questions hidden from him."""
    van_hem = Klantvraag.objects.filter(partij_id=OuterRef("pk"), vertrouwelijk_op__isnull=False)
    zichtbaar = Klantvraag.objects.visible_to(raadpleging).filter(partij_id=OuterRef("pk"))
    return ~Exists(van_hem) | Exists(zichtbaar)


@open_query(reden=_VOORWAARDE)
def hide_contacten(raadpleging: Raadpleging, rijen: "QuerySet[Klantcontact]") -> "QuerySet[Klantcontact]":
    """Leave out the contacts of which every question is hidden.

    `half` marks those of which some are: their summary may tell of those, and is not shown.
    """
    besproken = Contactvraag.objects.filter(klantvraag_id__in=select_verborgen(raadpleging))
    ander = Contactvraag.objects.filter(klantcontact_id=OuterRef("klantcontact_id"))
    geheel = besproken.filter(~Exists(ander.exclude(klantvraag_id__in=select_verborgen(raadpleging))))
    # Few questions are confidential: both are looked up once for all rows, and not once for each.
    half = ExpressionWrapper(Q(pk__in=besproken.values("klantcontact_id")), output_field=BooleanField())
    return rijen.exclude(pk__in=geheel.values("klantcontact_id")).annotate(half=half)


@open_query(reden="schrijft alleen op wie wat opende, voor een andere vraag aan deze kamer")
def record_openen(raadpleging: Raadpleging, rijen: Iterable[Klantvraag]) -> None:
    """Write down who opens what is confidential: once a day for each employee and purpose, before the answer leaves."""
    wie = raadpleging.actor.medewerker_id
    if raadpleging.actor.soort is ActorSoort.SYSTEEM or wie is None:
        return
    geopend = [
        Vertrouwelijkinzage(
            klantvraag=rij, medewerker_id=wie, doel=raadpleging.doel, dag=raadpleging.vandaag, eerste_op=raadpleging.moment
        )
        for rij in rijen
        if rij.vertrouwelijk_op is not None
    ]
    if geopend:
        Vertrouwelijkinzage.objects.bulk_create(geopend, ignore_conflicts=True)


@query(recht="klantvraag.lezen")
def list_geopend(raadpleging: Raadpleging, klantvraag_id: int, maximum: int = 20) -> list[tuple[int, datetime]]:
    """Return who opened a confidential question and when first that day, the latest on top. Raises NietGevondenError."""
    demand_handelbaar(raadpleging, klantvraag_id)
    rijen = Vertrouwelijkinzage.objects.filter(klantvraag_id=klantvraag_id).order_by("-eerste_op", "-id")
    return list(rijen.values_list("medewerker_id", "eerste_op")[:maximum])


@dataclass(frozen=True, slots=True)
class BetrokkeneBeeld:
    """A colleague whom a question concerns by name."""

    medewerker_id: int
    reden: str
    door_id: int | None
    sinds: datetime


@dataclass(frozen=True, slots=True)
class OpheffingBeeld:
    """An open proposal to lift the secrecy."""

    id: int
    reden: str
    voorgesteld_door_id: int
    voorgesteld_op: datetime


@dataclass(frozen=True, slots=True)
class Vertrouwelijkheid:
    """The secrecy of one question. `noodinzage_tot`: this actor only looks, by a broken glass, until then."""

    sinds: datetime
    betrokkenen: tuple[BetrokkeneBeeld, ...]
    opheffing: OpheffingBeeld | None
    noodinzage_tot: datetime | None


@query(recht="klantvraag.lezen")
def find_vertrouwelijkheid(raadpleging: Raadpleging, klantvraag_id: int) -> Vertrouwelijkheid | None:
    """Return who is concerned by a question and what was proposed; None when it is not confidential. Raises NietGevondenError."""
    vraag = Klantvraag.objects.visible_to(raadpleging).only("vertrouwelijk_op").filter(pk=klantvraag_id).first()
    if vraag is None:
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    if vraag.vertrouwelijk_op is None:
        return None
    betrokkenen = Betrokkene.objects.filter(klantvraag_id=klantvraag_id, verwijderd_op=None).order_by("id")
    opheffing = Opheffing.objects.filter(klantvraag_id=klantvraag_id, besluit=Besluit.OPEN).first()
    return Vertrouwelijkheid(
        vraag.vertrouwelijk_op,
        tuple(BetrokkeneBeeld(rij.medewerker_id, rij.reden, rij.door_id, rij.sinds_op) for rij in betrokkenen),
        OpheffingBeeld(opheffing.pk, opheffing.reden, opheffing.voorgesteld_door_id, opheffing.voorgesteld_op)
        if opheffing
        else None,
        _find_noodinzage(raadpleging, klantvraag_id),
    )


def _find_noodinzage(raadpleging: Raadpleging, klantvraag_id: int) -> datetime | None:
    """Return until when this actor looks by a broken glass; None when the question concerns him anyhow."""
    if Klantvraag.objects.visible_to(raadpleging, handelt=True).filter(pk=klantvraag_id).exists():
        return None
    loopt = Noodinzage.objects.filter(
        klantvraag_id=klantvraag_id, medewerker_id=raadpleging.actor.medewerker_id or 0, tot_op__gt=raadpleging.moment
    )
    return loopt.order_by("-tot_op").values_list("tot_op", flat=True).first()


@query(recht="klantvraag.lezen")
def demand_handelbaar(raadpleging: Raadpleging, klantvraag_id: int) -> None:
    """Raise NietGevondenError when this actor may not act on a question: it is not there, not for him, or only to look at."""
    if not Klantvraag.objects.visible_to(raadpleging, handelt=True).filter(pk=klantvraag_id).exists():
        raise NietGevondenError(f"klantvraag {klantvraag_id}")


@query(recht="klantvraag.lezen")
def find_zichtbare_ids(raadpleging: Raadpleging, ids: Collection[int]) -> frozenset[int]:
    """Return which of these questions this actor may see, without showing anything of them."""
    if not ids:
        return frozenset()
    return frozenset(Klantvraag.objects.visible_to(raadpleging).filter(pk__in=set(ids)).values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class NoodinzageRegel:
    """One breaking of the glass, for who watches that; `bekeken_op` is None while nobody looked at it."""

    id: int
    nummer: str
    bestaat: bool
    medewerker_id: int
    reden: str
    begonnen: datetime
    tot: datetime
    bekeken_door_id: int | None
    bekeken_op: datetime | None


@query(recht="noodinzage.toezien")
def list_noodinzagen(raadpleging: Raadpleging) -> list[NoodinzageRegel]:
    """Return the breakings of the glass in this actor's municipalities: those nobody looked at first, the newest on top."""
    rijen = Noodinzage.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids).select_related("toezicht")
    gevonden = rijen.order_by(F("toezicht__bekeken_op").desc(nulls_first=True), "-begonnen_op", "-id")[:MAX_NOODINZAGEN]
    return [_to_noodregel(rij) for rij in gevonden]


def _to_noodregel(rij: Noodinzage) -> NoodinzageRegel:
    gezien = rij.toezicht if hasattr(rij, "toezicht") else None
    return NoodinzageRegel(
        rij.pk, rij.nummer, rij.klantvraag_id is not None, rij.medewerker_id, rij.reden, rij.begonnen_op, rij.tot_op,
        gezien.medewerker_id if gezien else None, gezien.bekeken_op if gezien else None,
    )  # fmt: skip


@query(recht="noodinzage.toezien")
def count_onbekeken_noodinzagen(raadpleging: Raadpleging) -> int:
    """Return how many breakings of the glass nobody looked at yet."""
    rijen = Noodinzage.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids, toezicht__isnull=True)
    return rijen.count()
