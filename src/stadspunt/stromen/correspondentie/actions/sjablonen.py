"""Keep the templates from which answers start."""

from django.db import IntegrityError, transaction

from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import ActorSoort, Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.models import Sjabloon
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens, check_sjabloon

_DUBBEL = Fout("dubbel", "Er is al een sjabloon met deze naam. Kies een andere naam.", "naam")


@action(recht="beheer.wijzigen")
def add_sjabloon(handeling: Handeling, gemeente_id: int, gegevens: Sjabloongegevens) -> int:
    """Add a template; returns its id. Raises GeweigerdError with every reason, also for an unknown field."""
    return _save(Sjabloon(gemeente_id=gemeente_id), gegevens)


@action(recht="beheer.wijzigen")
def update_sjabloon(handeling: Handeling, sjabloon_id: int, gegevens: Sjabloongegevens) -> None:
    """Change a template. Raises GeweigerdError with every reason, NietGevondenError."""
    rijen = Sjabloon.objects.select_for_update().filter(pk=sjabloon_id)
    if handeling.actor.soort is not ActorSoort.SYSTEEM:
        rijen = rijen.filter(gemeente_id__in=handeling.actor.gemeente_ids)
    rij = rijen.first()
    if rij is None:
        raise NietGevondenError(f"sjabloon {sjabloon_id}")
    _save(rij, gegevens)


def _save(rij: Sjabloon, gegevens: Sjabloongegevens) -> int:
    fouten = check_sjabloon(gegevens)
    if fouten:
        raise GeweigerdError(*fouten)
    rij.naam, rij.onderwerp, rij.tekst = gegevens.naam.strip(), gegevens.onderwerp.strip(), gegevens.tekst.strip()
    rij.taal, rij.actief = gegevens.taal, gegevens.actief
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_DUBBEL) from fout
    return rij.pk
