"""The door as a Django app."""

from django.apps import AppConfig


class BeheerConfig(AppConfig):
    """Administration."""

    name = "stadspunt.deuren.beheer"
    label = "beheer"
    verbose_name = "Beheer"
