"""Macros, and each time that one was done."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models

from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.stromen.macros.rules import MAX_MINUTEN, MAX_NAAM, MAX_UITLEG, MINUTEN


class Macro(models.Model):
    """A named set of steps; `stappen` is the list of rules.Stap as JSON."""

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    naam = models.CharField(max_length=MAX_NAAM)
    uitleg = models.CharField(max_length=MAX_UITLEG, blank=True, default="")
    stappen = models.JSONField()
    minuten = models.PositiveSmallIntegerField(default=MINUTEN, validators=[MaxValueValidator(MAX_MINUTEN)])
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente_id", "naam"], name="macro_naam")]

    def __str__(self) -> str:
        return self.naam


class Macrouitvoering(models.Model):
    """One macro on one question: how the question stood before, and what came of it.

    The same `kenmerk` (a form that was drawn once) does a question once, however often it is sent.
    """

    macro = models.ForeignKey(Macro, models.PROTECT, related_name="+")
    klantvraag_id = Verwijzing("klantcontacten.Klantvraag", db_index=False)
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    kenmerk = models.UUIDField()
    geheel = models.UUIDField()
    uitgevoerd_op = models.DateTimeField()
    ongedaan_tot = models.DateTimeField()
    ongedaan_op = models.DateTimeField(null=True)
    stand_voor = models.JSONField()
    versie_na = models.PositiveIntegerField()
    sporen = models.JSONField()
    zinnen = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["klantvraag_id", "kenmerk"], name="macrouitvoering_eenmaal"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["klantvraag_id", "-id"], name="macrouitvoering_vraag"),
            models.Index(fields=["medewerker_id", "macro"], name="macrouitvoering_wie"),
        ]

    def __str__(self) -> str:
        return f"macrouitvoering {self.pk}"
