"""How a question starts."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.klanten import Klant
from stadspunt.project.demo.vraagkeuze import Vraagkeuze


@dataclass(frozen=True, slots=True)
class Begin:
    """A question at the moment it is put; times are Dutch wall clock.

    `medewerker` had the client on the line or at the desk until `klaar`; for what was written it is '' and
    `wachttijd` is how many minutes of office time it lies before somebody takes it.
    """

    sleutel: int
    moment: datetime
    kanaal: Kanaal
    team: str
    klant: Klant | None
    keuze: Vraagkeuze
    medewerker: str = ""
    klaar: datetime | None = None
    wachttijd: int = 0
