"""The room as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """What comes in, stored before it is acknowledged."""

    name = "stadspunt.stromen.intake"
    label = "intake"
    verbose_name = "Intake"
