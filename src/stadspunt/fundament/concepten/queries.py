"""Look at drafts, and at who is there."""

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
def list_concepten(raadpleging: Raadpleging) -> list[ConceptBeeld]:
    """Return one's own drafts, the oldest first, without what stands in them; at most MAX_IN_STROOK, the newest of them."""
    rijen = (
        Concept.objects.filter(medewerker_id=raadpleging.actor.medewerker_id or 0, afgerond_op__isnull=True)
        .defer("velden")
        .order_by("-gewijzigd_op")[:MAX_IN_STROOK]
    )
    return sorted((_to_beeld(rij, zonder_velden=True) for rij in rijen), key=lambda beeld: beeld.begonnen_op)


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


def _to_beeld(rij: Concept, *, zonder_velden: bool = False) -> ConceptBeeld:
    velden = {} if zonder_velden else {naam: tuple(waarden) for naam, waarden in rij.velden.items()}
    return ConceptBeeld(rij.medewerker_id, rij.plek, rij.titel, rij.url, rij.begonnen_op, rij.gewijzigd_op, rij.versie, velden)
