"""The access log: which persons were in an answer, written before it leaves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Protocol

from django.db import connection

from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.toegang.blik import Blik, find_blik
from stadspunt.fundament.toegang.models import Inzage

# One statement of our own: this runs with every page, and building it from fifty model objects was a tenth of a work list.
_INVOEGEN = f"""
    INSERT INTO {Inzage._meta.db_table} (moment_op, medewerker_id, actor, doel, partij_id, functie)
    SELECT rij.*, %s FROM unnest(%s::timestamptz[], %s::bigint[], %s::text[], %s::text[], %s::bigint[]) AS rij
"""  # noqa: S608 - the name of our own table

_BOUW: dict[type[object], tuple[bool, tuple[str, ...]]] = {}


class ToontPartijen(Protocol):
    """A view value that shows persons says whom."""

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Return the ids of the partijen of whom this value shows something."""
        ...


def find_getoonde_partijen(antwoord: object) -> Iterator[int]:
    """Yield the ids of all partijen shown anywhere in `antwoord` (dataclasses, lists, dicts, nested)."""
    toont, velden = _get_bouw(type(antwoord))
    if toont:
        yield from antwoord.get_getoonde_partijen()  # type: ignore[attr-defined]
    for veld in velden:
        yield from find_getoonde_partijen(getattr(antwoord, veld))
    if isinstance(antwoord, dict):
        for waarde in antwoord.values():
            yield from find_getoonde_partijen(waarde)
    elif isinstance(antwoord, list | tuple | set | frozenset):
        for waarde in antwoord:
            yield from find_getoonde_partijen(waarde)


def _get_bouw(soort: type[object]) -> tuple[bool, tuple[str, ...]]:
    """Return whether values of this type show persons, and the fields of a dataclass: looked up once for each type."""
    bouw = _BOUW.get(soort)
    if bouw is None:
        velden = tuple(veld.name for veld in fields(soort)) if is_dataclass(soort) else ()
        bouw = _BOUW[soort] = (callable(getattr(soort, "get_getoonde_partijen", None)), velden)
    return bouw


def record_inzage(raadpleging: Raadpleging, functie: str, antwoord: object) -> None:
    """Write one line for each person in `antwoord`; within a screen that waits for the end of it (see `write_blik`).

    The system sees nobody, so its looks leave no line.
    """
    if raadpleging.actor.soort is ActorSoort.SYSTEEM:
        return
    gezien = set(find_getoonde_partijen(antwoord))
    blik = find_blik()
    if blik is None:
        _write(functie, {(raadpleging.doel, partij_id): raadpleging for partij_id in gezien})
        return
    for partij_id in gezien:
        blik.getoond.setdefault((raadpleging.doel, partij_id), raadpleging)


def write_blik(blik: Blik) -> None:
    """Write one line for each person that a screen showed, in one statement: many queries, one look."""
    _write(blik.scherm, blik.getoond)


def _write(functie: str, getoond: Mapping[tuple[str, int], Raadpleging]) -> None:
    if not getoond:
        return
    rijen = sorted(getoond.items(), key=lambda een: een[0])
    blikken = [raadpleging for _, raadpleging in rijen]
    with connection.cursor() as cursor:
        cursor.execute(
            _INVOEGEN,
            [
                functie,
                [raadpleging.moment for raadpleging in blikken],
                [raadpleging.actor.medewerker_id for raadpleging in blikken],
                [raadpleging.actor.naam for raadpleging in blikken],
                [doel for (doel, _), _ in rijen],
                [partij_id for (_, partij_id), _ in rijen],
            ],
        )
