"""The room as a Django app."""

from django.apps import AppConfig


class CorrespondentieConfig(AppConfig):
    """Messages in and out."""

    name = "stadspunt.stromen.correspondentie"
    label = "correspondentie"
    verbose_name = "Correspondentie"
