"""The room of unsent work as a Django app."""

from django.apps import AppConfig


class ConceptenConfig(AppConfig):
    """Keeps what was typed."""

    name = "stadspunt.fundament.concepten"
    label = "concepten"
    verbose_name = "Concepten"
