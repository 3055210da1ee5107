"""Accounts to sign in with, and the access log."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


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


class Aanmeldpoging(models.Model):
    """One try to sign in with a login name, whether that exists or not; many failures lock the name for a while."""

    login = models.CharField(max_length=150)
    moment_op = models.DateTimeField()
    gelukt = models.BooleanField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["login", "moment_op"], name="aanmeldpoging_login")]


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
