"""Bytes under their hash, and where they are when not in the database."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Blob(models.Model):
    """Bytes, kept once, in the database: so that what is acknowledged is in the same commit."""

    hash = models.CharField(max_length=64, primary_key=True)
    grootte = models.BigIntegerField()
    inhoud = models.BinaryField()
    # A raw receipt: stays in the database, whatever the setting. False only for what is a document and nothing else.
    vast = models.BooleanField(default=True, db_default=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["hash"], name="blob_te_verplaatsen", condition=Q(vast=False))]

    def __str__(self) -> str:
        return self.hash


class Opslagobject(models.Model):
    """Bytes that stand outside the database. `naam` is drawn at each put: an old copy is never mistaken for a new one."""

    hash = models.CharField(max_length=64, primary_key=True)
    grootte = models.BigIntegerField()
    plek = models.CharField(max_length=12)
    naam = models.CharField(max_length=100, unique=True)
    bewaard_op = models.DateTimeField()
    # When its bytes were last seen to be right, and what was wrong then ('' when nothing).
    gezien_op = models.DateTimeField(db_index=True)
    gebrek = models.CharField(max_length=12, blank=True, default="", db_default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(plek__in=["map", "s3"]), name="opslagobject_plek"),
            models.CheckConstraint(condition=Q(gebrek__in=["", "weg", "veranderd"]), name="opslagobject_gebrek"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["plek", "hash"], name="opslagobject_per_plek"),
            models.Index(fields=["hash"], name="opslagobject_gebrek", condition=~Q(gebrek="")),
        ]

    def __str__(self) -> str:
        return self.hash
