"""Look at the set-up of the organisation, as an administrator does."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q

from stadspunt.bronnen.organisatie.models import Ingang, Kanaal, Medewerker, Rol, Roltoewijzing, Team
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


@dataclass(frozen=True, slots=True)
class KanaalRegel:
    """A channel in the list of the administrator; `ingangen` counts those in use."""

    id: int
    slug: str
    naam: str
    digitaal: bool
    actief: bool
    eigenaar: str
    ingangen: int


@dataclass(frozen=True, slots=True)
class IngangRegel:
    """An entrance with where its questions go and who owns it ('' is nobody: C12)."""

    id: int
    naam: str
    waarde: str
    soort: str
    kanaal: str
    team: str
    eigenaar_id: int | None
    eigenaar: str
    actief: bool


@dataclass(frozen=True, slots=True)
class ToewijzingRegel:
    """A role of an employee, from a moment until a moment (None: open)."""

    id: int
    rol: str
    plek: str
    van: datetime
    tot: datetime | None


@dataclass(frozen=True, slots=True)
class MedewerkerRegel:
    """An employee with the roles that run now or later."""

    id: int
    naam: str
    login_bekend: bool
    actief: bool
    toewijzingen: tuple[ToewijzingRegel, ...]


@query(recht="beheer.lezen")
def list_alle_kanalen(raadpleging: Raadpleging) -> list[KanaalRegel]:
    """Return every channel, also those out of use, in their order."""
    aantallen = dict(Ingang.objects.filter(actief=True).values_list("kanaal_id").annotate(aantal=Count("id")).order_by())
    return [
        KanaalRegel(
            rij.pk, rij.slug, rij.naam, rij.digitaal, rij.actief, rij.eigenaar.naam if rij.eigenaar else "",
            aantallen.get(rij.pk, 0),
        )
        for rij in Kanaal.objects.select_related("eigenaar").order_by("volgorde", "naam")
    ]  # fmt: skip


@query(recht="beheer.lezen")
def list_alle_ingangen(raadpleging: Raadpleging) -> list[IngangRegel]:
    """Return every entrance of this actor's municipalities, by channel and name."""
    rijen = (
        Ingang.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids)
        .select_related("kanaal", "team", "eigenaar")
        .order_by("kanaal__volgorde", "naam")
    )
    return [
        IngangRegel(
            rij.pk, rij.naam, rij.waarde, rij.soort, rij.kanaal.naam, rij.team.naam, rij.eigenaar_id,
            rij.eigenaar.naam if rij.eigenaar else "", rij.actief,
        )
        for rij in rijen
    ]  # fmt: skip


@query(recht="beheer.lezen")
def count_zonder_eigenaar(raadpleging: Raadpleging) -> int:
    """Return how many channels and entrances in use have no owner (C12)."""
    ingangen = Ingang.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids, actief=True, eigenaar__isnull=True).count()
    return ingangen + Kanaal.objects.filter(actief=True, eigenaar__isnull=True).count()


def _to_toewijzing(rij: Roltoewijzing) -> ToewijzingRegel:
    plek = rij.team or rij.afdeling
    return ToewijzingRegel(rij.pk, rij.rol.naam, plek.naam if plek else rij.gemeente.naam, rij.van_op, rij.tot_op)


def _list_medewerkers(raadpleging: Raadpleging, **welke: int) -> list[MedewerkerRegel]:
    lopend = (
        Roltoewijzing.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids)
        .filter(Q(tot_op__isnull=True) | Q(tot_op__gt=raadpleging.moment))
        .select_related("rol", "team", "afdeling", "gemeente")
        .order_by("van_op", "id")
    )
    rijen = Medewerker.objects.filter(**welke).prefetch_related(Prefetch("toewijzingen", lopend)).order_by("zoeksleutel", "id")
    return [
        MedewerkerRegel(
            rij.pk, rij.naam, rij.account_id is not None, rij.actief,
            tuple(_to_toewijzing(een) for een in rij.toewijzingen.all()),
        )
        for rij in rijen
    ]  # fmt: skip


@query(recht="beheer.lezen")
def list_medewerkers(raadpleging: Raadpleging) -> list[MedewerkerRegel]:
    """Return every employee with running and coming roles, by name, in two queries."""
    return _list_medewerkers(raadpleging)


@query(recht="beheer.lezen")
def get_medewerker(raadpleging: Raadpleging, medewerker_id: int) -> MedewerkerRegel:
    """Return one employee. Raises NietGevondenError."""
    gevonden = _list_medewerkers(raadpleging, pk=medewerker_id)
    if not gevonden:
        raise NietGevondenError(f"medewerker {medewerker_id}")
    return gevonden[0]


@dataclass(frozen=True, slots=True)
class Rolplekken:
    """What a role can be given as, and where: pairs (key, name) for a list to choose from."""

    rollen: tuple[tuple[str, str], ...]
    teams: tuple[tuple[int, str], ...]
    medewerkers: tuple[tuple[int, str], ...]


@query(recht="beheer.lezen")
def get_keuzes(raadpleging: Raadpleging) -> Rolplekken:
    """Return the choices for the forms of the administrator."""
    teams = Team.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids, actief=True).order_by("naam")
    return Rolplekken(
        tuple(Rol.objects.order_by("naam").values_list("slug", "naam")),
        tuple(teams.values_list("id", "naam")),
        tuple(Medewerker.objects.filter(actief=True).order_by("zoeksleutel").values_list("id", "naam")),
    )
