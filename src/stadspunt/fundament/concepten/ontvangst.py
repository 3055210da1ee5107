"""What a page sends while somebody types, read from its form. Pure: the doors give the form and the moment."""

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

_VOOR = "concept-"


@dataclass(frozen=True, slots=True)
class Getypt:
    """One sending: what was typed, where, on a page that was drawn at `sinds` with version `versie` of the draft."""

    plek: str
    titel: str
    adres: str
    sinds: datetime
    versie: int
    velden: Mapping[str, list[str]]


def parse_getypt(lijsten: Iterable[tuple[str, list[str]]], moment: datetime, anders: str) -> Getypt:
    """Return what was sent as name and values of each field; `anders` is the page to come back to when none is named.

    What makes no sense becomes a beginning (version 0, this moment); the action refuses what is no place.
    """
    alles = {naam: [str(waarde) for waarde in waarden] for naam, waarden in lijsten}
    bij = {
        naam.removeprefix(_VOOR): waarden[-1].replace("\x00", "")
        for naam, waarden in alles.items()
        if naam.startswith(_VOOR) and waarden
    }
    return Getypt(
        bij.get("plek", ""),
        bij.get("titel", ""),
        clean_adres(bij.get("adres", ""), anders),
        _parse_moment(bij.get("sinds", ""), moment),
        parse_versie(bij.get("versie", "")),
        {naam: waarden for naam, waarden in alles.items() if not naam.startswith(_VOOR)},
    )


def clean_adres(adres: str, anders: str) -> str:
    """Return an address of this site, and `anders` for what leads away from it."""
    delen = urlsplit(adres)
    eigen = not delen.scheme and not delen.netloc and adres.startswith("/") and not adres.startswith(("//", "/\\"))
    return adres[:300] if eigen else anders


def parse_versie(tekst: str) -> int:
    """Return the version that a page holds, 0 for what is no number."""
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 10 else 0


def _parse_moment(tekst: str, anders: datetime) -> datetime:
    with contextlib.suppress(ValueError):
        moment = datetime.fromisoformat(tekst)
        if moment.tzinfo is not None:
            return min(moment, anders)
    return anders
