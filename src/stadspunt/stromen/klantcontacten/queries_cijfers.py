"""Count questions and contacts for steering, and list the very rows that were counted.

A figure and its list are made from one selection, so that they cannot differ. A row shows no
client by name; who is behind it stands in the access log all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import TruncDate

from stadspunt.fundament.tijd.dagen import NEDERLAND
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.klantcontacten.models import Contactvraag, Klantcontact, Klantvraag, KlantvraagQuerySet
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import hide_contacten
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Richting, Status

PAGINAGROOTTE = 50


class Afloop(StrEnum):
    """How a closed question got its answer; each closed question has exactly one."""

    DIRECT = "direct"
    HEROPEND = "heropend"
    AFDELING = "afdeling"


_AFLOPEN: dict[Afloop, Q] = {
    Afloop.DIRECT: Q(overdrachten=0, heropeningen=0),
    Afloop.HEROPEND: Q(overdrachten=0, heropeningen__gt=0),
    Afloop.AFDELING: Q(overdrachten__gt=0),
}


@dataclass(frozen=True, slots=True)
class Periode:
    """From a moment (aware) until, not including, another."""

    van: datetime
    tot: datetime


@dataclass(frozen=True, slots=True)
class Vraagselectie:
    """Which questions are counted; an empty part means all of them."""

    statussen: frozenset[Status] = frozenset()
    team_id: int | None = None
    beloofd_voor: date | None = None
    ontvangen: Periode | None = None
    afgehandeld: Periode | None = None
    afloop: Afloop | None = None


@dataclass(frozen=True, slots=True)
class Contactselectie:
    """Which incoming contacts are counted."""

    gebeurd: Periode
    kanaal_id: int | None = None


@dataclass(frozen=True, slots=True)
class Openstand:
    """The open questions of one team in one status: how many, how many past the promise, the oldest."""

    gemeente_id: int
    team_id: int
    status: str
    aantal: int
    te_laat: int
    oudste: datetime


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """One counted question."""

    nummer: str
    onderwerp: str
    status: str
    team_id: int
    kanaal_id: int
    partij_id: int | None
    ontvangen_op: datetime
    beloofd: date
    afgehandeld_op: datetime | None

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class Contactregel:
    """One counted contact, with number and subject of the questions spoken of."""

    id: int
    kanaal_id: int
    team_id: int
    partij_id: int | None
    gebeurd_op: datetime
    vragen: tuple[tuple[str, str], ...]

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class Cijferlijst:
    """A page of what was counted; `aantal` is the figure itself, `getoond` how much of it this actor may see."""

    regels: tuple[Vraagregel, ...] | tuple[Contactregel, ...]
    aantal: int
    getoond: int
    pagina: int


def _counts_alles(raadpleging: Raadpleging) -> bool:
    """Say whether the figures of this actor count what is confidential; those of all others count what they may see."""
    return raadpleging.actor.has_recht(raadpleging.doel, "stuurinformatie.alles-tellen")


def _select_vragen(raadpleging: Raadpleging, selectie: Vraagselectie, *, telt: bool = True) -> KlantvraagQuerySet:
    alle = Klantvraag.objects
    rijen = alle.counted_for(raadpleging) if telt and _counts_alles(raadpleging) else alle.visible_to(raadpleging)
    if selectie.statussen:
        rijen = rijen.filter(status__in=selectie.statussen)
    if selectie.team_id is not None:
        rijen = rijen.filter(eigenaar_team_id=selectie.team_id)
    if selectie.beloofd_voor is not None:
        rijen = rijen.filter(beloofd_datum__lt=selectie.beloofd_voor)
    if selectie.ontvangen is not None:
        rijen = rijen.filter(ontvangen_op__gte=selectie.ontvangen.van, ontvangen_op__lt=selectie.ontvangen.tot)
    if selectie.afgehandeld is not None:
        rijen = rijen.filter(afgehandeld_op__gte=selectie.afgehandeld.van, afgehandeld_op__lt=selectie.afgehandeld.tot)
    return rijen if selectie.afloop is None else rijen.filter(_AFLOPEN[selectie.afloop])


def _select_inkomend(raadpleging: Raadpleging, selectie: Contactselectie, *, telt: bool = True) -> QuerySet[Klantcontact]:
    rijen = Klantcontact.objects.filter(
        richting=Richting.IN, gebeurd_op__gte=selectie.gebeurd.van, gebeurd_op__lt=selectie.gebeurd.tot
    )
    if raadpleging.actor.soort is not ActorSoort.SYSTEEM:
        rijen = rijen.filter(gemeente_id__in=raadpleging.actor.gemeente_ids)
    if not (telt and _counts_alles(raadpleging)):
        rijen = hide_contacten(raadpleging, rijen)
    return rijen if selectie.kanaal_id is None else rijen.filter(kanaal_id=selectie.kanaal_id)


@query(recht="stuurinformatie.lezen")
def count_inkomend_per_kanaal(raadpleging: Raadpleging, selectie: Contactselectie) -> dict[int, int]:
    """Return how many contacts came in per channel; a channel without any is left out."""
    rijen = _select_inkomend(raadpleging, selectie).order_by().values_list("kanaal_id")
    return dict(rijen.annotate(aantal=Count("id")))


@query(recht="stuurinformatie.lezen")
def list_openstanden(raadpleging: Raadpleging) -> tuple[Openstand, ...]:
    """Return what is open now, per team and status, in one query."""
    rijen = _select_vragen(raadpleging, Vraagselectie(statussen=OPEN_STATUSSEN)).order_by()
    standen = rijen.values_list("gemeente_id", "eigenaar_team_id", "status").annotate(
        aantal=Count("id"),
        te_laat=Count("id", filter=Q(beloofd_datum__lt=raadpleging.vandaag)),
        oudste=Min("ontvangen_op"),
    )
    return tuple(Openstand(*stand) for stand in standen.order_by("gemeente_id", "eigenaar_team_id", "status"))


@query(recht="stuurinformatie.lezen")
def count_per_afloop(raadpleging: Raadpleging, afgehandeld: Periode) -> dict[Afloop, int]:
    """Return how many questions were closed in a period, by how they got their answer."""
    rijen = _select_vragen(raadpleging, Vraagselectie(afgehandeld=afgehandeld)).order_by()
    tellingen = rijen.aggregate(**{afloop.value: Count("id", filter=vorm) for afloop, vorm in _AFLOPEN.items()})
    return {afloop: tellingen[afloop.value] for afloop in Afloop}


@query(recht="stuurinformatie.lezen")
def count_per_dag(raadpleging: Raadpleging, periode: Periode) -> tuple[dict[date, int], dict[date, int]]:
    """Return how many questions came in and how many were closed, per Dutch day; a day without any is left out."""
    return (
        _count_dagen(_select_vragen(raadpleging, Vraagselectie(ontvangen=periode)), "ontvangen_op"),
        _count_dagen(_select_vragen(raadpleging, Vraagselectie(afgehandeld=periode)), "afgehandeld_op"),
    )


def _count_dagen(rijen: KlantvraagQuerySet, kolom: str) -> dict[date, int]:
    return dict(rijen.order_by().annotate(dag=TruncDate(kolom, tzinfo=NEDERLAND)).values_list("dag").annotate(aantal=Count("id")))


def _bound_pagina(pagina: int, aantal: int) -> int:
    return min(max(1, pagina), max(1, -(-aantal // PAGINAGROOTTE)))


@query(recht="stuurinformatie.lezen")
def list_vragen(raadpleging: Raadpleging, selectie: Vraagselectie, pagina: int = 1) -> Cijferlijst:
    """Return one page of the questions of `selectie`, the oldest first, in at most three queries.

    What is confidential is counted for who may count it, and stands in the list of whom it concerns only.
    """
    rijen = _select_vragen(raadpleging, selectie, telt=False)
    getoond = rijen.order_by().count()
    aantal = _select_vragen(raadpleging, selectie).order_by().count() if _counts_alles(raadpleging) else getoond
    pagina = _bound_pagina(pagina, getoond)
    begin = (pagina - 1) * PAGINAGROOTTE
    waarden = rijen.order_by("ontvangen_op", "id").values_list(
        "nummer", "onderwerp", "status", "eigenaar_team_id", "kanaal_id", "partij_id", "ontvangen_op", "beloofd_datum",
        "afgehandeld_op",
    )[begin : begin + PAGINAGROOTTE]  # fmt: skip
    return Cijferlijst(tuple(Vraagregel(*waarde) for waarde in waarden), aantal, getoond, pagina)


@query(recht="stuurinformatie.lezen")
def list_inkomend(raadpleging: Raadpleging, selectie: Contactselectie, pagina: int = 1) -> Cijferlijst:
    """Return one page of the contacts of `selectie`, the newest first, in at most four queries."""
    rijen = _select_inkomend(raadpleging, selectie, telt=False)
    getoond = rijen.order_by().count()
    aantal = _select_inkomend(raadpleging, selectie).order_by().count() if _counts_alles(raadpleging) else getoond
    pagina = _bound_pagina(pagina, getoond)
    begin = (pagina - 1) * PAGINAGROOTTE
    blad = list(rijen.order_by("-gebeurd_op", "-id")[begin : begin + PAGINAGROOTTE])
    vragen: dict[int, list[tuple[str, str]]] = {}
    zichtbaar = Klantvraag.objects.visible_to(raadpleging)
    gekoppeld = Contactvraag.objects.filter(klantcontact__in=[rij.pk for rij in blad], klantvraag__in=zichtbaar).order_by("id")
    for contact_id, nummer, onderwerp in gekoppeld.values_list("klantcontact_id", "klantvraag__nummer", "klantvraag__onderwerp"):
        vragen.setdefault(contact_id, []).append((nummer, onderwerp))
    regels = tuple(
        Contactregel(rij.pk, rij.kanaal_id, rij.team_id, rij.partij_id, rij.gebeurd_op, tuple(vragen.get(rij.pk, ())))
        for rij in blad
    )
    return Cijferlijst(regels, aantal, getoond, pagina)
