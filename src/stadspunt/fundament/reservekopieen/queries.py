"""Look at the copies and the version."""

from stadspunt.fundament.reservekopieen.beelden import KopieBeeld, Kopiestand
from stadspunt.fundament.reservekopieen.models import Reservekopie, Versie
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


def to_kopie_beeld(rij: Reservekopie | None) -> KopieBeeld | None:
    """Return the view value of a row; for this room only."""
    if rij is None:
        return None
    return KopieBeeld(
        rij.pk,
        rij.aanleiding,
        rij.gemaakt_op,
        rij.bestand,
        rij.computer,
        rij.grootte or 0,
        rij.seconden,
        rij.beproefd_op,
        rij.fout,
    )


@query(recht="techniek.lezen")
def get_kopiestand(raadpleging: Raadpleging) -> Kopiestand:
    """Return how it stands with the copies and which version the tables are of, in four queries."""
    rijen = Reservekopie.objects.order_by("-gemaakt_op", "-id")
    laatste = rijen.filter(fout="").first()
    beproefd = rijen.filter(beproefd_op__isnull=False).first()
    poging = rijen.first()
    versie = Versie.objects.order_by("-id").first()
    return Kopiestand(
        to_kopie_beeld(laatste),
        to_kopie_beeld(beproefd),
        to_kopie_beeld(poging if poging is not None and poging.fout else None),
        versie.versie if versie else "",
        versie.sinds_op if versie else None,
    )
