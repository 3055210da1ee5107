"""Look at files. Which question a file belongs to is known by the room that asks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from stadspunt.bronnen.documenten.models import Document, Virusscanner
from stadspunt.bronnen.documenten.rules import VIRUSTEKSTEN, Virusstand, describe_bestandssoort, is_verouderd
from stadspunt.fundament.opslag.koppeling import Stroom
from stadspunt.fundament.opslag.objecten import load_object, open_object
from stadspunt.fundament.opslag.onderhoud import Opslagstand, get_opslagstand
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import open_query, query


@dataclass(frozen=True, slots=True)
class DocumentBeeld:
    """A file in a list: `grootte` in bytes, `gevaar` empty when harmless, `virusnaam` empty when nothing was found."""

    id: int
    uuid: UUID
    naam: str
    mediatype: str
    grootte: int
    gevaar: str
    virusstand: Virusstand
    virusnaam: str

    @property
    def is_besmet(self) -> bool:
        """Whether a virus was found: nobody gets the file, also while it waits for a second look."""
        return bool(self.virusnaam)

    @property
    def wacht_op_controle(self) -> bool:
        """Whether a scanner is in use and has not seen it yet."""
        return self.virusstand is Virusstand.WACHT

    @property
    def mag_open(self) -> bool:
        """Whether the file is given out without a warning."""
        return not self.gevaar and not self.is_besmet and self.virusstand in {Virusstand.GEEN, Virusstand.SCHOON}

    @property
    def mag_mee(self) -> bool:
        """Whether it may go along with a message of ours; that waits until the scanner has seen it."""
        return not self.gevaar and not self.is_besmet

    @property
    def soort(self) -> str:
        """What a reader calls this kind of file, by its content: 'PDF', 'Afbeelding', 'Programma'."""
        return describe_bestandssoort(self.mediatype)

    @property
    def virustekst(self) -> str:
        """What the scanner said, in a sentence."""
        return f"Virus gevonden: {self.virusnaam}." if self.is_besmet else VIRUSTEKSTEN[self.virusstand]


@dataclass(frozen=True, slots=True)
class ScannerBeeld:
    """The virus scanner: which one, since when something is wrong, and how many files wait or are infected."""

    in_gebruik: bool
    programma: str
    handtekeningen: str
    handtekeningen_van: datetime | None
    verouderd: bool
    gezien_op: datetime | None
    fout: str
    fout_sinds_op: datetime | None
    wachtend: int
    besmet: int


def _to_beeld(rij: Document) -> DocumentBeeld:
    return DocumentBeeld(
        rij.pk, rij.uuid, rij.naam, rij.mediatype, rij.grootte, rij.gevaar, Virusstand(rij.virusstand), rij.virusnaam
    )


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
    """Return the bytes of one file; never those of a file with a virus. Raises NietGevondenError, and as `open_object` does."""
    return load_object(_find_hash(document_id))


@query(recht="document.lezen")
def open_inhoud(raadpleging: Raadpleging, document_id: int) -> Stroom:
    """Return the bytes of one file as a stream; never those of a file with a virus. Raises as `load_inhoud` does."""
    return open_object(_find_hash(document_id))


def _find_hash(document_id: int) -> str:
    return Document.objects.filter(pk=document_id, virusnaam="").values_list("hash", flat=True).first() or ""


@query(recht="document.virusuitslag")
def list_te_controleren(raadpleging: Raadpleging, maximum: int) -> list[int]:
    """Return which files wait for the scanner and are due, newest first: somebody waits for those."""
    rijen = Document.objects.filter(virusstand=Virusstand.WACHT, volgende_controle_op__lte=raadpleging.moment)
    return list(rijen.order_by("-id").values_list("pk", flat=True)[:maximum])


@query(recht="document.virusuitslag")
def load_te_controleren(raadpleging: Raadpleging, document_id: int) -> bytes | None:
    """Return the bytes of a file that waits for the scanner, None when it does not wait any more."""
    hash_ = Document.objects.filter(pk=document_id, virusstand=Virusstand.WACHT).values_list("hash", flat=True).first()
    return load_object(hash_) if hash_ else None


@query(recht="techniek.lezen")
def get_scannerbeeld(raadpleging: Raadpleging) -> ScannerBeeld:
    """Return how the virus scanner is doing."""
    rij = Virusscanner.objects.first() or Virusscanner()
    standen = (Virusstand.WACHT, Virusstand.BESMET)
    aantallen = dict(Document.objects.filter(virusstand__in=standen).values_list("virusstand").annotate(n=Count("id")).order_by())
    return ScannerBeeld(
        rij.in_gebruik, rij.programma, rij.handtekeningen, rij.handtekeningen_van,
        is_verouderd(rij.handtekeningen_van, raadpleging.moment), rij.gezien_op, rij.fout, rij.fout_sinds_op,
        aantallen.get(Virusstand.WACHT, 0), aantallen.get(Virusstand.BESMET, 0),
    )  # fmt: skip


@query(recht="techniek.lezen")
def get_opslagbeeld(raadpleging: Raadpleging) -> Opslagstand:
    """Return how the place for documents is doing."""
    return get_opslagstand()


@open_query(reden="zegt alleen of er een virusscanner in gebruik is")
def has_virusscanner() -> bool:
    """Say whether files are scanned."""
    return Virusscanner.objects.filter(in_gebruik=True).exists()
