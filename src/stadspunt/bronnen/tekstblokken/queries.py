"""Look at pieces of text. They show no client."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from stadspunt.bronnen.tekstblokken.beelden import TekstblokBeeld
from stadspunt.bronnen.tekstblokken.models import Tekstblok
from stadspunt.bronnen.tekstblokken.rules import MAX_IN_LIJST, VOOR_DE_KLANT, Waarvoor
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


def to_tekstblokbeeld(rij: Tekstblok) -> TekstblokBeeld:
    """Return the view value of a row; for this room only."""
    return TekstblokBeeld(
        rij.pk, rij.naam, rij.code, rij.tekst_nl, rij.tekst_en, tuple(rij.waarvoor), rij.gemeente_id, rij.team_id,
        rij.eigenaar_id, rij.actief, rij.aantal_gebruikt, rij.laatst_gebruikt_op,
    )  # fmt: skip


def _list_bruikbare(raadpleging: Raadpleging, gemeente_ids: Collection[int]) -> QuerySet[Tekstblok]:
    """Return what this actor may use: his own, and what is shared with these municipalities and his teams."""
    actor = raadpleging.actor
    gedeeld = Q(eigenaar_id=None) & (Q(gemeente_id=None) | Q(gemeente_id__in=set(gemeente_ids) & actor.gemeente_ids))
    # Who is bound to no team (a team leader of all) uses those of all teams.
    if actor.team_ids:
        gedeeld &= Q(team_id=None) | Q(team_id__in=actor.team_ids)
    return Tekstblok.objects.filter(gedeeld | Q(eigenaar_id=actor.medewerker_id or 0), actief=True)


@query(recht="tekstblok.gebruiken")
def list_passende_tekstblokken(
    raadpleging: Raadpleging, waarvoor: Collection[Waarvoor], gemeente_ids: Collection[int], taal: str
) -> list[TekstblokBeeld]:
    """Return what fits a field: its kind, the language of the question, the municipality; the most used first.

    In a field that only colleagues read the text is Dutch, whatever the language of the client.
    """
    rijen = _list_bruikbare(raadpleging, gemeente_ids).filter(waarvoor__overlap=list(waarvoor))
    if taal == "en" and VOOR_DE_KLANT & set(waarvoor):
        rijen = rijen.exclude(tekst_en="")
    return [to_tekstblokbeeld(rij) for rij in rijen.order_by("-aantal_gebruikt", "naam", "id")[:MAX_IN_LIJST]]


@query(recht="tekstblok.gebruiken")
def list_bruikbare_tekstblokken(raadpleging: Raadpleging) -> list[TekstblokBeeld]:
    """Return everything this actor may use, own ones first, by name: to read and to copy from."""
    rijen = _list_bruikbare(raadpleging, raadpleging.actor.gemeente_ids)
    return [to_tekstblokbeeld(rij) for rij in rijen.order_by("eigenaar_id", "naam", "id")]


@query(recht="tekstblok.gebruiken")
def get_eigen_tekstblok(raadpleging: Raadpleging, tekstblok_id: int) -> TekstblokBeeld:
    """Return one's own piece of text. Raises NietGevondenError, also for that of a colleague."""
    rij = Tekstblok.objects.filter(pk=tekstblok_id, eigenaar_id=raadpleging.actor.medewerker_id or 0).first()
    if rij is None:
        raise NietGevondenError(f"tekstblok {tekstblok_id}")
    return to_tekstblokbeeld(rij)


@query(recht="beheer.lezen")
def list_gedeelde_tekstblokken(raadpleging: Raadpleging) -> list[TekstblokBeeld]:
    """Return what is shared with this actor's municipalities or with all, in use first, by name."""
    eigen = Q(gemeente_id=None) | Q(gemeente_id__in=raadpleging.actor.gemeente_ids)
    rijen = Tekstblok.objects.filter(eigen, eigenaar_id=None)
    return [to_tekstblokbeeld(rij) for rij in rijen.order_by("-actief", "naam", "id")]


@query(recht="beheer.lezen")
def get_gedeeld_tekstblok(raadpleging: Raadpleging, tekstblok_id: int) -> TekstblokBeeld:
    """Return one that is shared. Raises NietGevondenError."""
    eigen = Q(gemeente_id=None) | Q(gemeente_id__in=raadpleging.actor.gemeente_ids)
    rij = Tekstblok.objects.filter(eigen, pk=tekstblok_id, eigenaar_id=None).first()
    if rij is None:
        raise NietGevondenError(f"tekstblok {tekstblok_id}")
    return to_tekstblokbeeld(rij)
