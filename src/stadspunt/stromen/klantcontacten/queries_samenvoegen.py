"""Look at questions that may be one, and at those that were put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.models import Klantvraag, Samenvoeging
from stadspunt.stromen.klantcontacten.queries import to_klantvraag_beeld
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN
from stadspunt.stromen.klantcontacten.rules_samenvoegen import looks_alike
from stadspunt.stromen.klantcontacten.vergrendeling import find_blijver_id

_MAX_KANDIDATEN = 20


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Another open question of the same client; `lijkt_op` when subject or product are alike."""

    id: int
    nummer: str
    onderwerp: str
    status: str
    ontvangen_op: datetime
    partij_id: int | None
    lijkt_op: bool

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return () if self.partij_id is None else (self.partij_id,)


@dataclass(frozen=True, slots=True)
class SamenvoegingBeeld:
    """Two questions that were put together."""

    id: int
    blijver_id: int
    opgegaan_id: int
    gedaan_op: datetime
    medewerker_id: int | None


@query(recht="klantvraag.lezen")
def list_kandidaten(raadpleging: Raadpleging, klantvraag_id: int) -> list[Kandidaat]:
    """Return the other open questions of the same client, what looks alike first; one query on the index of the client."""
    rijen = Klantvraag.objects.visible_to(raadpleging).filter(status__in=OPEN_STATUSSEN)
    deze = Klantvraag.objects.visible_to(raadpleging).defer("zoektekst").filter(pk=klantvraag_id).first()
    if deze is None:
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    if deze.partij_id is None:
        return []
    andere = rijen.filter(partij_id=deze.partij_id, gemeente_id=deze.gemeente_id).exclude(pk=deze.pk)
    kandidaten = [
        Kandidaat(
            rij.pk, rij.nummer, rij.onderwerp, rij.status, rij.ontvangen_op, rij.partij_id,
            looks_alike((deze.onderwerp, deze.product_id), (rij.onderwerp, rij.product_id)),
        )
        for rij in andere.defer("zoektekst", "toelichting").order_by("-ontvangen_op", "-id")[:_MAX_KANDIDATEN]
    ]  # fmt: skip
    return sorted(kandidaten, key=lambda een: not een.lijkt_op)


@query(recht="klantvraag.lezen")
def find_blijver(raadpleging: Raadpleging, klantvraag_id: int) -> KlantvraagBeeld | None:
    """Return the question in which this one went, at the end of the chain; None when there is none for this actor."""
    blijver_id = find_blijver_id(klantvraag_id)
    rijen = Klantvraag.objects.visible_to(raadpleging).defer("zoektekst").select_related("wachtreden")
    rij = rijen.filter(pk=blijver_id).exclude(pk=klantvraag_id).first()
    return to_klantvraag_beeld(rij) if rij else None


@query(recht="klantvraag.lezen")
def find_samenvoeging(raadpleging: Raadpleging, opgegaan_id: int) -> SamenvoegingBeeld | None:
    """Return how a question went into another one, None when it did not (any more) or is not for this actor."""
    zichtbaar = Klantvraag.objects.visible_to(raadpleging).filter(pk=opgegaan_id)
    rij = Samenvoeging.objects.filter(opgegaan__in=zichtbaar, ongedaan_op=None).first()
    return SamenvoegingBeeld(rij.pk, rij.blijver_id, rij.opgegaan_id, rij.gedaan_op, rij.medewerker_id) if rij else None


@query(recht="klantvraag.lezen")
def get_samenvoeging(raadpleging: Raadpleging, samenvoeging_id: int) -> SamenvoegingBeeld:
    """Return one merge. Raises NietGevondenError when it is not there or not for this actor."""
    zichtbaar = Klantvraag.objects.visible_to(raadpleging)
    rij = Samenvoeging.objects.filter(pk=samenvoeging_id, blijver__in=zichtbaar.values("pk")).first()
    if rij is None:
        raise NietGevondenError(f"samenvoeging {samenvoeging_id}")
    return SamenvoegingBeeld(rij.pk, rij.blijver_id, rij.opgegaan_id, rij.gedaan_op, rij.medewerker_id)
