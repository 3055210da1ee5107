"""What header fields say: encoded words (RFC 2047), parameters (RFC 2045, RFC 2231) and identifiers."""

import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.tekens import decode_kop, decode_tekst, find_codec, to_een_regel

ENCODED_WORD: Final = r"=\?[^?\s=]{1,60}\?[BbQq]\?.{0,300}?\?="
# Well-formed words may be long: some programs put a whole subject in one. Broken ones hold question marks.
_WOORD: Final = re.compile(rb"=\?([^?\s=]{1,60})\?([BbQq])\?([^?]{0,20000}(?=\?=)|.{0,1000}?)\?=", re.DOTALL)
_AFGEBROKEN: Final = re.compile(rb"=\?([^?\s=]{1,60})\?([BbQq])\?([^?\s]{0,1000})\??\Z")
_Q_TEKEN: Final = re.compile(rb"=([0-9A-Fa-f]{2})")
_PROCENT: Final = re.compile(rb"%([0-9A-Fa-f]{2})")
_PARAMETER: Final = re.compile(r';\s*([^\s=;"]{1,100})\s*=\s*("(?:[^"\\]|\\.)*+"?|[^;]*)', re.DOTALL)
_ONTSNAPT: Final = re.compile(r'\\(["\\])')
_STERRETJE: Final = re.compile(r"([^*]+)(?:\*([0-9]{1,3}))?(\*)?")
_MEDIATYPE: Final = re.compile(r"([a-z0-9!#$&^_.+\-]{1,80})/([a-z0-9!#$&^_.+\-]{1,120})")
_ID: Final = re.compile(r"<([^<>]{1,2000})>")
_WIT: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter value: its bytes and the charset that RFC 2231 gives it, '' without that."""

    waarde: bytes
    tekenset: str = ""

    def to_tekst(self) -> str:
        """Return the value as one readable line, also when it (against the RFC) holds encoded words."""
        if self.tekenset:
            return to_een_regel(decode_tekst(self.waarde, self.tekenset)[0])
        return decode_koptekst(self.waarde)


def decode_koptekst(ruw: bytes) -> str:
    """Return a header field as one readable line: encoded words decoded, raw 8-bit text understood."""
    if b"=?" not in ruw:
        return to_een_regel(decode_kop(ruw))
    uit: list[str] = []
    plaats = 0
    wachtend: tuple[bytes, str] | None = None  # neighbouring words of one charset: characters may be cut in two
    for woord in _WOORD.finditer(ruw):
        tussen = ruw[plaats : woord.start()]
        inhoud, label = _decode_woord(woord), woord[1].decode("latin-1").partition("*")[0]
        if wachtend is not None and not tussen.strip() and find_codec(label) == find_codec(wachtend[1]):
            wachtend = (wachtend[0] + inhoud, label)
        else:
            if wachtend is not None:
                uit.append(decode_tekst(*wachtend)[0])
            if tussen.strip() or wachtend is None:
                uit.append(decode_kop(tussen))
            wachtend = (inhoud, label)
        plaats = woord.end()
    if wachtend is not None:
        uit.append(decode_tekst(*wachtend)[0])
    uit.append(_decode_staart(ruw[plaats:]))
    return to_een_regel("".join(uit))


def parse_parameters(ruw: bytes) -> tuple[str, dict[str, Parameter]]:
    """Return the value before the first ';' (lower case) and the parameters by lower-case name."""
    tekst = ruw.decode("latin-1")
    waarde, _, _ = tekst.partition(";")
    gewoon: dict[str, Parameter] = {}
    delen: dict[str, dict[int, tuple[str, bool]]] = {}
    for naam, inhoud in _PARAMETER.findall(tekst, len(waarde)):
        inhoud = _unquote(inhoud)
        ontleed = _STERRETJE.fullmatch(naam.lower())
        if ontleed is None or (ontleed[2] is None and ontleed[3] is None):
            gewoon.setdefault(naam.lower(), Parameter(inhoud.encode("latin-1")))
        else:
            delen.setdefault(ontleed[1], {}).setdefault(int(ontleed[2] or 0), (inhoud, ontleed[3] is not None))
    for naam, stukken in delen.items():
        gewoon[naam] = _join_delen(stukken)
    return waarde.strip().lower(), gewoon


def parse_mediatype(ruw: bytes) -> tuple[str, dict[str, Parameter]]:
    """Return (type/subtype, parameters) of a Content-Type; '' when it is absent or no media type."""
    waarde, parameters = parse_parameters(ruw)
    treffer = _MEDIATYPE.match(waarde)
    return (f"{treffer[1]}/{treffer[2]}" if treffer else "", parameters)


def parse_ids(ruw: bytes) -> tuple[str, ...]:
    """Return the message identifiers in a field, with their angle brackets, each once, in order.

    White space that folding put inside one is taken out. Without brackets the first word counts.
    """
    tekst = decode_kop(ruw)
    gevonden = [_WIT.sub("", kaal) for kaal in _ID.findall(tekst)]
    if not gevonden:
        gevonden = [woord.strip("<>,;") for woord in tekst.split()[:1]]
    return tuple(dict.fromkeys(_to_id(kaal) for kaal in gevonden if kaal))


def _to_id(kaal: str) -> str:
    """Return an identifier in brackets; one that is too long for an index is replaced by its hash."""
    kaal = to_een_regel(kaal)
    if len(kaal) > grenzen.MESSAGE_ID_TEKENS:
        kaal = hashlib.sha256(kaal.encode()).hexdigest() + "@te-lang.invalid"
    return f"<{kaal}>"


def _decode_woord(woord: re.Match[bytes]) -> bytes:
    inhoud = woord[3]
    if woord[2] in b"Qq":
        return _Q_TEKEN.sub(lambda t: bytes([int(t[1], 16)]), inhoud.replace(b"_", b" "))
    kaal = re.sub(rb"[^A-Za-z0-9+/]", b"", inhoud)
    if len(kaal) % 4 == 1:
        kaal = kaal[:-1]
    return binascii.a2b_base64(kaal + b"=" * (-len(kaal) % 4))


def _decode_staart(staart: bytes) -> str:
    """Return what follows the last encoded word; a word that was cut off is decoded as far as it goes."""
    afgebroken = _AFGEBROKEN.search(staart) if b"=?" in staart else None
    if afgebroken is None:
        return decode_kop(staart)
    voor = staart[: afgebroken.start()]
    return (decode_kop(voor) if voor.strip() else "") + decode_tekst(
        _decode_woord(afgebroken), afgebroken[1].decode("latin-1").partition("*")[0]
    )[0].rstrip("\ufffd")


def _unquote(waarde: str) -> str:
    """Return a parameter value without quotes; a backslash stays unless it guards a quote (Windows paths)."""
    waarde = waarde.strip()
    if waarde.startswith('"'):
        return _ONTSNAPT.sub(r"\1", waarde[1:].removesuffix('"'))
    return waarde


def _join_delen(stukken: dict[int, tuple[str, bool]]) -> Parameter:
    tekenset = ""
    uit: list[bytes] = []
    for index in sorted(stukken):
        waarde, is_procent = stukken[index]
        if is_procent and index == min(stukken) and waarde.count("'") >= 2:
            tekenset, _, waarde = waarde.split("'", 2)
            tekenset = tekenset or "utf-8"
        kaal = waarde.encode("latin-1")
        uit.append(_PROCENT.sub(lambda t: bytes([int(t[1], 16)]), kaal) if is_procent else kaal)
    return Parameter(b"".join(uit), tekenset)
