"""Closing days and service norms."""

from typing import ClassVar

from django.db import models

from stadspunt.bronnen.termijnen.rules import BEGIN
from stadspunt.fundament.tabellen.verwijzing import Verwijzing


class Sluitingsdag(models.Model):
    """A day on which the organisation is closed."""

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    datum = models.DateField()
    naam = models.CharField(max_length=100)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente_id", "datum"], name="sluitingsdag_eenmaal")]

    def __str__(self) -> str:
        return f"{self.datum} {self.naam}"


class Servicenorm(models.Model):
    """Within how many working days a question that came in by this channel from `vanaf` on has its answer.

    A change is a new row: what was promised under the former norm stays as it was.
    """

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    kanaal_id = Verwijzing("organisatie.Kanaal", db_index=False)
    werkdagen = models.PositiveSmallIntegerField()
    vanaf = models.DateField(default=BEGIN)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente_id", "kanaal_id", "vanaf"], name="servicenorm_kanaal_vanaf")
        ]

    def __str__(self) -> str:
        return f"{self.werkdagen} werkdagen vanaf {self.vanaf}"
