"""What a draft may hold, and how long it and a sign of presence last. Pure."""

import re
from collections.abc import Mapping
from datetime import timedelta

from stadspunt.fundament.fouten import Fout

# A draft that nobody touched for so long is thrown away; it may hold what a client said.
BEWAARTIJD = timedelta(days=30)
# A finished place refuses what was typed before it was finished and arrives later, for this long.
NAWERKING = timedelta(days=1)
# A browser gives a sign every 20 seconds; two may get lost.
HUURTIJD = timedelta(seconds=60)

MAX_TEKENS = 200_000
MAX_VELDEN = 400
_PLEK = re.compile(r"[a-z0-9][a-z0-9-]{2,79}")
# Not what somebody typed, or not ours to keep.
_NOOIT = frozenset({"csrfmiddlewaretoken", "wachtwoord", "password", "actie"})

Velden = dict[str, list[str]]


def is_plek(plek: str) -> bool:
    """Say whether `plek` can be the name of a place."""
    return _PLEK.fullmatch(plek) is not None


def check_plek(plek: str) -> tuple[Fout, ...]:
    """Return why `plek` is no name of a place."""
    return () if is_plek(plek) else (Fout("plek", "Deze plek bestaat niet. Laad de pagina opnieuw."),)


def check_velden(velden: Mapping[str, list[str]]) -> tuple[Fout, ...]:
    """Return why these fields are too much to keep: a draft is typed by a person."""
    tekens = sum(len(waarde) for waarden in velden.values() for waarde in waarden)
    if tekens > MAX_TEKENS or sum(map(len, velden.values())) > MAX_VELDEN:
        return (Fout("te-groot", "Deze tekst is te lang om tussentijds te bewaren. Verstuur hem, of maak hem korter."),)
    return ()


def clean_velden(velden: Mapping[str, list[str]]) -> Velden:
    """Return the fields worth keeping; a NUL, which no database keeps, is taken out."""
    return {
        naam.replace("\x00", ""): [waarde.replace("\x00", "") for waarde in waarden]
        for naam, waarden in velden.items()
        if naam not in _NOOIT
    }
