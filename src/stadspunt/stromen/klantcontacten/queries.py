"""Look at questions and contacts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Q

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.fundament.waarden.nummer import parse_nummer
from stadspunt.stromen.klantcontacten.beelden import (
    AntwoordBeeld,
    KlantcontactBeeld,
    KlantvraagBeeld,
    NotitieBeeld,
    Vraagdossier,
    Wachtbeeld,
    Werkvoorraad,
    WerkvoorraadRegel,
)
from stadspunt.stromen.klantcontacten.models import (
    Antwoord,
    Contactvraag,
    Klantcontact,
    Klantvraag,
    KlantvraagQuerySet,
    Notitie,
)
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import hide_contacten, record_openen
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Status

N = TypeVar("N")

PAGINAGROOTTE = 50
# Counting further than this costs more than it tells.
TELGRENS = 1000


def to_klantvraag_beeld(rij: Klantvraag) -> KlantvraagBeeld:
    """Return the view value of a row; for this room only."""
    return KlantvraagBeeld(
        rij.pk, rij.uuid, rij.nummer, rij.gemeente_id, rij.eigenaar_team_id, rij.behandelaar_id, rij.partij_id,
        rij.product_id, rij.kanaal_id, rij.ingang_id, rij.onderwerp, rij.toelichting, rij.complexiteit, rij.taal,
        rij.status, rij.ontvangen_op, rij.beloofd_datum, rij.afgehandeld_op, rij.overdrachten, rij.heropeningen,
        rij.versie, rij.klantreactie_op, rij.vertrouwelijk_op is not None, _to_wacht(rij),
        rij.opgegaan_in_id,
    )  # fmt: skip


def _to_wacht(rij: Klantvraag) -> Wachtbeeld | None:
    if rij.wacht_tot is None or rij.wachtreden is None:
        return None
    return Wachtbeeld(rij.wacht_tot, rij.wachtreden.naam, rij.wachttoelichting, rij.wacht_op_klant)


@query(recht="klantvraag.lezen")
def get_klantvraag(raadpleging: Raadpleging, nummer: str) -> KlantvraagBeeld:
    """Return one question by its number. Raises NietGevondenError when not there or not for this actor."""
    rijen = Klantvraag.objects.visible_to(raadpleging).defer("zoektekst").select_related("wachtreden")
    rij = rijen.filter(nummer=nummer).first()
    if rij is None:
        raise NietGevondenError(f"klantvraag {nummer}")
    record_openen(raadpleging, [rij])
    return to_klantvraag_beeld(rij)


@query(recht="klantvraag.lezen")
def get_klantvragen(raadpleging: Raadpleging, ids: Collection[int]) -> dict[int, KlantvraagBeeld]:
    """Return questions by id; who may not be seen is left out."""
    if not ids:
        return {}
    rijen = Klantvraag.objects.visible_to(raadpleging).defer("zoektekst").select_related("wachtreden").filter(pk__in=set(ids))
    record_openen(raadpleging, rijen)
    return {rij.pk: to_klantvraag_beeld(rij) for rij in rijen}


@query(recht="klantvraag.lezen")
def get_vraagdossier(raadpleging: Raadpleging, klantvraag_id: int) -> Vraagdossier:
    """Return contacts, answers and notes of one question. Raises NietGevondenError."""
    if not Klantvraag.objects.visible_to(raadpleging).filter(pk=klantvraag_id).exists():
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    besproken = Contactvraag.objects.filter(klantvraag_id=klantvraag_id).values("klantcontact_id")
    contacten = hide_contacten(raadpleging, Klantcontact.objects.filter(pk__in=besproken)).order_by("gebeurd_op", "id")
    antwoorden = Antwoord.objects.filter(klantvraag_id=klantvraag_id).order_by("id")
    notities = Notitie.objects.filter(klantvraag_id=klantvraag_id).order_by("id")
    return Vraagdossier(
        tuple(to_klantcontact_beeld(rij) for rij in contacten),
        tuple(AntwoordBeeld(rij.pk, rij.medewerker_id, rij.wijze, rij.tekst, rij.gegeven_op) for rij in antwoorden),
        tuple(NotitieBeeld(rij.pk, rij.medewerker_id, rij.tekst, rij.geschreven_op) for rij in notities),
    )


def to_klantcontact_beeld(rij: Klantcontact) -> KlantcontactBeeld:
    """Return the view value of a row; for this room only. A summary that may tell of a hidden question is left out."""
    return KlantcontactBeeld(
        rij.pk, rij.kanaal_id, rij.richting, rij.medewerker_id, rij.partij_id, rij.gebeurd_op, rij.geregistreerd_op,
        "" if getattr(rij, "half", False) else rij.samenvatting, rij.duur_seconden, rij.bereikt, rij.ingang_id,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list of questions shows; an empty part means: all of them.

    `partij_ids` None means any client. `tekst` is searched as a number, else as words in
    subject and explanation. `behandelaar_id` 0 means: nobody has it. `beloofd_voor` keeps what
    was promised for an earlier day, `afgehandeld_vanaf` what was closed at that moment or later.
    `of_partij_ids` adds the questions of these clients to what `tekst` finds. `nummers` keeps the
    questions with one of these numbers, None means any. `wacht` keeps those that wait at this
    moment (True) or do not (False); None means both.
    """

    team_ids: frozenset[int] = frozenset()
    statussen: frozenset[Status] = OPEN_STATUSSEN
    kanaal_ids: frozenset[int] = frozenset()
    ingang_ids: frozenset[int] = frozenset()
    product_ids: frozenset[int] = frozenset()
    behandelaar_id: int | None = None
    partij_ids: frozenset[int] | None = None
    tekst: str = ""
    volgorde: str = "beloofd"
    pagina: int = field(default=1)
    beloofd_voor: date | None = None
    afgehandeld_vanaf: datetime | None = None
    of_partij_ids: frozenset[int] = frozenset()
    nummers: frozenset[str] | None = None
    wacht: bool | None = None


_VOLGORDES = {
    "beloofd": ("beloofd_datum", "id"),
    "laatst-beloofd": ("-beloofd_datum", "-id"),
    "oudste": ("ontvangen_op", "id"),
    "nieuwste": ("-ontvangen_op", "-id"),
    "pas-afgehandeld": ("-afgehandeld_op", "-id"),
    "wacht": ("wacht_tot", "id"),
}


def _apply(raadpleging: Raadpleging, filter_: Filter) -> KlantvraagQuerySet:
    rijen: KlantvraagQuerySet = Klantvraag.objects.visible_to(raadpleging).filter(status__in=filter_.statussen)
    # Its moment has come, also when the job that says so has not run yet.
    if filter_.wacht is not None:
        wacht = Q(wacht_tot__gt=raadpleging.moment)
        rijen = rijen.filter(wacht) if filter_.wacht else rijen.filter(Q(wacht_tot=None) | ~wacht)
    if filter_.team_ids:
        rijen = rijen.filter(eigenaar_team_id__in=filter_.team_ids)
    if filter_.kanaal_ids:
        rijen = rijen.filter(kanaal_id__in=filter_.kanaal_ids)
    if filter_.ingang_ids:
        rijen = rijen.filter(ingang_id__in=filter_.ingang_ids)
    if filter_.product_ids:
        rijen = rijen.filter(product_id__in=filter_.product_ids)
    if filter_.behandelaar_id is not None:
        rijen = rijen.filter(behandelaar_id=filter_.behandelaar_id or None)
    if filter_.partij_ids is not None:
        rijen = rijen.filter(partij_id__in=filter_.partij_ids)
    if filter_.nummers is not None:
        rijen = rijen.filter(nummer__in=filter_.nummers)
    if filter_.beloofd_voor is not None:
        rijen = rijen.filter(beloofd_datum__lt=filter_.beloofd_voor)
    if filter_.afgehandeld_vanaf is not None:
        rijen = rijen.filter(afgehandeld_op__gte=filter_.afgehandeld_vanaf)
    if filter_.tekst.strip():
        nummer = parse_nummer(filter_.tekst)
        if nummer is not None:
            rijen = rijen.filter(nummer=str(nummer))
        else:
            woorden = Q(zoektekst=SearchQuery(filter_.tekst, config="dutch", search_type="websearch"))
            rijen = rijen.filter(woorden | Q(partij_id__in=filter_.of_partij_ids) if filter_.of_partij_ids else woorden)
    return rijen


@query(recht="klantvraag.lezen")
def list_werkvoorraad(raadpleging: Raadpleging, filter_: Filter, aantal: int | None = None) -> Werkvoorraad:
    """Return one page of the questions that fit `filter_`, in two queries whatever the size.

    `aantal` is how many fit, when count_werkvoorraad has just said so; then it is one query.
    """
    rijen = _apply(raadpleging, filter_)
    if aantal is None:
        aantal = rijen.order_by()[: TELGRENS + 1].count()
    paginas = max(1, -(-min(aantal, TELGRENS) // PAGINAGROOTTE))
    pagina = min(max(1, filter_.pagina), paginas)
    begin = (pagina - 1) * PAGINAGROOTTE
    waarden = rijen.order_by(*_VOLGORDES.get(filter_.volgorde, _VOLGORDES["beloofd"])).values_list(
        "id", "nummer", "onderwerp", "status", "kanaal_id", "eigenaar_team_id", "partij_id", "product_id",
        "behandelaar_id", "ontvangen_op", "beloofd_datum", "heropeningen", "afgehandeld_op", "klantreactie_op",
        "vertrouwelijk_op",
        "wacht_tot", "wachtreden__naam", "wacht_op_klant",
    )[begin : begin + PAGINAGROOTTE]  # fmt: skip
    return Werkvoorraad(
        tuple(WerkvoorraadRegel(*waarde) for waarde in waarden), min(aantal, TELGRENS), aantal > TELGRENS, pagina, paginas
    )


@query(recht="klantvraag.lezen")
def count_werkvoorraad(raadpleging: Raadpleging, filters: Mapping[N, Filter]) -> dict[N, int]:
    """Return how many questions fit each named filter (at most TELGRENS + 1), in one query whatever their number.

    Two names for the same filter are counted once; order and page do not count.
    """
    geteld = {naam: replace(filter_, volgorde="", pagina=1) for naam, filter_ in filters.items()}
    soorten = tuple(dict.fromkeys(geteld.values()))
    aantallen = dict(zip(soorten, _count(raadpleging, soorten), strict=True))
    return {naam: aantallen[filter_] for naam, filter_ in geteld.items()}


def _count(raadpleging: Raadpleging, filters: Sequence[Filter]) -> Sequence[int]:
    delen: list[str] = []
    waarden: list[Any] = []
    for filter_ in filters:
        deel, bij = _apply(raadpleging, filter_).order_by().values("pk")[: TELGRENS + 1].query.sql_with_params()
        delen.append(f"(SELECT count(*) FROM ({deel}) geteld)")  # noqa: S608 - made by Django of its own query
        waarden.extend(bij)
    if not delen:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(delen)}", waarden)
        return tuple(cursor.fetchone())


@query(recht="klantvraag.lezen")
def find_klantvraag_ids(raadpleging: Raadpleging, filter_: Filter) -> frozenset[int]:
    """Return which questions fit `filter_`, the newest TELGRENS of them: for lists of what hangs on a question."""
    rijen = _apply(raadpleging, filter_)
    return frozenset(rijen.order_by("-id").values_list("pk", flat=True)[:TELGRENS])


@query(recht="klantvraag.lezen")
def list_partij_ids(raadpleging: Raadpleging) -> frozenset[int]:
    """Return the clients of every question that this actor may see for this purpose; meant for a department."""
    rijen = Klantvraag.objects.visible_to(raadpleging)
    return frozenset(een for een in rijen.order_by().values_list("partij_id", flat=True).distinct() if een is not None)


@query(recht="partij.lezen")
def list_contacten_of_partij(raadpleging: Raadpleging, partij_id: int, maximum: int = 3) -> list[KlantcontactBeeld]:
    """Return the last `maximum` contacts of one client over all channels, newest first."""
    rijen = Klantcontact.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids, partij_id=partij_id)
    zichtbaar = hide_contacten(raadpleging, rijen)
    return [to_klantcontact_beeld(rij) for rij in zichtbaar.order_by("-gebeurd_op", "-id")[:maximum]]


@query(recht="klantvraag.lezen")
def list_klantvragen_of_contact(raadpleging: Raadpleging, klantcontact_id: int) -> list[KlantvraagBeeld]:
    """Return the questions that were spoken of in one contact, in the order in which they were registered."""
    ids = Contactvraag.objects.filter(klantcontact_id=klantcontact_id).values("klantvraag_id")
    rijen = Klantvraag.objects.visible_to(raadpleging).defer("zoektekst").select_related("wachtreden").filter(pk__in=ids)
    return [to_klantvraag_beeld(rij) for rij in rijen.order_by("id")]


@query(recht="klantvraag.lezen")
def list_samen_gevraagd(raadpleging: Raadpleging, klantvraag_id: int) -> list[KlantvraagBeeld]:
    """Return the other questions that came in with this one in the same contact, in the order of registration."""
    contacten = Contactvraag.objects.filter(klantvraag_id=klantvraag_id).values("klantcontact_id")
    ids = Contactvraag.objects.filter(klantcontact_id__in=contacten).values("klantvraag_id")
    rijen = Klantvraag.objects.visible_to(raadpleging).defer("zoektekst").select_related("wachtreden").filter(pk__in=ids)
    return [to_klantvraag_beeld(rij) for rij in rijen.exclude(pk=klantvraag_id).order_by("id")]
