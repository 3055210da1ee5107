"""What screens and rooms above see of pieces of text. They show no client."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TekstblokBeeld:
    """A piece of text with how often and when it was last used; `eigenaar_id` None: it is shared."""

    id: int
    naam: str
    code: str
    tekst_nl: str
    tekst_en: str
    waarvoor: tuple[str, ...]
    gemeente_id: int | None
    team_id: int | None
    eigenaar_id: int | None
    actief: bool
    aantal_gebruikt: int
    laatst_gebruikt_op: datetime | None

    def get_tekst(self, taal: str) -> str:
        """Return the text in a language, '' when there is none."""
        return self.tekst_en if taal == "en" else self.tekst_nl
