"""Give out a file of a message, only as a download and only to who may see its question."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from stadspunt.bronnen.documenten.actions import recheck_document
from stadspunt.bronnen.documenten.queries import DocumentBeeld, has_virusscanner, open_inhoud
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.gevaar import get_gevaartekst
from stadspunt.fundament.schermen.download import stream_download
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.queries.berichten import find_document_voor_download


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_http_methods(["GET", "POST"])
def bestand(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Return a file; one that may be harmful only after the agent has read why, and pressed the button.

    A file with a virus is given to nobody; it can be scanned again.
    """
    document = find_document_voor_download(verzoek.raadpleging, uuid)
    if document is None:
        raise Http404
    if verzoek.POST.get("actie") == "controleren":
        recheck_document(verzoek.handeling, document.id)
        return redirect(verzoek.path)
    if document.is_besmet or (not document.mag_open and verzoek.method != "POST"):
        return _ask(verzoek, document)
    stroom = open_inhoud(verzoek.raadpleging, document.id)
    return stream_download(document.naam, document.mediatype, stroom.stukken, stroom.grootte)


def _ask(verzoek: Verzoek, document: DocumentBeeld) -> HttpResponse:
    inhoud = {"document": document, "gevaar": get_gevaartekst(document), "met_scanner": has_virusscanner()}
    status = 403 if document.is_besmet else 200
    return toon(verzoek, "werkplek/bestand_gevaar.html", inhoud, status=status)
