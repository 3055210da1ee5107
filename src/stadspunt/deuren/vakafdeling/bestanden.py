"""Give out a file of a client, only as a download and only with an order of this department."""

from uuid import UUID

from django.http import Http404, HttpResponseBase

from stadspunt.bronnen.documenten.queries import open_inhoud
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.vakafdeling.dossier import list_getoonde_berichten
from stadspunt.fundament.schermen.download import stream_download
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.overdracht.queries import get_overdracht


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
def bestand(verzoek: Verzoek, uuid: UUID, document_uuid: UUID) -> HttpResponseBase:
    """Return the bytes of a file that came with the question of this order.

    What may be harmful is not given out here at all: the KCC decides about it.
    """
    opdracht = get_overdracht(verzoek.raadpleging, uuid)
    documenten = {
        bijlage.document.uuid: bijlage.document
        for bericht in list_getoonde_berichten(verzoek.raadpleging, opdracht.klantvraag_id)
        for bijlage in bericht.bijlagen
    }
    document = documenten.get(document_uuid)
    if document is None or not document.mag_open:
        raise Http404
    stroom = open_inhoud(verzoek.raadpleging, document.id)
    return stream_download(document.naam, document.mediatype, stroom.stukken, stroom.grootte)
