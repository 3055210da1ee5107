"""Register and change clients."""

from collections.abc import Iterator

from stadspunt.bronnen.partijen.models import Digitaaladres, Partij
from stadspunt.bronnen.partijen.rules import (
    Adressoort,
    Partijgegevens,
    Partijsoort,
    check_partijgegevens,
    to_adressleutel,
)
from stadspunt.fundament.fouten import GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.bereik import to_zoeksleutel


def _to_adressen(partij: Partij, gegevens: Partijgegevens) -> Iterator[Digitaaladres]:
    for soort, waarde in ((Adressoort.EMAIL, gegevens.email), (Adressoort.TELEFOON, gegevens.telefoon)):
        if sleutel := to_adressleutel(soort, waarde):
            yield Digitaaladres(partij=partij, soort=soort, waarde=waarde.strip(), sleutel=sleutel)


@action(recht="partij.bijhouden")
def register_partij(handeling: Handeling, gemeente_id: int, gegevens: Partijgegevens) -> int:
    """Keep a new client and return its id; without any data it is an anonymous one.

    Raises GeweigerdError with every reason.
    """
    fouten = check_partijgegevens(gegevens)
    if fouten:
        raise GeweigerdError(*fouten)
    partij = Partij.objects.create(
        gemeente_id=gemeente_id,
        soort=Partijsoort.ANONIEM if gegevens.is_leeg else gegevens.soort,
        naam=gegevens.naam.strip(),
        zoeksleutel=to_zoeksleutel(gegevens.naam)[:200],
        voorkeurskanaal_id=gegevens.voorkeurskanaal_id,
        voorkeurstaal=gegevens.voorkeurstaal,
        aangemaakt_op=handeling.moment,
    )
    Digitaaladres.objects.bulk_create(_to_adressen(partij, gegevens))
    return partij.pk


@action(recht="partij.bijhouden")
def update_partij(handeling: Handeling, partij_id: int, gegevens: Partijgegevens) -> None:
    """Change what is known of a client; a new address is added, an old one stays.

    Raises GeweigerdError with every reason, NietGevondenError.
    """
    fouten = check_partijgegevens(gegevens)
    if fouten:
        raise GeweigerdError(*fouten)
    partij = Partij.objects.visible_to(handeling.raadpleging).select_for_update().filter(pk=partij_id).first()
    if partij is None:
        raise NietGevondenError(f"partij {partij_id}")
    partij.naam = gegevens.naam.strip()
    partij.zoeksleutel = to_zoeksleutel(gegevens.naam)[:200]
    partij.voorkeurskanaal_id = gegevens.voorkeurskanaal_id
    partij.voorkeurstaal = gegevens.voorkeurstaal
    if partij.soort == Partijsoort.ANONIEM and not gegevens.is_leeg:
        partij.soort = gegevens.soort
    partij.save()
    Digitaaladres.objects.bulk_create(_to_adressen(partij, gegevens), ignore_conflicts=True)


@action(recht="partij.bijhouden")
def mark_opgegaan(handeling: Handeling, anonieme_id: int, partij_id: int) -> None:
    """Let an anonymous client be known as `partij_id` from now on.

    Raises NietGevondenError when either is not there, or the first is not anonymous.
    """
    zichtbaar = Partij.objects.visible_to(handeling.raadpleging)
    anoniem = zichtbaar.select_for_update().filter(pk=anonieme_id, soort=Partijsoort.ANONIEM).first()
    if anoniem is None or not zichtbaar.filter(pk=partij_id, gemeente_id=anoniem.gemeente_id).exclude(pk=anonieme_id).exists():
        raise NietGevondenError(f"partij {anonieme_id} of {partij_id}")
    anoniem.opgegaan_in_id = partij_id
    anoniem.save(update_fields=["opgegaan_in"])


@action(recht="partij.bijhouden")
def remove_digitaaladres(handeling: Handeling, partij_id: int, soort: Adressoort, waarde: str) -> None:
    """Take away an address that no longer reaches this client; one that is not there is no fault.

    Raises NietGevondenError when the client is not there or not for this actor.
    """
    partij = Partij.objects.visible_to(handeling.raadpleging).select_for_update().filter(pk=partij_id).first()
    if partij is None:
        raise NietGevondenError(f"partij {partij_id}")
    Digitaaladres.objects.filter(partij=partij, soort=soort, sleutel=to_adressleutel(soort, waarde)).delete()
