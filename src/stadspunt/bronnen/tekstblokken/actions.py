"""Keep pieces of text, and count their use."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from stadspunt.bronnen.organisatie.queries import list_gemeenten, list_teams
from stadspunt.bronnen.organisatie.rules.inrichting import demand
from stadspunt.bronnen.tekstblokken.models import Tekstblok
from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens, check_tekstblok, to_code
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Actor, ActorSoort, Handeling
from stadspunt.fundament.toegang.poort import action

_DUBBEL = Fout("bestaat-al", "Dit woord is al in gebruik. Kies een ander woord.", "code")


@action(recht="beheer.wijzigen")
def add_tekstblok(
    handeling: Handeling, gegevens: Tekstblokgegevens, gemeente_id: int | None = None, team_id: int | None = None
) -> int:
    """Add a shared piece of text, for one municipality or (None) for all, for one team or for all; returns its id.

    Raises GeweigerdError with every reason, NietGevondenError for a municipality of somebody else.
    """
    _demand_bereik(handeling.actor, gemeente_id)
    rij = Tekstblok(gemeente_id=gemeente_id)
    return _save(rij, gegevens, lambda: _check_team(rij, team_id))


@action(recht="beheer.wijzigen")
def update_tekstblok(handeling: Handeling, tekstblok_id: int, gegevens: Tekstblokgegevens, team_id: int | None = None) -> None:
    """Change a shared piece of text, take it in or out of use. Raises GeweigerdError, NietGevondenError."""
    rij = Tekstblok.objects.select_for_update().filter(pk=tekstblok_id, eigenaar_id=None).first()
    if rij is None:
        raise NietGevondenError(f"tekstblok {tekstblok_id}")
    _demand_bereik(handeling.actor, rij.gemeente_id)
    _save(rij, gegevens, lambda: _check_team(rij, team_id))


@action(recht="tekstblok.gebruiken")
def add_eigen_tekstblok(handeling: Handeling, gegevens: Tekstblokgegevens) -> int:
    """Add a piece of text that only this employee sees; returns its id. Raises GeweigerdError with every reason."""
    if handeling.actor.medewerker_id is None:
        raise GeweigerdError(Fout("medewerker", "Alleen een medewerker heeft eigen tekstblokken."))
    return _save(Tekstblok(eigenaar_id=handeling.actor.medewerker_id), gegevens)


@action(recht="tekstblok.gebruiken")
def update_eigen_tekstblok(handeling: Handeling, tekstblok_id: int, gegevens: Tekstblokgegevens) -> None:
    """Change one's own piece of text. Raises GeweigerdError with every reason, NietGevondenError."""
    _save(_lock_eigen(handeling, tekstblok_id), gegevens)


@action(recht="tekstblok.gebruiken")
def remove_eigen_tekstblok(handeling: Handeling, tekstblok_id: int) -> None:
    """Throw one's own piece of text away. Raises NietGevondenError."""
    _lock_eigen(handeling, tekstblok_id).delete()


@action(recht="tekstblok.gebruiken")
def record_gebruik(handeling: Handeling, tekstblok_id: int) -> None:
    """Count that this piece of text was put into a field; nothing happens when this actor may not use it."""
    actor = handeling.actor
    gedeeld = Q(eigenaar_id=None) & (Q(gemeente_id=None) | Q(gemeente_id__in=actor.gemeente_ids))
    mijn = Tekstblok.objects.filter(gedeeld | Q(eigenaar_id=actor.medewerker_id or 0), pk=tekstblok_id)
    mijn.update(aantal_gebruikt=F("aantal_gebruikt") + 1, laatst_gebruikt_op=handeling.moment)


def _demand_bereik(actor: Actor, gemeente_id: int | None) -> None:
    """Raise NietGevondenError when this actor does not work for the municipality; None asks that he works for all."""
    if actor.soort is ActorSoort.SYSTEEM:
        return
    gevraagd = {een.id for een in list_gemeenten()} if gemeente_id is None else {gemeente_id}
    if not gevraagd <= actor.gemeente_ids:
        raise NietGevondenError(f"gemeente {gemeente_id}")


def _lock_eigen(handeling: Handeling, tekstblok_id: int) -> Tekstblok:
    eigen = Tekstblok.objects.filter(eigenaar_id=handeling.actor.medewerker_id or 0)
    rij = eigen.select_for_update().filter(pk=tekstblok_id).first()
    if rij is None:
        raise NietGevondenError(f"tekstblok {tekstblok_id}")
    return rij


def _check_team(rij: Tekstblok, team_id: int | None) -> tuple[Fout, ...]:
    """Put a shared piece of text with a team; returns why that cannot be."""
    rij.team_id = team_id
    if team_id is None:
        return ()
    if rij.gemeente_id is None:
        return (Fout("team", "Een tekstblok voor alle gemeenten kan niet van één team zijn. Kies ‘Alle teams’.", "team"),)
    if team_id not in {team.id for team in list_teams([rij.gemeente_id])}:
        return (Fout("team", "Kies een team van dezelfde gemeente.", "team"),)
    return ()


def _save(rij: Tekstblok, gegevens: Tekstblokgegevens, check_meer: Callable[[], tuple[Fout, ...]] = tuple) -> int:
    demand((*check_tekstblok(gegevens), *check_meer()))
    rij.naam, rij.code = gegevens.naam.strip(), to_code(gegevens.code)
    rij.tekst_nl, rij.tekst_en = (_clean(tekst) for tekst in (gegevens.tekst_nl, gegevens.tekst_en))
    rij.waarvoor, rij.actief = list(gegevens.waarvoor), gegevens.actief
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_DUBBEL) from fout
    return rij.pk


def _clean(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()
