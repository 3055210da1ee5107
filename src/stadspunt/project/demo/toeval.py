"""Chance that falls the same way on every machine, in every run and in every version of Python.

Only `random.Random.random()` is used: the Python documentation promises that it keeps giving the same
sequence for the same integer seed, and promises that for no other method (`choice`, `shuffle`, `randrange`
and `choices` have changed between versions). All else is made from it with integers and with additions
and multiplications of floats, which IEEE 754 fixes to the last bit. No logarithms or powers: those differ
per C library.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Gewichten(Generic[T]):
    """A list to draw from in which one item comes up more often than another."""

    __slots__ = ("_grenzen", "dingen", "totaal")

    def __init__(self, dingen: Sequence[T], gewichten: Sequence[float]) -> None:
        """Take as many weights as things; raises ValueError when nothing can ever be drawn."""
        if len(dingen) != len(gewichten):
            raise ValueError("every thing needs a weight")
        self.dingen = tuple(dingen)
        self._grenzen = list(accumulate(gewichten))
        self.totaal: float = self._grenzen[-1] if self._grenzen else 0.0
        if self.totaal <= 0:
            raise ValueError("at least one weight must be above zero")

    def at(self, plek: float) -> T:
        """Return the thing at `plek` (0 up to 1) of the total weight."""
        return self.dingen[min(bisect_right(self._grenzen, plek * self.totaal), len(self.dingen) - 1)]


class Toeval:
    """A stream of chance from one seed."""

    __slots__ = ("breuk",)

    def __init__(self, zaad: int, stroom: int = 0) -> None:
        """Start stream number `stroom` of `zaad`; streams let one part change without moving the others."""
        self.breuk = Random(abs(zaad) * 1009 + stroom).random  # noqa: S311  a demo is no secret
        """Return a fraction from 0 up to, not including, 1."""

    def heel(self, van: int, tot: int) -> int:
        """Return a whole number from `van` up to and including `tot`."""
        return van + int(self.breuk() * (tot - van + 1))

    def kans(self, kans: float) -> bool:
        """Say yes in a share `kans` (0 to 1) of the cases."""
        return self.breuk() < kans

    def kies(self, dingen: Sequence[T]) -> T:
        """Return one of `dingen`, each as likely as the other."""
        return dingen[int(self.breuk() * len(dingen))]

    def weeg(self, gewichten: Gewichten[T]) -> T:
        """Return one thing, according to its weight."""
        return gewichten.at(self.breuk())
