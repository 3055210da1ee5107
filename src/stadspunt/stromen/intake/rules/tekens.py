"""Bytes become text, whatever the label says: charsets lie, are absent, or are mixed in one message."""

import codecs
import re
import unicodedata
from typing import Final

from charset_normalizer import from_bytes

# Labels are read as browsers read them (WHATWG Encoding): the narrow name gets the wide table that senders really use.
_BEDOELD: Final = {
    "": "",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "windows-1252": "cp1252",
    "cp-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-ce": "mac_latin2",
    "x-mac-turkish": "mac_turkish",
    "x-mac-greek": "mac_greek",
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "unicode": "utf-8",
    "utf-16": "utf-16",
}
_UTF_7: Final = frozenset(["utf-7", "unicode-1-1-utf-7", "csunicode11utf7", "x-unicode-2-0-utf-7"])
# Only text encodings: Python's codec registry also holds zlib, hex, idna, punycode, rot13 and utf-7.
_TEKSTCODECS: Final = re.compile(
    r"(?:cp|windows-|ibm)\d{3,4}|iso-?8859-\d{1,2}|koi8-[rtu]|utf-(?:8|16|32)(?:[-_]?[bl]e)?|gb18030|hz(?:-gb-2312)?"
    r"|iso-?2022-(?:jp(?:-[123])?|kr)|euc[-_](?:jp|kr)|big5hkscs|cp949|cp932|mac_roman|iso2022_jp_ext|ptcp154|tis620"
)
_MEERBYTE: Final = ("gb", "cp9", "big5", "euc", "utf-16", "utf-32", "iso2022", "iso-2022", "hz", "cp932", "utf_16")
_TOESTAND: Final = ("iso2022", "iso-2022", "hz", "utf-16", "utf-32")
_BOMMEN: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters (but tab and line feed), lone surrogates, byte order marks inside text, and what Unicode gives nobody.
_NIET_OPSLAAN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_SURROGAAT: Final = re.compile("[\ud800-\udfff]")
_RICHTING: Final = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_WIT: Final = re.compile(r"\s+")
_NAAR_BYTES: Final = {ord(bytes([b]).decode("cp1252")): b for b in range(0x80, 0xA0) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_DUBBEL: Final = re.compile("[\u00c2-\u00f4][\u0080-\u00bf" + "".join(re.escape(chr(c)) for c in _NAAR_BYTES) + "]")
# CESU-8: programs that write both halves of a character beyond the first 65,536 as if they were characters.
_HALVEN: Final = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_MONSTER_BYTES: Final = 4_096


def _decode_as_cp1252(fout: UnicodeError) -> tuple[str, int]:
    """Codec error handler: read what is no UTF-8 as windows-1252, byte by byte (a quoted reply in another charset)."""
    if not isinstance(fout, UnicodeDecodeError):
        raise fout
    return fout.object[fout.start : fout.end].decode("cp1252", "replace"), fout.end


codecs.register_error("stadspunt-cp1252", _decode_as_cp1252)


def decode_tekst(inhoud: bytes, label: str) -> tuple[str, str]:
    """Return `inhoud` as storable text, and the code of a warning ('' when the label was right).

    `label` is what the message claims, '' when it claims nothing. Lines end in a line feed. UTF-7 is decoded only when
    the label says so, and always before the sanitiser looks: it hides tags from whoever reads it as ASCII.
    """
    tekst, waarschuwing = _decode(inhoud, label)
    hersteld = repair_mojibake(tekst)
    if hersteld != tekst:
        tekst, waarschuwing = hersteld, "mojibake-hersteld"
    return to_opslaanbaar(to_regels(tekst)), waarschuwing


def decode_kop(inhoud: bytes) -> str:
    """Return raw header bytes as text: UTF-8 (RFC 6532), else ISO-2022-JP, else windows-1252."""
    if inhoud.isascii():
        if b"\x1b$" in inhoud or b"\x1b(" in inhoud:
            return to_opslaanbaar(inhoud.decode("iso2022_jp_ext", "replace"))
        return to_opslaanbaar(inhoud.decode("ascii"))
    return decode_tekst(inhoud, "")[0]


def find_codec(label: str) -> str:
    """Return the Python codec that a charset label means, '' when it is absent, unknown or not to be trusted."""
    schoon = label.strip(" \t\"'<>;,").lower().removesuffix("-unix").removeprefix("charset=")
    bedoeld = _BEDOELD.get(schoon)
    if bedoeld is not None:
        return bedoeld
    naam = schoon.replace("windows-", "cp").replace("ibm", "cp") if schoon.startswith(("windows-", "ibm")) else schoon
    if not _TEKSTCODECS.fullmatch(naam):
        return ""
    try:
        return codecs.lookup(naam).name
    except LookupError:
        return ""


def to_opslaanbaar(tekst: str) -> str:
    """Return `tekst` without what PostgreSQL refuses (NUL, surrogates) and without control characters."""
    if tekst.isprintable():
        return tekst
    if _SURROGAAT.search(tekst):
        tekst = _SURROGAAT.sub("\ufffd", tekst)
    return _NIET_OPSLAAN.sub("", tekst.replace("\x85", "\n"))


def to_regels(tekst: str) -> str:
    """Return `tekst` with every kind of line end as one line feed."""
    if "\r" not in tekst:
        return tekst
    return tekst.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def to_een_regel(tekst: str) -> str:
    """Return `tekst` on one line for a subject or a name: white space collapsed, writing direction not tampered with."""
    if tekst.isascii() and "  " not in tekst and tekst.isprintable():
        return tekst.strip()
    return _WIT.sub(" ", unicodedata.normalize("NFC", _RICHTING.sub("", to_opslaanbaar(tekst)))).strip()


def repair_mojibake(tekst: str) -> str:
    """Return text that was UTF-8 read as windows-1252 as it was meant; unchanged unless all of it proves to be so."""
    if tekst.isascii() or not _DUBBEL.search(tekst):
        return tekst
    try:
        hersteld = tekst.translate(_NAAR_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return tekst
    return tekst if any("\x80" <= teken <= "\x9f" for teken in hersteld) else hersteld


def _decode(inhoud: bytes, label: str) -> tuple[str, str]:
    codec = find_codec(label)
    onbekend = "tekenset-klopte-niet" if label.strip() and not codec else ""
    if inhoud.isascii() and not codec.startswith(_TOESTAND):
        if label.strip(" \"';").lower() in _UTF_7:
            return _decode_utf_7(inhoud, onbekend)
        return inhoud.decode("ascii"), ""
    for bom, bom_codec in _BOMMEN:
        is_breed = codec.startswith(("utf-16", "utf-32", "utf_16")) or _is_breed(inhoud)
        if inhoud.startswith(bom) and (bom_codec == "utf-8" or is_breed):
            tekst = inhoud[len(bom) :].decode(bom_codec, "replace")
            return tekst, "tekenset-fout" if "\ufffd" in tekst else ""
    if codec.startswith(_MEERBYTE):
        return _decode_meerbyte(inhoud, codec)
    return _decode_eenbyte(inhoud, codec, onbekend)


def _decode_utf_7(inhoud: bytes, onbekend: str) -> tuple[str, str]:
    try:
        return inhoud.decode("utf-7"), ""
    except UnicodeError:
        return inhoud.decode("ascii"), onbekend


def _is_breed(inhoud: bytes) -> bool:
    """Say whether text must be UTF-16 or UTF-32 by its many zero bytes, whatever its label says."""
    monster = inhoud[:_MONSTER_BYTES]
    return monster.count(0) * 4 > len(monster)


def _decode_meerbyte(inhoud: bytes, codec: str) -> tuple[str, str]:
    try:
        return inhoud.decode(codec), ""
    except UnicodeError:
        pass
    try:
        return inhoud.decode("utf-8"), "tekenset-klopte-niet"
    except UnicodeError:
        return inhoud.decode(codec, "replace"), "tekenset-fout"


def _decode_eenbyte(inhoud: bytes, codec: str, onbekend: str) -> tuple[str, str]:
    """UTF-8 proves itself: text that is valid UTF-8 beyond ASCII is UTF-8, whatever the label says."""
    try:
        return inhoud.decode("utf-8"), "" if codec in ("utf-8", "") else "tekenset-klopte-niet"
    except UnicodeError:
        pass
    if codec == "utf-8" or not codec:
        if _HALVEN.search(inhoud):
            tekst = inhoud.decode("utf-8", "surrogatepass" if _is_cesu_8(inhoud) else "replace")
            return tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "tekenset-fout"
        if _is_meest_utf8(inhoud):
            return inhoud.decode("utf-8", "stadspunt-cp1252"), "tekenset-fout"
        if codec:
            return inhoud.decode("cp1252", "replace"), "tekenset-klopte-niet"
        return _raad(inhoud), onbekend
    tekst = inhoud.decode(codec, "replace")
    return tekst, "tekenset-fout" if "\ufffd" in tekst else ""


def _is_cesu_8(inhoud: bytes) -> bool:
    try:
        inhoud.decode("utf-8", "surrogatepass")
    except UnicodeError:
        return False
    return True


def _is_meest_utf8(inhoud: bytes) -> bool:
    """Say whether more bytes form UTF-8 sequences than not: then the rest are slips, not another charset."""
    fout = inhoud.decode("utf-8", "replace").count("\ufffd")
    goed = sum(1 for teken in inhoud.decode("utf-8", "ignore") if teken > "\x7f")
    return goed >= fout


def _raad(inhoud: bytes) -> str:
    """Guess unlabelled 8-bit text: West European, unless too many bytes are high to be that (Cyrillic, Chinese)."""
    monster = inhoud[:_MONSTER_BYTES]
    hoog = sum(byte > 0x7F for byte in monster)
    if hoog * 4 > len(monster) and len(monster) > 16:
        beste = from_bytes(monster).best()
        if beste is not None and _TEKSTCODECS.fullmatch(beste.encoding.replace("_", "-")):
            return inhoud.decode(beste.encoding, "replace")
    return inhoud.decode("cp1252", "replace")
