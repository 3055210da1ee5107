"""The readable number of a question: year, sequence and a check digit, as in '2026-000123-8'.

Residents copy it from a letter, say it on the telephone and leave it in the subject of a
mail. The check digit is Damm's (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004):
it catches every single wrong digit and every swap of two neighbours. ISO 7064 MOD 11,10 was
tried first; it catches every single wrong digit too, but misses 1.4% of the swaps
(2020-000034-3 and 2020-000043-3 are both "right").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# The totally anti-symmetric quasigroup of order 10 from Damm's thesis; row = interim digit, column = next digit.
_TABEL = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
_MAX_VOLGNUMMER = 999_999_999
_MAX_GEVONDEN = 20

# People drop the hyphens, type spaces, a slash or a dot, and word processors make long dashes of hyphens.
_TUSSEN = r"[ \t\u00a0\-\u2010-\u2015\u2212./_]{0,3}"
_NUMMER = re.compile(rf"(?<![0-9])(20[0-9]{{2}}){_TUSSEN}([0-9]{{6,9}}){_TUSSEN}([0-9])(?![0-9])")
# A part of one: the year may be missing, zeros in front too, and the check digit; that one only after a hyphen or the like.
_DEEL = re.compile(rf"(?:(20[0-9]{{2}}){_TUSSEN})?([0-9]{{1,9}}?)(?:[ \-\u2010-\u2015\u2212./_]([0-9]))?")
_MIN_LOS = 4


@dataclass(frozen=True, slots=True, order=True)
class Nummer:
    """The number of one question; `str()` gives it as it is written in letters and mails."""

    jaar: int
    volgnummer: int

    def __post_init__(self) -> None:
        """Refuse what cannot be written in the format."""
        if not 2000 <= self.jaar <= 2099:
            raise ValueError(f"year {self.jaar} is not within 2000-2099")
        if not 1 <= self.volgnummer <= _MAX_VOLGNUMMER:
            raise ValueError(f"sequence {self.volgnummer} is not within 1-{_MAX_VOLGNUMMER}")

    def __str__(self) -> str:
        """Return 'jaar-volgnummer-controlecijfer'."""
        cijfers = f"{self.jaar}{self.volgnummer:06d}"
        return f"{self.jaar}-{self.volgnummer:06d}-{compute_controlecijfer(cijfers)}"


def compute_controlecijfer(cijfers: str) -> str:
    """Return the Damm check digit of a string of ASCII digits; raises ValueError on anything else."""
    if not cijfers or not (cijfers.isascii() and cijfers.isdigit()):
        raise ValueError("a check digit needs a string of digits")
    tussenstand = 0
    for cijfer in cijfers:
        tussenstand = int(_TABEL[tussenstand][int(cijfer)])
    return str(tussenstand)


def format_nummer(jaar: int, volgnummer: int) -> str:
    """Return the number as written, such as '2026-000123-8'; raises ValueError outside its limits."""
    return str(Nummer(jaar, volgnummer))


def parse_nummer(tekst: str) -> Nummer | None:
    """Return the number that `tekst` is, or None when it is not exactly one number with a right check digit.

    Forgives spaces around it, brackets, a '#', and missing or other hyphens.
    """
    treffer = _NUMMER.fullmatch(tekst.strip(" \t\r\n\u00a0[](){}<>#:."))
    return _to_nummer(treffer) if treffer else None


def find_nummers(tekst: str) -> tuple[Nummer, ...]:
    """Return the different numbers in `tekst` whose check digit is right, in the order in which they stand.

    One in ten random strings of the same shape passes, so the caller looks up whether the question exists.
    """
    gevonden: dict[Nummer, None] = {}
    for treffer in _NUMMER.finditer(tekst):
        nummer = _to_nummer(treffer)
        if nummer is not None:
            gevonden[nummer] = None
            if len(gevonden) == _MAX_GEVONDEN:
                break
    return tuple(gevonden)


@dataclass(frozen=True, slots=True)
class Nummerdeel:
    """A part of a number that somebody typed: which numbers it can be, and which when its last digit is wrong.

    `met_jaar` when the year was typed: then it is surely meant as a number.
    """

    nummers: tuple[Nummer, ...]
    anders: tuple[Nummer, ...]
    met_jaar: bool


def parse_nummerdeel(tekst: str, jaren: Iterable[int]) -> Nummerdeel | None:
    """Return which numbers `tekst` can be a part of, or None when it does not look like one.

    '2026-014233' (no check digit), '014233' and '14233-3' (no year: any of `jaren`), '0142333' (no
    hyphen), and a whole number of which the check digit is wrong.
    """
    treffer = _DEEL.fullmatch(tekst.strip(" \t\r\n\u00a0[](){}<>#:."))
    if treffer is None:
        return None
    jaar, volgnummer, controle = treffer.groups()
    if jaar is None and not controle and len(volgnummer) < _MIN_LOS:
        return None
    alle = _list_nummers([int(jaar)] if jaar else jaren, volgnummer)
    if controle:
        goed = tuple(nummer for nummer in alle if str(nummer)[-1] == controle)
        return Nummerdeel(goed, tuple(nummer for nummer in alle if nummer not in goed), jaar is not None)
    # '0142333' is '014233' with its check digit when that digit fits.
    aaneen = _list_nummers([int(jaar)] if jaar else jaren, volgnummer[:-1] if len(volgnummer) > 6 else "")
    met_cijfer = tuple(nummer for nummer in aaneen if str(nummer)[-1] == volgnummer[-1])
    return Nummerdeel(alle + met_cijfer, (), jaar is not None)


def _list_nummers(jaren: Iterable[int], volgnummer: str) -> tuple[Nummer, ...]:
    # No number is written with a seventh digit that it does not need.
    if not volgnummer.strip("0") or (len(volgnummer) > 6 and volgnummer.startswith("0")):
        return ()
    return tuple(Nummer(jaar, int(volgnummer)) for jaar in jaren)


def _to_nummer(treffer: re.Match[str]) -> Nummer | None:
    jaar, volgnummer, controle = treffer.groups()
    if compute_controlecijfer(jaar + volgnummer) != controle or int(volgnummer) == 0:
        return None
    if len(volgnummer) > 6 and volgnummer.startswith("0"):
        return None  # never written so: the sequence gets a seventh digit only when it needs one
    return Nummer(int(jaar), int(volgnummer))
