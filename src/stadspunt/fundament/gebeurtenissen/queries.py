"""What happened to a thing, and which deliveries fail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from stadspunt.fundament.gebeurtenissen.models import Aflevering, Gebeurtenis
from stadspunt.fundament.taken.queries import Wachtrij
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import open_query, query


@dataclass(frozen=True, slots=True)
class GebeurtenisRegel:
    """One fact on a timeline; `inhoud` holds ids, days and words only, `geheel` names the larger act it is a part of."""

    id: int
    soort: str
    moment: datetime
    actor: str
    actor_soort: str
    inhoud: dict[str, Any]
    geheel: UUID | None = None


@dataclass(frozen=True, slots=True)
class AfleveringRegel:
    """A delivery that does not succeed."""

    id: int
    soort: str
    reactie: str
    pogingen: int
    staat: str
    fout: str
    sinds: datetime
    volgende_op: datetime


@query(recht="klantvraag.lezen")
def list_gebeurtenissen(raadpleging: Raadpleging, onderwerp: str, maximum: int = 200) -> list[GebeurtenisRegel]:
    """Return the newest `maximum` facts about `onderwerp` ('klantvraag:12'), oldest first."""
    regels = Gebeurtenis.objects.filter(onderwerpen__contains=[onderwerp]).order_by("-id")[:maximum]
    return [
        GebeurtenisRegel(regel.pk, regel.soort, regel.moment_op, regel.actor, regel.actor_soort, regel.inhoud, regel.geheel)
        for regel in reversed(regels)
    ]


@query(recht="klantvraag.lezen")
def has_latere_gebeurtenis(raadpleging: Raadpleging, onderwerp: str, geheel: UUID) -> bool:
    """Say whether anything happened to `onderwerp` after the larger act `geheel`, which is not part of it."""
    over = Gebeurtenis.objects.filter(onderwerpen__contains=[onderwerp])
    laatste = over.filter(geheel=geheel).aggregate(laatste=Max("id"))["laatste"] or 0
    return over.filter(pk__gt=laatste).exists()


@query(recht="techniek.lezen")
def list_mislukte_afleveringen(raadpleging: Raadpleging, maximum: int = 100) -> list[AfleveringRegel]:
    """Return deliveries that failed at least once and are not done, oldest first."""
    regels = (
        Aflevering.objects.exclude(staat=Aflevering.Staat.KLAAR)
        .filter(pogingen__gt=0)
        .select_related("gebeurtenis")
        .order_by("id")[:maximum]
    )
    return [
        AfleveringRegel(
            regel.pk,
            regel.gebeurtenis.soort,
            regel.reactie,
            regel.pogingen,
            regel.staat,
            regel.laatste_fout,
            regel.gebeurtenis.moment_op,
            regel.volgende_op,
        )
        for regel in regels
    ]


@open_query(reden="telt alleen rijen voor de bewaking")
def count_open_afleveringen() -> int:
    """Return how many deliveries are still to be done."""
    return Aflevering.objects.exclude(staat=Aflevering.Staat.KLAAR).count()


@query(recht="techniek.lezen")
def get_wachtrij(raadpleging: Raadpleging) -> Wachtrij:
    """Return how it stands with the deliveries that are due, in two queries."""
    nog = Aflevering.objects.exclude(staat=Aflevering.Staat.KLAAR)
    rij = nog.filter(volgende_op__lte=raadpleging.moment).aggregate(
        wachtend=Count("id", filter=Q(staat=Aflevering.Staat.WACHT)),
        oudste=Min("gebeurtenis__moment_op"),
        pogingen=Max("pogingen"),
        mislukt=Count("id", filter=Q(staat=Aflevering.Staat.MISLUKT)),
    )
    fout = nog.exclude(laatste_fout="").order_by("-id").values_list("laatste_fout", flat=True).first()
    return Wachtrij(rij["wachtend"], rij["oudste"], rij["pogingen"] or 0, rij["mislukt"], fout or "")
