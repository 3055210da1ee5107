"""The design system as a Django app."""

from django.apps import AppConfig


class SchermenConfig(AppConfig):
    """Holds templates, static files and template tags; no tables."""

    name = "stadspunt.fundament.schermen"
    label = "schermen"
    verbose_name = "Schermen"
