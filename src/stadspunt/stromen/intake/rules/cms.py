"""The readable content inside an opaque S/MIME message (RFC 8551, section 3.5): signed (CMS, RFC 5652) or compressed.

Only looks: it walks the few levels of BER down to the content and checks no signature.
"""

import zlib
from collections.abc import Iterator
from typing import Final

_SIGNED_DATA: Final = bytes.fromhex("2a864886f70d010702")
_COMPRESSED_DATA: Final = bytes.fromhex("2a864886f70d0109100109")
_SEQUENCE, _OID, _SET, _INTEGER, _CONTEXT_0, _OCTETS, _OCTETS_SAMENGESTELD = 0x30, 0x06, 0x31, 0x02, 0xA0, 0x04, 0x24
_MAX_STUKKEN: Final = 100_000


def find_ondertekende_inhoud(der: bytes) -> bytes | None:
    """Return the MIME entity that is signed, None when `der` is no signed data with its content inside."""
    return _find_ingesloten(der, _SIGNED_DATA, _SET)


def is_ondertekend(der: bytes) -> bool:
    """Say whether this is signed data, with or without content: certificates alone travel so too."""
    return _find_kern(der, _SIGNED_DATA) is not None


def find_samengeperste_inhoud(der: bytes, maximum: int) -> bytes | None:
    """Return the MIME entity that is compressed (RFC 3274), None when `der` is none or becomes larger than `maximum`."""
    ingepakt = _find_ingesloten(der, _COMPRESSED_DATA, _SEQUENCE)
    if ingepakt is None:
        return None
    uitpakker = zlib.decompressobj()
    try:
        inhoud = uitpakker.decompress(ingepakt, maximum)
    except zlib.error:
        return None
    return None if uitpakker.unconsumed_tail or not uitpakker.eof else inhoud


def _find_kern(der: bytes, soort: bytes) -> tuple[int, int] | None:
    """Return (begin, end) of what a ContentInfo of this kind holds."""
    buiten = _enter(der, 0, len(der), _SEQUENCE)
    if buiten is None:
        return None
    oid = _read(der, *buiten)
    if oid is None or oid[0] != _OID or der[oid[1] : oid[2]] != soort:
        return None
    inhoud = _enter(der, oid[2], buiten[1], _CONTEXT_0)
    return _enter(der, *inhoud, _SEQUENCE) if inhoud else None


def _find_ingesloten(der: bytes, soort: bytes, tweede: int) -> bytes | None:
    """Return the content after the version and the algorithms, which are a value with tag `tweede`."""
    signed = _find_kern(der, soort)
    if signed is None:
        return None
    plaats = signed[0]
    for verwacht in (_INTEGER, tweede):
        veld = _read(der, plaats, signed[1])
        if veld is None or veld[0] != verwacht or veld[3]:
            return None
        plaats = veld[2]
    ingesloten = _enter(der, plaats, signed[1], _SEQUENCE)
    inhoudssoort = _read(der, *ingesloten) if ingesloten else None
    if ingesloten is None or inhoudssoort is None or inhoudssoort[0] != _OID:
        return None
    drager = _enter(der, inhoudssoort[2], ingesloten[1], _CONTEXT_0)
    return b"".join(_read_octets(der, *drager)) if drager else None


def _read(der: bytes, plaats: int, einde: int) -> tuple[int, int, int, bool] | None:
    """Return (tag, begin, end, is indefinite) of the value at `plaats`; an indefinite one ends at `einde` at the latest."""
    if plaats + 2 > einde:
        return None
    tag, lengte = der[plaats], der[plaats + 1]
    plaats += 2
    if lengte == 0x80:
        return tag, plaats, einde, True
    if lengte & 0x80:
        bytes_ = lengte & 0x7F
        if bytes_ > 8 or plaats + bytes_ > einde:
            return None
        lengte = int.from_bytes(der[plaats : plaats + bytes_])
        plaats += bytes_
    return tag, plaats, min(plaats + lengte, einde), False


def _enter(der: bytes, plaats: int, einde: int, tag: int) -> tuple[int, int] | None:
    """Return (begin, end) of the content of the value at `plaats` when it has this tag."""
    waarde = _read(der, plaats, einde)
    return (waarde[1], waarde[2]) if waarde is not None and waarde[0] == tag else None


def _read_octets(der: bytes, plaats: int, einde: int) -> Iterator[bytes]:
    """Yield the pieces of an octet string, which streaming signers cut into many (constructed form)."""
    for _ in range(_MAX_STUKKEN):
        stuk = _read(der, plaats, einde)
        if stuk is None or stuk[0] not in (_OCTETS, _OCTETS_SAMENGESTELD):
            return
        if stuk[0] == _OCTETS_SAMENGESTELD:
            plaats = stuk[1]
            continue
        yield der[stuk[1] : stuk[2]]
        plaats = stuk[2]
