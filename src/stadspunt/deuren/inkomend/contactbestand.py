"""A CSV file as spreadsheets and other systems write it."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stadspunt.stromen.intake.rules.contactregel import check_kop

_MAX_VELD = 1_000_000


class BestandOnleesbaarError(ValueError):
    """The file as a whole cannot be read; the text is Dutch and says what to do."""


@dataclass(frozen=True, slots=True)
class Bestandsregel:
    """One line: its number in the file, and its fields by the name of the column in lower case."""

    nummer: int
    velden: Mapping[str, str]


def read_contactbestand(pad: Path) -> list[Bestandsregel]:
    """Return the lines of a CSV file in UTF-8 or Windows-1252, separated by ';', ',' or tab. Raises BestandOnleesbaarError."""
    try:
        ruw = pad.read_bytes()
    except OSError as fout:
        raise BestandOnleesbaarError(f"{pad} is niet te lezen ({fout.strerror}). Controleer de naam en de rechten.") from fout
    if ruw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BestandOnleesbaarError(f"{pad} is een rekenblad. Bewaar het als CSV en probeer het opnieuw.")
    tekst = _decode(ruw)
    csv.field_size_limit(_MAX_VELD)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=_find_scheiding(tekst))
    try:
        kop = [naam.strip().lower() for naam in next(lezer, [])]
        fouten = check_kop(kop)
        if fouten:
            raise BestandOnleesbaarError(fouten[0].tekst)
        regels = []
        nummer = lezer.line_num + 1
        for velden in lezer:
            if any(veld.strip() for veld in velden):
                regels.append(Bestandsregel(nummer, dict(zip(kop, velden, strict=False))))
            nummer = lezer.line_num + 1
    except csv.Error as fout:
        raise BestandOnleesbaarError(f"Regel {lezer.line_num} van {pad} is geen CSV ({fout}).") from fout
    return regels


def _decode(ruw: bytes) -> str:
    for tekenset in ("utf-8-sig", "cp1252"):
        try:
            return ruw.decode(tekenset)
        except UnicodeDecodeError:
            continue
    return ruw.decode("latin-1")


def _find_scheiding(tekst: str) -> str:
    """Return the separator that the first line has most of."""
    kop = tekst.partition("\n")[0]
    return max(";,\t", key=kop.count)
