"""Keep the templates from which answers start."""

from django.db import IntegrityError, transaction

from stadspunt.bronnen.organisatie.rules.inrichting import demand, demand_gemeente
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import ActorSoort, Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.models import Bevestigingssjabloon, Sjabloon
from stadspunt.stromen.correspondentie.rules.bevestiging import (
    STANDAARDTEKSTEN,
    Bevestigingstekst,
    check_bevestigingstekst,
)
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens, check_sjabloon

_DUBBEL = Fout("dubbel", "Er is al een sjabloon met deze naam. Kies een andere naam.", "naam")


@action(recht="beheer.wijzigen")
def add_sjabloon(handeling: Handeling, gemeente_id: int, gegevens: Sjabloongegevens) -> int:
    """Add a template; returns its id. Raises GeweigerdError with every reason, also for an unknown field."""
    demand_gemeente(handeling.actor, gemeente_id)
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


@action(recht="beheer.wijzigen")
def set_bevestigingstekst(handeling: Handeling, gemeente_id: int, taal: str, tekst: Bevestigingstekst) -> None:
    """Let receipts in this language say this from now on. Raises GeweigerdError with every reason."""
    demand_gemeente(handeling.actor, gemeente_id)
    if taal not in STANDAARDTEKSTEN:
        raise NietGevondenError(f"taal {taal}")
    demand(check_bevestigingstekst(tekst))
    gegevens = {"onderwerp": tekst.onderwerp.strip(), "tekst": tekst.tekst.strip()}
    Bevestigingssjabloon.objects.update_or_create(gemeente_id=gemeente_id, taal=taal, defaults=gegevens)


@action(recht="beheer.wijzigen")
def reset_bevestigingstekst(handeling: Handeling, gemeente_id: int, taal: str) -> None:
    """Let receipts in this language say the standard text again; nothing happens when they do."""
    demand_gemeente(handeling.actor, gemeente_id)
    Bevestigingssjabloon.objects.filter(gemeente_id=gemeente_id, taal=taal).delete()


def _save(rij: Sjabloon, gegevens: Sjabloongegevens) -> int:
    demand(check_sjabloon(gegevens))
    rij.naam, rij.onderwerp, rij.tekst = gegevens.naam.strip(), gegevens.onderwerp.strip(), gegevens.tekst.strip()
    rij.taal, rij.actief, rij.soort, rij.vooraan = gegevens.taal, gegevens.actief, gegevens.soort, gegevens.vooraan
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_DUBBEL) from fout
    return rij.pk
