"""The header block of a message or part: fields in their order, raw, and where the body begins."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from stadspunt.stromen.intake.rules import grenzen

_REGEL: Final = re.compile(rb"([^\r\n]*)(\r{1,3}\n|\n|\r|\Z)")
_KOPNAAM: Final = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_VANREGEL: Final = re.compile(rb">?From ")
_LEGE_REGEL: Final = re.compile(rb"\n\r{0,2}\n|\r\r(?!\n)")
_BOM: Final = b"\xef\xbb\xbf"
_ONMISBAAR: Final = (
    rb"from|sender|reply-to|to|cc|subject|date|message-id|in-reply-to|references|content-type|content-transfer-encoding"
    rb"|auto-submitted|precedence|list-id|x-auto-response-suppress|x-stadspunt-bericht"
)
# A line that is no field, with a field that everybody knows soon after it: a header that a program folded wrongly.
_HERSTEL: Final = re.compile(
    rb"(?:[^\r\n]+(?:\r{1,3}\n|\n|\r)){1,3}(?:" + _ONMISBAAR + rb"|mime-version|received|return-path|delivered-to|dkim-signature"
    rb"|x-[a-z-]{1,60})[ \t]*:",
    re.IGNORECASE,
)
_VREEMDE_KOP: Final = re.compile(rb"[^\r\n:]{0,60}:(?:[ \t]|\Z)")
_VERDEROP: Final = re.compile(rb"^(" + _ONMISBAAR + rb")[ \t]*:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.IGNORECASE | re.MULTILINE)
_VERDEROP_AANTAL: Final = 50
_REGELEINDE: Final = re.compile(rb"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Kopregels:
    """Raw fields as (lower-case name, bytes after the colon without line ends), and what was odd about them."""

    regels: tuple[tuple[str, bytes], ...]
    begin_inhoud: int
    te_lang: bool = False

    def get(self, naam: str) -> bytes:
        """Return the first field `naam` (lower case) that says something, b'' when none does."""
        return next((waarde for kop, waarde in self.regels if kop == naam and waarde), b"")

    def get_all(self, naam: str) -> list[bytes]:
        """Return all fields `naam` (lower case)."""
        return [waarde for kop, waarde in self.regels if kop == naam]


def read_kopregels(ruw: bytes, begin: int, einde: int) -> Kopregels:
    """Read fields from `begin` until an empty line, or until a line that cannot be a field (then the body begins there).

    Lines may end in CR LF, LF, CR or CR CR LF. A line "From " of an mbox file is skipped. Folded lines are joined, also
    those that lost their indent. Of a header without end only the fields that nobody can miss are looked up.
    """
    regels: list[tuple[str, list[bytes]]] = []
    plaats, einde = begin, min(einde, len(ruw))
    if ruw.startswith(_BOM, plaats):
        plaats += len(_BOM)
    grens = min(einde, begin + grenzen.KOPREGELS_BYTES)
    while plaats < einde:
        treffer = _REGEL.match(ruw, plaats, einde)
        if treffer is None or plaats > grens or len(regels) > grenzen.KOPREGELS_AANTAL:
            inhoud = _find_inhoud(ruw, max(begin, plaats - 1), einde)
            return Kopregels((*_join(regels), *_read_verderop(ruw, plaats, inhoud)), inhoud, te_lang=True)
        regel = treffer[1]
        if not regel:
            if regels:
                return Kopregels(_join(regels), treffer.end())
        elif regel[0] in b" \t" and regels:
            regels[-1][1].append(regel)
        elif kop := _KOPNAAM.match(regel):
            regels.append((kop[1].decode("ascii").lower(), [regel[kop.end() :]]))
        elif (regels or begin == 0) and _VREEMDE_KOP.match(regel) and _HERSTEL.match(ruw, plaats, einde):
            pass  # a field with an impossible name
        elif regels and _HERSTEL.match(ruw, plaats, einde):
            regels[-1][1].append(b" " + regel)
        elif regels or not _VANREGEL.match(regel):
            return Kopregels(_join(regels), plaats)
        plaats = treffer.end()
    return Kopregels(_join(regels), einde)


def read_losse_koppen(ruw: bytes) -> Kopregels:
    """Read fields that stand alone, as in a report; empty lines around them do not count."""
    kaal = ruw.strip(b"\r\n")
    return read_kopregels(kaal, 0, len(kaal))


def read_deelkop(ruw: bytes, begin: int, einde: int) -> Kopregels:
    """Read the header of a part: an empty first line means that there is none (RFC 2046, section 5.1)."""
    treffer = _REGEL.match(ruw, begin, einde)
    if treffer is not None and not treffer[1]:
        return Kopregels((), min(treffer.end(), einde))
    return read_kopregels(ruw, begin, einde)


def _join(regels: list[tuple[str, list[bytes]]]) -> tuple[tuple[str, bytes], ...]:
    return tuple((naam, b"".join(stukken).strip()) for naam, stukken in regels)


def _read_verderop(ruw: bytes, plaats: int, einde: int) -> tuple[tuple[str, bytes], ...]:
    einde = min(einde, plaats + grenzen.KOPREGELS_VERDEROP)
    gevonden = islice(_VERDEROP.finditer(ruw, plaats, einde), _VERDEROP_AANTAL)
    return tuple(
        (een[1].decode("ascii").lower(), _REGELEINDE.sub(b"", een[2][: grenzen.ONDERWERP_BYTES]).strip()) for een in gevonden
    )


def _find_inhoud(ruw: bytes, plaats: int, einde: int) -> int:
    leeg = _LEGE_REGEL.search(ruw, plaats, einde)
    return leeg.end() if leeg else einde
