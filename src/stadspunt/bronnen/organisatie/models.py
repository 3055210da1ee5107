"""Tables of the organisation."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.tabellen.verwijzing import Verwijzing


class Gemeente(models.Model):
    """A municipality that this contact centre answers for; invisible on screen while there is one."""

    naam = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=50, unique=True)
    maildomein = models.CharField(max_length=200)
    telefoon = models.CharField(max_length=30, blank=True, default="")
    # How long a broken glass lets somebody look at a confidential question.
    noodinzage_minuten = models.PositiveSmallIntegerField(default=60, db_default=60)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(noodinzage_minuten__gte=5, noodinzage_minuten__lte=480), name="gemeente_noodinzage"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Afdeling(models.Model):
    """A department (vakafdeling) that gets orders from the KCC."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=100)
    slug = models.SlugField(max_length=60)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente", "slug"], name="afdeling_slug")]

    def __str__(self) -> str:
        return self.naam


class Team(models.Model):
    """A team with a queue. Only a KCC team can own a klantvraag: see the constraint there."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    afdeling = models.ForeignKey(Afdeling, models.PROTECT, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=100)
    slug = models.SlugField(max_length=60)
    is_kcc = models.BooleanField(default=True)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "slug"], name="team_slug"),
            models.UniqueConstraint(fields=["id", "is_kcc"], name="team_kcc"),
            models.CheckConstraint(condition=Q(is_kcc=True) | Q(afdeling__isnull=False), name="team_kcc_of_afdeling"),
        ]

    def __str__(self) -> str:
        return self.naam


class Kanaal(models.Model):
    """A channel. A new row is usable at once in registration, routing and figures (A8)."""

    slug = models.SlugField(max_length=30, unique=True)
    naam = models.CharField(max_length=60)
    # A digital channel gets its receipt within five minutes (E3).
    digitaal = models.BooleanField(default=False)
    volgorde = models.PositiveSmallIntegerField(default=100)
    actief = models.BooleanField(default=True)
    eigenaar = models.ForeignKey("Medewerker", models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.naam


class Medewerker(models.Model):
    """Somebody who works here."""

    account_id = Verwijzing("toegang.Account", null=True, unique=True, db_index=False)
    naam = models.CharField(max_length=150)
    zoeksleutel = models.CharField(max_length=150, db_index=True)
    email = models.EmailField(blank=True, default="")
    actief = models.BooleanField(default=True)
    # Keys of one letter hinder who speaks to a computer or has a tremor (WCAG 2.1.4).
    lettertoetsen = models.BooleanField(default=True, db_default=True)

    def __str__(self) -> str:
        return self.naam


class Ingang(models.Model):
    """Where questions come in. Several may feed one queue; the origin is kept (A11)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    kanaal = models.ForeignKey(Kanaal, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    soort = models.CharField(max_length=12, choices=[(soort.value, soort.value) for soort in Ingangsoort])
    naam = models.CharField(max_length=100)
    # The mail address, telephone number or form name by which an arrival is recognised, in lower case.
    waarde = models.CharField(max_length=200)
    # Every question that comes in here is confidential from its first moment.
    vertrouwelijk = models.BooleanField(default=False, db_default=False)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["soort", "waarde"], name="ingang_waarde")]

    def __str__(self) -> str:
        return self.naam


class Rol(models.Model):
    """A role; what it may do is data."""

    slug = models.SlugField(max_length=60, unique=True)
    naam = models.CharField(max_length=100)
    # Who has this role must show more than a password at sign-in.
    tweede_stap = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.naam


class Rolrecht(models.Model):
    """One pair (purpose, right) of a role."""

    rol = models.ForeignKey(Rol, models.CASCADE, related_name="rechten")
    doel = models.CharField(max_length=60)
    recht = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["rol", "doel", "recht"], name="rolrecht_eenmaal")]

    def __str__(self) -> str:
        return f"{self.doel}: {self.recht}"


class Roltoewijzing(models.Model):
    """A role for a person, from a moment until a moment (J2); the rights end by themselves."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="toewijzingen")
    rol = models.ForeignKey(Rol, models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    afdeling = models.ForeignKey(Afdeling, models.PROTECT, null=True, blank=True, related_name="+")
    van_op = models.DateTimeField()
    tot_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot_op__isnull=True) | Q(tot_op__gt=F("van_op")), name="toewijzing_van_tot"),
            ExclusionConstraint(
                name="toewijzing_geen_dubbel",
                expressions=[
                    (F("medewerker"), RangeOperators.EQUAL),
                    (F("rol"), RangeOperators.EQUAL),
                    (F("gemeente"), RangeOperators.EQUAL),
                    (Func(F("team"), 0, function="COALESCE"), RangeOperators.EQUAL),
                    (Func(F("afdeling"), 0, function="COALESCE"), RangeOperators.EQUAL),
                    (
                        Func(F("van_op"), F("tot_op"), function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol_id} voor {self.medewerker_id}"
