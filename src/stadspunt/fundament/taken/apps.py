"""The jobs room as a Django app."""

from django.apps import AppConfig


class TakenConfig(AppConfig):
    """Holds the rescue of jobs whose worker died."""

    name = "stadspunt.fundament.taken"
    label = "taken"
    verbose_name = "Taken"
