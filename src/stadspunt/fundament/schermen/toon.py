"""Render a screen from frozen values: a template that touches the database fails."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.module_loading import import_string

from stadspunt.fundament.toegang.actor import ActorSoort


class TemplateVraagtDatabaseError(AssertionError):
    """A template ran a query; give it a …Beeld instead of a row."""


def _refuse(_execute: Callable[..., Any], sql: str, *_: Any) -> NoReturn:
    raise TemplateVraagtDatabaseError(f"een template vroeg de database: {sql[:200]}")


def toon(verzoek: HttpRequest, template: str, inhoud: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Render `template` with `inhoud` and the frame around it (`kader`), without any query.

    The frame (navigation, counts, who is signed in) comes from settings.STADSPUNT_KADER and
    is built before the rendering starts; so are the messages of who is signed in. A page for
    everybody has no messages: it never opens a session, also when the browser sends a cookie.
    """
    rondom: dict[str, Any] = {"kader": import_string(settings.STADSPUNT_KADER)(verzoek)}
    if _is_medewerker(verzoek):
        # Counting reads them from the session now; they are gone only when a template shows them.
        len(get_messages(verzoek))
    else:
        rondom["messages"] = ()
    with connection.execute_wrapper(_refuse):
        html = render_to_string(template, {**rondom, **inhoud}, request=verzoek)
    return HttpResponse(html, status=status)


def _is_medewerker(verzoek: HttpRequest) -> bool:
    raadpleging = getattr(verzoek, "raadpleging", None)
    return raadpleging is not None and raadpleging.actor.soort is ActorSoort.MEDEWERKER
