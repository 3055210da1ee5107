"""Texts with places to fill in: fields in braces that we fill, and marks that a person fills. Pure."""

import re
from collections.abc import Collection, Mapping

_VELD = re.compile(r"\{([^{}\n]{0,60})\}")
# What a person still has to fill in: '[vul in: datum van antwoord]', also when half of it was taken away.
_OPEN_PLEK = re.compile(r"\[\s*vul in\b[^\]\n]{0,200}\]?", re.IGNORECASE)


def list_onbekende_velden(tekst: str, velden: Collection[str]) -> tuple[str, ...]:
    """Return what stands in braces and is none of `velden`, each once, as it was written."""
    return tuple(dict.fromkeys(veld for veld in _VELD.findall(tekst) if veld.strip() not in velden))


def list_velden(tekst: str, velden: Collection[str]) -> tuple[str, ...]:
    """Return which of `velden` stand in `tekst`, each once."""
    return tuple(dict.fromkeys(veld.strip() for veld in _VELD.findall(tekst) if veld.strip() in velden))


def fill_velden(tekst: str, waarden: Mapping[str, str], velden: Collection[str]) -> str:
    """Return `tekst` with its fields filled in once; an unknown field stays as it is, a missing value is empty.

    Values are never read as texts with fields themselves: a client called "{nummer}" keeps his name.
    """

    def fill(treffer: re.Match[str]) -> str:
        veld = treffer[1].strip()
        return waarden.get(veld, "") if veld in velden else treffer[0]

    return _VELD.sub(fill, tekst)


def fill_of_markeer(tekst: str, waarden: Mapping[str, str], velden: Mapping[str, str]) -> str:
    """Return `tekst` with its fields filled in; what is not known is marked with what `velden` says of it.

    So nothing is invented, and nothing goes out as a hole.
    """
    plekken = {veld: to_open_plek(uitleg) for veld, uitleg in velden.items()}
    return fill_velden(tekst, plekken | {veld: waarde for veld, waarde in waarden.items() if waarde}, velden)


def to_open_plek(wat: str) -> str:
    """Return the mark for what a person has to fill in."""
    return f"[vul in: {wat}]"


def list_open_plekken(tekst: str) -> tuple[str, ...]:
    """Return what still has to be filled in, each once, as it stands there."""
    return tuple(dict.fromkeys(_OPEN_PLEK.findall(tekst)))
