"""HTML as plain text: paragraphs, lists, table rows and quotes stay recognisable."""

import re
from typing import Final

_WIT: Final = re.compile(r"[ \t\n\r\f]+")
_SPATIES: Final = re.compile(r"[ \t]{2,}")
_ALINEA: Final = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "figure"])
_BLOK: Final = frozenset([
    "div", "li", "dt", "dd", "tr", "address", "center", "header", "footer", "section", "main", "nav", "caption",
    "figcaption", "hr", "thead", "tbody", "tfoot",
])  # fmt: skip


class Tekstopmaak:
    """Takes tags and text in order; `finish` gives the text. Quoted blocks get '> ' in front of each line, as in mail."""

    def __init__(self) -> None:
        self._regels: list[str] = []
        self._regel: list[str] = []
        self._voorvoegsel = ""
        self._lijsten: list[int | None] = []  # the next number of an ordered list, None for bullets
        self._pre = 0
        self._witregel = False
        self._punt = ""  # the bullet or number that the next line gets

    def start(self, naam: str, kenmerken: dict[str, str]) -> None:
        """Take an opening tag."""
        if naam == "br":
            self._break_regel()
        elif naam in ("td", "th"):
            if "".join(self._regel).strip():
                self._regel.append("  ")
        elif naam in _ALINEA or naam in _BLOK:
            self._start_blok(naam, kenmerken)

    def close(self, naam: str) -> None:
        """Take a closing tag."""
        if naam not in _ALINEA and naam not in _BLOK:
            return
        self._end_blok()
        if naam in _ALINEA and not (naam in ("ul", "ol") and len(self._lijsten) > 1):
            self._witregel = True
        if naam == "blockquote":
            self._voorvoegsel = self._voorvoegsel[:-2]
        elif naam == "pre":
            self._pre = max(0, self._pre - 1)
        elif naam in ("ul", "ol") and self._lijsten:
            self._lijsten.pop()

    def add_tekst(self, tekst: str) -> None:
        """Take text; white space collapses outside preformatted text."""
        if self._pre:
            *vol, laatste = tekst.split("\n")
            for regel in vol:
                self._regel.append(regel)
                self._break_regel()
            self._regel.append(laatste)
            return
        tekst = _WIT.sub(" ", tekst)
        if tekst != " " or self._regel:
            self._regel.append(tekst)

    def finish(self) -> str:
        """Return the text so far, without white space around it."""
        self._end_blok()
        return "\n".join(self._regels).strip("\n ")

    def _start_blok(self, naam: str, kenmerken: dict[str, str]) -> None:
        self._end_blok()
        if naam in _ALINEA and not (naam in ("ul", "ol") and self._lijsten):
            self._witregel = True
        if naam == "blockquote":
            self._break_witregel()
            self._voorvoegsel = (self._voorvoegsel + "> ")[:40]
        elif naam == "pre":
            self._pre += 1
        elif naam == "ul":
            self._lijsten.append(None)
        elif naam == "ol":
            begin = kenmerken.get("start", "1")
            self._lijsten.append(int(begin) if re.fullmatch("[0-9]{1,4}", begin) else 1)
        elif naam == "li":
            self._start_punt()
        elif naam == "hr":
            self._regel.append("-" * 10)
            self._end_blok()

    def _start_punt(self) -> None:
        nummer = self._lijsten[-1] if self._lijsten else None
        if nummer is not None:
            self._lijsten[-1] = nummer + 1
        self._punt = "  " * min(len(self._lijsten) - 1, 8) + ("- " if nummer is None else f"{nummer}. ")

    def _break_regel(self) -> None:
        """End the line, also when it is empty (a line break that the writer meant)."""
        regel = "".join(self._regel)
        self._regel.clear()
        self._break_witregel()
        self._put(regel)

    def _end_blok(self) -> None:
        """End the line when there is something on it."""
        regel = "".join(self._regel)
        self._regel.clear()
        if regel.strip():
            self._break_witregel()
            self._put(regel)

    def _break_witregel(self) -> None:
        if self._witregel and self._regels and self._regels[-1].strip(" >"):
            self._regels.append(self._voorvoegsel.rstrip())
        self._witregel = False

    def _put(self, regel: str) -> None:
        if not self._pre:
            regel = _SPATIES.sub("  ", regel.strip(" \t"))
        self._regels.append(f"{self._voorvoegsel}{self._punt}{regel}".rstrip())
        self._punt = ""
