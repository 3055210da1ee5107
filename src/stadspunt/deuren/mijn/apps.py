"""The door as a Django app."""

from django.apps import AppConfig


class MijnConfig(AppConfig):
    """What is of the employee himself."""

    name = "stadspunt.deuren.mijn"
    label = "mijn"
    verbose_name = "Mijn"
