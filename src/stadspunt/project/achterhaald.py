"""What the whole house says when somebody else was first."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.toon import toon


class AchterhaaldMiddleware:
    """Turns an AchterhaaldError that no screen caught into a page (409) that says why and leads back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Show the reasons, with the way back to the page as it is now."""
        if not isinstance(exception, AchterhaaldError):
            return None
        # The address of the act is often one that only takes a POST: the page it came from is the one to look at again.
        terug = request.headers.get("referer") or "/"
        return toon(request, "409.html", {"fouten": exception.fouten, "terug": terug}, status=409)
