"""Arrivals, mailboxes and what is known of their health."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.intake.rules.ontvangst import Ontvangstsoort, Ontvangststatus, Uitkomst
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Staat
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import select_verborgen


class OntvangstQuerySet(models.QuerySet["Ontvangst"]):
    """Rows that somebody may see."""

    def visible_to(self, raadpleging: Raadpleging) -> "OntvangstQuerySet":
        """Keep the arrivals of the municipalities this actor works for, but for those of questions hidden from him."""
        if raadpleging.actor.soort is ActorSoort.SYSTEEM:
            return self
        rijen = self.filter(gemeente_id__in=raadpleging.actor.gemeente_ids)
        return rijen.exclude(klantvraag_id__in=select_verborgen(raadpleging))


class Ontvangst(models.Model):
    """One raw arrival. `sleutel` makes a double delivery one; the bytes stand in the storage under `blob_hash`.

    `pogingen` counts attempts that failed, `begonnen` those that ended without any outcome
    since: a message on which the worker itself dies must not be given out for ever.
    """

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    soort = models.CharField(max_length=12, choices=[(een.value, een.value) for een in Ontvangstsoort])
    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    ingang_id = Verwijzing("organisatie.Ingang", null=True, db_index=False)
    sleutel = models.CharField(max_length=80, unique=True)
    blob_hash = models.CharField(max_length=64)
    grootte = models.BigIntegerField()
    envelop = models.JSONField()
    ontvangen_op = models.DateTimeField()
    status = models.CharField(
        max_length=10, choices=[(een.value, een.value) for een in Ontvangststatus], default=Ontvangststatus.WACHT
    )
    uitkomst = models.CharField(max_length=16, blank=True, default="", choices=[(een.value, een.value) for een in Uitkomst])
    klantcontact_id = Verwijzing("klantcontacten.Klantcontact", null=True, db_index=False)
    klantvraag_id = Verwijzing("klantcontacten.Klantvraag", null=True, db_index=False)
    pogingen = models.PositiveSmallIntegerField(default=0)
    begonnen = models.PositiveSmallIntegerField(default=0)
    laatste_fout = models.TextField(blank=True, default="")
    volgende_poging_op = models.DateTimeField(null=True)
    verwerkt_op = models.DateTimeField(null=True)

    objects: ClassVar = OntvangstQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status="verwerkt", verwerkt_op__isnull=False) & ~Q(uitkomst="")
                | ~Q(status="verwerkt") & Q(verwerkt_op__isnull=True, uitkomst=""),
                name="ontvangst_verwerkt",
            ),
            models.CheckConstraint(
                condition=~Q(status="wacht") | Q(volgende_poging_op__isnull=False), name="ontvangst_wacht_tot"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["volgende_poging_op"], name="ontvangst_wachtend", condition=Q(status="wacht")),
            models.Index(fields=["ontvangen_op"], name="ontvangst_mislukt", condition=Q(status="mislukt")),
            models.Index(fields=["gemeente_id", "ontvangen_op"], name="ontvangst_ontvangen"),
            models.Index(fields=["ingang_id", "ontvangen_op"], name="ontvangst_ingang"),
        ]

    def __str__(self) -> str:
        return f"ontvangst {self.pk}"


class PostbusQuerySet(models.QuerySet["Postbus"]):
    """Rows that somebody may see."""

    def visible_to(self, raadpleging: Raadpleging) -> "PostbusQuerySet":
        """Keep the mailboxes of the municipalities this actor works for."""
        if raadpleging.actor.soort is ActorSoort.SYSTEEM:
            return self
        return self.filter(gemeente_id__in=raadpleging.actor.gemeente_ids)


class Postbus(models.Model):
    """An IMAP account that is emptied. The password stands in the environment variable `geheim_variabele`.

    `uidvalidity` and `laatste_uid` are the position up to which everything was seen (RFC 3501, 2.3.1.1).
    """

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    ingang_id = Verwijzing("organisatie.Ingang", db_index=False)
    host = models.CharField(max_length=253)
    poort = models.PositiveIntegerField()
    beveiliging = models.CharField(max_length=10, choices=[(een.value, een.value) for een in Beveiliging])
    gebruiker = models.CharField(max_length=254)
    geheim_variabele = models.CharField(max_length=100)
    map = models.CharField(max_length=200, default="INBOX")
    # Empty: what was stored stays in the folder and gets a mark.
    verwerkt_map = models.CharField(max_length=200, blank=True, default="")
    actief = models.BooleanField(default=True)
    uidvalidity = models.BigIntegerField(null=True)
    laatste_uid = models.BigIntegerField(default=0)
    laatst_contact_op = models.DateTimeField(null=True)
    laatst_bericht_op = models.DateTimeField(null=True)
    laatste_fout = models.CharField(max_length=300, blank=True, default="")
    fout_sinds_op = models.DateTimeField(null=True)
    gemeld_op = models.DateTimeField(null=True)
    # Somebody waits for a try of the connection; whoever tries next makes it empty again.
    proef_gevraagd_op = models.DateTimeField(null=True)

    objects: ClassVar = PostbusQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["host", "poort", "gebruiker", "map"], name="postbus_eenmaal"),
            models.CheckConstraint(condition=Q(fout_sinds_op__isnull=True) ^ ~Q(laatste_fout=""), name="postbus_fout_sinds"),
        ]

    def __str__(self) -> str:
        return f"postbus {self.pk}"


class Postbusbericht(models.Model):
    """The ledger: each message ever seen in a mailbox, once, and what became of it."""

    postbus = models.ForeignKey(Postbus, models.PROTECT, related_name="+")
    uidvalidity = models.BigIntegerField()
    uid = models.BigIntegerField()
    staat = models.CharField(max_length=10, choices=[(een.value, een.value) for een in Staat])
    ontvangst = models.ForeignKey(Ontvangst, models.PROTECT, null=True, related_name="+")
    reden = models.CharField(max_length=100, blank=True, default="")
    gezien_op = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["postbus", "uidvalidity", "uid"], name="postbusbericht_eenmaal"),
            models.CheckConstraint(condition=Q(staat="opgeslagen") ^ Q(ontvangst__isnull=True), name="postbusbericht_opgeslagen"),
            models.CheckConstraint(condition=Q(staat="geweigerd") ^ Q(reden=""), name="postbusbericht_reden"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["postbus", "uid"], name="postbusbericht_open", condition=Q(staat="gezien")),
        ]

    def __str__(self) -> str:
        return f"postbusbericht {self.pk}"


class Aansluiting(models.Model):
    """The count of one day for one mailbox: seen = stored + refused, and nothing in the mailbox was overlooked."""

    postbus = models.ForeignKey(Postbus, models.PROTECT, related_name="+")
    dag = models.DateField()
    gezien = models.PositiveIntegerField()
    opgeslagen = models.PositiveIntegerField()
    geweigerd = models.PositiveIntegerField()
    # What the mailbox itself holds in the folder, and how many of those the ledger did not know.
    in_postbus = models.PositiveIntegerField()
    overgeslagen = models.PositiveIntegerField()
    klopt = models.BooleanField()
    gemaakt_op = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["postbus", "dag"], name="aansluiting_dag")]

    def __str__(self) -> str:
        return f"aansluiting {self.pk}"


class Ingangritme(models.Model):
    """How long this entrance for mail is usually silent (working time); `stil_op` is set while it is silent for too long."""

    ingang_id = Verwijzing("organisatie.Ingang", unique=True, db_index=False)
    drempel_seconden = models.PositiveIntegerField(null=True)
    berekend_op = models.DateTimeField()
    stil_op = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"ritme {self.pk}"


class Hartslag(models.Model):
    """The last sign of life of a process that takes in mail."""

    proces = models.CharField(max_length=40, unique=True)
    moment_op = models.DateTimeField()

    def __str__(self) -> str:
        return self.proces
