"""The room as a Django app."""

from django.apps import AppConfig


class OverdrachtConfig(AppConfig):
    """Orders to other lines and what comes back."""

    name = "stadspunt.stromen.overdracht"
    label = "overdracht"
    verbose_name = "Overdracht"
