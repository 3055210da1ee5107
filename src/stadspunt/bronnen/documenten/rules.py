"""What a file is called by its kind; and of viruses in it: the words, what may be done, and when to look again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Virusstand(StrEnum):
    """What the virus scanner said of a file."""

    # No scanner is in use.
    GEEN = "geen"
    WACHT = "wacht"
    SCHOON = "schoon"
    BESMET = "besmet"
    TE_GROOT = "te-groot"
    VERSLEUTELD = "versleuteld"


OORDELEN: Final = frozenset({Virusstand.SCHOON, Virusstand.BESMET, Virusstand.TE_GROOT, Virusstand.VERSLEUTELD})
VIRUSTEKSTEN: Final = {
    Virusstand.GEEN: "Niet gecontroleerd op virussen.",
    Virusstand.WACHT: "Nog niet gecontroleerd op virussen.",
    Virusstand.SCHOON: "Gecontroleerd: geen virus gevonden.",
    Virusstand.BESMET: "Virus gevonden.",
    Virusstand.TE_GROOT: "Te groot om te controleren op virussen.",
    Virusstand.VERSLEUTELD: "Versleuteld: niet te controleren op virussen.",
}
_EERSTE_PAUZE = timedelta(minutes=1)
_LANGSTE_PAUZE = timedelta(hours=1)
# Signatures come out several times a day; older than this, nobody fetches them any more.
_HANDTEKENINGEN_OUD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a scanner says of bytes; `naam` is that of the virus, '' when there is none."""

    stand: Virusstand
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Scannerversie:
    """Which scanner answers and with which signatures; '' and None when it has none of its maker."""

    programma: str
    handtekeningen: str = ""
    van: datetime | None = None


def compute_volgende_controle(pogingen: int, moment: datetime) -> datetime:
    """Return when to try again after the `pogingen`-th failure: longer each time, for ever."""
    factor: int = 2 ** max(0, min(pogingen - 1, 10))
    return moment + min(_EERSTE_PAUZE * factor, _LANGSTE_PAUZE)


def is_verouderd(van: datetime | None, moment: datetime) -> bool:
    """Say whether signatures are so old that new viruses pass."""
    return van is not None and moment - van > _HANDTEKENINGEN_OUD


# What a reader calls a kind of file; the start of a media type is enough.
_SOORTNAMEN: Final = (
    ("application/pdf", "PDF"),
    ("image/", "Afbeelding"),
    ("audio/", "Geluid"),
    ("video/", "Film"),
    ("application/x-msdownload", "Programma"),
    ("application/x-ms-shortcut", "Snelkoppeling"),
    ("application/vnd.ms-htmlhelp", "Programma"),
    ("application/java-archive", "Programma"),
    ("text/x-script", "Script"),
    ("text/html", "Webpagina"),
    ("text/calendar", "Afspraak"),
    ("text/vcard", "Visitekaartje"),
    ("text/csv", "CSV"),
    ("text/", "Tekst"),
    ("message/", "E-mail"),
    ("application/rtf", "RTF"),
    ("application/msword", "Word"),
    ("application/vnd.ms-excel", "Excel"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "Word"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "Excel"),
    ("application/vnd.openxmlformats-officedocument.presentationml", "PowerPoint"),
    ("application/vnd.oasis.opendocument", "OpenDocument"),
    ("application/x-ole-storage", "Office-bestand"),
    ("application/x-iso9660-image", "Schijfkopie"),
    ("application/x-vhd", "Schijfkopie"),
    ("application/zip", "ZIP"),
    ("application/gzip", "Archief"),
    ("application/x-7z-compressed", "Archief"),
    ("application/vnd.rar", "Archief"),
    ("application/x-bzip2", "Archief"),
    ("application/x-xz", "Archief"),
    ("application/x-tar", "Archief"),
    ("application/vnd.ms-cab-compressed", "Archief"),
    ("application/xml", "XML"),
    ("application/json", "JSON"),
)


def describe_bestandssoort(mediatype: str) -> str:
    """Return what a reader calls a file of this type, as it was found in the file and not in its name."""
    return next((naam for begin, naam in _SOORTNAMEN if mediatype.startswith(begin)), "Onbekende soort")
