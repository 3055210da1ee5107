"""The room as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class KlantcontactenConfig(AppConfig):
    """The klantvraag and its klantcontacten."""

    name = "stadspunt.stromen.klantcontacten"
    label = "klantcontacten"
    verbose_name = "Klantcontacten"

    def ready(self) -> None:
        post_migrate.connect(_load_standaard, sender=self)


def _load_standaard(**_: Any) -> None:
    """Give a new (or emptied) database its first reasons to let a question wait."""
    from stadspunt.fundament.tijd.klok import get_moment
    from stadspunt.fundament.toegang.actor import build_systeem
    from stadspunt.stromen.klantcontacten.actions.redenen import load_wachtredenen

    load_wachtredenen(build_systeem("migratie", get_moment()))
