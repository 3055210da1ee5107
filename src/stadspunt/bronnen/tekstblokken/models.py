"""Pieces of text, shared and own."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from stadspunt.bronnen.tekstblokken.rules import MAX_NAAM
from stadspunt.fundament.tabellen.verwijzing import Verwijzing


class Tekstblok(models.Model):
    """A piece of text; without `eigenaar_id` it is shared.

    A shared one belongs to a municipality (none: to all of them) and may be for one team. How
    often it is used is counted here, so that an administrator sees what can go.
    """

    gemeente_id = Verwijzing("organisatie.Gemeente", null=True, db_index=False)
    team_id = Verwijzing("organisatie.Team", null=True, db_index=False)
    eigenaar_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    naam = models.CharField(max_length=MAX_NAAM)
    code = models.CharField(max_length=20)
    tekst_nl = models.TextField()
    tekst_en = models.TextField(blank=True, default="")
    waarvoor = ArrayField(models.CharField(max_length=12))
    actief = models.BooleanField(default=True)
    aantal_gebruikt = models.PositiveIntegerField(default=0)
    laatst_gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente_id", "code"], name="tekstblok_code", condition=Q(eigenaar_id=None), nulls_distinct=False
            ),
            models.UniqueConstraint(fields=["eigenaar_id", "code"], name="tekstblok_eigen_code", condition=~Q(eigenaar_id=None)),
            models.CheckConstraint(
                condition=Q(eigenaar_id=None) | Q(gemeente_id=None, team_id=None), name="tekstblok_eigen_overal"
            ),
            models.CheckConstraint(condition=Q(team_id=None) | ~Q(gemeente_id=None), name="tekstblok_team_heeft_gemeente"),
        ]

    def __str__(self) -> str:
        return self.naam
