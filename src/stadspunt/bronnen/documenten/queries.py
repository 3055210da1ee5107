"""Look at files. Which question a file belongs to is known by the room that asks."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from stadspunt.bronnen.documenten.models import Document
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


@dataclass(frozen=True, slots=True)
class DocumentBeeld:
    """A file in a list: `grootte` in bytes, `gevaar` empty when harmless."""

    id: int
    uuid: UUID
    naam: str
    mediatype: str
    grootte: int
    gevaar: str
    virusuitslag: str

    @property
    def mag_open(self) -> bool:
        """Whether the file is given out without a warning."""
        return not self.gevaar and self.virusuitslag in {"", "schoon"}


def _to_beeld(rij: Document) -> DocumentBeeld:
    return DocumentBeeld(rij.pk, rij.uuid, rij.naam, rij.mediatype, rij.grootte, rij.gevaar, rij.virusuitslag)


@query(recht="document.lezen")
def get_documenten(raadpleging: Raadpleging, ids: Collection[int]) -> dict[int, DocumentBeeld]:
    """Return files by id, without their bytes. The caller has shown that the actor may see what they belong to."""
    return {rij.pk: _to_beeld(rij) for rij in Document.objects.filter(pk__in=set(ids))} if ids else {}


@query(recht="document.lezen")
def find_document_by_uuid(raadpleging: Raadpleging, uuid: UUID) -> DocumentBeeld | None:
    """Return one file, or None. The caller checks whether the actor may see what it belongs to."""
    rij = Document.objects.filter(uuid=uuid).first()
    return _to_beeld(rij) if rij else None


@query(recht="document.lezen")
def load_inhoud(raadpleging: Raadpleging, document_id: int) -> bytes:
    """Return the bytes of one file. Raises NietGevondenError."""
    hash_ = Document.objects.filter(pk=document_id).values_list("hash", flat=True).first()
    return load_blob(hash_ or "")
