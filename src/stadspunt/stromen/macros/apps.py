"""The room as a Django app."""

from django.apps import AppConfig


class MacrosConfig(AppConfig):
    """A named set of steps on a question."""

    name = "stadspunt.stromen.macros"
    label = "macros"
    verbose_name = "Macro's"
