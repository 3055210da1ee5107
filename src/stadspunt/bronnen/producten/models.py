"""Products and quick codes."""

from typing import ClassVar

from django.db import models

from stadspunt.fundament.tabellen.verwijzing import Verwijzing


class Product(models.Model):
    """Something the municipality delivers or answers about."""

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    afdeling_id = Verwijzing("organisatie.Afdeling")
    eigenaar_id = Verwijzing("organisatie.Medewerker", null=True)
    naam = models.CharField(max_length=150)
    slug = models.SlugField(max_length=80)
    # The address of the product in the national list of uniform product names (UPL).
    upl_uri = models.URLField(max_length=200, blank=True, default="")
    thema = models.CharField(max_length=100, blank=True, default="")
    zoekwoorden = models.CharField(max_length=500, blank=True, default="")
    eerste_antwoord = models.TextField(blank=True, default="")
    knip = models.CharField(max_length=200, blank=True, default="")
    norm_werkdagen = models.PositiveSmallIntegerField(null=True)
    # A question about this product is confidential from the moment that the product is known.
    vertrouwelijk = models.BooleanField(default=False, db_default=False)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente_id", "slug"], name="product_slug")]

    def __str__(self) -> str:
        return self.naam


class Snelcode(models.Model):
    """A simple question that comes all day: one key registers it with its product and its answer (A14)."""

    gemeente_id = Verwijzing("organisatie.Gemeente", db_index=False)
    product = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=6)
    naam = models.CharField(max_length=100)
    antwoord = models.TextField()
    actief = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente_id", "code"], name="snelcode_code")]

    def __str__(self) -> str:
        return self.naam
