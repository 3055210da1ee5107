"""The table of contents of a zip file, read without unpacking anything (PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16).

Python's own `zipfile` makes an object for every entry; 30 MB can claim 600,000 of them. This reads a bounded number.
"""

import struct
from dataclasses import dataclass
from typing import Final

from stadspunt.stromen.intake.rules import grenzen

_EINDE: Final = b"PK\x05\x06"
_INGANG: Final = b"PK\x01\x02"
_LOKAAL: Final = b"PK\x03\x04"
_MAX_COMMENTAAR: Final = 65_557
_BOM_BYTES: Final = 100_000_000
_BOM_FACTOR: Final = 100


@dataclass(frozen=True, slots=True)
class Inhoudsopgave:
    """What a zip says about itself: names, whether something is encrypted, how large it claims to become."""

    namen: tuple[str, ...]
    is_versleuteld: bool
    uitgepakt_bytes: int
    volledig: bool

    def is_bom(self, ingepakt_bytes: int) -> bool:
        """Say whether unpacking would give absurdly more than went in."""
        return self.uitgepakt_bytes > _BOM_BYTES + _BOM_FACTOR * ingepakt_bytes


def read_inhoudsopgave(zipbestand: bytes) -> Inhoudsopgave | None:
    """Return the table of contents, None when there is none (damaged, or no zip at all)."""
    einde = zipbestand.rfind(_EINDE, max(0, len(zipbestand) - _MAX_COMMENTAAR))
    if einde < 0 or einde + 22 > len(zipbestand):
        return None
    aantal, omvang = struct.unpack_from("<HI", zipbestand, einde + 10)
    plaats = einde - omvang
    if omvang == 0xFFFFFFFF or plaats < 0 or not zipbestand.startswith(_INGANG, plaats):
        plaats = zipbestand.find(_INGANG)
    if plaats < 0:
        return Inhoudsopgave((), False, 0, volledig=aantal == 0)
    namen: list[str] = []
    versleuteld, totaal = False, 0
    while len(namen) < grenzen.ARCHIEF_NAMEN and zipbestand.startswith(_INGANG, plaats):
        if plaats + 46 > len(zipbestand):
            break
        vlaggen = struct.unpack_from("<H", zipbestand, plaats + 8)[0]
        totaal += struct.unpack_from("<I", zipbestand, plaats + 24)[0]
        naam_len, extra_len, opmerking_len = struct.unpack_from("<HHH", zipbestand, plaats + 28)
        naam = zipbestand[plaats + 46 : plaats + 46 + naam_len]
        namen.append(naam.decode("utf-8" if vlaggen & 0x800 else "cp437", "replace"))
        versleuteld = versleuteld or bool(vlaggen & 0x1)
        plaats += 46 + naam_len + extra_len + opmerking_len
    return Inhoudsopgave(tuple(namen), versleuteld, totaal, volledig=len(namen) < grenzen.ARCHIEF_NAMEN)
