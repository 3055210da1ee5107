"""What a reader sees: HTML without anything that runs, loads or deceives, and the same content as plain text."""

import html as entiteiten
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import nh3

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.html_balans import limit_html
from stadspunt.stromen.intake.rules.links import describe_link, is_misleidend
from stadspunt.stromen.intake.rules.tekens import to_een_regel, to_opslaanbaar
from stadspunt.stromen.intake.rules.tekstopmaak import Tekstopmaak
from stadspunt.stromen.intake.rules.waarschuwing import Waarschuwingen

_TAGS: Final = {
    "a", "abbr", "address", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup",
    "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s",
    "samp", "section", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "tt", "u", "ul", "var",
}  # fmt: skip
_ZONDER_INHOUD: Final = {
    "script", "style", "title", "svg", "math", "iframe", "template", "noembed", "noframes", "select",
}  # fmt: skip
_CLEANER: Final = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_ZONDER_INHOUD,
    attributes={
        "*": {"dir", "lang", "style"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
        "ol": {"start"},
    },
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel", "cid"},
    url_relative="deny",
    filter_style_properties={"display", "visibility"},
)
# The cleaner writes canonical HTML: attributes in double quotes, '<' in text escaped. So these patterns are exact.
_TOKEN: Final = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>|([^<]+)|<')
_KENMERK: Final = re.compile(r'([a-z]+)="([^"]*)"')
_KLEIN_GETAL: Final = re.compile(r"[0-9]{1,3}")
_VERBORGEN: Final = re.compile(r"display:\s*none|visibility:\s*hidden")
_LEEG: Final = frozenset(["br", "hr", "img", "col"])
_REL: Final = "noopener noreferrer nofollow"


@dataclass(frozen=True, slots=True)
class Weergave:
    """One piece of HTML, safe, and as text; `getoond` are the attachments that it shows in place."""

    html: str
    tekst: str
    getoond: frozenset[int]


def render_html(bron: str, find_bijlage: Callable[[str], int | None], waarschuwingen: Waarschuwingen) -> Weergave:
    """Return `bron` as safe HTML and as text.

    `find_bijlage` gives the index of the attachment that a cid means. Nothing in the result loads from outside: images are
    only `bijlage:<index>`; links say where they really go.
    """
    schoon = _CLEANER.clean(limit_html(bron[: grenzen.HTML_TEKENS]))
    if len(bron) > grenzen.HTML_TEKENS or len(schoon) > grenzen.HTML_UIT_TEKENS:
        waarschuwingen.add("html-te-lang")
        schoon = schoon[: grenzen.HTML_UIT_TEKENS]
    schrijver = _Schrijver(find_bijlage, waarschuwingen)
    for token in _TOKEN.finditer(schoon):
        schrijver.read(token)
    schrijver.close_all()
    return Weergave(to_opslaanbaar("".join(schrijver.uit)), schrijver.tekst.finish(), frozenset(schrijver.getoond))


def render_tekst(tekst: str) -> str:
    """Return plain text as HTML that shows it the same."""
    return f'<div class="platte-tekst">{entiteiten.escape(tekst).replace(chr(10), "<br>")}</div>' if tekst.strip() else ""


def resolve_bijlagen(html: str, adressen: Mapping[int, str]) -> str:
    """Return the HTML of a Mailbericht with its images at `adressen[index]`; an image without address is taken out.

    A tag cannot be forged from within: in text '<' is escaped, in attributes '"' is.
    """

    def _to_img(treffer: re.Match[str]) -> str:
        adres = adressen.get(int(treffer[1]))
        return f'<img src="{entiteiten.escape(adres)}"{treffer[2]}>' if adres else ""

    return re.sub(r'<img src="bijlage:([0-9]{1,4})"((?: [a-z]+="[^"]*")*)>', _to_img, html)


class _Schrijver:
    """Writes each tag anew: only what is named here comes out."""

    def __init__(self, find_bijlage: Callable[[str], int | None], waarschuwingen: Waarschuwingen) -> None:
        self.uit: list[str] = []
        self.tekst = Tekstopmaak()
        self.getoond: set[int] = set()
        self._find_bijlage = find_bijlage
        self._waarschuwingen = waarschuwingen
        self._open: list[str] = []
        self._verborgen_vanaf = 0  # how many tags were open when hidden content began, 0 when all is visible
        self._link = ""
        self._linktekst: list[str] = []

    def read(self, token: re.Match[str]) -> None:
        """Take one tag or piece of text of the cleaned HTML."""
        slot, naam, kenmerken, tekst = token.groups()
        if tekst is not None:
            if not self._verborgen_vanaf:
                self._write_tekst(tekst)
        elif naam is None:
            return
        elif slot:
            self._close(naam)
        else:
            self._start(naam, dict(_KENMERK.findall(kenmerken)) if kenmerken else {})

    def close_all(self) -> None:
        """Close what is still open: the page around the message stays whole."""
        while self._open:
            self._close(self._open[-1])

    def _write_tekst(self, tekst: str) -> None:
        leesbaar = entiteiten.unescape(tekst) if "&" in tekst else tekst
        self.uit.append(tekst)
        self.tekst.add_tekst(leesbaar)
        if self._link:
            self._linktekst.append(leesbaar)

    def _start(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam not in _LEEG:
            self._open.append(naam)
        if self._verborgen_vanaf:
            return
        if naam not in _LEEG and _VERBORGEN.search(kenmerken.get("style", "")):
            self._verborgen_vanaf = len(self._open)
            return
        if naam == "img":
            self._write_img(kenmerken)
            return
        self.tekst.start(naam, kenmerken)
        if naam == "a":
            self._link, self._linktekst = _get_doel(kenmerken), []
            self.uit.append(f'<a href="{entiteiten.escape(self._link)}" rel="{_REL}">' if self._link else "<a>")
        else:
            self.uit.append(f"<{naam}{_format_kenmerken(kenmerken)}>")

    def _close(self, naam: str) -> None:
        diepte = len(self._open)
        if self._open:
            self._open.pop()
        if self._verborgen_vanaf:
            if diepte == self._verborgen_vanaf:
                self._verborgen_vanaf = 0
            return
        self.uit.append(f"</{naam}>")
        if naam == "a" and self._link:
            self._write_doel()
        self.tekst.close(naam)

    def _write_doel(self) -> None:
        """Show after a link where it goes, unless its text says just that."""
        opschrift = to_een_regel("".join(self._linktekst))
        doel = describe_link(self._link, opschrift)
        if doel:
            self.uit.append(f' <span class="linkdoel">[{entiteiten.escape(doel)}]</span>')
            self.tekst.add_tekst(f" <{doel}>" if opschrift else f"<{doel}>")
        if is_misleidend(self._link, opschrift):
            self._waarschuwingen.add("link-misleidt")
        self._link = ""

    def _write_img(self, kenmerken: dict[str, str]) -> None:
        bron, alt = entiteiten.unescape(kenmerken.get("src", "")), kenmerken.get("alt", "").strip()
        index = self._find_bijlage(bron[4:]) if bron.lower().startswith("cid:") else None
        if index is not None:
            self.getoond.add(index)
            maten = "".join(
                f' {k}="{kenmerken[k]}"' for k in ("width", "height") if re.fullmatch("[0-9]{1,4}", kenmerken.get(k, ""))
            )
            self.uit.append(f'<img src="bijlage:{index}" alt="{alt}"{maten}>')
            self.tekst.add_tekst(f"[afbeelding: {entiteiten.unescape(alt)}]" if alt else "[afbeelding]")
            return
        if bron:
            self._waarschuwingen.add("afbeelding-niet-geladen")
        if alt:
            self.uit.append(f'<span class="afbeelding-weg">[afbeelding: {alt.replace("<", "&lt;").replace(">", "&gt;")}]</span>')
            if self._link:
                self._linktekst.append(alt)


def _get_doel(kenmerken: dict[str, str]) -> str:
    doel = entiteiten.unescape(kenmerken.get("href", "")).strip()
    return doel if doel.lower().startswith(("http:", "https:", "mailto:", "tel:")) else ""


def _format_kenmerken(kenmerken: dict[str, str]) -> str:
    """Return the few attributes that may stay: writing direction, language and the shape of a table."""
    uit = ""
    if kenmerken.get("dir") in ("ltr", "rtl", "auto"):
        uit += f' dir="{kenmerken["dir"]}"'
    if re.fullmatch(r"[a-zA-Z-]{2,20}", kenmerken.get("lang", "")):
        uit += f' lang="{kenmerken["lang"]}"'
    for naam in ("colspan", "rowspan", "start"):
        if _KLEIN_GETAL.fullmatch(kenmerken.get(naam, "")):
            uit += f' {naam}="{kenmerken[naam]}"'
    return uit
