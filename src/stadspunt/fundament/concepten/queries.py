"""Look at drafts, and at who is there."""

from collections.abc import Collection, Mapping

from django.db.models import F
from django.db.models.fields.json import KeyTransform

from stadspunt.fundament.concepten.beelden import AanwezigheidBeeld, ConceptBeeld
from stadspunt.fundament.concepten.models import Aanwezigheid, Concept
from stadspunt.fundament.concepten.rules import is_plek
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query

MAX_IN_STROOK = 9


@query(recht="concept.bewaren")
def find_concept(raadpleging: Raadpleging, plek: str) -> ConceptBeeld | None:
    """Return one's own draft at a place, None when there is none (or no such place)."""
    if not is_plek(plek):
        return None
    rij = Concept.objects.filter(medewerker_id=raadpleging.actor.medewerker_id or 0, plek=plek, afgerond_op__isnull=True).first()
    return _to_beeld(rij) if rij else None


@query(recht="concept.bewaren")
def list_concepten(raadpleging: Raadpleging, velden: Collection[str] = ()) -> list[ConceptBeeld]:
    """Return one's own drafts, the oldest first, with only these `velden` of what stands in them.

    At most MAX_IN_STROOK, the newest of them; what one has in hand is always among them.
    """
    rijen = (
        Concept.objects.filter(medewerker_id=raadpleging.actor.medewerker_id or 0, afgerond_op__isnull=True)
        .defer("velden")
        .annotate(**{f"veld_{nummer}": KeyTransform(naam, "velden") for nummer, naam in enumerate(velden)})
        .order_by(F("in_hand_op").desc(nulls_last=True), "-gewijzigd_op")[:MAX_IN_STROOK]
    )
    beelden = (
        _to_beeld(rij, {naam: tuple(getattr(rij, f"veld_{nummer}") or ()) for nummer, naam in enumerate(velden)}) for rij in rijen
    )
    return sorted(beelden, key=lambda beeld: beeld.begonnen_op)


@query(recht="concept.bewaren")
def list_concepten_van_anderen(raadpleging: Raadpleging, plek: str) -> list[ConceptBeeld]:
    """Return what colleagues typed at a place and did not send. To be asked for a thing that this actor may see."""
    rijen = (
        Concept.objects.filter(plek=plek, afgerond_op__isnull=True)
        .exclude(medewerker_id=raadpleging.actor.medewerker_id or 0)
        .order_by("-gewijzigd_op")
    )
    return [_to_beeld(rij) for rij in rijen]


@query(recht="concept.bewaren")
def list_anderen(raadpleging: Raadpleging, plek: str) -> list[AanwezigheidBeeld]:
    """Return who else is at a place at this moment, who writes first. To be asked for a thing that this actor may see."""
    rijen = (
        Aanwezigheid.objects.filter(plek=plek, tot_op__gt=raadpleging.moment)
        .exclude(medewerker_id=raadpleging.actor.medewerker_id or 0)
        .order_by("-schrijft", "medewerker_id")
    )
    return [AanwezigheidBeeld(rij.medewerker_id, rij.schrijft) for rij in rijen]


def _to_beeld(rij: Concept, velden: Mapping[str, tuple[str, ...]] | None = None) -> ConceptBeeld:
    alle = {naam: tuple(waarden) for naam, waarden in rij.velden.items()} if velden is None else velden
    return ConceptBeeld(
        rij.medewerker_id, rij.plek, rij.titel, rij.url, rij.begonnen_op, rij.gewijzigd_op, rij.versie, alle, rij.in_hand_op
    )
