"""The axes of a chart: round steps and the way from a figure to a place. Pure."""

import math
from dataclasses import dataclass

_STAPPEN = (1.0, 2.0, 2.5, 5.0, 10.0)


def compute_stap(hoogste: float, aantal: int = 5) -> float:
    """Return a round step (1, 2, 2.5 or 5 times a power of ten) of which about `aantal` reach `hoogste`."""
    if hoogste <= 0:
        return 1.0
    ruw = hoogste / aantal
    macht = 10.0 ** math.floor(math.log10(ruw))
    return next(stap * macht for stap in _STAPPEN if stap * macht >= ruw * (1 - 1e-9))


@dataclass(frozen=True, slots=True)
class Schaal:
    """From a figure to a place: 0 is drawn at `van`, `hoogste` at `naar`."""

    hoogste: float
    van: float
    naar: float
    stap: float

    def plaats(self, waarde: float) -> float:
        """Return where `waarde` is drawn, rounded to a tenth of a unit."""
        return round(self.van + (self.naar - self.van) * waarde / self.hoogste, 1)

    def list_strepen(self) -> tuple[float, ...]:
        """Return the figures that get a grid line, from 0 up to and including the highest."""
        return tuple(round(nummer * self.stap, 10) for nummer in range(round(self.hoogste / self.stap) + 1))


def build_schaal(hoogste: float, van: float, naar: float) -> Schaal:
    """Return a scale from zero to the first round step at or above `hoogste`.

    A chart of amounts always starts at zero: a cut axis shows differences that are not there.
    """
    stap = compute_stap(hoogste)
    return Schaal(max(stap, math.ceil(hoogste / stap - 1e-9) * stap), van, naar, stap)


def format_getal(waarde: float) -> str:
    """Return `waarde` as a Dutch reader writes it: 1.250 or 3,5."""
    tekst = f"{waarde:,.0f}" if float(waarde).is_integer() else f"{waarde:,.1f}"
    return tekst.translate(str.maketrans(",.", ".,"))
