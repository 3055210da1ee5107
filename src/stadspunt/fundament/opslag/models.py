"""Bytes under their hash."""

from django.db import models


class Blob(models.Model):
    """Bytes, kept once, in the database: so that what is acknowledged is in the same commit."""

    hash = models.CharField(max_length=64, primary_key=True)
    grootte = models.BigIntegerField()
    inhoud = models.BinaryField()

    def __str__(self) -> str:
        return self.hash
