"""Is what was put back the same as what was kept? Counts and sums say so; an exit code never does."""

import hashlib
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from stadspunt.fundament.opslag.blobs import TABEL
from stadspunt.project.reservekopie.bundel import DOCUMENTEN, read_deel
from stadspunt.project.reservekopie.manifest import Documenten, Manifest, Tabel
from stadspunt.project.reservekopie.telling import (
    count_schema,
    count_tabellen,
    list_achterlopende_reeksen,
    list_migraties,
    prepare_transactie,
)

Bewaar = Callable[[bytes], str]


def compare_database(manifest: Manifest, verbinding: psycopg.Connection[Any]) -> list[str]:
    """Return each difference between the manifest and the database behind this connection (in a transaction), in Dutch."""
    prepare_transactie(verbinding)
    nu = count_tabellen(verbinding, frozenset({TABEL}))
    verschillen = compare_tabellen(manifest.tabellen, nu)
    for soort, aantal in count_schema(verbinding).items():
        if aantal != manifest.schema[soort]:
            verschillen.append(f"{soort}: {manifest.schema[soort]} bewaard, {aantal} teruggezet")
    if list_migraties(verbinding) != manifest.migraties:
        verschillen.append("de lijst met uitgevoerde migraties is anders")
    verschillen += [f"de nummering van {kolom} loopt achter" for kolom in list_achterlopende_reeksen(verbinding)]
    return verschillen


def compare_tabellen(bewaard: dict[str, Tabel], nu: dict[str, Tabel]) -> list[str]:
    """Return each table that is not the same."""
    verschillen = []
    for naam in sorted(bewaard.keys() | nu.keys()):
        toen, later = bewaard.get(naam), nu.get(naam)
        if toen is None or later is None:
            verschillen.append(f"tabel {naam} {'was er niet' if toen is None else 'ontbreekt'}")
        elif toen.rijen != later.rijen:
            verschillen.append(f"tabel {naam}: {toen.rijen} rijen bewaard, {later.rijen} teruggezet")
        elif toen.som != later.som:
            verschillen.append(f"tabel {naam}: evenveel rijen, maar de inhoud is anders")
    return verschillen


def read_documenten(pad: Path, bewaar: Bewaar) -> Documenten:
    """Give each file of the copy to `bewaar`, which returns its hash, and return what came by.

    Raises ValueError when a file is not what its name says.
    """
    som, aantal, samen = hashlib.sha256(), 0, 0
    with read_deel(pad, DOCUMENTEN) as stroom, tarfile.open(fileobj=stroom, mode="r|") as tar:
        for info in tar:
            tar.members = []  # type: ignore[attr-defined]  # or the library remembers every file
            bestand = tar.extractfile(info)
            inhoud = bestand.read() if bestand else b""
            sleutel = info.name.rpartition("/")[2]
            if bewaar(inhoud) != sleutel:
                raise ValueError(sleutel)
            som.update(sleutel.encode())
            aantal, samen = aantal + 1, samen + len(inhoud)
    return Documenten(aantal, samen, som.hexdigest())


def compare_documenten(manifest: Manifest, pad: Path, bewaar: Bewaar) -> list[str]:
    """Read every file of the copy, keep it with `bewaar`, and return each difference, in Dutch."""
    if not manifest.documenten.som:
        return []
    try:
        nu = read_documenten(pad, bewaar)
    except ValueError as fout:
        return [f"document {fout} is niet wat het was"]
    return [] if nu == manifest.documenten else [f"documenten: {manifest.documenten.aantal} bewaard, {nu.aantal} teruggezet"]


def hash_only(inhoud: bytes) -> str:
    """Return the hash of a file without keeping it: for a try."""
    return hashlib.sha256(inhoud).hexdigest()
