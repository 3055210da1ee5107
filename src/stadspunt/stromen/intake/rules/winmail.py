"""winmail.dat (MS-OXTNEF): what Outlook packs in a form that only Outlook opens.

Read here in one bounded pass. The library tnefparse was tried: it copies the rest of the file for every attribute and
calls itself for embedded messages, so that a small hostile file takes hours or breaks the stack.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from stadspunt.stromen.intake.rules.rtf import decompress_rtf, read_rtf
from stadspunt.stromen.intake.rules.tekens import decode_tekst

HANDTEKENING: Final = b"\x78\x9f\x3e\x22"
_BIJLAGE_BEGIN, _BIJLAGE_TITEL, _BIJLAGE_INHOUD, _BIJLAGE_PROPS = 0x9002, 0x8010, 0x800F, 0x9005
_PROPS, _TEKST, _CODETABEL = 0x9003, 0x800C, 0x9007
_MAX_ATTRIBUTEN: Final = 5_000
_MAX_PROPS: Final = 2_000
_MAX_BIJLAGEN: Final = 250
_MAX_LAGEN: Final = 3
_VAST: Final = {0x02: 2, 0x0B: 2, 0x03: 4, 0x04: 4, 0x0A: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABEL: Final = (0x1E, 0x1F, 0x0D, 0x102)
_PR_TEKST, _PR_RTF, _PR_HTML, _PR_CODETABEL = 0x1000, 0x1009, 0x1013, 0x3FDE
_PR_LANGE_NAAM, _PR_NAAM, _PR_TOONNAAM, _PR_CID, _PR_INHOUD = 0x3707, 0x3704, 0x3001, 0x3712, 0x3701
_IMESSAGE: Final = bytes.fromhex("0703020000000000c000000000000046")


@dataclass(slots=True)
class Losse:
    """One file from a winmail.dat."""

    naam: str = ""
    inhoud: bytes = b""
    cid: str = ""


@dataclass(slots=True)
class Winmail:
    """What is inside: the text, the HTML, and the files."""

    tekst: str = ""
    html: str = ""
    bijlagen: list[Losse] = field(default_factory=list)


def read_winmail(inhoud: bytes, *, laag: int = 0) -> Winmail | None:
    """Return what a winmail.dat holds, as far as it can be read; None when nothing of it can."""
    if not inhoud.startswith(HANDTEKENING):
        return None
    winmail = Winmail()
    codetabel = "cp1252"
    for naam, waarde in _read_attributen(inhoud):
        if naam == _CODETABEL and len(waarde) >= 4:
            codetabel = _to_label(struct.unpack_from("<I", waarde)[0])
        elif naam == _TEKST:
            winmail.tekst = winmail.tekst or _to_tekst(waarde, codetabel)
        elif naam == _PROPS:
            _read_bericht(winmail, dict(_read_props(waarde)), codetabel)
        elif naam == _BIJLAGE_BEGIN and len(winmail.bijlagen) < _MAX_BIJLAGEN:
            winmail.bijlagen.append(Losse())
        elif winmail.bijlagen and naam == _BIJLAGE_TITEL:
            winmail.bijlagen[-1].naam = winmail.bijlagen[-1].naam or _to_tekst(waarde, codetabel)
        elif winmail.bijlagen and naam == _BIJLAGE_INHOUD:
            winmail.bijlagen[-1].inhoud = waarde
        elif winmail.bijlagen and naam == _BIJLAGE_PROPS:
            _read_bijlage(winmail, dict(_read_props(waarde)), codetabel, laag)
    winmail.bijlagen = [losse for losse in winmail.bijlagen if losse.naam or losse.inhoud]
    return winmail if winmail.tekst or winmail.html or winmail.bijlagen else None


def _read_attributen(inhoud: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (name, value) of each attribute (MS-OXTNEF 2.1.3); a value that is cut off ends the reading."""
    plaats = 6
    for _ in range(_MAX_ATTRIBUTEN):
        if plaats + 9 > len(inhoud):
            return
        naam, lengte = struct.unpack_from("<xH2xI", inhoud, plaats)
        begin = plaats + 9
        if begin + lengte > len(inhoud):
            return
        yield naam, inhoud[begin : begin + lengte]
        plaats = begin + lengte + 2


def _read_props(blok: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Yield (property id, (type, value)) of a property list (MS-OXTNEF 2.1.3.4); stops where it no longer fits."""
    if len(blok) < 4:
        return
    aantal = min(struct.unpack_from("<I", blok)[0], _MAX_PROPS)
    plaats = 4
    try:
        for _ in range(aantal):
            soort, nummer = struct.unpack_from("<HH", blok, plaats)
            plaats += 4
            if nummer >= 0x8000:
                plaats = _skip_naam(blok, plaats)
            kaal = soort & 0x0FFF
            waarden = 1
            if soort & 0x1000 or kaal in _VARIABEL:
                waarden = struct.unpack_from("<I", blok, plaats)[0]
                plaats += 4
            for _ in range(min(waarden, _MAX_PROPS)):
                if kaal in _VARIABEL:
                    lengte = struct.unpack_from("<I", blok, plaats)[0]
                    plaats += 4
                elif kaal in _VAST:
                    lengte = _VAST[kaal]
                else:
                    return
                if plaats + lengte > len(blok):
                    return
                yield nummer, (kaal, blok[plaats : plaats + lengte])
                plaats += lengte + (-lengte % 4)
    except struct.error:
        return


def _skip_naam(blok: bytes, plaats: int) -> int:
    """Return where the value of a named property begins."""
    soort = struct.unpack_from("<I", blok, plaats + 16)[0]
    plaats += 20
    if soort == 0:
        return plaats + 4
    lengte: int = struct.unpack_from("<I", blok, plaats)[0]
    return plaats + 4 + lengte + (-lengte % 4)


def _read_bericht(winmail: Winmail, props: dict[int, tuple[int, bytes]], codetabel: str) -> None:
    if _PR_CODETABEL in props and len(props[_PR_CODETABEL][1]) >= 4:
        codetabel = _to_label(struct.unpack_from("<I", props[_PR_CODETABEL][1])[0])
    if _PR_TEKST in props:
        winmail.tekst = _to_waarde(props[_PR_TEKST], codetabel)
    if _PR_HTML in props:
        winmail.html = _to_waarde(props[_PR_HTML], codetabel)
    if _PR_RTF in props and not winmail.html:
        gelezen, is_html = read_rtf(decompress_rtf(props[_PR_RTF][1]))
        if is_html:
            winmail.html = gelezen
        else:
            winmail.tekst = winmail.tekst or gelezen.strip()


def _read_bijlage(winmail: Winmail, props: dict[int, tuple[int, bytes]], codetabel: str, laag: int) -> None:
    losse = winmail.bijlagen[-1]
    for nummer in (_PR_LANGE_NAAM, _PR_NAAM, _PR_TOONNAAM):
        if nummer in props and (naam := _to_waarde(props[nummer], codetabel)):
            losse.naam = naam
            break
    if _PR_CID in props:
        losse.cid = _to_waarde(props[_PR_CID], codetabel).strip("<>")
    if _PR_INHOUD not in props:
        return
    soort, inhoud = props[_PR_INHOUD]
    losse.inhoud = inhoud[16:] if soort == 0x0D else inhoud
    if inhoud.startswith(_IMESSAGE) and laag < _MAX_LAGEN:
        binnen = read_winmail(losse.inhoud, laag=laag + 1)
        if binnen is not None:  # a forwarded message: its text becomes a file, its files come along
            losse.naam = f"{losse.naam or 'bericht'}.txt"
            losse.inhoud = (binnen.tekst or binnen.html).encode()
            winmail.bijlagen.extend(binnen.bijlagen[: max(0, _MAX_BIJLAGEN - len(winmail.bijlagen))])


def _to_waarde(prop: tuple[int, bytes], codetabel: str) -> str:
    soort, waarde = prop
    return decode_tekst(waarde, "utf-16-le")[0].rstrip("\x00") if soort == 0x1F else _to_tekst(waarde, codetabel)


def _to_tekst(waarde: bytes, codetabel: str) -> str:
    return decode_tekst(waarde.rstrip(b"\x00"), codetabel)[0]


def _to_label(nummer: int) -> str:
    """Return the charset of a Windows code page number."""
    vast = {65001: "utf-8", 20127: "us-ascii", 28591: "iso-8859-1", 28605: "iso-8859-15", 20866: "koi8-r", 50220: "iso-2022-jp"}
    return vast.get(nummer, f"cp{nummer}")
