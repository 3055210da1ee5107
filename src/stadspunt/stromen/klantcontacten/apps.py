"""The room as a Django app."""

from django.apps import AppConfig


class KlantcontactenConfig(AppConfig):
    """The klantvraag and its klantcontacten."""

    name = "stadspunt.stromen.klantcontacten"
    label = "klantcontacten"
    verbose_name = "Klantcontacten"
