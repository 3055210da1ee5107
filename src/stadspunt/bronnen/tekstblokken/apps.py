"""The room as a Django app."""

from django.apps import AppConfig


class TekstblokkenConfig(AppConfig):
    """Short pieces of text."""

    name = "stadspunt.bronnen.tekstblokken"
    label = "tekstblokken"
    verbose_name = "Tekstblokken"
