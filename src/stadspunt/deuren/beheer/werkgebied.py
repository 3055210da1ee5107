"""For which municipalities an administrator works. While there is one, nobody sees that there could be more."""

from dataclasses import dataclass
from typing import Any

from stadspunt.bronnen.organisatie.queries import list_gemeenten
from stadspunt.fundament.toegang.actor import Raadpleging

Keuzes = tuple[tuple[Any, str], ...]


@dataclass(frozen=True, slots=True)
class Werkgebied:
    """The municipalities of one administrator, by name."""

    gemeenten: Keuzes

    @property
    def meer(self) -> bool:
        """Say whether there is anything to choose."""
        return len(self.gemeenten) > 1

    def get_naam(self, gemeente_id: int | None) -> str:
        """Return the name of a municipality; without one a thing is for all of them."""
        return "Alle gemeenten" if gemeente_id is None else dict(self.gemeenten)[gemeente_id]

    def label(self, naam: str, gemeente_id: int) -> str:
        """Return `naam`, with its municipality when there are more."""
        return f"{naam} ({self.get_naam(gemeente_id)})" if self.meer else naam


def get_werkgebied(raadpleging: Raadpleging) -> Werkgebied:
    """Return the municipalities that this actor works for."""
    eigen = raadpleging.actor.gemeente_ids
    return Werkgebied(tuple((een.id, een.naam) for een in list_gemeenten() if een.id in eigen))
