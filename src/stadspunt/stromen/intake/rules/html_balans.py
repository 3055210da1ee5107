"""HTML made harmless for the parser before it is made harmless for the reader.

An HTML5 parser takes quadratic time and memory for tags nested a hundred thousand deep and for unclosed formatting tags
with differing attributes (each new paragraph repeats them all). What this writes is only input for the sanitiser, which
decides what is safe; so a tag that is read wrongly here can look odd, but can do no harm.
"""

import re
from typing import Final

from stadspunt.stromen.intake.rules import grenzen

_OPMAAK: Final = "b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
_OPMAAK_MET_KENMERK: Final = re.compile(rf"<({_OPMAAK})\s[^<>]*+>", re.IGNORECASE)
_KALE_OPMAAK: Final = frozenset(_OPMAAK.split("|"))
# Whatever follows '<' and is not text to an HTML5 tokenizer: a comment, a declaration, or a tag.
_BEGIN: Final = re.compile(r"<(?:(?P<commentaar>!--)|(?P<slot>/?)(?P<naam>[a-zA-Z][a-zA-Z0-9:-]{0,40})(?=[\s/>])|[!?/a-zA-Z])")
_KENMERKEN: Final = re.compile(r"(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*+>")
_RAUW: Final = re.compile(r"(?:script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext|svg|math)", re.IGNORECASE)
_LEEG: Final = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
])  # fmt: skip
_SLUIT_ZICHZELF: Final = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "a"])
_WANDEN: Final = frozenset(["table", "td", "th", "caption", "ul", "ol", "dl"])
_DOOR_WANDEN: Final = _WANDEN | {"tr", "thead", "tbody", "tfoot"}


def limit_html(bron: str) -> str:
    """Return `bron` with formatting tags bare, and with its tags properly nested and not too deep when there are many."""
    if bron.count("<") <= grenzen.HTML_TAGS_ONGEWIJZIGD:
        return _OPMAAK_MET_KENMERK.sub(r"<\1>", bron)
    return _Balans(bron).write()


class _Balans:
    """Writes every tag anew, so that the parser that follows cannot read another nesting than this one."""

    def __init__(self, bron: str) -> None:
        self._bron = bron
        self._uit: list[str] = []
        self._stapel: list[str] = []

    def write(self) -> str:
        """Return the balanced HTML."""
        plaats = 0
        while begin := _BEGIN.search(self._bron, plaats):
            self._uit.append(self._bron[plaats : begin.start()])
            if begin["commentaar"]:
                plaats = self._find_na("-->", begin.end())
            elif begin["naam"] is None:
                plaats = self._find_na(">", begin.end())
            else:
                plaats = self._read_tag(begin)
        self._uit.append(self._bron[plaats:])
        self._uit.extend(f"</{naam}>" for naam in reversed(self._stapel))
        return "".join(self._uit)

    def _read_tag(self, begin: re.Match[str]) -> int:
        """Write one tag; returns where the reading goes on. Attributes that do not end cleanly are left out."""
        naam = begin["naam"].lower()
        kenmerken = _KENMERKEN.match(self._bron, begin.end())
        einde = kenmerken.end() if kenmerken else begin.end()
        if begin["slot"]:
            self._close(naam)
        elif _RAUW.fullmatch(naam):
            slot = re.compile(rf"</{naam}\b[^>]*+>", re.IGNORECASE).search(self._bron, einde)
            return slot.end() if slot else len(self._bron)
        else:
            bewaard = kenmerken[0] if kenmerken and naam not in _KALE_OPMAAK else ">"
            self._open(naam, f"<{naam}{bewaard}")
        return einde

    def _open(self, naam: str, tag: str) -> None:
        if naam in _LEEG:
            self._uit.append(tag)
            return
        if naam in _SLUIT_ZICHZELF:
            self._close(naam)
        if len(self._stapel) < grenzen.HTML_DIEPTE:
            self._stapel.append(naam)
            self._uit.append(tag)

    def _close(self, naam: str) -> None:
        """Close the nearest open `naam` and all within it, unless a table or list stands between."""
        for plaats in range(len(self._stapel) - 1, -1, -1):
            if self._stapel[plaats] == naam:
                self._uit.extend(f"</{open_}>" for open_ in reversed(self._stapel[plaats:]))
                del self._stapel[plaats:]
                return
            if self._stapel[plaats] in _WANDEN and naam not in _DOOR_WANDEN:
                return

    def _find_na(self, teken: str, plaats: int) -> int:
        gevonden = self._bron.find(teken, plaats)
        return len(self._bron) if gevonden < 0 else gevonden + len(teken)
