"""What a visitor sees when something breaks: 'come back in a moment' when the database or documents are away, else 'we know'."""

import sys

from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from stadspunt.fundament.fouten import OpslagWegError
from stadspunt.fundament.taken.verbindingen import is_database_away

NA_SECONDEN = 5


def storing(verzoek: HttpRequest) -> HttpResponse:
    """Answer 503 with the moment to come back when the database or documents are away, 500 otherwise (Django's `handler500`)."""
    fout = sys.exc_info()[1]
    if isinstance(fout, OpslagWegError) or is_database_away(fout):
        close_old_connections()
        # Who was sending something must know that it did not arrive; the browser still has it.
        antwoord = HttpResponse(render_to_string("503.html", {"verstuurd": verzoek.method == "POST"}), status=503)
        antwoord.headers["Retry-After"] = str(NA_SECONDEN)
    else:
        antwoord = HttpResponse(render_to_string("500.html"), status=500)
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord
