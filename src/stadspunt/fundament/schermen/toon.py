"""Render a screen from frozen values: a template that touches the database fails."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.module_loading import import_string


class TemplateVraagtDatabaseError(AssertionError):
    """A template ran a query; give it a …Beeld instead of a row."""


def _refuse(_execute: Callable[..., Any], sql: str, *_: Any) -> NoReturn:
    raise TemplateVraagtDatabaseError(f"een template vroeg de database: {sql[:200]}")


def toon(verzoek: HttpRequest, template: str, inhoud: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Render `template` with `inhoud` and the frame around it (`kader`), without any query.

    The frame (navigation, counts, who is signed in) comes from settings.STADSPUNT_KADER and
    is built before the rendering starts.
    """
    kader = import_string(settings.STADSPUNT_KADER)(verzoek)
    with connection.execute_wrapper(_refuse):
        html = render_to_string(template, {"kader": kader, **inhoud}, request=verzoek)
    return HttpResponse(html, status=status)
