"""The room as a Django app."""

from django.apps import AppConfig


class ProductenConfig(AppConfig):
    """The catalogue in short."""

    name = "stadspunt.bronnen.producten"
    label = "producten"
    verbose_name = "Producten"
