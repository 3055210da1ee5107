"""Keep files, and what the virus scanner says of them."""

from dataclasses import dataclass
from typing import Final

from stadspunt.bronnen.documenten.events import VirusGevonden
from stadspunt.bronnen.documenten.models import Document, Virusscanner
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand, compute_volgende_controle
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.opslag.objecten import store_object
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action

_TAAK: Final = "documenten.controleer_bestanden"
_MAX_TELLER: Final = 1000


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to keep: a safe name, the type by content, and the code of its danger ('' when harmless)."""

    naam: str
    mediatype: str
    inhoud: bytes
    gevaar: str = ""


@action(recht="document.bewaren")
def store_document(handeling: Handeling, bestand: Bestand) -> int:
    """Keep a file; returns its id. The same bytes take their room only once.

    When a virus scanner is in use, the file waits for it; it is scanned by a job, after the commit. Raises OpslagWegError when
    the place for documents cannot be reached; then nothing is kept.
    """
    wacht = Virusscanner.objects.filter(in_gebruik=True).exists()
    document_id = Document.objects.create(
        hash=store_object(bestand.inhoud, handeling.moment),
        naam=bestand.naam[:200],
        mediatype=bestand.mediatype[:100],
        grootte=len(bestand.inhoud),
        gevaar=bestand.gevaar,
        virusstand=Virusstand.WACHT if wacht else Virusstand.GEEN,
        volgende_controle_op=handeling.moment if wacht else None,
        aangemaakt_op=handeling.moment,
    ).pk
    if wacht:
        enqueue(_TAAK)
    return document_id


@action(recht="document.bewaren")
def recheck_document(handeling: Handeling, document_id: int) -> None:
    """Have a file scanned again, for the scanner may know better now. What was infected stays shut meanwhile.

    Without a scanner in use nothing changes. Raises NietGevondenError.
    """
    hash_ = Document.objects.filter(pk=document_id).values_list("hash", flat=True).first()
    if hash_ is None:
        raise NietGevondenError(f"document {document_id}")
    if Virusscanner.objects.filter(in_gebruik=True).exists():
        Document.objects.filter(hash=hash_).update(
            virusstand=Virusstand.WACHT, volgende_controle_op=handeling.moment, controles=0
        )
        enqueue(_TAAK)


@action(recht="document.virusuitslag")
def record_oordeel(handeling: Handeling, document_id: int, oordeel: Oordeel) -> None:
    """Write down what the scanner said; it holds for every waiting file with the same bytes."""
    besmet = oordeel.stand is Virusstand.BESMET
    hash_ = Document.objects.filter(pk=document_id).values("hash")
    rijen = Document.objects.select_for_update().filter(hash__in=hash_, virusstand=Virusstand.WACHT).order_by("id")
    for rij in rijen:
        is_nieuws = besmet and rij.virusnaam != oordeel.naam
        rij.virusstand, rij.virusnaam = oordeel.stand, oordeel.naam if besmet else ""
        rij.gecontroleerd_op, rij.volgende_controle_op = handeling.moment, None
        rij.save(update_fields=["virusstand", "virusnaam", "gecontroleerd_op", "volgende_controle_op"])
        if is_nieuws:
            publish(handeling, VirusGevonden(rij.pk, oordeel.naam))


@action(recht="document.virusuitslag")
def postpone_controle(handeling: Handeling, document_id: int) -> None:
    """The scanner gave no verdict: the file waits on, and is tried again after a pause that grows."""
    rij = Document.objects.select_for_update().filter(pk=document_id, virusstand=Virusstand.WACHT).first()
    if rij is not None:
        rij.controles = min(rij.controles + 1, _MAX_TELLER)
        rij.volgende_controle_op = compute_volgende_controle(rij.controles, handeling.moment)
        rij.save(update_fields=["controles", "volgende_controle_op"])


@action(recht="document.virusuitslag")
def record_scanner(handeling: Handeling, versie: Scannerversie) -> None:
    """The scanner answers."""
    scanner = _take_in_use(handeling)
    scanner.programma, scanner.handtekeningen, scanner.handtekeningen_van = versie.programma, versie.handtekeningen, versie.van
    scanner.gezien_op, scanner.fout, scanner.fout_sinds_op = handeling.moment, "", None
    scanner.save()


@action(recht="document.virusuitslag")
def record_scannerfout(handeling: Handeling, fout: str) -> None:
    """The scanner that should be there does not answer. It stays in use: files wait until it is back."""
    scanner = _take_in_use(handeling)
    scanner.fout = fout[:300]
    scanner.fout_sinds_op = scanner.fout_sinds_op or handeling.moment
    scanner.save()


@action(recht="document.virusuitslag")
def record_scanner_uit(handeling: Handeling) -> None:
    """The administrator wants no scanner any more: nothing waits for it, and what was infected stays shut."""
    scanner = _lock_scanner()
    if scanner.in_gebruik:
        wachtend = Document.objects.filter(virusstand=Virusstand.WACHT)
        wachtend.filter(virusnaam="").update(virusstand=Virusstand.GEEN, volgende_controle_op=None)
        wachtend.update(virusstand=Virusstand.BESMET, volgende_controle_op=None)
        Virusscanner.objects.update(in_gebruik=False, fout="", fout_sinds_op=None)


def _lock_scanner() -> Virusscanner:
    Virusscanner.objects.get_or_create(enige=True)
    return Virusscanner.objects.select_for_update().get(enige=True)


def _take_in_use(handeling: Handeling) -> Virusscanner:
    """Return the row, locked. When no scanner was in use before, all that was never scanned waits for it from now on."""
    scanner = _lock_scanner()
    if not scanner.in_gebruik:
        Document.objects.filter(virusstand=Virusstand.GEEN).update(
            virusstand=Virusstand.WACHT, volgende_controle_op=handeling.moment, controles=0
        )
        scanner.in_gebruik = True
    return scanner
