"""The virus scanner: what a supplier does, and which one is set.

One ships: `clamd`, ClamAV's own service. Setting: STADSPUNT_CLAMAV.
"""

from pathlib import Path
from typing import Protocol

from django.conf import settings

from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie

# Where Debian, Fedora and Alpine put it.
BEKENDE_PADEN = ("/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock", "/run/clamav/clamd.sock")
_UIT = "uit"


class ScannerWegError(Exception):
    """The scanner cannot be reached; the text is Dutch."""


class NietGecontroleerdError(Exception):
    """The scanner is there but gave no verdict on this file; the text is Dutch."""


class Scanner(Protocol):
    """Looks into files."""

    def scan(self, inhoud: bytes) -> Oordeel:
        """Return the verdict on these bytes. Raises ScannerWegError, NietGecontroleerdError."""
        ...

    def get_versie(self) -> Scannerversie:
        """Return which scanner this is. Raises ScannerWegError, NietGecontroleerdError."""
        ...


def is_scanner_uitgezet() -> bool:
    """Say whether the administrator wants no scanner, also where one could be found."""
    return settings.STADSPUNT_CLAMAV.strip().lower() == _UIT


def get_scanner() -> Scanner | None:
    """Return the scanner of the settings, or the one that is found at a well-known place; None when there is none.

    Raises ScannerWegError for a setting that cannot be read.
    """
    from stadspunt.bronnen.documenten.koppeling.clamd import parse_clamd

    gekozen = settings.STADSPUNT_CLAMAV.strip() or next((pad for pad in BEKENDE_PADEN if Path(pad).is_socket()), _UIT)
    return None if gekozen.lower() == _UIT else parse_clamd(gekozen)
