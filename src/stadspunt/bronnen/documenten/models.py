"""Files with their name, and the virus scanner."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from stadspunt.bronnen.documenten.rules import Virusstand
from stadspunt.fundament.waarden.uuid7 import make_uuid7


class Document(models.Model):
    """A file: the bytes stand in the storage under `hash`, here is what it is called and what it is."""

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    hash = models.CharField(max_length=64, db_index=True)
    naam = models.CharField(max_length=200)
    # The type by content, not what the sender claimed.
    mediatype = models.CharField(max_length=100)
    grootte = models.BigIntegerField()
    # Empty when harmless; else the code of the reason why it is kept but not opened.
    gevaar = models.CharField(max_length=40, blank=True, default="")
    virusstand = models.CharField(max_length=12, default=Virusstand.GEEN, choices=[(een.value, een.value) for een in Virusstand])
    virusnaam = models.CharField(max_length=200, blank=True, default="")
    gecontroleerd_op = models.DateTimeField(null=True)
    # Only while it waits for the scanner.
    volgende_controle_op = models.DateTimeField(null=True)
    controles = models.PositiveSmallIntegerField(default=0)
    aangemaakt_op = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(virusstand=Virusstand.WACHT, volgende_controle_op__isnull=False)
                | (~Q(virusstand=Virusstand.WACHT) & Q(volgende_controle_op__isnull=True)),
                name="document_wacht_met_moment",
            ),
            models.CheckConstraint(
                condition=~Q(virusstand=Virusstand.BESMET) | ~Q(virusnaam=""), name="document_besmet_met_naam"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["volgende_controle_op"], name="document_wacht", condition=Q(virusstand=Virusstand.WACHT)),
            models.Index(fields=["id"], name="document_besmet", condition=Q(virusstand=Virusstand.BESMET)),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"


class Virusscanner(models.Model):
    """One row: whether a scanner is in use and what it said last. Every process reads it here, wherever the scanner stands."""

    enige = models.BooleanField(primary_key=True, default=True)
    in_gebruik = models.BooleanField(default=False)
    programma = models.CharField(max_length=100, blank=True, default="")
    handtekeningen = models.CharField(max_length=40, blank=True, default="")
    handtekeningen_van = models.DateTimeField(null=True)
    gezien_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=300, blank=True, default="")
    fout_sinds_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(enige=True), name="virusscanner_een")]
