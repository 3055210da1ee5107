"""Rich text from Outlook: compressed (MS-OXRTFCP) and with the HTML it was made of inside (MS-OXRTFEX)."""

import html
import re
import struct
from typing import Final

_VOORRAAD: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans "
    b"SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab"
    b"\\tx"
)
_VENSTER: Final = 4_096
_MAX_BYTES: Final = 2_000_000
_TOKEN: Final = re.compile(rb"\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\")
_OVERSLAAN: Final = frozenset([b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer"])
_REGELEINDE: Final = {b"par": "\n", b"line": "\n", b"sect": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t"}
_TEKENS: Final = {
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"bullet": "\u2022",
    b"endash": "\u2013",
    b"emdash": "\u2014",
}


def decompress_rtf(ingepakt: bytes) -> bytes:
    """Return compressed RTF unpacked, as far as it goes (at most 2 MB); b'' when it is no compressed RTF."""
    if len(ingepakt) < 16:
        return b""
    lengte, soort = struct.unpack_from("<4xI4s", ingepakt)
    if soort == b"MELA":
        return ingepakt[16 : 16 + min(lengte, _MAX_BYTES)]
    if soort != b"LZFu":
        return b""
    venster = bytearray(_VENSTER)
    venster[: len(_VOORRAAD)] = _VOORRAAD
    schrijf, uit, plaats = len(_VOORRAAD), bytearray(), 16
    while plaats < len(ingepakt) and len(uit) < _MAX_BYTES:
        vlaggen = ingepakt[plaats]
        plaats += 1
        for bit in range(8):
            if vlaggen >> bit & 1:
                if plaats + 2 > len(ingepakt):
                    return bytes(uit)
                verwijzing = ingepakt[plaats] << 8 | ingepakt[plaats + 1]
                plaats += 2
                lees = verwijzing >> 4
                if lees == schrijf:
                    return bytes(uit)
                schrijf = _copy(lees, (verwijzing & 15) + 2, venster, schrijf, uit)
            else:
                if plaats >= len(ingepakt):
                    return bytes(uit)
                uit.append(ingepakt[plaats])
                venster[schrijf] = ingepakt[plaats]
                schrijf = (schrijf + 1) % _VENSTER
                plaats += 1
    return bytes(uit)


def read_rtf(rtf: bytes) -> tuple[str, bool]:
    """Return the content of RTF and whether it is HTML (RTF that Outlook made of an HTML mail) or plain text."""
    is_html = b"\\fromhtml" in rtf[:1_000]
    lezer = _RtfLezer(is_html)
    for token in _TOKEN.finditer(rtf[:_MAX_BYTES]):
        lezer.read(token)
    # A character outside the basic plane comes as two \\u words: join the halves.
    return "".join(lezer.uit).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), is_html


class _RtfLezer:
    """Follows groups and writes what a reader sees; in HTML mode also the tags kept in `htmltag` groups."""

    def __init__(self, is_html: bool) -> None:
        self.uit: list[str] = []
        self._is_html = is_html
        self._tekenset = "cp1252"
        self._stapel: list[tuple[bool, bool]] = []
        self._stil = False  # inside a group that is not text
        self._tag = False  # inside an htmltag group
        self._htmlrtf = False
        self._overslaan = 0  # fallback characters still to skip after \\u

    def read(self, token: re.Match[bytes]) -> None:
        """Take one token."""
        woord, getal, hexa, symbool, haak, tekst = token.groups()
        if haak == b"{":
            if len(self._stapel) < 1_000:
                self._stapel.append((self._stil, self._tag))
        elif haak:
            self._stil, self._tag = self._stapel.pop() if self._stapel else (False, False)
        elif woord:
            self._read_woord(woord, int(getal) if getal else None)
        elif hexa:
            self._write(bytes([int(hexa, 16)]).decode(self._tekenset, "replace"), is_terugval=True)
        elif symbool == b"*":
            self._stil = True
        elif symbool:
            self._write({b"~": "\u00a0", b"_": "-", b"-": "", b"\n": "\n", b"\r": "\n"}.get(symbool, symbool.decode("latin-1")))
        elif tekst:
            self._write(tekst.decode(self._tekenset, "replace"))

    def _read_woord(self, woord: bytes, getal: int | None) -> None:
        if woord == b"htmltag" and self._is_html:
            self._stil, self._tag = False, True
        elif woord == b"htmlrtf":
            self._htmlrtf = getal != 0
        elif woord in _OVERSLAAN:
            self._stil = True
        elif woord == b"ansicpg" and getal in (874, 932, 936, 949, 950, *range(1250, 1259)):
            self._tekenset = f"cp{getal}"
        elif woord == b"u" and getal is not None:
            self._write(chr(getal % 65_536))
            self._overslaan = 1
        elif woord in _REGELEINDE:
            self._write("\n" if self._is_html and woord == b"par" else _REGELEINDE[woord])
        elif woord in _TEKENS:
            self._write(_TEKENS[woord])

    def _write(self, tekst: str, *, is_terugval: bool = False) -> None:
        if self._overslaan:
            self._overslaan = 0
            if is_terugval:
                return
            tekst = tekst[1:] if tekst.startswith("?") else tekst
        if self._stil or (self._is_html and self._htmlrtf):
            return
        self.uit.append(tekst if self._tag or not self._is_html else html.escape(tekst, quote=False))


def _copy(lees: int, lengte: int, venster: bytearray, schrijf: int, uit: bytearray) -> int:
    """Copy a back reference byte by byte: it may run into what it is itself writing. Returns where to write next."""
    for i in range(lengte):
        byte = venster[(lees + i) % _VENSTER]
        uit.append(byte)
        venster[schrijf] = byte
        schrijf = (schrijf + 1) % _VENSTER
    return schrijf
