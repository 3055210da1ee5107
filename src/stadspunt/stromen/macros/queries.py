"""Look at macros. They show no client."""

from collections.abc import Collection
from typing import Any

import msgspec
from django.db.models import Count, Max

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.macros.beelden import MacroBeeld, Terugdraaibaar
from stadspunt.stromen.macros.models import Macro, Macrouitvoering
from stadspunt.stromen.macros.rules import Macrogegevens, Stap


def to_stappen(inhoud: Any) -> tuple[Stap, ...]:
    """Return steps as they were kept; for this room only."""
    return tuple(msgspec.convert(inhoud, list[Stap]))


def to_gegevens(rij: Macro) -> Macrogegevens:
    """Return what an administrator wrote; for this room only."""
    return Macrogegevens(rij.naam, to_stappen(rij.stappen), rij.uitleg, rij.minuten, rij.actief)


@query(recht="klantvraag.lezen")
def list_macros(raadpleging: Raadpleging, gemeente_ids: Collection[int]) -> list[MacroBeeld]:
    """Return the macros in use of these municipalities, by name, in two queries."""
    rijen = Macro.objects.filter(gemeente_id__in=set(gemeente_ids) & raadpleging.actor.gemeente_ids, actief=True)
    eigen = Macrouitvoering.objects.filter(medewerker_id=raadpleging.actor.medewerker_id or 0)
    gebruikt = set(eigen.order_by().values_list("macro_id", flat=True).distinct())
    return [MacroBeeld(rij.pk, rij.gemeente_id, to_gegevens(rij), rij.pk in gebruikt) for rij in rijen.order_by("naam", "id")]


@query(recht="klantvraag.lezen")
def get_macro(raadpleging: Raadpleging, macro_id: int) -> MacroBeeld:
    """Return one macro in use. Raises NietGevondenError."""
    gevonden = [een for een in list_macros(raadpleging, raadpleging.actor.gemeente_ids) if een.id == macro_id]
    if not gevonden:
        raise NietGevondenError(f"macro {macro_id}")
    return gevonden[0]


@query(recht="klantvraag.lezen")
def find_terugdraaibaar(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> Terugdraaibaar | None:
    """Return the macro with which this employee was the last to change `vraag`, while it can be undone; else None."""
    rij = Macrouitvoering.objects.filter(klantvraag_id=vraag.id).select_related("macro").order_by("-id").first()
    if (
        rij is None
        or rij.medewerker_id != raadpleging.actor.medewerker_id
        or rij.ongedaan_op is not None
        or rij.ongedaan_tot <= raadpleging.moment
        or rij.versie_na != vraag.versie
    ):
        return None
    return Terugdraaibaar(rij.pk, rij.macro.naam, rij.ongedaan_tot)


@query(recht="beheer.lezen")
def list_alle_macros(raadpleging: Raadpleging) -> list[MacroBeeld]:
    """Return every macro of this actor's municipalities with how often it was done, those in use first."""
    rijen = list(Macro.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids).order_by("-actief", "naam", "id"))
    geteld = Macrouitvoering.objects.filter(macro__in=rijen).order_by().values_list("macro_id")
    gebruik = {nummer: (aantal, op) for nummer, aantal, op in geteld.annotate(Count("id"), Max("uitgevoerd_op"))}
    return [MacroBeeld(rij.pk, rij.gemeente_id, to_gegevens(rij), False, *gebruik.get(rij.pk, (0, None))) for rij in rijen]


@query(recht="beheer.lezen")
def get_macro_regel(raadpleging: Raadpleging, macro_id: int) -> MacroBeeld:
    """Return one macro, also out of use. Raises NietGevondenError."""
    rij = Macro.objects.filter(pk=macro_id, gemeente_id__in=raadpleging.actor.gemeente_ids).first()
    if rij is None:
        raise NietGevondenError(f"macro {macro_id}")
    return MacroBeeld(rij.pk, rij.gemeente_id, to_gegevens(rij))
