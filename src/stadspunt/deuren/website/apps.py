"""The door as a Django app."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The public site."""

    name = "stadspunt.deuren.website"
    label = "website"
    verbose_name = "Website"
