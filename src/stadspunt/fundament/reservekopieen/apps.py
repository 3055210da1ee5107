"""The room of copies as a Django app."""

from django.apps import AppConfig


class ReservekopieenConfig(AppConfig):
    """Keeps the record of copies and versions."""

    name = "stadspunt.fundament.reservekopieen"
    label = "reservekopieen"
    verbose_name = "Reservekopieën"
