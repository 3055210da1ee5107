"""The edge of the web process: who is asking, and bodies that nobody read."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

from stadspunt.project.opstart.rand import build_rand

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def ask(**environ: object) -> "WSGIEnvironment":
    """Return the environ as the application saw it."""
    gezien: WSGIEnvironment = {}

    def toepassing(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        gezien.update(environ)
        return [b""]

    list(build_rand(toepassing, ["127.0.0.1", "10.0.0.0/8"])(dict(environ), lambda *_: lambda _: None))  # type: ignore[arg-type]
    return gezien


@pytest.mark.parametrize(
    ("ander_eind", "keten", "bezoeker"),
    [
        ("", "203.0.113.7", "203.0.113.7"),  # our own front door, over its socket
        ("", "", "127.0.0.1"),
        ("10.1.2.3", "203.0.113.7", "203.0.113.7"),  # a proxy we were told to believe
        ("10.1.2.3", "198.51.100.9, 203.0.113.7", "203.0.113.7"),  # what a visitor put in front himself is not believed
        ("10.1.2.3", "203.0.113.7, 10.9.9.9", "203.0.113.7"),  # two proxies of ours in a row
        ("203.0.113.50", "198.51.100.9", "203.0.113.50"),  # a stranger who says he is a proxy
        ("10.1.2.3", "onzin", "10.1.2.3"),
    ],
)
def test_the_visitor_is_who_a_trusted_proxy_says(ander_eind: str, keten: str, bezoeker: str) -> None:
    assert ask(REMOTE_ADDR=ander_eind, HTTP_X_FORWARDED_FOR=keten)["REMOTE_ADDR"] == bezoeker


def test_a_stranger_cannot_claim_a_secure_connection() -> None:
    gezien = ask(REMOTE_ADDR="203.0.113.50", HTTP_X_FORWARDED_PROTO="https", HTTP_X_FORWARDED_HOST="kwaad.example")
    assert "HTTP_X_FORWARDED_PROTO" not in gezien
    assert "HTTP_X_FORWARDED_HOST" not in gezien
    assert ask(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_PROTO="https")["wsgi.url_scheme"] == "https"


def test_a_body_that_the_page_did_not_read_is_taken_in() -> None:
    invoer = io.BytesIO(b"x" * 1_000_000)
    ask(REMOTE_ADDR="", **{"wsgi.input": invoer})
    assert invoer.read() == b""
