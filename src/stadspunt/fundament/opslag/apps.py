"""The storage room as a Django app."""

from django.apps import AppConfig


class OpslagConfig(AppConfig):
    """Keeps bytes."""

    name = "stadspunt.fundament.opslag"
    label = "opslag"
    verbose_name = "Opslag"
