"""The access room as a Django app."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    """Accounts and the access log."""

    name = "stadspunt.fundament.toegang"
    label = "toegang"
    verbose_name = "Toegang"
