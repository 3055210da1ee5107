"""Who is concerned by a confidential question, who broke the glass, and who proposed to lift the secrecy."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import MAX_REDEN, Besluit


class Betrokkene(models.Model):
    """A colleague whom a confidential question concerns by name: since when, through whom, and why."""

    klantvraag = models.ForeignKey("klantcontacten.Klantvraag", models.CASCADE, related_name="+")
    medewerker_id = Verwijzing("organisatie.Medewerker", db_index=False)
    reden = models.CharField(max_length=MAX_REDEN)
    door_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    sinds_op = models.DateTimeField()
    verwijderd_op = models.DateTimeField(null=True)
    verwijderd_door_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    verwijderd_reden = models.CharField(max_length=MAX_REDEN, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["medewerker_id", "klantvraag"], condition=Q(verwijderd_op__isnull=True), name="betrokkene_eenmaal"
            ),
            models.CheckConstraint(
                condition=Q(verwijderd_op__isnull=True) ^ ~Q(verwijderd_reden=""), name="betrokkene_verwijderd_reden"
            ),
        ]

    def __str__(self) -> str:
        return f"betrokkene {self.pk}"


class Noodinzage(models.Model):
    """Somebody broke the glass: for which number, why, and until when. Only ever added to.

    `klantvraag_id` is empty when there is no such question: asking looks the same then, and is told all the same.
    """

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    klantvraag = models.ForeignKey("klantcontacten.Klantvraag", models.PROTECT, null=True, related_name="+", db_index=False)
    nummer = models.CharField(max_length=20)
    medewerker_id = Verwijzing("organisatie.Medewerker", db_index=False)
    reden = models.CharField(max_length=MAX_REDEN)
    begonnen_op = models.DateTimeField()
    tot_op = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot_op__gt=F("begonnen_op")), name="noodinzage_eindigt"),
            models.CheckConstraint(condition=~Q(reden=""), name="noodinzage_reden"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["medewerker_id", "tot_op"], name="noodinzage_loopt"),
            models.Index(fields=["gemeente_id", "-begonnen_op"], name="noodinzage_toezicht"),
        ]

    def __str__(self) -> str:
        return f"noodinzage {self.pk}"


class Vertrouwelijkinzage(models.Model):
    """This employee opened a confidential question on this day, for this purpose. Only ever added to."""

    klantvraag = models.ForeignKey("klantcontacten.Klantvraag", models.PROTECT, related_name="+", db_index=False)
    medewerker_id = Verwijzing("organisatie.Medewerker", db_index=False)
    doel = models.CharField(max_length=60)
    dag = models.DateField()
    eerste_op = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["klantvraag", "dag", "medewerker_id", "doel"], name="vertrouwelijkinzage_eenmaal"),
        ]

    def __str__(self) -> str:
        return f"inzage {self.pk}"


class Noodinzagetoezicht(models.Model):
    """The privacy officer looked at one breaking of the glass. Only ever added to."""

    noodinzage = models.OneToOneField(Noodinzage, models.PROTECT, related_name="toezicht")
    medewerker_id = Verwijzing("organisatie.Medewerker", db_index=False)
    bekeken_op = models.DateTimeField()

    def __str__(self) -> str:
        return f"toezicht {self.pk}"


class Opheffing(models.Model):
    """A proposal to lift the secrecy of a question. Who agrees is never who proposed: the database says so."""

    klantvraag = models.ForeignKey("klantcontacten.Klantvraag", models.CASCADE, related_name="+")
    reden = models.CharField(max_length=MAX_REDEN)
    voorgesteld_door_id = Verwijzing("organisatie.Medewerker", db_index=False)
    voorgesteld_op = models.DateTimeField()
    besluit = models.CharField(max_length=12, choices=[(een.value, een.value) for een in Besluit], default=Besluit.OPEN.value)
    besloten_door_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    besloten_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["klantvraag"], condition=Q(besluit=Besluit.OPEN.value), name="opheffing_een_open"),
            models.CheckConstraint(condition=~Q(reden=""), name="opheffing_reden"),
            models.CheckConstraint(
                condition=Q(besluit=Besluit.OPEN.value, besloten_op__isnull=True, besloten_door_id__isnull=True)
                | ~Q(besluit=Besluit.OPEN.value) & Q(besloten_op__isnull=False, besloten_door_id__isnull=False),
                name="opheffing_besloten",
            ),
            models.CheckConstraint(
                condition=~Q(besluit=Besluit.OPGEHEVEN.value) | ~Q(besloten_door_id=F("voorgesteld_door_id")),
                name="opheffing_vier_ogen",
            ),
        ]

    def __str__(self) -> str:
        return f"opheffing {self.pk}"
