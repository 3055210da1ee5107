"""The door as a Django app."""

from django.apps import AppConfig


class AanmeldenConfig(AppConfig):
    """Sign in and out."""

    name = "stadspunt.deuren.aanmelden"
    label = "aanmelden"
    verbose_name = "Aanmelden"
