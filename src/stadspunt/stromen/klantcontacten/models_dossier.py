"""What was said and written about a question, and what was put together."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from stadspunt.fundament.tabellen.verwijzing import Verwijzing


class Antwoord(models.Model):
    """What the client was told. A question that is opened again gets another."""

    klantvraag = models.ForeignKey("klantcontacten.Klantvraag", models.PROTECT, related_name="+")
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True)
    wijze = models.CharField(max_length=10)
    tekst = models.TextField()
    gegeven_op = models.DateTimeField()

    def __str__(self) -> str:
        return f"antwoord {self.pk}"


class Notitie(models.Model):
    """A note of an employee with a question; the client may read it on request."""

    klantvraag = models.ForeignKey("klantcontacten.Klantvraag", models.PROTECT, related_name="+")
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True)
    tekst = models.TextField()
    geschreven_op = models.DateTimeField()

    def __str__(self) -> str:
        return f"notitie {self.pk}"


class Samenvoeging(models.Model):
    """Two questions that became one: `opgegaan` went into `blijver`. What moved is kept by room, so that it can go back."""

    blijver = models.ForeignKey("klantcontacten.Klantvraag", models.PROTECT, related_name="+")
    opgegaan = models.ForeignKey("klantcontacten.Klantvraag", models.PROTECT, related_name="+")
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    gedaan_op = models.DateTimeField()
    ongedaan_op = models.DateTimeField(null=True)
    verhuisd = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opgegaan"], condition=Q(ongedaan_op__isnull=True), name="samenvoeging_eenmaal"),
            models.CheckConstraint(condition=~Q(blijver=models.F("opgegaan")), name="samenvoeging_twee"),
        ]

    def __str__(self) -> str:
        return f"samenvoeging {self.pk}"
