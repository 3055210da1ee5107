"""What screens see of macros. They show no client."""

from dataclasses import dataclass
from datetime import datetime

from stadspunt.fundament.fouten import Fout
from stadspunt.stromen.macros.rules import Macrogegevens


@dataclass(frozen=True, slots=True)
class MacroBeeld:
    """A macro; `is_gebruikt` says whether this employee ever did it, `aantal` how often anybody did (for who administers)."""

    id: int
    gemeente_id: int
    gegevens: Macrogegevens
    is_gebruikt: bool = False
    aantal: int = 0
    laatst_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class Terugdraaibaar:
    """The last thing that happened to a question was a macro, and it can be undone until `tot`."""

    id: int
    naam: str
    tot: datetime


@dataclass(frozen=True, slots=True)
class Macrovoorbeeld:
    """What a macro would do on a question now; with `bezwaren` it does nothing at all.

    `onomkeerbaar` names what cannot be undone any more after a short time.
    """

    zinnen: tuple[str, ...]
    bezwaren: tuple[Fout, ...]
    onomkeerbaar: tuple[str, ...]
