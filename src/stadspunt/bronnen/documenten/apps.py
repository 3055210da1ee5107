"""The room as a Django app."""

from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    """Files that belong to a message or a question."""

    name = "stadspunt.bronnen.documenten"
    label = "documenten"
    verbose_name = "Documenten"
