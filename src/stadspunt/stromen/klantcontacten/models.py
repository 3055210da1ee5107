"""Questions, contacts and answers."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.fundament.tabellen.verwijzing import Verwijzing
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.klantcontacten.models_dossier import Antwoord, Notitie, Samenvoeging
from stadspunt.stromen.klantcontacten.models_redenen import Wachtreden
from stadspunt.stromen.klantcontacten.models_vertrouwelijk import (
    Betrokkene,
    Noodinzage,
    Noodinzagetoezicht,
    Opheffing,
    Vertrouwelijkinzage,
)
from stadspunt.stromen.klantcontacten.rules import (
    MAX_ONDERWERP,
    MAX_WACHTTOELICHTING,
    OPEN_STATUSSEN,
    WACHTSTATUSSEN,
    Complexiteit,
    Richting,
    Status,
    Vervalreden,
)

__all__ = [
    "Antwoord",
    "Betrokkenafdeling",
    "Betrokkene",
    "Contactvraag",
    "Klantcontact",
    "Klantvraag",
    "KlantvraagQuerySet",
    "Noodinzage",
    "Noodinzagetoezicht",
    "Notitie",
    "Opheffing",
    "Samenvoeging",
    "Vertrouwelijkinzage",
    "Wachtreden",
]  # fmt: skip


class KlantvraagQuerySet(models.QuerySet["Klantvraag"]):
    """Rows that somebody may see."""

    def visible_to(self, raadpleging: Raadpleging, *, handelt: bool = False) -> "KlantvraagQuerySet":
        """Keep the questions that are for this actor: what is confidential only when it concerns him.

        `handelt`: for an act. Who broke the glass looks, and does nothing.
        """
        if raadpleging.actor.soort is ActorSoort.SYSTEEM:
            return self
        return self.counted_for(raadpleging).filter(_build_zicht(raadpleging, handelt=handelt))

    def counted_for(self, raadpleging: Raadpleging) -> "KlantvraagQuerySet":
        """Keep the questions of this actor's municipalities, a department what it was asked: also what is confidential.

        Only to count, for who may count everything. No row of this leaves the room.
        """
        actor = raadpleging.actor
        if actor.soort is ActorSoort.SYSTEEM:
            return self
        rijen = self.filter(gemeente_id__in=actor.gemeente_ids)
        return (
            rijen.filter(pk__in=_select_gevraagd(actor.afdeling_ids))
            if raadpleging.doel == Doel.OVERDRACHT_BEANTWOORDEN
            else rijen
        )


def _select_gevraagd(afdeling_ids: frozenset[int]) -> models.QuerySet["Betrokkenafdeling", int]:
    return Betrokkenafdeling.objects.filter(afdeling_id__in=afdeling_ids).values_list("klantvraag_id", flat=True)


def _build_zicht(raadpleging: Raadpleging, *, handelt: bool) -> Q:
    """Return the condition under which a question is not confidential, or concerns this actor."""
    actor, doel, wie = raadpleging.actor, raadpleging.doel, raadpleging.actor.medewerker_id or 0
    genoemd = Betrokkene.objects.filter(medewerker_id=wie, verwijderd_op=None).values("klantvraag_id")
    zicht = Q(vertrouwelijk_op=None) | Q(behandelaar_id=wie) | Q(pk__in=genoemd)
    if doel == Doel.OVERDRACHT_BEANTWOORDEN:
        zicht |= Q(pk__in=_select_gevraagd(actor.list_afdelingen(doel, VERTROUWELIJK_ZIEN)))
    elif gemeenten := actor.list_gemeenten(doel, VERTROUWELIJK_ZIEN):
        zicht |= Q(gemeente_id__in=gemeenten)
    if not handelt and actor.has_recht(doel, "noodinzage.vragen"):
        loopt = Noodinzage.objects.filter(medewerker_id=wie, tot_op__gt=raadpleging.moment, klantvraag__isnull=False)
        zicht |= Q(pk__in=loopt.values("klantvraag_id"))
    return zicht


class Klantvraag(models.Model):
    """What a client wants, owned by a KCC team until the client has an answer.

    The owner is the KCC by constraint (B3): `eigenaar_is_kcc` is always true, and together
    with `eigenaar_team_id` it points to a team that is one of the KCC (see the migration).
    """

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    nummer = models.CharField(max_length=20, unique=True)
    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    eigenaar_team_id = models.BigIntegerField()
    eigenaar_is_kcc = models.BooleanField(default=True)
    behandelaar_id = Verwijzing("organisatie.Medewerker", null=True)
    partij_id = Verwijzing("partijen.Partij", null=True)
    product_id = Verwijzing("producten.Product", null=True)
    kanaal_id = Verwijzing("organisatie.Kanaal", db_index=False)
    ingang_id = Verwijzing("organisatie.Ingang", null=True, db_index=False)
    onderwerp = models.CharField(max_length=MAX_ONDERWERP)
    toelichting = models.TextField(blank=True, default="")
    complexiteit = models.CharField(max_length=10, choices=[(een.value, een.value) for een in Complexiteit])
    taal = models.CharField(max_length=2, default="nl")
    status = models.CharField(max_length=16, choices=[(een.value, een.value) for een in Status])
    ontvangen_op = models.DateTimeField()
    beloofd_datum = models.DateField()
    afgehandeld_op = models.DateTimeField(null=True)
    vervalreden = models.CharField(max_length=12, blank=True, default="")
    # The question in which this one was merged: its number leads there. (Its foreign key stands in the migration.)
    opgegaan_in = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False)
    # The client wrote about this open question, and nobody has said anything back since.
    klantreactie_op = models.DateTimeField(null=True)
    # Since when only whom it concerns sees it; None: everybody of the municipality who handles questions.
    vertrouwelijk_op = models.DateTimeField(null=True)
    # Until when it is out of the lists of work, and why; both or neither.
    wacht_tot = models.DateTimeField(null=True)
    wachtreden = models.ForeignKey(Wachtreden, models.PROTECT, null=True, related_name="+", db_index=False)
    wachttoelichting = models.CharField(max_length=MAX_WACHTTOELICHTING, blank=True, default="", db_default="")
    wacht_op_klant = models.BooleanField(default=False, db_default=False)
    # Counted where it happens, so that first contact (B1) and loops (B8) are figures and not guesses.
    overdrachten = models.PositiveSmallIntegerField(default=0)
    heropeningen = models.PositiveSmallIntegerField(default=0)
    versie = models.PositiveIntegerField(default=1)
    zoektekst = models.GeneratedField(
        expression=SearchVector("onderwerp", "toelichting", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects: ClassVar = KlantvraagQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(eigenaar_is_kcc=True), name="klantvraag_eigenaar_is_kcc"),
            models.CheckConstraint(
                condition=Q(status=Status.AFGEHANDELD, afgehandeld_op__isnull=False)
                | (~Q(status=Status.AFGEHANDELD) & Q(afgehandeld_op__isnull=True)),
                name="klantvraag_afgehandeld_op",
            ),
            models.CheckConstraint(condition=Q(status=Status.VERVALLEN) ^ Q(vervalreden=""), name="klantvraag_vervalreden"),
            models.CheckConstraint(condition=~Q(onderwerp=""), name="klantvraag_onderwerp"),
            models.CheckConstraint(
                condition=Q(vervalreden=Vervalreden.SAMENGEVOEGD) ^ Q(opgegaan_in__isnull=True), name="klantvraag_opgegaan_in"
            ),
            models.CheckConstraint(
                condition=Q(wacht_tot__isnull=True, wachtreden__isnull=True)
                | Q(wacht_tot__isnull=False, wachtreden__isnull=False, status__in=[een.value for een in sorted(WACHTSTATUSSEN)]),
                name="klantvraag_wacht",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["eigenaar_team_id", "beloofd_datum", "id"],
                name="klantvraag_werkvoorraad",
                condition=Q(status__in=[een.value for een in sorted(OPEN_STATUSSEN)]),
            ),
            models.Index(
                fields=["behandelaar_id", "beloofd_datum", "id"],
                name="klantvraag_mijn",
                condition=Q(status__in=[een.value for een in sorted(OPEN_STATUSSEN)]),
            ),
            models.Index(fields=["gemeente_id", "ontvangen_op"], name="klantvraag_ontvangen"),
            models.Index(fields=["gemeente_id", "afgehandeld_op"], name="klantvraag_afgehandeld"),
            models.Index(fields=["wacht_tot", "id"], name="klantvraag_wachtend", condition=Q(wacht_tot__isnull=False)),
            GinIndex(fields=["zoektekst"], name="klantvraag_zoektekst"),
            models.Index(fields=["partij_id"], name="klantvraag_vertrouwelijk", condition=Q(vertrouwelijk_op__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.nummer


class Betrokkenafdeling(models.Model):
    """A department that was asked about this question, and so may see it."""

    klantvraag = models.ForeignKey(Klantvraag, models.CASCADE, related_name="+")
    afdeling_id = Verwijzing("organisatie.Afdeling", db_index=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["afdeling_id", "klantvraag"], name="betrokkenafdeling_eenmaal"),
        ]


class Klantcontact(models.Model):
    """One moment of contact over one channel."""

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    kanaal_id = Verwijzing("organisatie.Kanaal", db_index=False)
    ingang_id = Verwijzing("organisatie.Ingang", null=True, db_index=False)
    team_id = Verwijzing("organisatie.Team", db_index=False)
    medewerker_id = Verwijzing("organisatie.Medewerker", null=True)
    partij_id = Verwijzing("partijen.Partij", null=True)
    richting = models.CharField(max_length=3, choices=[(een.value, een.value) for een in Richting])
    gebeurd_op = models.DateTimeField()
    geregistreerd_op = models.DateTimeField()
    samenvatting = models.TextField(blank=True, default="")
    duur_seconden = models.PositiveIntegerField(null=True)
    # None: not a question here (a letter always arrives).
    bereikt = models.BooleanField(null=True)
    # What came in from outside twice is one contact.
    bron_sleutel = models.CharField(max_length=80, null=True, unique=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["gemeente_id", "gebeurd_op"], name="klantcontact_gebeurd"),
        ]

    def __str__(self) -> str:
        return f"klantcontact {self.pk}"


class Contactvraag(models.Model):
    """This question was spoken of in this contact."""

    klantcontact = models.ForeignKey(Klantcontact, models.PROTECT, related_name="+")
    klantvraag = models.ForeignKey(Klantvraag, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["klantcontact", "klantvraag"], name="contactvraag_eenmaal"),
        ]
