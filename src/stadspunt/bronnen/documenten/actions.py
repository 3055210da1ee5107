"""Keep files."""

from dataclasses import dataclass

from stadspunt.bronnen.documenten.models import Document
from stadspunt.fundament.opslag.blobs import store_blob
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to keep: a safe name, the type by content, and the code of its danger ('' when harmless)."""

    naam: str
    mediatype: str
    inhoud: bytes
    gevaar: str = ""


@action(recht="document.bewaren")
def store_document(handeling: Handeling, bestand: Bestand) -> int:
    """Keep a file; returns its id. The same bytes take their room only once."""
    return Document.objects.create(
        hash=store_blob(bestand.inhoud),
        naam=bestand.naam[:200],
        mediatype=bestand.mediatype[:100],
        grootte=len(bestand.inhoud),
        gevaar=bestand.gevaar,
        aangemaakt_op=handeling.moment,
    ).pk


@action(recht="document.bewaren")
def record_virusuitslag(handeling: Handeling, document_id: int, uitslag: str) -> None:
    """Write down what the virus scanner said ('schoon', or the name of what it found)."""
    Document.objects.filter(pk=document_id).update(virusuitslag=uitslag[:100])
