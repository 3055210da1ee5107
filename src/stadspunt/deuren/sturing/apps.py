"""The door as a Django app."""

from django.apps import AppConfig


class SturingConfig(AppConfig):
    """The dashboard. Its label differs from its name: the floor of steering has the name already."""

    name = "stadspunt.deuren.sturing"
    label = "sturing_deur"
    verbose_name = "Sturing"
