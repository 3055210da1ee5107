"""Write down what became of a copy, and which version the tables are of."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.fundament.reservekopieen.models import Reservekopie, Versie
from stadspunt.fundament.reservekopieen.rules import Aanleiding
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@dataclass(frozen=True, slots=True)
class GemaakteKopie:
    """A copy that stands on disk, whole; `stand_op` is the moment of its data."""

    aanleiding: Aanleiding
    bestand: str
    computer: str
    stand_op: datetime
    grootte: int
    rijen: int
    versie: str
    seconden: int


@action(recht="reservekopie.vastleggen")
def record_kopie(handeling: Handeling, kopie: GemaakteKopie) -> int:
    """Write down that a copy was made; returns its id."""
    rij = Reservekopie.objects.create(
        aanleiding=kopie.aanleiding,
        gemaakt_op=handeling.moment,
        stand_op=kopie.stand_op,
        bestand=kopie.bestand,
        computer=kopie.computer,
        grootte=kopie.grootte,
        rijen=kopie.rijen,
        versie=kopie.versie,
        seconden=kopie.seconden,
    )
    return rij.pk


@action(recht="reservekopie.vastleggen")
def record_proef(handeling: Handeling, kopie_id: int) -> None:
    """Write down that this copy was put back and was the same."""
    Reservekopie.objects.filter(pk=kopie_id).update(beproefd_op=handeling.moment)


@action(recht="reservekopie.vastleggen")
def record_mislukt(handeling: Handeling, aanleiding: Aanleiding, versie: str, computer: str, fout: str) -> None:
    """Write down that a copy was not made, or was not the same when it was put back."""
    Reservekopie.objects.create(
        aanleiding=aanleiding, gemaakt_op=handeling.moment, versie=versie, computer=computer, fout=fout[:1000] or "onbekend"
    )


@action(recht="reservekopie.vastleggen")
def record_versie(handeling: Handeling, versie: str) -> bool:
    """Write down from when on the tables are of this version; returns whether that is news."""
    vorige = Versie.objects.order_by("-id").values_list("versie", flat=True).first()
    if vorige == versie:
        return False
    Versie.objects.create(versie=versie, sinds_op=handeling.moment)
    return True
