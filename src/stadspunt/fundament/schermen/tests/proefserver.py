"""A server for the style guide alone: the real views, templates, headers and static files, without a database."""

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from types import SimpleNamespace
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template import engines
from django.test import override_settings
from django.urls import include, path

from stadspunt.fundament.schermen.kader import Werkkader
from stadspunt.fundament.schermen.onderdelen import Toast
from stadspunt.fundament.schermen.stijl import DOEL
from stadspunt.fundament.schermen.voorbeelden.kaders import build_werkkader
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Actor, ActorSoort

_LIJST = """{% load schermen %}<div id="lijst" {% live "anders proef" "/lijst/" %}>
<label>Typ hier <input id="typ"></label><p>Keer {{ keer }}</p></div>"""
_MELDING = """<div hx-swap-oob="beforeend:#toasts">{% toast melding %}</div>"""
_PAGINA = """{% extends "schermen/werk.html" %}{% block kop %}Lijst{% endblock %}{% block inhoud %}""" + _LIJST + "{% endblock %}"
_keren = itertools.count(1)


def lijst(request: HttpRequest) -> HttpResponse:
    """A list that says how often it was asked; htmx gets only the list, and a short notice beside it."""
    sjabloon = _LIJST + _MELDING if "HX-Request" in request.headers else _PAGINA
    context = {"keer": next(_keren), "kader": Werkkader("Lindewaard"), "melding": Toast("Ververst.")}
    return HttpResponse(engines["django"].from_string(sjabloon).render(context, request))


def live(request: HttpRequest) -> HttpResponse:
    """The stream of changes: one change of each list that is followed, and then silence."""
    regels = [f"event: lijst\ndata: {naam}\n\n" for naam in request.GET.getlist("lijst")]
    return HttpResponse(["retry: 600000\n", *regels], content_type="text/event-stream")


urlpatterns = [
    path("stijl/", include("stadspunt.fundament.schermen.urls")),
    path("lijst/", lijst),
    path("live/", live),
]


def build_actor(account_id: int | None, verzoek: HttpRequest) -> Actor:
    """Everybody who comes here may read the style guide and nothing else."""
    return Actor(ActorSoort.MEDEWERKER, "Kim de Vries", rechten=frozenset({(DOEL, "stijlgids.lezen")}))


def build_kader(verzoek: HttpRequest) -> Werkkader:
    """Return a full frame, with all that can stand in it."""
    return build_werkkader(get_moment())


class AangemeldMiddleware:
    """Signs everybody in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleNamespace(pk=1)  # type: ignore[assignment]
        request.session = SimpleNamespace(mark_gezien=lambda moment: None)  # type: ignore[assignment]
        return self.get_response(request)


class Server(ThreadingMixIn, WSGIServer):
    """Answers each request in its own thread: a browser keeps lines open that it does not use yet."""

    daemon_threads = True


class StilleHandler(WSGIRequestHandler):
    """Serves without a line per request on the screen."""

    def log_message(self, format: str, *args: object) -> None:
        pass


PROEF = {
    "ROOT_URLCONF": __name__,
    "STADSPUNT_ACTORBRON": f"{__name__}.build_actor",
    "STADSPUNT_KADER": f"{__name__}.build_kader",
    "ALLOWED_HOSTS": ["localhost"],
    "MIDDLEWARE": [
        "stadspunt.project.beveiliging.SecurityHeadersMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        f"{__name__}.AangemeldMiddleware",
    ],
}


@contextmanager
def serve_stijl() -> Iterator[str]:
    """Serve the style guide on a free port; yields its address."""
    with override_settings(**PROEF):
        server = make_server("localhost", 0, StaticFilesHandler(WSGIHandler()), Server, StilleHandler)
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
            draad.join()
