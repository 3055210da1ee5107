"""Security headers on every answer: no inline code, nothing from elsewhere."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)


class SecurityHeadersMiddleware:
    """Adds what Django does not: the content security policy and its company."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the headers; a view that set its own stricter policy keeps it."""
        antwoord = self.get_response(request)
        antwoord.headers.setdefault("Content-Security-Policy", CSP)
        antwoord.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        antwoord.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return antwoord
