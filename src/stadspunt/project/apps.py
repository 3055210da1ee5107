"""The package put together, as a Django app: it holds the commands."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Commands of the installation."""

    name = "stadspunt.project"
    label = "project"
    verbose_name = "StadsPunt"
