"""Attachments: a name that is safe, a type that is true, and why one must not be opened."""

import re
import unicodedata
from typing import Final

from stadspunt.stromen.intake.rules.archief import read_inhoudsopgave
from stadspunt.stromen.intake.rules.bestandstype import OCTETS, OLE, OOXML, PROGRAMMA, SCRIPT, find_bestandstype
from stadspunt.stromen.intake.rules.mailbericht import Bijlage, Gevaar
from stadspunt.stromen.intake.rules.tekens import to_een_regel

_MAX_NAAM_BYTES: Final = 150
_MAX_EXTENSIE: Final = 12
_VERBODEN: Final = re.compile(r'[<>:"|?*\x00-\x1f]')
_GERESERVEERD: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_ONZICHTBAAR: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")

_EXTENSIES: Final[dict[Gevaar, frozenset[str]]] = {
    Gevaar.PROGRAMMA: frozenset(
        [
            "exe", "com", "scr", "pif", "cpl", "dll", "sys", "ocx", "msi", "msp", "msix", "appx", "apk", "jar", "xll",
            "application", "gadget", "lnk", "url", "scf", "chm", "hlp", "desktop", "run", "settingcontent-ms",
            "library-ms", "search-ms", "one", "rdp", "appref-ms", "msc", "theme", "themepack", "website", "diagcab", "job",
            "ade", "mde", "deb", "rpm", "pkg", "appimage", "ps1xml", "xbap", "printerexport",
        ]
    ),
    Gevaar.SCRIPT: frozenset(
        [
            "js", "jse", "mjs", "vbs", "vbe", "vb", "wsf", "wsh", "wsc", "ps1", "psm1", "psd1", "bat", "cmd", "hta",
            "sh", "bash", "py", "pyw", "pl", "rb", "php", "reg", "inf", "iqy", "slk", "sct", "jnlp",
        ]
    ),
    Gevaar.MACRO: frozenset(["docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "xla", "pptm", "potm", "ppam", "ppsm", "sldm"]),
    Gevaar.SCHIJFKOPIE: frozenset(["iso", "img", "vhd", "vhdx", "wim", "dmg", "udf"]),
    Gevaar.HTML: frozenset(["html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml-stylesheet", "xsl", "xslt"]),
    Gevaar.SVG: frozenset(["svg", "svgz"]),
    Gevaar.ARCHIEF_GESLOTEN: frozenset(["rar", "7z", "ace", "arj", "cab", "lzh", "xz", "bz2", "tar", "tgz", "gz", "z"]),
}  # fmt: skip
_GESLOTEN_TYPEN: Final = frozenset([
    "application/gzip", "application/x-7z-compressed", "application/vnd.rar", "application/x-bzip2",
    "application/x-xz", "application/vnd.ms-cab-compressed", "application/x-tar",
])  # fmt: skip
_IN_ARCHIEF: Final = _EXTENSIES[Gevaar.PROGRAMMA] | _EXTENSIES[Gevaar.SCRIPT] | _EXTENSIES[Gevaar.MACRO]
_KANTOOR: Final = frozenset([
    "doc", "docx", "dot", "dotx", "xls", "xlsx", "xlt", "ppt", "pptx", "pps", "ppsx", "odt", "ods", "odp", "odg",
    "rtf", "msg", "pub", "vsd", "mpp",
])  # fmt: skip
_INGESLOTEN: Final = {
    "application/pdf": (b"/JavaScript", b"/Launch", b"/EmbeddedFile"),
    "application/rtf": (b"\\objdata",),
}
_FAMILIES: Final = (
    ("pdf", frozenset(["pdf"])),
    ("beeld", frozenset(["jpg", "jpeg", "jpe", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif"])),
    ("geluid", frozenset(["mp3", "wav", "ogg", "m4a", "flac", "amr"])),
    ("film", frozenset(["mp4", "mov", "avi", "webm", "mkv", "3gp"])),
    ("zip", frozenset(["zip"])),
    ("office", _KANTOOR),
)
_EXTENSIE_BIJ_TYPE: Final = {
    "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/tiff": "tif",
    "image/webp": "webp", "image/heic": "heic", "image/bmp": "bmp", "image/svg+xml": "svg", "text/html": "html",
    "text/plain": "txt", "text/calendar": "ics", "text/vcard": "vcf", "message/rfc822": "eml", "application/zip": "zip",
    "application/rtf": "rtf", "application/xml": "xml", "audio/mpeg": "mp3", "video/mp4": "mp4", "text/csv": "csv",
    f"{OOXML}.wordprocessingml.document": "docx", f"{OOXML}.spreadsheetml.sheet": "xlsx",
    f"{OOXML}.presentationml.presentation": "pptx", "application/vnd.oasis.opendocument.text": "odt",
}  # fmt: skip


def make_bijlage(
    naam: str, opgegeven: str, inhoud: bytes, *, volgnummer: int, cid: str = "", bron: str = "", onderwerp: str = ""
) -> Bijlage:
    """Return one attachment with its safe name, its real type and its danger."""
    gevonden = find_bestandstype(inhoud)
    if gevonden in ("text/plain", OCTETS) and opgegeven.startswith(("text/", "message/")):
        gevonden = opgegeven
    veilig = make_veilige_naam(naam, gevonden if gevonden != OCTETS else opgegeven, volgnummer)
    return Bijlage(
        naam=veilig,
        mediatype_opgegeven=opgegeven,
        mediatype_gevonden=gevonden,
        inhoud=inhoud,
        cid=cid,
        gevaarlijk=find_gevaar(veilig, opgegeven, gevonden, inhoud),
        bron=bron,
        onderwerp=onderwerp,
    )


def make_veilige_naam(naam: str, mediatype: str, volgnummer: int) -> str:
    """Return a file name without path, control characters, hidden or reversed writing; at most 150 bytes.

    The extension survives the cut. Without a usable name it becomes 'bijlage-<volgnummer>' with the extension of the type.
    """
    naam = to_een_regel(naam).replace("\\", "/").rpartition("/")[2]
    naam = "".join(teken for teken in naam if teken.isascii() or unicodedata.category(teken) not in _ONZICHTBAAR)
    naam = " ".join(_VERBODEN.sub("_", naam).split()).strip(". ")
    extensie = _EXTENSIE_BIJ_TYPE.get(mediatype, "")
    if not naam.strip("_-. "):
        naam = f"bijlage-{volgnummer}"
    if "." not in naam and extensie:
        naam = f"{naam}.{extensie}"
    if _GERESERVEERD.match(naam):
        naam = f"_{naam}"
    if len(naam.encode()) <= _MAX_NAAM_BYTES:
        return naam
    stam, punt, staart = naam.rpartition(".")
    if not punt or len(staart) > _MAX_EXTENSIE:
        stam, punt, staart = naam, "", ""
    ruimte = _MAX_NAAM_BYTES - len(f"{punt}{staart}".encode())
    return stam.encode()[:ruimte].decode("utf-8", "ignore").rstrip(". ") + punt + staart


def find_gevaar(naam: str, opgegeven: str, gevonden: str, inhoud: bytes) -> Gevaar | None:
    """Return the worst reason not to open a file, None when nothing speaks against it."""
    extensie = get_extensie(naam)
    redenen = {gevaar for gevaar, extensies in _EXTENSIES.items() if extensie in extensies}
    redenen.update(_find_door_inhoud(opgegeven, gevonden, inhoud))
    if extensie == "gz" and get_extensie(naam[:-3]) in _IN_ARCHIEF:
        redenen.add(Gevaar.ARCHIEF_MET_PROGRAMMA)
    if not redenen and _is_ander_type(extensie, gevonden):
        return Gevaar.TYPE_KLOPT_NIET
    return next((gevaar for gevaar in Gevaar if gevaar in redenen), None)


def get_extensie(naam: str) -> str:
    """Return the extension of a file name in lower case, '' without one; trailing dots and spaces do not hide it."""
    return naam.rstrip(". ").lower().rpartition(".")[2].strip() if "." in naam else ""


def _find_door_inhoud(opgegeven: str, gevonden: str, inhoud: bytes) -> set[Gevaar]:
    redenen: set[Gevaar] = set()
    if gevonden in (PROGRAMMA, "application/x-ms-shortcut", "application/vnd.ms-htmlhelp", "application/java-archive"):
        redenen.add(Gevaar.PROGRAMMA)
    elif gevonden == SCRIPT:
        redenen.add(Gevaar.SCRIPT)
    elif gevonden == "text/html" or opgegeven in ("text/html", "application/xhtml+xml"):
        redenen.add(Gevaar.HTML)
    elif gevonden == "image/svg+xml" or opgegeven == "image/svg+xml":
        redenen.add(Gevaar.SVG)
    elif gevonden in ("application/x-iso9660-image", "application/x-vhd"):
        redenen.add(Gevaar.SCHIJFKOPIE)
    elif gevonden in _GESLOTEN_TYPEN:
        redenen.add(Gevaar.ARCHIEF_GESLOTEN)
    elif gevonden == OLE:
        redenen.update(_find_in_ole(inhoud))
    elif any(merk in inhoud for merk in _INGESLOTEN.get(gevonden, ())):
        redenen.add(Gevaar.INGESLOTEN_OBJECT)
    if inhoud.startswith(b"PK"):
        redenen.update(_find_in_zip(inhoud, gevonden))
    return redenen


def _find_in_zip(inhoud: bytes, gevonden: str) -> set[Gevaar]:
    opgave = read_inhoudsopgave(inhoud)
    if opgave is None:
        return {Gevaar.ARCHIEF_GESLOTEN}
    redenen: set[Gevaar] = set()
    if opgave.is_bom(len(inhoud)):
        redenen.add(Gevaar.ARCHIEFBOM)
    if opgave.is_versleuteld:
        redenen.add(Gevaar.VERSLEUTELD)
    namen = [naam.lower() for naam in opgave.namen]
    if any(naam.endswith("vbaproject.bin") or naam.startswith("basic/") for naam in namen):
        redenen.add(Gevaar.MACRO)
    if gevonden == "application/zip":
        if any(get_extensie(naam) in _IN_ARCHIEF for naam in namen):
            redenen.add(Gevaar.ARCHIEF_MET_PROGRAMMA)
        if not opgave.volledig:
            redenen.add(Gevaar.ARCHIEF_GESLOTEN)
    return redenen


def _find_in_ole(inhoud: bytes) -> set[Gevaar]:
    """Look in an old Office file (compound file) for the names of its streams, which are in UTF-16."""
    redenen: set[Gevaar] = set()
    if "_VBA_PROJECT".encode("utf-16-le") in inhoud:
        redenen.add(Gevaar.MACRO)
    if "EncryptedPackage".encode("utf-16-le") in inhoud:
        redenen.add(Gevaar.VERSLEUTELD)
    return redenen


def _is_ander_type(extensie: str, gevonden: str) -> bool:
    """Say whether the content is surely of another family than the name promises; within a family nobody minds."""
    beloofd = next((familie for familie, extensies in _FAMILIES if extensie in extensies), "")
    echt = _get_familie(gevonden)
    return bool(beloofd and echt and beloofd != echt)


def _get_familie(mediatype: str) -> str:
    if mediatype.startswith((OOXML, "application/vnd.oasis.opendocument")):
        return "office"
    if mediatype in (OLE, "application/rtf", "application/msword", "application/vnd.ms-excel"):
        return "office"
    vast = {"application/pdf": "pdf", "application/zip": "zip", "application/x-zip-compressed": "zip"}
    return vast.get(mediatype) or {"image": "beeld", "audio": "geluid", "video": "film"}.get(mediatype.partition("/")[0], "")
