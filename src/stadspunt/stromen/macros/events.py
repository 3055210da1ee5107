"""What a macro did."""

from dataclasses import dataclass

from stadspunt.fundament.gebeurtenissen.feiten import feit


@feit
@dataclass(frozen=True, slots=True)
class MacroUitgevoerd:
    """A macro was done on a question; `zinnen` say in Dutch what it did, without names and texts."""

    klantvraag_id: int
    macrouitvoering_id: int
    naam: str
    zinnen: tuple[str, ...]


@feit
@dataclass(frozen=True, slots=True)
class MacroTeruggedraaid:
    """What a macro did on a question was undone."""

    klantvraag_id: int
    macrouitvoering_id: int
    naam: str
