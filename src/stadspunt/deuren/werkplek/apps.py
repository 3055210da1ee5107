"""The door as a Django app."""

from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    """The screens of the agents of the KCC."""

    name = "stadspunt.deuren.werkplek"
    label = "werkplek"
    verbose_name = "Werkplek"
