"""Messages, their files and their way out."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5, Lower

from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.correspondentie.rules.woorden import (
    GESCHREVEN_SOORTEN,
    ONDERWEG,
    VRAAGT_AANDACHT,
    Berichtsoort,
    Verzendstatus,
)
from stadspunt.stromen.klantcontacten.rules import Richting


class Bericht(models.Model):
    """One message, in or out. Identifiers are kept with their angle brackets."""

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    klantcontact_id = Verwijzing("klantcontacten.Klantcontact", null=True)
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)
    richting = models.CharField(max_length=3, choices=[(een.value, een.value) for een in Richting])
    soort = models.CharField(max_length=20, choices=[(een.value, een.value) for een in Berichtsoort])
    # The same arrival (or the same answer, pressed twice) is one message.
    sleutel = models.CharField(max_length=120, unique=True)
    onderwerp = models.TextField(blank=True, default="")
    tekst = models.TextField(blank=True, default="")
    citaat = models.TextField(blank=True, default="")
    html = models.TextField(blank=True, default="")
    van_naam = models.TextField(blank=True, default="")
    van_adres = models.CharField(max_length=320, blank=True, default="")
    antwoord_adres = models.CharField(max_length=320, blank=True, default="")
    aan_naam = models.TextField(blank=True, default="")
    aan_adres = models.CharField(max_length=320, blank=True, default="")
    # Senders make them as long as they like; what is longer than an index takes is never looked up.
    message_id = models.TextField(blank=True, default="")
    in_reply_to = models.TextField(blank=True, default="")
    ruw_hash = models.CharField(max_length=64, blank=True, default="")
    taal = models.CharField(max_length=2, default="nl")
    mag_automatisch_antwoord = models.BooleanField(default=False)
    geregistreerd_op = models.DateTimeField()
    verzonden_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["message_id"], name="bericht_uitgaand_message_id", condition=Q(richting=Richting.UIT)
            ),
        ]
        indexes: ClassVar = [
            # By hash: an identifier of a kilobyte does not fit in a b-tree page.
            models.Index(MD5("message_id"), name="bericht_message_id"),
            models.Index(
                Lower("aan_adres"),
                "geregistreerd_op",
                name="bericht_bevestigd_adres",
                condition=Q(soort=Berichtsoort.ONTVANGSTBEVESTIGING),
            ),
        ]

    def __str__(self) -> str:
        return f"bericht {self.pk}"


class Berichtvraag(models.Model):
    """This message concerns this question."""

    bericht = models.ForeignKey(Bericht, models.CASCADE, related_name="vragen")
    klantvraag_id = Verwijzing("klantcontacten.Klantvraag")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bericht", "klantvraag_id"], name="berichtvraag_eenmaal"),
        ]


class Berichtbijlage(models.Model):
    """A file of a message; `volgorde` is its number in `bijlage:<number>` in the HTML."""

    bericht = models.ForeignKey(Bericht, models.CASCADE, related_name="bijlagen")
    document_id = Verwijzing("documenten.Document")
    volgorde = models.PositiveSmallIntegerField()
    cid = models.TextField(blank=True, default="")
    inline = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bericht", "volgorde"], name="berichtbijlage_volgorde"),
        ]


class Verzending(models.Model):
    """The way out of one message; the row is the truth, jobs only carry it out.

    `antwoord_op_id` is the question that this message answers: it closes when the message has
    gone, and only one answer to it is on its way at a time.
    """

    bericht = models.OneToOneField(Bericht, models.PROTECT, related_name="verzending")
    soort = models.CharField(max_length=20)
    antwoord_op_id = Verwijzing("klantcontacten.Klantvraag", null=True, db_index=False)
    sleutel = models.CharField(max_length=120, unique=True)
    status = models.CharField(max_length=12, choices=[(een.value, een.value) for een in Verzendstatus])
    niet_voor = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging_op = models.DateTimeField()
    begonnen_op = models.DateTimeField(null=True)
    verzonden_op = models.DateTimeField(null=True)
    # How many times a worker died half-way, or could not write down how it went.
    verlaten = models.PositiveSmallIntegerField(default=0)
    laatste_fout = models.TextField(blank=True, default="")
    bounce_status = models.CharField(max_length=20, blank=True, default="")
    bounce_diagnose = models.TextField(blank=True, default="")
    bounce_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["antwoord_op_id"],
                name="verzending_een_antwoord_onderweg",
                condition=Q(status__in=[een.value for een in sorted(ONDERWEG)]),
            ),
            models.CheckConstraint(
                condition=Q(status=Verzendstatus.VERZONDEN, verzonden_op__isnull=False) | ~Q(status=Verzendstatus.VERZONDEN),
                name="verzending_verzonden_op",
            ),
            models.CheckConstraint(
                condition=Q(status=Verzendstatus.BEZIG, begonnen_op__isnull=False) | ~Q(status=Verzendstatus.BEZIG),
                name="verzending_begonnen_op",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["volgende_poging_op"],
                name="verzending_onderweg",
                condition=Q(status__in=[een.value for een in sorted(ONDERWEG)]),
            ),
            models.Index(
                fields=["status", "id"],
                name="verzending_aandacht",
                condition=Q(status__in=[een.value for een in sorted(VRAAGT_AANDACHT)]),
            ),
        ]

    def __str__(self) -> str:
        return f"verzending {self.pk}: {self.status}"


class Poststop(models.Model):
    """While one is `actief` no message leaves. `stand_op`: what waits since before that moment may have been sent already."""

    stand_op = models.DateTimeField()
    sinds_op = models.DateTimeField()
    actief = models.BooleanField(default=True)
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door_id = Verwijzing("organisatie.Medewerker", null=True, db_index=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actief"], name="poststop_een", condition=Q(actief=True)),
            models.CheckConstraint(condition=Q(actief=True) ^ Q(vrijgegeven_op__isnull=False), name="poststop_vrijgegeven"),
        ]

    def __str__(self) -> str:
        return f"poststop {self.pk}"


class Bevestigingsverbod(models.Model):
    """This question gets no receipt, whatever came in: it was read from a file, for example."""

    klantvraag_id = Verwijzing("klantcontacten.Klantvraag", unique=True, db_index=False)
    reden = models.CharField(max_length=20)


class Sjabloon(models.Model):
    """A text to start a message from; its fields are checked when it is kept."""

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    naam = models.CharField(max_length=80)
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    taal = models.CharField(max_length=2, default="nl")
    actief = models.BooleanField(default=True)
    # What a message from it usually is; who sends it can choose otherwise.
    soort = models.CharField(
        max_length=20, default=Berichtsoort.ANTWOORD, choices=[(een.value, een.value) for een in sorted(GESCHREVEN_SOORTEN)]
    )
    vooraan = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente_id", "taal", "naam"], name="sjabloon_naam")]

    def __str__(self) -> str:
        return self.naam


class Bevestigingssjabloon(models.Model):
    """A municipality's own text of the receipt in one language; without a row the standard text holds."""

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    taal = models.CharField(max_length=2)
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente_id", "taal"], name="bevestigingstekst_taal")]

    def __str__(self) -> str:
        return f"bevestiging {self.taal}"
