"""Nasty mail for examples: files as mail programs made them, and builders for where single bytes matter."""

import base64
import io
import struct
import zipfile
import zlib
from pathlib import Path

from hypothesis import settings

from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Bijlage, Mailbericht

ZONDER_KLOK = settings(deadline=None)
"""For properties: a machine that is busy with other work is no failure; time has its own examples."""

_MAP = Path(__file__).parent / "berichten"
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\x00" * 48 + b"This program cannot be run in DOS mode."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def lees_ruw(naam: str) -> bytes:
    """Return the raw file berichten/<naam>.eml."""
    return (_MAP / f"{naam}.eml").read_bytes()


def list_namen() -> list[str]:
    """Return the names of all message files."""
    return sorted(pad.stem for pad in _MAP.glob("*.eml"))


def lees(naam: str) -> Mailbericht:
    """Read the file berichten/<naam>.eml."""
    return read_mailbericht(lees_ruw(naam))


def brief(inhoud: bytes = b"Hallo", *, soort: str = "text/plain; charset=utf-8", codering: str = "8bit", kop: str = "") -> bytes:
    """Return a message of one part; `kop` are more header lines, each with its line end."""
    return (
        f"From: Anna <anna@example.org>\r\nTo: kcc@example.nl\r\nSubject: Vraag\r\n{kop}"
        f"Content-Type: {soort}\r\nContent-Transfer-Encoding: {codering}\r\n\r\n"
    ).encode() + inhoud


def stuk(inhoud: bytes, soort: str, *, naam: str = "", kop: str = "") -> bytes:
    """Return one part of a multipart, in base64, attached under `naam` when that is given."""
    plaatsing = f'Content-Disposition: attachment; filename="{naam}"\r\n' if naam else ""
    kopregels = f"Content-Type: {soort}\r\n{plaatsing}{kop}Content-Transfer-Encoding: base64\r\n\r\n"
    return kopregels.encode() + base64.encodebytes(inhoud)


def pakket(*stukken: bytes, soort: str = "mixed", kop: str = "") -> bytes:
    """Return a multipart message."""
    romp = b"".join(b"--grens\r\n" + deel + b"\r\n" for deel in stukken) + b"--grens--\r\n"
    return brief(romp, soort=f'multipart/{soort}; boundary="grens"', kop=kop)


def bijlage(inhoud: bytes, soort: str = "application/octet-stream", *, naam: str = "bestand") -> Bijlage:
    """Return the one attachment of a message that carries it."""
    (gelezen,) = read_mailbericht(pakket(stuk(inhoud, soort, naam=naam))).bijlagen
    return gelezen


def html(bron: str) -> Mailbericht:
    """Read a message of HTML only."""
    return read_mailbericht(brief(bron.encode(), soort="text/html; charset=utf-8"))


def codes(bericht: Mailbericht) -> list[str]:
    """Return the codes of the warnings."""
    return [waarschuwing.code for waarschuwing in bericht.waarschuwingen]


def zip_met(bestanden: dict[str, bytes]) -> bytes:
    """Return a zip of the given names and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bestand:
        for naam, inhoud in bestanden.items():
            bestand.writestr(naam, inhoud)
    return buffer.getvalue()


def versleuteld(zipbestand: bytes) -> bytes:
    """Return a zip whose first entry says that it is encrypted."""
    plaats = zipbestand.find(b"PK\x01\x02")
    return zipbestand[: plaats + 8] + b"\x01\x00" + zipbestand[plaats + 10 :]


def tnef(*attributen: tuple[int, int, bytes]) -> bytes:
    """Return a winmail.dat of (level, name, value); checksums are left zero, as some gateways do."""
    uit = b"\x78\x9f\x3e\x22\x01\x00"
    for niveau, naam, waarde in attributen:
        uit += struct.pack("<BHHI", niveau, naam, 0, len(waarde)) + waarde + b"\x00\x00"
    return uit


def _der(tag: int, inhoud: bytes) -> bytes:
    lengte = len(inhoud).to_bytes(4)
    return bytes([tag, 0x84]) + lengte + inhoud


def ondertekend(inhoud: bytes) -> bytes:
    """Return opaque S/MIME signed data with `inhoud` inside (and no signature)."""
    ingesloten = _der(0x30, bytes.fromhex("06092a864886f70d010701") + _der(0xA0, _der(0x04, inhoud)))
    return _der(
        0x30, bytes.fromhex("06092a864886f70d010702") + _der(0xA0, _der(0x30, b"\x02\x01\x01" + _der(0x31, b"") + ingesloten))
    )


def samengeperst(inhoud: bytes) -> bytes:
    """Return S/MIME compressed data (RFC 3274) with `inhoud` inside."""
    ingesloten = _der(0x30, bytes.fromhex("06092a864886f70d010701") + _der(0xA0, _der(0x04, zlib.compress(inhoud))))
    kern = b"\x02\x01\x00" + _der(0x30, b"\x06\x01\x00") + ingesloten
    return _der(0x30, bytes.fromhex("060b2a864886f70d0109100109") + _der(0xA0, _der(0x30, kern)))


def props(*eigenschappen: tuple[int, int, bytes]) -> bytes:
    """Return a MAPI property list of (type, id, value) with one variable value each."""
    uit = struct.pack("<I", len(eigenschappen))
    for soort, nummer, waarde in eigenschappen:
        uit += struct.pack("<HH", soort, nummer)
        if soort in (0x1E, 0x1F, 0x0D, 0x102):
            uit += struct.pack("<II", 1, len(waarde))
        uit += waarde + b"\x00" * (-len(waarde) % 4)
    return uit
