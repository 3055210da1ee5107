"""Copies and versions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from stadspunt.fundament.reservekopieen.rules import Aanleiding


class Reservekopie(models.Model):
    """One attempt to make a copy, written down at its end: the file, or what went wrong."""

    aanleiding = models.CharField(max_length=10, choices=[(een.value, een.value) for een in Aanleiding])
    gemaakt_op = models.DateTimeField()
    # The moment of the data in it.
    stand_op = models.DateTimeField(null=True)
    bestand = models.TextField(blank=True, default="")
    computer = models.CharField(max_length=255, blank=True, default="")
    grootte = models.BigIntegerField(null=True)
    rijen = models.BigIntegerField(null=True)
    versie = models.CharField(max_length=20)
    seconden = models.PositiveIntegerField(default=0)
    # Put back on a server of its own and compared: it was the same.
    beproefd_op = models.DateTimeField(null=True)
    fout = models.TextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(fout="", grootte__isnull=False, stand_op__isnull=False) | ~Q(fout=""), name="reservekopie_of_fout"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["-gemaakt_op"], name="reservekopie_laatste")]

    def __str__(self) -> str:
        return f"reservekopie {self.pk}"


class Versie(models.Model):
    """From when on these tables are of a version of StadsPunt."""

    versie = models.CharField(max_length=20)
    sinds_op = models.DateTimeField()

    def __str__(self) -> str:
        return self.versie
