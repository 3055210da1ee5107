"""Drafts and leases."""

from typing import ClassVar

from django.db import models


class Concept(models.Model):
    """The unsent text of one employee at one place. `afgerond_op` is set when it was sent or thrown away.

    `in_hand_op` is set while the employee works on it before all else: the latest of his is what he has in hand.
    """

    medewerker_id = models.BigIntegerField()
    plek = models.CharField(max_length=80)
    titel = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    velden = models.JSONField(default=dict)
    begonnen_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    afgerond_op = models.DateTimeField(null=True)
    in_hand_op = models.DateTimeField(null=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["medewerker_id", "plek"], name="concept_eenmaal")]
        indexes: ClassVar = [
            models.Index(fields=["plek"], name="concept_plek"),
            models.Index(fields=["gewijzigd_op"], name="concept_gewijzigd"),
        ]

    def __str__(self) -> str:
        return self.plek


class Aanwezigheid(models.Model):
    """Somebody looks (or writes) at a place until `tot_op`, unless he gives another sign before.

    `blad` is the page that gave the last sign: one that was left earlier cannot end it.
    """

    medewerker_id = models.BigIntegerField()
    plek = models.CharField(max_length=80)
    schrijft = models.BooleanField(default=False)
    blad = models.CharField(max_length=40, default="")
    tot_op = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["medewerker_id", "plek"], name="aanwezigheid_eenmaal")]
        indexes: ClassVar = [
            models.Index(fields=["plek", "tot_op"], name="aanwezigheid_plek"),
            models.Index(fields=["tot_op"], name="aanwezigheid_tot"),
        ]

    def __str__(self) -> str:
        return self.plek
