"""The access log: which persons were in an answer, written before it leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Protocol

from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.toegang.models import Inzage

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
    """Write one line for each person in `antwoord`. The system sees nobody, so its looks leave no line."""
    if raadpleging.actor.soort is ActorSoort.SYSTEEM:
        return
    gezien = sorted(set(find_getoonde_partijen(antwoord)))
    if gezien:
        Inzage.objects.bulk_create(
            Inzage(
                moment_op=raadpleging.moment,
                medewerker_id=raadpleging.actor.medewerker_id,
                actor=raadpleging.actor.naam,
                doel=raadpleging.doel,
                functie=functie,
                partij_id=partij_id,
            )
            for partij_id in gezien
        )
