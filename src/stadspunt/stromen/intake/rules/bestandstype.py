"""What a file is by its content; the label and the extension are only claims."""

import re
from typing import Final

import puremagic

from stadspunt.stromen.intake.rules.archief import read_inhoudsopgave

OCTETS: Final = "application/octet-stream"
OOXML: Final = "application/vnd.openxmlformats-officedocument"
OLE: Final = "application/x-ole-storage"
PROGRAMMA: Final = "application/x-msdownload"
SCRIPT: Final = "text/x-script"

_BEGIN: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"\x7fELF", PROGRAMMA),
    (b"\xca\xfe\xba\xbe", PROGRAMMA),
    (b"\xce\xfa\xed\xfe", PROGRAMMA),
    (b"\xcf\xfa\xed\xfe", PROGRAMMA),
    (b"dex\n", PROGRAMMA),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "application/x-ms-shortcut"),
    (b"ITSF", "application/vnd.ms-htmlhelp"),
    (b"#!", SCRIPT),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"MSCF", "application/vnd.ms-cab-compressed"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"conectix", "application/x-vhd"),
    (b"vhdxfile", "application/x-vhd"),
)
_FTYP: Final = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
_WEBPAGINA: Final = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,300}\?>)*+"
    rb"<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|style|table|div|font|img|h1|p|br|a\s|b|form)\b",
    re.IGNORECASE | re.DOTALL,
)
_SVG: Final = re.compile(rb"<(?:[a-z]{1,20}:)?svg[\s>/]", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml|\s*<[a-z][\w:.-]{0,60}(?:\s+xmlns|>)", re.IGNORECASE)
_XHTML: Final = (b"http://www.w3.org/1999/xhtml", b"<?xml-stylesheet")
_KOPVELD: Final = re.compile(rb"(?:received|return-path|from|mime-version|message-id|date|subject|to|x-[a-z-]+):", re.IGNORECASE)
_STUUR: Final = bytes(set(range(32)) - set(b"\t\n\r\x0c\x1b"))
_SNUFFEL: Final = 8_192
_ZEKER: Final = 0.4


def find_bestandstype(inhoud: bytes) -> str:
    """Return the media type that the content shows, 'application/octet-stream' when it shows none."""
    kop = inhoud[:_SNUFFEL]
    if not kop:
        return OCTETS
    return _find_binair(inhoud, kop) or _find_tekstvorm(kop) or _ask_puremagic(kop, inhoud[-1_024:])


def _find_binair(inhoud: bytes, kop: bytes) -> str:
    if kop.startswith(b"MZ") and b"\x00" in kop[:64]:
        return PROGRAMMA
    for begin, soort in _BEGIN:
        if kop.startswith(begin):
            return soort
    if b"%PDF-" in kop[:1_024]:
        return "application/pdf"
    if kop.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _find_in_zip(inhoud)
    if kop.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(kop[8:12], OCTETS)
    if kop[4:8] == b"ftyp":
        return _FTYP.get(kop[8:12], "video/mp4")
    if kop.startswith(b"BM") and len(kop) > 14 and kop[6:10] == b"\x00\x00\x00\x00":
        return "image/bmp"
    if kop[257:262] == b"ustar":
        return "application/x-tar"
    if inhoud[32_769:32_774] == b"CD001":
        return "application/x-iso9660-image"
    return ""


def _find_in_zip(inhoud: bytes) -> str:
    """Return which of the many formats that are a zip this is."""
    if inhoud[30:38] == b"mimetype":
        soort = inhoud[38:138].split(b"PK", 1)[0].decode("ascii", "ignore").strip("\x00\r\n ")
        if re.fullmatch(r"application/[\w.+-]{1,80}", soort):
            return soort
    opgave = read_inhoudsopgave(inhoud)
    namen = opgave.namen if opgave else ()
    if "[Content_Types].xml" in namen:
        for map_, soort in (
            ("word/", "wordprocessingml.document"),
            ("xl/", "spreadsheetml.sheet"),
            ("ppt/", "presentationml.presentation"),
        ):
            if any(naam.startswith(map_) for naam in namen):
                return f"{OOXML}.{soort}"
    if "META-INF/MANIFEST.MF" in namen or "AndroidManifest.xml" in namen:
        return "application/java-archive"
    return "application/zip"


def _find_tekstvorm(kop: bytes) -> str:
    """Recognise text, and in it what a browser would run: HTML and SVG."""
    if kop.startswith((b"\xff\xfe", b"\xfe\xff")):
        kop = kop[: len(kop) & ~1].decode("utf-16", "ignore").encode("utf-8")
    kop = kop.removeprefix(b"\xef\xbb\xbf")
    if len(kop) != len(kop.translate(None, _STUUR)):
        return ""
    if _WEBPAGINA.match(kop):
        return "text/html"
    if _XML.match(kop):
        if _SVG.search(kop):
            return "image/svg+xml"
        return "text/html" if any(merk in kop for merk in _XHTML) else "application/xml"
    if _KOPVELD.match(kop):
        return "message/rfc822"
    return "text/plain"


def _ask_puremagic(kop: bytes, staart: bytes) -> str:
    """Ask the library for rarer kinds, and believe it only with four matching bytes or more."""
    try:
        beste = puremagic.magic_string(kop + staart)[0]
    except (puremagic.PureError, ValueError, IndexError):
        return OCTETS
    return beste.mime_type if beste.confidence >= _ZEKER and "/" in beste.mime_type else OCTETS
