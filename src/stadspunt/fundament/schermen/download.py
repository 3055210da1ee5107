"""A file as a download: never opened as a page of ours, whatever is in it."""

from collections.abc import Iterator
from urllib.parse import quote

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

# Types that a browser shows without running anything; all else is just bytes.
ONSCHULDIG = frozenset({"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"})
_CSP = "default-src 'none'; sandbox"


def stream_download(naam: str, mediatype: str, stukken: Iterator[bytes], grootte: int) -> StreamingHttpResponse:
    """Return a file as `build_download` does, in pieces as they come."""
    antwoord = StreamingHttpResponse(stukken)
    _set_koppen(antwoord, naam, mediatype)
    antwoord.headers["Content-Length"] = str(grootte)
    return antwoord


def build_download(naam: str, mediatype: str, inhoud: bytes) -> HttpResponse:
    """Return `inhoud` as a file to keep, under its own name (RFC 6266, RFC 5987).

    Always an attachment, never sniffed, in a sandbox of its own and kept by no cache.
    """
    antwoord = HttpResponse(inhoud)
    _set_koppen(antwoord, naam, mediatype)
    return antwoord


def _set_koppen(antwoord: HttpResponseBase, naam: str, mediatype: str) -> None:
    antwoord.headers["Content-Type"] = mediatype if mediatype in ONSCHULDIG else "application/octet-stream"
    if mediatype == "text/plain":
        antwoord.headers["Content-Type"] = "text/plain; charset=utf-8"
    antwoord.headers["Content-Disposition"] = to_content_disposition(naam)
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    antwoord.headers["Content-Security-Policy"] = _CSP
    antwoord.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    antwoord.headers["Cache-Control"] = "private, no-store"


def to_content_disposition(naam: str) -> str:
    """Return the header value for a file name of any writing: plain for old programs, encoded for the others."""
    schoon = "".join(teken for teken in naam if teken.isprintable() and teken not in '/\\"') or "bestand"
    gewoon = schoon.encode("ascii", "replace").decode().replace("?", "_").replace("%", "_")
    return f"attachment; filename=\"{gewoon}\"; filename*=UTF-8''{quote(schoon, safe='')}"
