"""Look at departments and teams, also those out of use, as an administrator does."""

from dataclasses import dataclass

from django.db.models import Count

from stadspunt.bronnen.organisatie.models import Afdeling, Ingang, Team
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


@dataclass(frozen=True, slots=True)
class TeamRegel:
    """A team with its department ('' is the KCC itself) and how many entrances in use it serves."""

    id: int
    gemeente_id: int
    naam: str
    afdeling: str
    ingangen: int
    actief: bool


@dataclass(frozen=True, slots=True)
class AfdelingRegel:
    """A department with how many teams in use it has."""

    id: int
    gemeente_id: int
    naam: str
    teams: int
    actief: bool


@query(recht="beheer.lezen")
def list_alle_teams(raadpleging: Raadpleging) -> list[TeamRegel]:
    """Return every team of this actor's municipalities: those of the KCC first, by name."""
    ingangen = dict(Ingang.objects.filter(actief=True).values_list("team_id").annotate(aantal=Count("id")).order_by())
    rijen = Team.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids).select_related("afdeling")
    return [
        TeamRegel(
            rij.pk, rij.gemeente_id, rij.naam, rij.afdeling.naam if rij.afdeling else "", ingangen.get(rij.pk, 0), rij.actief
        )
        for rij in rijen.order_by("-is_kcc", "naam")
    ]


@query(recht="beheer.lezen")
def get_team_regel(raadpleging: Raadpleging, team_id: int) -> TeamRegel:
    """Return one team. Raises NietGevondenError."""
    for regel in list_alle_teams(raadpleging):
        if regel.id == team_id:
            return regel
    raise NietGevondenError(f"team {team_id}")


@query(recht="beheer.lezen")
def list_alle_afdelingen(raadpleging: Raadpleging) -> list[AfdelingRegel]:
    """Return every department of this actor's municipalities, by name."""
    teams = dict(Team.objects.filter(actief=True).values_list("afdeling_id").annotate(aantal=Count("id")).order_by())
    rijen = Afdeling.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids).order_by("naam")
    return [AfdelingRegel(rij.pk, rij.gemeente_id, rij.naam, teams.get(rij.pk, 0), rij.actief) for rij in rijen]


@query(recht="beheer.lezen")
def get_afdeling_regel(raadpleging: Raadpleging, afdeling_id: int) -> AfdelingRegel:
    """Return one department. Raises NietGevondenError."""
    for regel in list_alle_afdelingen(raadpleging):
        if regel.id == afdeling_id:
            return regel
    raise NietGevondenError(f"afdeling {afdeling_id}")
