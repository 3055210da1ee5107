"""Every request gets a number, a line in the log and a place in the figures; none of them says who it was."""

import os
import re
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path

import structlog
from django.http import HttpRequest, HttpResponseBase
from prometheus_client import Counter, Histogram

KOP = "X-Request-ID"
NUMMER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{7,63}")
STIL = frozenset({"/gezond", "/klaar", "/toestand", "/metrics"})

AANVRAGEN = Counter("stadspunt_aanvragen", "Beantwoorde aanvragen", ["methode", "route", "code"])
DUUR = Histogram(
    "stadspunt_aanvraag_seconden",
    "Duur van een aanvraag",
    ["route"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
PLEK = 1024 * 1024  # room for the figures of one kind of one process
METHODES = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

log = structlog.get_logger("stadspunt.aanvraag")
_plek_slot = threading.Lock()
_plek_van = 0


class AanvraagMiddleware:
    """Goes around everything else, so that its time and its number cover the whole answer.

    The route is the pattern (`werkplek/klantvragen/<nummer>/`), never the address itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the number of the request in a header."""
        gegeven = request.headers.get(KOP, "")
        nummer = gegeven if NUMMER.fullmatch(gegeven) else secrets.token_hex(8)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(aanvraag=nummer)
        begin = time.perf_counter()
        antwoord = self.get_response(request)
        duur = time.perf_counter() - begin
        antwoord.headers[KOP] = nummer
        self._note(request, antwoord.status_code, duur)
        return antwoord

    def _note(self, request: HttpRequest, code: int, duur: float) -> None:
        methode = request.method if request.method in METHODES else "anders"
        route = request.resolver_match.route if request.resolver_match else "geen"
        if has_plek():
            AANVRAGEN.labels(methode, route, str(code)).inc()
            DUUR.labels(route).observe(duur)
        if request.path not in STIL and request.resolver_match is not None:
            log.info("aanvraag", methode=methode, route=route, code=code, ms=round(duur * 1000, 1))


def has_plek() -> bool:
    """Whether this process has room on disk to count in, made now when it has not.

    Figures that several processes share are written through a map of a file. When the disk is full that is no error
    but the end of the process (SIGBUS), so the file is made at its full size before anything is counted in it.
    """
    global _plek_van
    map_ = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
    if not map_ or _plek_van == os.getpid():
        return True
    with _plek_slot:
        bestanden = [Path(map_) / f"{soort}_{os.getpid()}.db" for soort in ("counter", "histogram")]
        try:
            for bestand in bestanden:
                if not bestand.is_file():
                    bestand.write_bytes(bytes(PLEK))
        except OSError:
            for bestand in bestanden:
                bestand.unlink(missing_ok=True)
            return False
        _plek_van = os.getpid()
        return True
