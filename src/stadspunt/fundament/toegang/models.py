"""Accounts to sign in with, how they prove who they are, and the two logs: who saw whom, and who came in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


class AccountBeheer(BaseUserManager["Account"]):
    """Finds accounts by their login name, without regard to capitals."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(login=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """A way to sign in; what its holder may do stands with the medewerker, not here."""

    login = models.CharField("Inlognaam", max_length=150, unique=True)
    is_active = models.BooleanField("Actief", default=True)
    aangemaakt_op = models.DateTimeField("Aangemaakt op")

    objects: ClassVar[AccountBeheer] = AccountBeheer()
    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "account"

    def end_sessies(self, behalve: str = "") -> int:
        """End what this account has open, in every browser but the one with this hash of its key; returns how many."""
        return Sessie.objects.filter(account=self).exclude(sleutel_hash=behalve).delete()[0]


class Remspoor(models.Model):
    """One use of something that may be used only so often; the key tells nothing about who it was."""

    sleutel = models.CharField(max_length=64)
    moment_op = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["sleutel", "moment_op"], name="remspoor_sleutel"),
            models.Index(fields=["moment_op"], name="remspoor_moment"),
        ]


class Inzage(models.Model):
    """One line: this actor saw something of this partij, for this purpose. Only ever added to."""

    moment_op = models.DateTimeField()
    medewerker_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=200)
    doel = models.CharField(max_length=100)
    functie = models.CharField(max_length=200)
    partij_id = models.BigIntegerField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["partij_id", "moment_op"], name="inzage_partij"),
            models.Index(fields=["medewerker_id", "moment_op"], name="inzage_medewerker"),
            models.Index(fields=["moment_op"], name="inzage_moment"),
        ]


class Sessie(models.Model):
    """A browser that somebody works in. Only a hash of what stands in its cookie is kept: who reads this table cannot come in."""

    sleutel_hash = models.CharField(max_length=64, unique=True)
    inhoud = models.TextField()
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    apparaat = models.CharField(max_length=100)
    begonnen_op = models.DateTimeField()
    gezien_op = models.DateTimeField()
    verloopt_op = models.DateTimeField(db_index=True)


class Totp(models.Model):
    """The authenticator app of an account. `laatste_stap` is the last time step of which a code was used."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    geheim = models.TextField()  # encrypted
    laatste_stap = models.BigIntegerField()
    toegevoegd_op = models.DateTimeField()


class Herstelcode(models.Model):
    """A code for when the phone is not there; it works once, and only its hash is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64)
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "hash"], name="herstelcode_eenmaal")]


class Passkey(models.Model):
    """A key in a device (WebAuthn); only the public half is here. `teller` is what the device says it has signed."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    naam = models.CharField(max_length=60)
    sleutel_id = models.BinaryField(unique=True)
    publiek = models.BinaryField()
    teller = models.BigIntegerField()
    toegevoegd_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True)


class Verbruikt(models.Model):
    """Something that may be used once, and was: the unique key decides who was first."""

    sleutel = models.CharField(max_length=64, unique=True)
    moment_op = models.DateTimeField(db_index=True)


class Toegangslink(models.Model):
    """A link with which somebody sets a new password: works once and for a short while, and one at a time for an account."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    soort = models.CharField(max_length=12)
    hash = models.CharField(max_length=64, unique=True)
    verloopt_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account"], condition=Q(gebruikt_op__isnull=True), name="toegangslink_een_open")
        ]


class Toegangsgebeurtenis(models.Model):
    """One line of the sign-in log. Only ever added to; the nightly cleaning takes away what is old enough."""

    moment_op = models.DateTimeField()
    # No reference: the line stays when the account goes, and an unknown name has none.
    account_id = models.BigIntegerField(null=True)
    soort = models.CharField(max_length=30)
    door = models.CharField(max_length=200)
    toelichting = models.CharField(max_length=100)
    apparaat = models.CharField(max_length=100)
    netwerk = models.CharField(max_length=50)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["account_id", "moment_op"], name="toegangsgebeurtenis_account"),
            models.Index(fields=["moment_op"], name="toegangsgebeurtenis_moment"),
        ]
