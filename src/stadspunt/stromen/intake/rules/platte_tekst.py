"""Plain text as it was meant: flowed lines joined, PGP armour taken off, HTML that calls itself plain noticed."""

import re
from typing import Final

from stadspunt.stromen.intake.rules.mailbericht import Ondertekening

_PGP_ONDERTEKEND: Final = "-----BEGIN PGP SIGNED MESSAGE-----"
_PGP_HANDTEKENING: Final = "-----BEGIN PGP SIGNATURE-----"
_PGP_VERSLEUTELD: Final = "-----BEGIN PGP MESSAGE-----"
_HASHREGEL: Final = re.compile(r"\n*(?:Hash: [^\n]{0,100}\n)*\n?")
_HTML_BEGIN: Final = re.compile(r"\s*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_EEN_TAG: Final = re.compile(r"<[a-z][a-z0-9]{0,20}(?:[\s>/]|\Z)|<!|</[a-z]|&(?:[a-z]{2,8}|#[0-9]{1,6});", re.IGNORECASE)
_VERRIJKT_PARAM: Final = re.compile(r"<param>[^<]{0,1000}</param>", re.IGNORECASE)
_STOMP: Final = re.compile(
    r"(?:(?:this|your|to view|please)\b.{0,200}\bhtml\b|.{0,60}\b(?:geen|niet)\b.{0,60}\bhtml\b"
    r"|.{0,80}\bhtml[- ]?(?:mail|e-mail|email|bericht)\b).{0,300}",
    re.IGNORECASE | re.DOTALL,
)


def unflow(tekst: str, *, delsp: bool) -> str:
    """Return format=flowed text (RFC 3676) with its soft line breaks joined; quotes and signatures keep their lines."""
    uit: list[list[str]] = []
    vorige_diepte = -1
    loopt_door = False
    for regel in tekst.split("\n"):
        kaal = regel.lstrip(">")
        diepte = len(regel) - len(kaal)
        kaal = kaal.removeprefix(" ") if diepte or regel.startswith(" ") else kaal
        zacht = kaal.endswith(" ") and kaal != "-- "
        inhoud = kaal[:-1] if zacht and delsp else kaal
        if loopt_door and diepte == vorige_diepte and kaal != "-- ":
            uit[-1].append(inhoud)
        else:
            uit.append([f"{'>' * diepte} {inhoud}" if diepte else inhoud])
        loopt_door, vorige_diepte = zacht, diepte
    regels = ("".join(stukken) for stukken in uit)
    return "\n".join(regel if regel == "-- " else regel.rstrip(" ") for regel in regels)


def to_html(verrijkt: str) -> str:
    """Return text/enriched (RFC 1896) as HTML: '<<' is a bracket, of several line ends all but one count."""
    kaal = _VERRIJKT_PARAM.sub("", verrijkt).replace("<<", "&lt;")
    return re.sub(r"\n(\n*)", lambda t: "<br>" * len(t[1]) or " ", kaal)


def strip_pgp(tekst: str) -> tuple[str, Ondertekening | None, Ondertekening | None]:
    """Return text without inline PGP armour (RFC 9580, section 7), and whether it was signed and encrypted."""
    if _PGP_VERSLEUTELD in tekst:
        return tekst, None, Ondertekening.PGP
    begin = tekst.find(_PGP_ONDERTEKEND)
    einde = tekst.find(_PGP_HANDTEKENING, begin)
    if begin < 0 or einde < 0:
        return tekst, None, None
    kop = _HASHREGEL.match(tekst, begin + len(_PGP_ONDERTEKEND))
    inhoud = tekst[kop.end() if kop else begin + len(_PGP_ONDERTEKEND) : einde]
    inhoud = "\n".join(regel.removeprefix("- ") for regel in inhoud.split("\n"))
    na = tekst.find("-----END PGP SIGNATURE-----", einde)
    rest = tekst[na + 27 :] if na >= 0 else ""
    return (tekst[:begin] + inhoud + rest).strip(), Ondertekening.PGP, None


def is_eigenlijk_html(tekst: str) -> bool:
    """Say whether text that calls itself plain is a whole web page."""
    return bool(_HTML_BEGIN.match(tekst))


def is_eigenlijk_plat(html: str) -> bool:
    """Say whether text that calls itself HTML has no single tag, so that its lines would run together."""
    return not _EEN_TAG.search(html)


def is_stomp(plat: str, uit_html: str) -> bool:
    """Say whether the plain alternative is only a stand-in ("your program cannot show HTML") for the real text."""
    kort = plat.strip()
    if not kort:
        return True
    return len(kort) < 400 and len(uit_html) > 2 * len(kort) and bool(_STOMP.match(kort))
