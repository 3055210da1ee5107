"""Small files that a resident could send: a scanned letter and a photograph, made from nothing."""

import struct
import zlib
from collections.abc import Sequence


def make_pdf(regels: Sequence[str]) -> bytes:
    """Return a PDF of one A4 page with these lines of text, as a scanner that reads text would make it."""
    tekst = "\n".join(f"({_escape(regel)}) Tj T*" for regel in regels)
    inhoud = f"BT /F1 11 Tf 15 TL 72 770 Td\n{tekst}\nET".encode("cp1252", "replace")
    delen = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(inhoud), inhoud),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    bestand = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    plekken = []
    for nummer, deel in enumerate(delen, start=1):
        plekken.append(len(bestand))
        bestand += b"%d 0 obj\n%b\nendobj\n" % (nummer, deel)
    begin = len(bestand)
    bestand += b"xref\n0 %d\n0000000000 65535 f \n" % (len(delen) + 1)
    bestand += b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    bestand += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(delen) + 1, begin)
    return bytes(bestand)


def make_png(breedte: int, hoogte: int) -> bytes:
    """Return a PNG that looks like a badly lit snapshot: a sky, a street and something dark against it."""
    rijen = bytearray()
    for y in range(hoogte):
        rijen.append(0)
        for x in range(breedte):
            rijen += _choose_kleur(x / breedte, y / hoogte)
    kop = struct.pack(">IIBBBBB", breedte, hoogte, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", kop) + _chunk(b"IDAT", zlib.compress(bytes(rijen), 9)) + _chunk(b"IEND", b"")


def _choose_kleur(x: float, y: float) -> bytes:
    if 0.35 < x < 0.62 and 0.38 < y < 0.82:
        return bytes((58, 64, 60))
    if y < 0.45:
        return bytes((150 + int(60 * y), 170 + int(50 * y), 190 + int(40 * y)))
    grijs = 120 - int(40 * y) + (8 if int(x * 24 + y * 40) % 3 else 0)
    return bytes((grijs, grijs, grijs - 6))


def _chunk(soort: bytes, inhoud: bytes) -> bytes:
    return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))


def _escape(tekst: str) -> str:
    return tekst.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
