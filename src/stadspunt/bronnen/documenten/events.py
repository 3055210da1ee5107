"""What happened to files."""

from dataclasses import dataclass

from stadspunt.fundament.gebeurtenissen.feiten import feit


@feit
@dataclass(frozen=True, slots=True)
class VirusGevonden:
    """The scanner found something in a file; `virus` is what it calls that."""

    document_id: int
    virus: str
