"""What is shown of drafts and presence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ConceptBeeld:
    """One draft. `velden` holds for each field of the form the values that stood in it."""

    medewerker_id: int
    plek: str
    titel: str
    url: str
    begonnen_op: datetime
    gewijzigd_op: datetime
    versie: int
    velden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_hand_op: datetime | None = None

    def get_waarde(self, naam: str) -> str:
        """Return the (last) value of a field, '' when it has none."""
        waarden = self.velden.get(naam, ())
        return waarden[-1] if waarden else ""


@dataclass(frozen=True, slots=True)
class AanwezigheidBeeld:
    """Somebody else who is at the same place."""

    medewerker_id: int
    schrijft: bool
