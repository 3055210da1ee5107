"""The room as a Django app."""

from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    """Calendars and service norms."""

    name = "stadspunt.bronnen.termijnen"
    label = "termijnen"
    verbose_name = "Termijnen"
