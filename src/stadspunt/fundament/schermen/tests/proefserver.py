"""A server for the style guide alone: the real views, templates, headers and static files, without a database."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponseBase
from django.test import override_settings
from django.urls import include, path

from stadspunt.fundament.schermen.kader import Werkkader
from stadspunt.fundament.schermen.stijl import DOEL
from stadspunt.fundament.toegang.actor import Actor, ActorSoort

urlpatterns = [path("stijl/", include("stadspunt.fundament.schermen.urls"))]


def build_actor(account_id: int | None, verzoek: HttpRequest) -> Actor:
    """Everybody who comes here may read the style guide and nothing else."""
    return Actor(ActorSoort.MEDEWERKER, "Kim de Vries", rechten=frozenset({(DOEL, "stijlgids.lezen")}))


def build_kader(verzoek: HttpRequest) -> Werkkader:
    """The screens of the style guide bring their own frame."""
    return Werkkader(gemeente="Lindewaard")


class AangemeldMiddleware:
    """Signs everybody in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleNamespace(pk=1)  # type: ignore[assignment]
        return self.get_response(request)


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
        settings.STATIC_URL  # noqa: B018 - wakes the settings in this thread
        server = make_server("localhost", 0, StaticFilesHandler(WSGIHandler()), handler_class=StilleHandler)
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
            draad.join()
