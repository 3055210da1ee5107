"""The readable text and the safe HTML of a whole message, put together from its pieces."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.platte_tekst import is_stomp
from stadspunt.stromen.intake.rules.tekens import to_opslaanbaar, to_regels
from stadspunt.stromen.intake.rules.uitnodiging import format_uitnodiging
from stadspunt.stromen.intake.rules.verzamelen import VOLLEDIG, Tekstdeel, Verzameling
from stadspunt.stromen.intake.rules.waarschuwing import TEKSTEN
from stadspunt.stromen.intake.rules.weergave import render_html, render_tekst

# What the reader would miss, or be fooled by, without a word in the text itself.
_VERTELLEN: Final = (
    "bijlagen-weggelaten", "delen-weggelaten", "html-onleesbaar", "html-te-lang", "kop-te-lang", "link-misleidt",
    "ondertekening-onleesbaar", "te-diep-genest", "tekst-te-lang",
)  # fmt: skip
_VEEL_WIT: Final = re.compile(r"\n{4,}")


@dataclass(frozen=True, slots=True)
class Lezing:
    """The readable forms; `aantekeningen` are what StadsPunt adds about content that cannot be shown."""

    tekst: str
    html: str
    aantekeningen: str


def compose(verzameling: Verzameling) -> Lezing:
    """Return text and HTML; marks the attachments that the HTML shows, and adds images that were inside the HTML."""
    heeft_html = any(deel.html.strip() for deel in verzameling.teksten)
    teksten: list[str] = []
    htmls: list[str] = []
    for deel in verzameling.teksten:
        tekst, html = _render(deel, verzameling)
        if tekst.strip():
            teksten.append(tekst.strip("\n"))
        if heeft_html and html:
            htmls.append(html)
    tekst = _VEEL_WIT.sub("\n\n\n", to_opslaanbaar(to_regels("\n\n".join(teksten)))).rstrip()
    if len(tekst) > grenzen.TEKST_TEKENS:
        if not any(bijlage.naam.startswith(VOLLEDIG) for bijlage in verzameling.bijlagen):
            verzameling.add_bijlage(VOLLEDIG, "text/plain", tekst.encode())
            verzameling.waarschuwingen.add("tekst-te-lang")
        tekst = tekst[: grenzen.TEKST_TEKENS]
    return Lezing(tekst, "\n".join(htmls).strip(), _format_aantekeningen(verzameling, is_leeg=not tekst.strip()))


def _render(deel: Tekstdeel, verzameling: Verzameling) -> tuple[str, str]:
    if not deel.html.strip():
        return deel.plat, render_tekst(deel.plat)
    try:
        weergave = render_html(deel.html, _make_zoeker(verzameling), verzameling.waarschuwingen)
    except ValueError:  # the sanitiser refuses; the plain text and the raw message remain
        verzameling.waarschuwingen.add("html-onleesbaar")
        return deel.plat, render_tekst(deel.plat)
    for index in weergave.getoond:
        verzameling.bijlagen[index] = replace(verzameling.bijlagen[index], inline=True)
    return (weergave.tekst if is_stomp(deel.plat, weergave.tekst) else deel.plat), weergave.html


def _make_zoeker(verzameling: Verzameling) -> Callable[[str], int | None]:
    """Return how an image finds its attachment: by Content-ID, by Content-Location, by name; only images count."""
    bij_naam: dict[str, int] = {}
    for index, bijlage in enumerate(verzameling.bijlagen):
        if bijlage.mediatype_gevonden.startswith("image/") and bijlage.gevaarlijk is None:
            for sleutel in (bijlage.cid, bijlage.naam):
                if sleutel:
                    bij_naam.setdefault(sleutel.lower(), index)
    for locatie, index in verzameling.locaties.items():
        bij_naam.setdefault(locatie.lower().removeprefix("cid:"), index)
    return lambda cid: bij_naam.get(unquote(cid).strip("<>").lower())


def _format_aantekeningen(verzameling: Verzameling, *, is_leeg: bool) -> str:
    regels = []
    if verzameling.versleuteld is not None:
        regels.append(f"[{TEKSTEN['versleuteld']} Het versleutelde deel staat bij de bijlagen.]")
    if verzameling.stuknummer:
        regels.append(f"[{TEKSTEN['bericht-in-stukken']} Dit is stuk {verzameling.stuknummer}.]")
    if is_leeg and verzameling.uitnodigingen:
        regels.append(format_uitnodiging(verzameling.uitnodigingen[0]))
    regels.extend(
        f"[Bijgevoegd bericht: {bijlage.onderwerp or '(zonder onderwerp)'}]"
        for bijlage in verzameling.bijlagen[:20]
        if bijlage.mediatype_opgegeven in ("message/rfc822", "message/global")
    )
    regels.extend(f"[{TEKSTEN[code]}]" for code in _VERTELLEN if code in verzameling.waarschuwingen)
    return "\n".join(regels)
