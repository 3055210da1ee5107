"""What a visitor sees when something breaks: 'come back in a moment' when it is the database, else 'we know'."""

import sys

from django.db import InterfaceError, OperationalError, close_old_connections
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

NA_SECONDEN = 5
# Classes of SQLSTATE (PostgreSQL, appendix A): connection gone, server going down or starting, too many or too full.
EVEN_WEG = ("08", "57P", "53")


def storing(verzoek: HttpRequest) -> HttpResponse:
    """Answer 503 with the moment to come back when the database is away, 500 otherwise (Django's `handler500`)."""
    if is_database_away(sys.exc_info()[1]):
        close_old_connections()
        antwoord = HttpResponse(render_to_string("503.html"), status=503)
        antwoord.headers["Retry-After"] = str(NA_SECONDEN)
    else:
        antwoord = HttpResponse(render_to_string("500.html"), status=500)
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def is_database_away(fout: BaseException | None) -> bool:
    """Whether this error, or one behind it, says that the database cannot be reached now."""
    stap = fout
    while stap is not None:
        if isinstance(stap, InterfaceError):
            return True
        if isinstance(stap, OperationalError):
            # Without a code there was no server to give one.
            code = getattr(stap.__cause__, "sqlstate", None) or ""
            return not code or code.startswith(EVEN_WEG)
        stap = stap.__cause__ or stap.__context__
    return False
