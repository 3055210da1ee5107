"""The access log: which persons were in an answer, written before it leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Protocol, runtime_checkable

from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging
from stadspunt.fundament.toegang.models import Inzage


@runtime_checkable
class ToontPartijen(Protocol):
    """A view value that shows persons says whom."""

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Return the ids of the partijen of whom this value shows something."""
        ...


def find_getoonde_partijen(antwoord: object) -> Iterator[int]:
    """Yield the ids of all partijen shown anywhere in `antwoord` (dataclasses, lists, dicts, nested)."""
    if isinstance(antwoord, ToontPartijen):
        yield from antwoord.get_getoonde_partijen()
    if is_dataclass(antwoord) and not isinstance(antwoord, type):
        for veld in fields(antwoord):
            yield from find_getoonde_partijen(getattr(antwoord, veld.name))
    elif isinstance(antwoord, dict):
        for waarde in antwoord.values():
            yield from find_getoonde_partijen(waarde)
    elif isinstance(antwoord, list | tuple | set | frozenset):
        for waarde in antwoord:
            yield from find_getoonde_partijen(waarde)


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
