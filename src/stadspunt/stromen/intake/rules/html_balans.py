"""HTML made harmless for the parser before it is made harmless for the reader.

An HTML5 parser takes quadratic time and memory for tags nested a hundred thousand deep and for unclosed formatting tags
with differing attributes (each new paragraph repeats them all). What this writes is only input for the sanitiser, which
decides what is safe; so a tag that is read wrongly here can look odd, but can do no harm.
"""

import re
from typing import Final

from stadspunt.stromen.intake.rules import grenzen

_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<rauw>script|style|title|textarea|xmp|noembed|noframes|svg|math)\b[^>]*+>.*?(?:</(?P=rauw)\b[^>]*+>|\Z)"
    r"|<(?P<slot>/?)(?P<naam>[a-zA-Z][a-zA-Z0-9:]{0,40})(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*'|[\"'])*+)>",
    re.DOTALL | re.IGNORECASE,
)
_OPMAAK_MET_KENMERK: Final = re.compile(r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\s[^>]*+>", re.IGNORECASE)
_LEEG: Final = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
])  # fmt: skip
_SLUIT_ZICHZELF: Final = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "a", "nobr"])
_WANDEN: Final = frozenset(["table", "td", "th", "caption", "ul", "ol", "dl"])


def limit_html(bron: str) -> str:
    """Return `bron` with formatting tags bare, and with its tags properly nested and not too deep when there are many."""
    bron = _OPMAAK_MET_KENMERK.sub(r"<\1>", bron)
    if bron.count("<") <= grenzen.HTML_TAGS_ONGEWIJZIGD:
        return bron
    return _balance(bron)


def _balance(bron: str) -> str:
    uit: list[str] = []
    stapel: list[str] = []
    plaats = 0
    for tag in _TAG.finditer(bron):
        uit.append(bron[plaats : tag.start()])
        plaats = tag.end()
        if tag["naam"] is None:
            continue  # a comment, or content that is never shown
        naam = tag["naam"].lower()
        if naam in _LEEG:
            uit.append(tag[0])
        elif tag["slot"]:
            uit.extend(_close(stapel, naam))
        else:
            if naam in _SLUIT_ZICHZELF:
                uit.extend(_close(stapel, naam))
            if len(stapel) < grenzen.HTML_DIEPTE:
                stapel.append(naam)
                uit.append(tag[0])
    uit.append(bron[plaats:])
    uit.extend(f"</{naam}>" for naam in reversed(stapel))
    return "".join(uit)


def _close(stapel: list[str], naam: str) -> list[str]:
    """Close the nearest open `naam` and all within it, unless a table or list stands between; [] when none is open."""
    for plaats in range(len(stapel) - 1, -1, -1):
        if stapel[plaats] == naam:
            gesloten = [f"</{open_}>" for open_ in reversed(stapel[plaats:])]
            del stapel[plaats:]
            return gesloten
        if stapel[plaats] in _WANDEN and naam not in _WANDEN and naam not in ("tr", "thead", "tbody", "tfoot"):
            return []
    return []
