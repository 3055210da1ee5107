"""The door as a Django app."""

from django.apps import AppConfig


class InkomendConfig(AppConfig):
    """Mail in, mailboxes, imports."""

    name = "stadspunt.deuren.inkomend"
    label = "inkomend"
    verbose_name = "Inkomend"
