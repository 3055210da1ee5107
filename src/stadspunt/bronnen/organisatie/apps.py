"""The room as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrganisatieConfig(AppConfig):
    """Who works here, in which team, with which role."""

    name = "stadspunt.bronnen.organisatie"
    label = "organisatie"
    verbose_name = "Organisatie"

    def ready(self) -> None:
        post_migrate.connect(_load_standaard, sender=self)


def _load_standaard(**_: Any) -> None:
    """Give a new (or emptied) database its standard channels and roles."""
    from stadspunt.bronnen.organisatie.actions import load_standaard
    from stadspunt.fundament.tijd.klok import get_moment
    from stadspunt.fundament.toegang.actor import build_systeem

    load_standaard(build_systeem("migratie", get_moment()))
