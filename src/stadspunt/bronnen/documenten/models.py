"""Files with their name."""

from django.db import models

from stadspunt.fundament.waarden.uuid7 import make_uuid7


class Document(models.Model):
    """A file: the bytes stand in the storage under `hash`, here is what it is called and what it is."""

    uuid = models.UUIDField(default=make_uuid7, unique=True)
    hash = models.CharField(max_length=64, db_index=True)
    naam = models.CharField(max_length=200)
    # The type by content, not what the sender claimed.
    mediatype = models.CharField(max_length=100)
    grootte = models.BigIntegerField()
    # Empty when harmless; else the code of the reason why it is kept but not opened.
    gevaar = models.CharField(max_length=40, blank=True, default="")
    # '' not scanned, else 'schoon' or the name of what the virus scanner found.
    virusuitslag = models.CharField(max_length=100, blank=True, default="")
    aangemaakt_op = models.DateTimeField()

    def __str__(self) -> str:
        return f"document {self.pk}"
