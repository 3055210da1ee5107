"""The MIME tree of a message (RFC 2045, RFC 2046), read over one buffer without copying and without deep recursion."""

import re
from dataclasses import dataclass, field
from typing import Final

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.codering import decode_inhoud
from stadspunt.stromen.intake.rules.kopregels import Kopregels, read_deelkop, read_kopregels
from stadspunt.stromen.intake.rules.kopwaarden import Parameter, parse_mediatype, parse_parameters
from stadspunt.stromen.intake.rules.waarschuwing import Waarschuwingen

_EERSTE_GRENS: Final = re.compile(rb"(?:\A|[\r\n])--([^\s-][^\r\n]{0,199}?)[ \t]{0,9}\r?\n(?:Content-|\r?\n)", re.IGNORECASE)
_NA_GRENS: Final = re.compile(rb"(--)?[ \t]*+(\r{1,3}\n|\n|\r|\Z)")
_MAX_VALS_ALARM: Final = 50_000
_GOK_BYTES: Final = 100_000
_KORT: Final = {
    "text": "text/plain", "plain": "text/plain", "plaintext": "text/plain", "text/text": "text/plain",
    "application/text": "text/plain", "application/txt": "text/plain",
    "html": "text/html", "text/htm": "text/html", "application/xhtml+xml": "text/html",
}  # fmt: skip


@dataclass(slots=True)
class Deel:
    """One entity: its header, and the stretch of `bron` that is its body. `kinderen` only when it is a multipart."""

    koppen: Kopregels
    mediatype: str
    parameters: dict[str, Parameter]
    bron: bytes
    begin: int
    einde: int
    diepte: int = 0
    kinderen: list["Deel"] = field(default_factory=list)

    @property
    def inhoud(self) -> bytes:
        """The body as it stands in the message, still encoded."""
        return self.bron[self.begin : self.einde]

    def get_parameter(self, naam: str) -> str:
        """Return a parameter of the Content-Type as text, '' when it is absent."""
        parameter = self.parameters.get(naam)
        return parameter.to_tekst() if parameter else ""

    def get_plaatsing(self) -> tuple[str, dict[str, Parameter]]:
        """Return the Content-Disposition and its parameters."""
        return parse_parameters(self.koppen.get("content-disposition"))

    def decode(self, waarschuwingen: Waarschuwingen) -> bytes:
        """Return the body with its transfer encoding undone."""
        codering = self.koppen.get("content-transfer-encoding").decode("latin-1")
        inhoud, code = decode_inhoud(self.inhoud, codering, is_tekst=self.mediatype.startswith("text/"))
        waarschuwingen.add(code)
        return inhoud


def parse_deel(ruw: bytes, waarschuwingen: Waarschuwingen, *, diepte: int = 0) -> Deel:
    """Read `ruw` as one entity with all its parts.

    What is nested too deep stays one leaf, what is a multipart without parts becomes text; both are noted.
    """
    koppen = read_kopregels(ruw, 0, len(ruw))
    if koppen.te_lang:
        waarschuwingen.add("kop-te-lang")
    wortel = _make_deel(koppen, ruw, koppen.begin_inhoud, len(ruw), "text/plain", diepte)
    te_doen = [wortel]
    aantal = 1
    while te_doen:
        deel = te_doen.pop()
        if not deel.mediatype.startswith("multipart/"):
            continue
        if deel.diepte >= grenzen.DIEPTE:
            waarschuwingen.add("te-diep-genest")
            deel.mediatype = "application/octet-stream"
            continue
        _split(deel, grenzen.DELEN - aantal, waarschuwingen)
        aantal += len(deel.kinderen)
        te_doen.extend(reversed(deel.kinderen))
    return wortel


def _make_deel(koppen: Kopregels, bron: bytes, begin: int, einde: int, standaard: str, diepte: int) -> Deel:
    veld = koppen.get("content-type")
    mediatype, parameters = parse_mediatype(veld) if veld else ("", {})
    if not mediatype:
        waarde = veld.partition(b";")[0].strip().lower().decode("latin-1")
        mediatype = _KORT.get(waarde, standaard)
    return Deel(koppen, _KORT.get(mediatype, mediatype), parameters, bron, begin, einde, diepte)


def _split(deel: Deel, ruimte: int, waarschuwingen: Waarschuwingen) -> None:
    """Give a multipart its children; without any boundary line it becomes a leaf of text."""
    stukken = _find_stukken(deel, waarschuwingen)
    if not stukken and deel.koppen.get("content-transfer-encoding").strip().lower() in (b"base64", b"quoted-printable"):
        # Forbidden by RFC 2045 section 6.4, done all the same by some gateways.
        deel.bron = b"\n" + deel.decode(waarschuwingen)
        deel.begin, deel.einde = 1, len(deel.bron)
        stukken = _find_stukken(deel, waarschuwingen)
    if not stukken:
        waarschuwingen.add("grens-ontbreekt")
        deel.mediatype = "text/plain"
        return
    if len(stukken) > ruimte:
        waarschuwingen.add("delen-weggelaten")
    standaard = "message/rfc822" if deel.mediatype == "multipart/digest" else "text/plain"
    for begin, einde in stukken[: max(0, ruimte)]:
        koppen = read_deelkop(deel.bron, begin, einde)
        deel.kinderen.append(
            _make_deel(koppen, deel.bron, koppen.begin_inhoud, einde, standaard, deel.diepte + 1),
        )


def _find_stukken(deel: Deel, waarschuwingen: Waarschuwingen) -> list[tuple[int, int]]:
    """Return the stretches between boundary lines; a boundary that is absent or wrong is guessed from the body."""
    parameter = deel.parameters.get("boundary")
    grens = parameter.waarde.rstrip() if parameter else b""
    stukken = _scan(deel.bron, deel.begin, deel.einde, grens) if grens else []
    gok_tot = min(deel.einde, deel.begin + _GOK_BYTES)
    if not stukken and (gok := _EERSTE_GRENS.search(deel.bron, max(0, deel.begin - 1), gok_tot)):
        stukken = _scan(deel.bron, deel.begin, deel.einde, gok[1])
        if stukken:
            waarschuwingen.add("grens-ontbreekt")
    return stukken


def _scan(bron: bytes, begin: int, einde: int, grens: bytes) -> list[tuple[int, int]]:
    """Return the stretches that lines '--grens' enclose; the line end before such a line belongs to it.

    Without a closing line the last stretch runs on; what follows the closing line is not content (RFC 2046, 5.1.1).
    """
    streep = b"--" + grens
    stukken: list[tuple[int, int]] = []
    open_op = -1
    plaats = begin
    for _ in range(_MAX_VALS_ALARM):
        plaats = bron.find(streep, plaats, einde)
        if plaats < 0:
            break
        staart = _NA_GRENS.match(bron, plaats + len(streep), einde)
        if staart is None or not (plaats == 0 or bron[plaats - 1] in b"\r\n"):
            plaats += 2
            continue
        if open_op >= 0:
            stukken.append((open_op, _voor_regeleinde(bron, open_op, plaats)))
            if len(stukken) > grenzen.DELEN:
                return stukken
        if staart[1]:
            return stukken
        open_op = plaats = staart.end()
    if open_op >= 0 and (open_op < einde or not stukken):
        stukken.append((open_op, einde))
    return stukken


def _voor_regeleinde(bron: bytes, begin: int, plaats: int) -> int:
    """Return where the content before the boundary line at `plaats` ends."""
    if plaats > begin and bron[plaats - 1] == 0x0A:
        plaats -= 1
    if plaats > begin and bron[plaats - 1] == 0x0D:
        plaats -= 1
    return plaats
