"""Look at templates. They show no client."""

from collections.abc import Collection

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.poort import open_query
from stadspunt.stromen.correspondentie.beelden import SjabloonBeeld
from stadspunt.stromen.correspondentie.models import Bevestigingssjabloon, Sjabloon
from stadspunt.stromen.correspondentie.rules.bevestiging import Bevestigingstekst

_GEEN_KLANT = "een sjabloon toont geen klant"


def to_sjabloonbeeld(rij: Sjabloon) -> SjabloonBeeld:
    """Return the view value of a row; for this room only."""
    return SjabloonBeeld(
        rij.pk, rij.gemeente_id, rij.naam, rij.onderwerp, rij.tekst, rij.taal, rij.actief, rij.soort, rij.vooraan
    )


@open_query(reden=_GEEN_KLANT)
def list_sjablonen(gemeente_ids: Collection[int], *, ook_inactief: bool = False) -> tuple[SjabloonBeeld, ...]:
    """Return the templates of these municipalities: what is in front first, answers before messages in between, by name."""
    rijen = Sjabloon.objects.filter(gemeente_id__in=gemeente_ids).order_by("-vooraan", "soort", "naam", "taal")
    return tuple(to_sjabloonbeeld(rij) for rij in (rijen if ook_inactief else rijen.filter(actief=True)))


@open_query(reden=_GEEN_KLANT)
def get_sjabloon(sjabloon_id: int) -> SjabloonBeeld:
    """Return one template. Raises NietGevondenError."""
    rij = Sjabloon.objects.filter(pk=sjabloon_id).first()
    if rij is None:
        raise NietGevondenError(f"sjabloon {sjabloon_id}")
    return to_sjabloonbeeld(rij)


@open_query(reden=_GEEN_KLANT)
def find_bevestigingstekst(gemeente_id: int, taal: str) -> Bevestigingstekst | None:
    """Return the municipality's own text of the receipt, None when the standard text holds."""
    rij = Bevestigingssjabloon.objects.filter(gemeente_id=gemeente_id, taal=taal).first()
    return Bevestigingstekst(rij.onderwerp, rij.tekst) if rij else None
