"""Look at the access log."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.models import Inzage
from stadspunt.fundament.toegang.poort import query


@dataclass(frozen=True, slots=True)
class InzageRegel:
    """One line: who saw something of which client, for which purpose."""

    moment: datetime
    actor: str
    doel: str
    functie: str
    partij_id: int


@query(recht="inzagelogboek.lezen")
def list_inzagen(
    raadpleging: Raadpleging, *, partij_id: int | None = None, medewerker_id: int | None = None, maximum: int = 200
) -> list[InzageRegel]:
    """Return the newest lines about a client, or of an employee, or both; without either the newest of all."""
    rijen = Inzage.objects.order_by("-moment_op", "-id")
    if partij_id is not None:
        rijen = rijen.filter(partij_id=partij_id)
    if medewerker_id is not None:
        rijen = rijen.filter(medewerker_id=medewerker_id)
    velden = rijen.values_list("moment_op", "actor", "doel", "functie", "partij_id")[:maximum]
    return [InzageRegel(*velden_) for velden_ in velden]
