"""The edge of the web process: what must be true of every request before Django sees it."""

import ipaddress
import os
import signal
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from stadspunt.project.opstart.processen import share_fate

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

DOORGEGEVEN = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")
BLOK = 64 * 1024


def load() -> "WSGIApplication":
    """Return the application for a worker of granian; the worker ends when the web server above it is killed."""
    share_fate(signal.SIGKILL)
    from stadspunt.project.wsgi import application

    proxy = [deel.strip() for deel in os.environ.get("STADSPUNT_PROXY", "127.0.0.1,::1").split(",") if deel.strip()]
    return build_rand(application, proxy)


def build_rand(toepassing: "WSGIApplication", proxy: Sequence[str]) -> "WSGIApplication":
    """Wrap `toepassing`: the visitor's own address, no believed lies, no unread body.

    Over a Unix socket only our front door comes in. Over TCP the X-Forwarded headers count only
    when the other end is one of `proxy` (addresses or networks); else they are thrown away.
    """
    netten = [ipaddress.ip_network(deel, strict=False) for deel in proxy]

    def rand(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        _set_bezoeker(environ, netten)
        antwoord = toepassing(environ, start_response)
        # The front door reports a broken pipe (502) when an answer comes before a large body was taken in.
        _drain(environ.get("wsgi.input"))
        return antwoord

    return rand


def _set_bezoeker(environ: "WSGIEnvironment", netten: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> None:
    via_socket = not environ.get("REMOTE_ADDR")
    if not via_socket and not _is_in(str(environ["REMOTE_ADDR"]), netten):
        for kop in DOORGEGEVEN:
            environ.pop(kop, None)
        return
    environ["REMOTE_ADDR"] = _find_bezoeker(str(environ.get("HTTP_X_FORWARDED_FOR", "")), netten) or (
        environ.get("REMOTE_ADDR") or "127.0.0.1"
    )
    if environ.get("HTTP_X_FORWARDED_PROTO") in {"http", "https"}:
        environ["wsgi.url_scheme"] = environ["HTTP_X_FORWARDED_PROTO"]


def _find_bezoeker(keten: str, netten: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> str:
    """Return the address that is furthest from us and still told by someone we believe; '' when none is."""
    bezoeker = ""
    for deel in reversed(keten.split(",")):
        try:
            bezoeker = str(ipaddress.ip_address(deel.strip()))
        except ValueError:
            break
        if not _is_in(bezoeker, netten):
            break
    return bezoeker


def _is_in(adres: str, netten: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> bool:
    try:
        ip = ipaddress.ip_address(adres)
    except ValueError:
        return False
    return any(ip in net for net in netten)


def _drain(invoer: Any) -> None:
    while invoer is not None and invoer.read(BLOK):
        pass
