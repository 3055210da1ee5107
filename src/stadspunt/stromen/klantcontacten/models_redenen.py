"""The lists from which agents choose why something happens to a question: data of the administrator."""

from typing import ClassVar

from django.db import models

from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.stromen.klantcontacten.rules import MAX_REDENNAAM


class Wachtreden(models.Model):
    """Why a question may wait, as data; without a municipality it holds for all of them."""

    gemeente_id = Verwijzing("organisatie.Gemeente", null=True, db_index=False)
    naam = models.CharField(max_length=MAX_REDENNAAM)
    # The client has to do something first: then a question usually waits until he does.
    op_klant = models.BooleanField(default=False)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente_id", "naam"], name="wachtreden_naam", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return self.naam
