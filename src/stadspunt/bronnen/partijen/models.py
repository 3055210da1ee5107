"""Clients and their addresses."""

from typing import ClassVar, Protocol, cast

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.module_loading import import_string

from stadspunt.bronnen.partijen.rules import Adressoort, Partijsoort, Taal
from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.waarden.uuid7 import make_uuid7


class Partijzicht(Protocol):
    """The function (settings.STADSPUNT_PARTIJZICHT) that says which clients an actor may know, as a condition on the row."""

    def __call__(self, raadpleging: Raadpleging) -> models.Q: ...


def get_partijzicht() -> Partijzicht:
    """Return the function that hides clients; the room that knows what is confidential lends it to us."""
    return cast(Partijzicht, import_string(settings.STADSPUNT_PARTIJZICHT))


class PartijQuerySet(models.QuerySet["Partij"]):
    """Rows that somebody may see."""

    def visible_to(self, raadpleging: Raadpleging) -> "PartijQuerySet":
        """Keep the clients of the municipalities this actor works for, but for who is hidden from him."""
        if raadpleging.actor.soort is ActorSoort.SYSTEEM:
            return self
        return self.filter(get_partijzicht()(raadpleging), gemeente_id__in=raadpleging.actor.gemeente_ids)


class Partij(models.Model):
    """A client. Anonymous ones have no name and no address; later they are linked to a known one."""

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    soort = models.CharField(max_length=12, choices=[(soort.value, soort.value) for soort in Partijsoort])
    naam = models.CharField(max_length=200, blank=True, default="")
    zoeksleutel = models.CharField(max_length=200, blank=True, default="")
    voorkeurskanaal_id = Verwijzing("organisatie.Kanaal", null=True, db_index=False)
    voorkeurstaal = models.CharField(max_length=2, default=Taal.NEDERLANDS)
    aangemaakt_op = models.DateTimeField()
    opgegaan_in = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    objects: ClassVar = PartijQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            GinIndex(OpClass("zoeksleutel", name="gin_trgm_ops"), name="partij_naam_trgm"),
            models.Index(fields=["gemeente_id", "zoeksleutel"], name="partij_op_naam"),
        ]

    def __str__(self) -> str:
        return f"partij {self.pk}"


class Digitaaladres(models.Model):
    """A way to reach a partij. One address may belong to several partijen: a match is 'probably', never sure."""

    partij = models.ForeignKey(Partij, models.CASCADE, related_name="adressen")
    soort = models.CharField(max_length=10, choices=[(soort.value, soort.value) for soort in Adressoort])
    waarde = models.CharField(max_length=254)
    sleutel = models.CharField(max_length=254)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["partij", "soort", "sleutel"], name="digitaaladres_eenmaal")]
        indexes: ClassVar = [models.Index(fields=["sleutel"], name="digitaaladres_sleutel")]

    def __str__(self) -> str:
        return f"adres {self.pk}"
