"""Look at the organisation. Nothing here shows a client, so most looks are open."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from stadspunt.bronnen.organisatie.beelden import (
    AfdelingBeeld,
    GemeenteBeeld,
    IngangBeeld,
    KanaalBeeld,
    MedewerkerBeeld,
    TeamBeeld,
)
from stadspunt.bronnen.organisatie.models import (
    Afdeling,
    Gemeente,
    Ingang,
    Kanaal,
    Medewerker,
    Roltoewijzing,
    Team,
)
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.poort import open_query

_GEEN_KLANT = "de inrichting van de organisatie toont geen klant"


def _to_gemeente(rij: Gemeente) -> GemeenteBeeld:
    return GemeenteBeeld(rij.pk, rij.naam, rij.slug, rij.maildomein, rij.telefoon, rij.noodinzage_minuten)


def _to_ingang(rij: Ingang) -> IngangBeeld:
    return IngangBeeld(
        rij.pk,
        rij.gemeente_id,
        rij.kanaal_id,
        rij.kanaal.slug,
        rij.team_id,
        rij.soort,
        rij.naam,
        rij.waarde,
        rij.eigenaar_id,
        rij.vertrouwelijk,
    )


def _to_kanaal(rij: Kanaal) -> KanaalBeeld:
    return KanaalBeeld(rij.pk, rij.slug, rij.naam, rij.digitaal)


@open_query(reden=_GEEN_KLANT)
def list_gemeenten() -> list[GemeenteBeeld]:
    """Return all municipalities, by name."""
    return [_to_gemeente(rij) for rij in Gemeente.objects.order_by("naam")]


@open_query(reden=_GEEN_KLANT)
def get_gemeente(gemeente_id: int) -> GemeenteBeeld:
    """Return one municipality. Raises NietGevondenError."""
    rij = Gemeente.objects.filter(pk=gemeente_id).first()
    if rij is None:
        raise NietGevondenError(f"gemeente {gemeente_id}")
    return _to_gemeente(rij)


@open_query(reden=_GEEN_KLANT)
def list_kanalen() -> list[KanaalBeeld]:
    """Return the channels in use, in the order of the administrator."""
    return [_to_kanaal(rij) for rij in Kanaal.objects.filter(actief=True).order_by("volgorde", "naam")]


@open_query(reden=_GEEN_KLANT)
def get_kanaal(slug: str) -> KanaalBeeld:
    """Return the channel called `slug`, also when no longer in use. Raises NietGevondenError."""
    rij = Kanaal.objects.filter(slug=slug).first()
    if rij is None:
        raise NietGevondenError(f"kanaal {slug}")
    return _to_kanaal(rij)


@open_query(reden=_GEEN_KLANT)
def get_kanalen() -> dict[int, KanaalBeeld]:
    """Return every channel by id, also those no longer in use (old contacts keep theirs)."""
    return {rij.pk: _to_kanaal(rij) for rij in Kanaal.objects.order_by("volgorde", "naam")}


@open_query(reden=_GEEN_KLANT)
def list_teams(gemeente_ids: Collection[int] | None = None, *, alleen_kcc: bool = False) -> list[TeamBeeld]:
    """Return the teams in use (of these municipalities, None: all), by name."""
    rijen = Team.objects.filter(actief=True).order_by("naam")
    if gemeente_ids is not None:
        rijen = rijen.filter(gemeente_id__in=gemeente_ids)
    if alleen_kcc:
        rijen = rijen.filter(is_kcc=True)
    return [TeamBeeld(rij.pk, rij.gemeente_id, rij.naam, rij.slug, rij.is_kcc) for rij in rijen]


@open_query(reden=_GEEN_KLANT)
def list_afdelingen(gemeente_ids: Collection[int] | None = None) -> list[AfdelingBeeld]:
    """Return the departments in use (of these municipalities, None: all), by name."""
    rijen = Afdeling.objects.filter(actief=True).order_by("naam")
    if gemeente_ids is not None:
        rijen = rijen.filter(gemeente_id__in=gemeente_ids)
    return [AfdelingBeeld(rij.pk, rij.gemeente_id, rij.naam, rij.slug) for rij in rijen]


@open_query(reden=_GEEN_KLANT)
def list_ingangen(soort: str = "") -> list[IngangBeeld]:
    """Return the entrances in use (of one kind, '' for all), by name."""
    rijen = Ingang.objects.filter(actief=True).select_related("kanaal").order_by("naam")
    return [_to_ingang(rij) for rij in (rijen.filter(soort=soort) if soort else rijen)]


@open_query(reden=_GEEN_KLANT)
def get_ingangen(ids: Collection[int]) -> dict[int, IngangBeeld]:
    """Return entrances by id, also those that are closed; an unknown id is left out."""
    rijen = Ingang.objects.select_related("kanaal").filter(pk__in=set(ids)) if ids else ()
    return {rij.pk: _to_ingang(rij) for rij in rijen}


@open_query(reden=_GEEN_KLANT)
def get_ingang(ingang_id: int) -> IngangBeeld:
    """Return one entrance, also when closed. Raises NietGevondenError."""
    rij = Ingang.objects.select_related("kanaal").filter(pk=ingang_id).first()
    if rij is None:
        raise NietGevondenError(f"ingang {ingang_id}")
    return _to_ingang(rij)


@open_query(reden=_GEEN_KLANT)
def find_ingang(soort: str, waarde: str) -> IngangBeeld | None:
    """Return the entrance in use that answers to `waarde` (address, number, form name), or None."""
    rij = Ingang.objects.select_related("kanaal").filter(soort=soort, waarde=waarde.strip().lower(), actief=True).first()
    return _to_ingang(rij) if rij else None


@open_query(reden=_GEEN_KLANT)
def list_medewerkers() -> list[MedewerkerBeeld]:
    """Return everybody who works or worked here, by name."""
    return [MedewerkerBeeld(rij.pk, rij.naam, rij.email) for rij in Medewerker.objects.order_by("naam", "id")]


@open_query(reden=_GEEN_KLANT)
def get_medewerkers(ids: Collection[int]) -> dict[int, MedewerkerBeeld]:
    """Return employees by id; an unknown id is left out."""
    rijen = Medewerker.objects.filter(pk__in=set(ids)) if ids else ()
    return {rij.pk: MedewerkerBeeld(rij.pk, rij.naam, rij.email) for rij in rijen}


@open_query(reden=_GEEN_KLANT)
def is_werkzaam(medewerker_id: int, gemeente_id: int, moment: datetime) -> bool:
    """Say whether an employee works for this municipality at `moment`: in service, with a role that is valid."""
    rollen = Roltoewijzing.objects.filter(medewerker_id=medewerker_id, medewerker__actief=True, gemeente_id=gemeente_id)
    return rollen.filter(Q(tot_op=None) | Q(tot_op__gt=moment), van_op__lte=moment).exists()


@open_query(reden="zegt alleen hoe een medewerker zijn toetsenbord gebruikt")
def has_lettertoetsen(medewerker_id: int) -> bool:
    """Say whether this employee uses keys of one letter; so does who is not known."""
    return Medewerker.objects.filter(pk=medewerker_id).values_list("lettertoetsen", flat=True).first() is not False


@open_query(reden=_GEEN_KLANT)
def list_houders(
    gemeente_id: int, doel: str, recht: str, moment: datetime, afdeling_id: int | None = None
) -> list[MedewerkerBeeld]:
    """Return who holds a right in a municipality (or for one department of it) at `moment`, by name."""
    rollen = Roltoewijzing.objects.filter(
        gemeente_id=gemeente_id, medewerker__actief=True, van_op__lte=moment, rol__rechten__doel=doel, rol__rechten__recht=recht
    ).filter(Q(tot_op=None) | Q(tot_op__gt=moment))
    if afdeling_id is not None:
        rollen = rollen.filter(afdeling_id=afdeling_id)
    rijen = Medewerker.objects.filter(pk__in=rollen.values("medewerker_id")).order_by("naam", "id")
    return [MedewerkerBeeld(rij.pk, rij.naam, rij.email) for rij in rijen]


@open_query(reden=_GEEN_KLANT)
def list_werkzamen(gemeente_id: int, moment: datetime) -> list[MedewerkerBeeld]:
    """Return who works for a municipality at `moment`: in service, with a role that is valid; by name."""
    rollen = Roltoewijzing.objects.filter(gemeente_id=gemeente_id, van_op__lte=moment).filter(
        Q(tot_op=None) | Q(tot_op__gt=moment)
    )
    rijen = Medewerker.objects.filter(actief=True, pk__in=rollen.values("medewerker_id")).order_by("naam", "id")
    return [MedewerkerBeeld(rij.pk, rij.naam, rij.email) for rij in rijen]
