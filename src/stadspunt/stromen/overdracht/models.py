"""Orders to departments, and the checks on what came back."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import select_verborgen
from stadspunt.stromen.overdracht.rules import MAX_REDEN, Status, Toetspunt, Vorm


class OverdrachtQuerySet(models.QuerySet["Overdracht"]):
    """Rows that somebody may see."""

    def visible_to(self, raadpleging: Raadpleging) -> "OverdrachtQuerySet":
        """Keep the orders of this actor's municipalities for the KCC, of its own departments for a department.

        For any other purpose there is nothing to see.
        """
        actor = raadpleging.actor
        if actor.soort is ActorSoort.SYSTEEM:
            return self
        # What was asked about a confidential question is as confidential as the question.
        rijen = self.filter(gemeente_id__in=actor.gemeente_ids).exclude(klantvraag_id__in=select_verborgen(raadpleging))
        if raadpleging.doel == Doel.KLANTVRAAG_BEHANDELEN:
            return rijen
        if raadpleging.doel == Doel.OVERDRACHT_BEANTWOORDEN:
            return rijen.filter(afdeling_id__in=actor.afdeling_ids)
        return self.none()


class Overdracht(models.Model):
    """One order: what the KCC asks of a department, in which form and by when.

    It cannot exist without a day of return, and a klantvraag has at most one open order: both
    are promises of the database (B6).
    """

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    klantvraag_id = Verwijzing("klantcontacten.Klantvraag", db_index=False)
    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    afdeling_id = Verwijzing("organisatie.Afdeling", db_index=False)
    van_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    ronde = models.PositiveSmallIntegerField()
    gevraagd = models.TextField()
    vorm = models.CharField(max_length=14, choices=[(een.value, een.value) for een in Vorm])
    terug_op = models.DateField()
    reden_later = models.CharField(max_length=MAX_REDEN, blank=True, default="")
    verzonden_op = models.DateTimeField()
    status = models.CharField(max_length=14, choices=[(een.value, een.value) for een in Status], default=Status.OPEN.value)
    behandelaar_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    antwoord = models.TextField(blank=True, default="")
    teruggegeven_op = models.DateTimeField(null=True)
    teruggegeven_door_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    ingetrokken_op = models.DateTimeField(null=True)

    objects: ClassVar = OverdrachtQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["klantvraag_id"], condition=Q(status=Status.OPEN.value), name="overdracht_een_open"),
            models.UniqueConstraint(fields=["klantvraag_id", "ronde"], name="overdracht_ronde"),
            models.CheckConstraint(condition=~Q(gevraagd=""), name="overdracht_gevraagd"),
            models.CheckConstraint(
                condition=Q(status=Status.TERUGGEGEVEN.value, teruggegeven_op__isnull=False) & ~Q(antwoord="")
                | ~Q(status=Status.TERUGGEGEVEN.value) & Q(teruggegeven_op__isnull=True, antwoord=""),
                name="overdracht_teruggegeven",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.INGETROKKEN.value) ^ Q(ingetrokken_op__isnull=True), name="overdracht_ingetrokken"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["afdeling_id", "terug_op", "id"], name="overdracht_lijst", condition=Q(status=Status.OPEN.value)
            ),
            models.Index(
                fields=["afdeling_id", "-teruggegeven_op", "-id"],
                name="overdracht_terug",
                condition=Q(status=Status.TERUGGEGEVEN.value),
            ),
        ]

    def __str__(self) -> str:
        return f"overdracht {self.pk}"


class Toetsing(models.Model):
    """The check on what came back: each point is good, or let pass with a reason (B2). Only ever added to."""

    overdracht = models.OneToOneField(Overdracht, models.PROTECT, related_name="toetsing")
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    getoetst_op = models.DateTimeField()
    snelheid = models.BooleanField()
    reden_snelheid = models.CharField(max_length=MAX_REDEN, blank=True, default="")
    volledigheid = models.BooleanField()
    reden_volledigheid = models.CharField(max_length=MAX_REDEN, blank=True, default="")
    begrijpelijkheid = models.BooleanField()
    reden_begrijpelijkheid = models.CharField(max_length=MAX_REDEN, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(**{punt.value: True}) | ~Q(**{f"reden_{punt}": ""}), name=f"toetsing_{punt}")
            for punt in Toetspunt
        ]

    def __str__(self) -> str:
        return f"toetsing {self.pk}"
