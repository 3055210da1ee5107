"""Content-Transfer-Encoding undone (RFC 2045, section 6), as forgiving as mail programs are."""

import binascii
import re
from typing import Final

_BASE64: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_GEEN_BASE64: Final = bytes(set(range(256)) - set(_BASE64 + b"="))
_WITRUIMTE: Final = b" \t\r\n\x0b\x0c"
_MAX_GESCHOOND: Final = 4_000_000
_MAX_STUKKEN: Final = 10_000
_WIT_VOOR_REGELEINDE: Final = re.compile(rb"(?<![ \t])[ \t]++(?=\r{0,2}\n|\r|\Z)")
_QP_TEKEN: Final = re.compile(rb"=[0-9A-F]{2}")
_QP_ZACHT: Final = re.compile(rb"=\r?\n")
_BASE64_REGELS: Final = re.compile(rb"\s*(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*={0,2}\s*")
_UU_BEGIN: Final = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?$", re.MULTILINE)
_UU_EINDE: Final = re.compile(rb"^end\r?$", re.MULTILINE)
_MAX_UU: Final = 50
_OPMERKING: Final = re.compile(r"\([^()]*\)")
# The first line of several words: what a gateway writes below base64 that it did not understand.
_ONDERSCHRIFT: Final = re.compile(
    rb"(?<![\r\n])[\r\n]++(?:[-_*=]{2,80}+[ \t]{0,9}+[\r\n]{1,9}+)?[^\r\n ]{1,40} [^\r\n ]{1,40} [^\r\n]"
)
_MIN_BASE64: Final = 16
_QP_ZACHT_CR: Final = re.compile(rb"=\r(?!\r{0,2}\n)")


def decode_inhoud(inhoud: bytes, codering: str, *, is_tekst: bool) -> tuple[bytes, str]:
    """Return `inhoud` decoded and the code of a warning, '' when all was well.

    `codering` is the value of the header field. A text part whose encoding is a lie is read as it is.
    """
    woorden = _OPMERKING.sub(" ", codering).strip(" \t\"';").lower().split()
    naam = woorden[0].strip(";").replace("-", "").replace("_", "") if woorden else ""
    if naam == "base64":
        if is_tekst and (onderschrift := _ONDERSCHRIFT.search(inhoud)):
            boven = inhoud[: onderschrift.start()]
            if _is_base64(boven):
                return decode_base64(boven)[0] + b"\n\n" + inhoud[onderschrift.start() :].strip(), "base64-onzuiver"
        if is_tekst and _is_leesbaar(inhoud):
            return inhoud, "codering-klopte-niet"
        return decode_base64(inhoud)
    if naam in ("quotedprintable", "qp"):
        return decode_quoted_printable(inhoud), ""
    if naam in ("xuuencode", "uuencode", "xuue", "xuu"):
        _, bestanden = split_uuencode(inhoud)
        return (bestanden[0][1], "") if bestanden else (inhoud, "codering-klopte-niet")
    if is_tekst and naam in ("", "7bit") and inhoud.isascii():
        return _decode_verzwegen(inhoud)
    return inhoud, ""


def decode_base64(inhoud: bytes) -> tuple[bytes, str]:
    """Return base64 decoded, skipping junk and going on after padding in the middle; the code tells of damage."""
    kaal = inhoud.translate(None, _WITRUIMTE)
    schoon = kaal.translate(None, _GEEN_BASE64)
    romp = schoon.rstrip(b"=")
    waarschuwing = "" if len(kaal) == len(schoon) and len(romp) % 4 != 1 else "base64-onzuiver"
    if b"=" not in romp:
        return _decode_stuk(romp), waarschuwing
    stukken = re.split(rb"=+", romp, maxsplit=_MAX_STUKKEN)
    stukken[-1] = stukken[-1].replace(b"=", b"")
    return b"".join(_decode_stuk(stuk) for stuk in stukken), waarschuwing


def decode_quoted_printable(inhoud: bytes) -> bytes:
    """Return quoted-printable decoded; white space at line ends is not content (RFC 2045, section 6.7, rule 3)."""
    if len(inhoud) < _MAX_GESCHOOND and (b" \n" in inhoud or b" \r" in inhoud or b"\t\n" in inhoud or b"\t\r" in inhoud):
        inhoud = _WIT_VOOR_REGELEINDE.sub(b"", inhoud)
    # Python drops everything up to the next line feed after a soft line break that is a carriage return alone.
    return binascii.a2b_qp(_QP_ZACHT_CR.sub(b"=\n", inhoud) if b"=\r" in inhoud else inhoud)


def split_uuencode(inhoud: bytes) -> tuple[bytes, tuple[tuple[bytes, bytes], ...]]:
    """Return the text around uuencoded files, and those files as (name, content)."""
    rest: list[bytes] = []
    bestanden: list[tuple[bytes, bytes]] = []
    plaats = 0
    for _ in range(_MAX_UU):
        begin = _UU_BEGIN.search(inhoud, plaats)
        if begin is None:
            break
        eerste = inhoud[begin.end() : begin.end() + 200].lstrip(b"\r\n").splitlines()
        if not eerste or _decode_uu_regel(eerste[0]) is None:  # ordinary text
            rest.append(inhoud[plaats : begin.end()])
            plaats = begin.end()
            continue
        einde = _UU_EINDE.search(inhoud, begin.end())
        regels = inhoud[begin.end() : einde.start() if einde else len(inhoud)].splitlines()
        rest.append(inhoud[plaats : begin.start()])
        bestanden.append((begin[1].strip(), b"".join(_decode_uu_regel(regel) or b"" for regel in regels if regel.strip())))
        plaats = einde.end() if einde else len(inhoud)
    rest.append(inhoud[plaats:])
    return b"".join(rest), tuple(bestanden)


def _decode_stuk(stuk: bytes) -> bytes:
    teveel = len(stuk) % 4
    if teveel == 1:
        stuk, teveel = stuk[:-1], 0
    return binascii.a2b_base64(stuk + b"=" * (-teveel % 4))


def _decode_uu_regel(regel: bytes) -> bytes | None:
    """Return one line decoded; some encoders count one byte too few, which Python's own uu module mends the same way."""
    for poging in (regel, regel[: (((regel[0] - 32) & 63) * 4 + 5) // 3]):
        try:
            return binascii.a2b_uu(poging)
        except binascii.Error:
            continue
    return None


def _is_base64(inhoud: bytes) -> bool:
    """Say whether this is pure base64, and enough of it not to be a word."""
    kaal = inhoud.translate(None, _WITRUIMTE)
    if b" " in inhoud.strip():
        return False
    return len(kaal) >= _MIN_BASE64 and len(kaal) % 4 == 0 and not kaal.rstrip(b"=").translate(None, _BASE64)


def _is_leesbaar(inhoud: bytes) -> bool:
    """Say whether something that claims to be base64 is plain text: words with spaces between them."""
    monster = inhoud[:4_000].strip()
    if not monster:
        return False
    vreemd = len(monster.translate(None, _WITRUIMTE)) - len(monster.translate(None, _GEEN_BASE64))
    return monster.count(b" ") * 30 > len(monster) or vreemd * 10 > len(monster)


def _decode_verzwegen(inhoud: bytes) -> tuple[bytes, str]:
    """Undo an encoding that the header does not mention, only when the content leaves no doubt."""
    if len(_QP_ZACHT.findall(inhoud, 0, 20_000)) >= 1 and len(_QP_TEKEN.findall(inhoud, 0, 20_000)) >= 2:
        return decode_quoted_printable(inhoud), "codering-klopte-niet"
    if _BASE64_REGELS.fullmatch(inhoud):
        tekst, waarschuwing = decode_base64(inhoud)
        if not waarschuwing and b"\x00" not in tekst:
            try:
                tekst.decode("utf-8")
            except UnicodeError:
                return inhoud, ""
            return tekst, "codering-klopte-niet"
    return inhoud, ""
