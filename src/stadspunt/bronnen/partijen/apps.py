"""The room as a Django app."""

from django.apps import AppConfig


class PartijenConfig(AppConfig):
    """People and organisations."""

    name = "stadspunt.bronnen.partijen"
    label = "partijen"
    verbose_name = "Partijen"
