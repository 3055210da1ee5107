"""Let the virus scanner look into files: one after the other and in one place, so that a slow scanner holds up nothing else."""

import time
from typing import Final

import structlog
from django.db import connection

from stadspunt.bronnen.documenten.actions import (
    postpone_controle,
    record_oordeel,
    record_scanner,
    record_scanner_uit,
    record_scannerfout,
)
from stadspunt.bronnen.documenten.koppeling import (
    NietGecontroleerdError,
    Scanner,
    ScannerWegError,
    get_scanner,
    is_scanner_uitgezet,
)
from stadspunt.bronnen.documenten.queries import has_virusscanner, list_te_controleren, load_te_controleren
from stadspunt.fundament.taken.wachtrij import elke, taak
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Handeling, build_systeem

# The rest is for the next minute: a worker that is asked to stop does not wait long for this.
_WERKTIJD_SECONDEN: Final = 45
_PER_KEER: Final = 50
_SLOT: Final = 0x7669727573
log = structlog.get_logger(__name__)


@taak("documenten.controleer_bestanden")
def controleer_bestanden() -> None:
    """Scan what waits. Who comes while another does that goes away again: the other looks once more when it is done."""
    while _scan_alleen() and list_te_controleren(_handeling().raadpleging, 1):
        pass


@elke("* * * * *", naam="documenten.bewaak_scanner")
def bewaak_scanner() -> None:
    """Each minute: look which scanner there is, and scan what was left."""
    try:
        scanner = get_scanner()
        if scanner is not None:
            record_scanner(_handeling(), scanner.get_versie())
    except (ScannerWegError, NietGecontroleerdError) as fout:
        record_scannerfout(_handeling(), str(fout))
        return
    if scanner is not None:
        controleer_bestanden()
    elif is_scanner_uitgezet():
        record_scanner_uit(_handeling())
    elif has_virusscanner():
        # It was found here before and nobody said to do without: it is away.
        record_scannerfout(_handeling(), "De virusscanner is niet meer te vinden. Zet STADSPUNT_CLAMAV.")


def _scan_alleen() -> bool:
    """Scan what waits, unless another does; returns whether all is done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_SLOT])
        if not cursor.fetchone()[0]:
            return False
        try:
            return _scan_wachtende()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_SLOT])


def _scan_wachtende() -> bool:
    scanner = get_scanner()
    if scanner is None:
        return False
    einde = time.monotonic() + _WERKTIJD_SECONDEN
    while ids := list_te_controleren(_handeling().raadpleging, _PER_KEER):
        for document_id in ids:
            if time.monotonic() > einde or not _scan_een(scanner, document_id):
                return False
    return True


def _scan_een(scanner: Scanner, document_id: int) -> bool:
    """Scan one file; returns whether the scanner is still there."""
    inhoud = load_te_controleren(_handeling().raadpleging, document_id)
    if inhoud is None:
        return True
    try:
        oordeel = scanner.scan(inhoud)
    except (ScannerWegError, NietGecontroleerdError) as fout:
        log.warning("bestand_niet_gecontroleerd", document_id=document_id, fout=str(fout))
        postpone_controle(_handeling(), document_id)
        if isinstance(fout, ScannerWegError):
            record_scannerfout(_handeling(), str(fout))
        return not isinstance(fout, ScannerWegError)
    if oordeel.naam:
        log.warning("virus_gevonden", document_id=document_id, virus=oordeel.naam)
    record_oordeel(_handeling(), document_id, oordeel)
    return True


def _handeling() -> Handeling:
    return build_systeem("virusscanner", get_moment())
