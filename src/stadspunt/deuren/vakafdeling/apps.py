"""The door as a Django app."""

from django.apps import AppConfig


class VakafdelingConfig(AppConfig):
    """The desk of a department."""

    name = "stadspunt.deuren.vakafdeling"
    label = "vakafdeling"
    verbose_name = "Vakafdeling"
