"""What Lindewaard knows of one product: the shape in which the lists of products are written."""

from dataclasses import dataclass
from enum import StrEnum

from stadspunt.project.demo.kanalen import Kanaal

_UPL = "http://standaarden.overheid.nl/owms/terms/"


class Knip(StrEnum):
    """Who may finish a question about the product: where the cut lies (B4)."""

    EERSTE_LIJN = "eerste-lijn"
    TWEEDE_LIJN = "tweede-lijn"
    VAKAFDELING = "vakafdeling"


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product in short.

    `upl` is the tail of its address in the Uniforme Productnamenlijst and `upl_naam` its name there; `grondslag` the
    law; `norm_werkdagen` the longest that a department may take for an order; `woorden` what residents call it.
    """

    code: str
    naam: str
    upl_naam: str
    upl: str
    grondslag: str
    afdeling: str
    doelgroepen: tuple[str, ...]
    thema: str
    kanalen: tuple[Kanaal, ...]
    knip: Knip
    norm_werkdagen: int
    antwoord: str
    woorden: tuple[str, ...]

    @property
    def upl_uri(self) -> str:
        """Return the full address of the product in the UPL."""
        return _UPL + self.upl

    @property
    def tweede_lijn_eerst(self) -> bool:
        """Say whether a question goes to the second line before it goes to a department (B5)."""
        return self.knip is Knip.TWEEDE_LIJN
