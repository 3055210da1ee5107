"""Facts and their deliveries."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from stadspunt.fundament.waarden.uuid7 import make_uuid7


class Gebeurtenis(models.Model):
    """One fact. Only ever added to (trigger in the migration); the timeline on screen is drawn from it.

    `onderwerpen` are the things it is about, as 'klantvraag:12', one for each `…_id` in the fact.
    """

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    soort = models.CharField(max_length=100)
    moment_op = models.DateTimeField()
    actor_soort = models.CharField(max_length=20)
    actor = models.CharField(max_length=200)
    medewerker_id = models.BigIntegerField(null=True)
    doel = models.CharField(max_length=100)
    inhoud = models.JSONField()
    onderwerpen = ArrayField(models.CharField(max_length=80))
    # The larger act that this fact is a part of: what has the same one happened in one transaction and is told as one.
    geheel = models.UUIDField(null=True)

    class Meta:
        indexes: ClassVar = [
            GinIndex(fields=["onderwerpen"], name="gebeurtenis_onderwerpen"),
            models.Index(fields=["soort", "moment_op"], name="gebeurtenis_soort"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.uuid}"


class Aflevering(models.Model):
    """One fact for one reaction: done exactly once, or visible as failing."""

    class Staat(models.TextChoices):
        WACHT = "wacht", "wacht"
        KLAAR = "klaar", "klaar"
        MISLUKT = "mislukt", "mislukt"

    gebeurtenis = models.ForeignKey(Gebeurtenis, models.PROTECT, related_name="afleveringen")
    reactie = models.CharField(max_length=200)
    staat = models.CharField(max_length=10, choices=Staat.choices, default=Staat.WACHT)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_op = models.DateTimeField()
    laatste_fout = models.TextField(blank=True, default="")
    klaar_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gebeurtenis", "reactie"], name="aflevering_eenmaal"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["volgende_op"], name="aflevering_open", condition=~models.Q(staat="klaar")),
        ]
