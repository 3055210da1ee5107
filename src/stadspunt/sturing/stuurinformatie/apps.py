"""The room as a Django app."""

from django.apps import AppConfig


class StuurinformatieConfig(AppConfig):
    """Figures for steering."""

    name = "stadspunt.sturing.stuurinformatie"
    label = "stuurinformatie"
    verbose_name = "Stuurinformatie"
