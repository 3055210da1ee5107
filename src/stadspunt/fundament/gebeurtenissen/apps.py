"""The facts room as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class GebeurtenissenConfig(AppConfig):
    """Finds the facts and the reactions of all rooms."""

    name = "stadspunt.fundament.gebeurtenissen"
    label = "gebeurtenissen"
    verbose_name = "Gebeurtenissen"

    def ready(self) -> None:
        autodiscover_modules("events", "reactions")
