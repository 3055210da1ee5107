"""One look of a person at one screen: what is the same for the whole of it is asked once, and whom it showed is written once.

A screen opens a blik (see `scherm`); a job, a command or a test that calls a query without one writes its lines at once.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from stadspunt.fundament.toegang.actor import Raadpleging


@dataclass(slots=True)
class Blik:
    """What one request has asked and shown so far.

    `getoond` has for each (purpose, partij) the look in which it was first shown; `antwoorden` the answers of the looks that
    can show no person, by function and arguments.
    """

    scherm: str
    getoond: dict[tuple[str, int], Raadpleging] = field(default_factory=dict)
    antwoorden: dict[Hashable, Any] = field(default_factory=dict)


_BLIK: ContextVar[Blik | None] = ContextVar("blik", default=None)


def find_blik() -> Blik | None:
    """Return the blik that is open in this request; None outside a screen."""
    return _BLIK.get()


@contextmanager
def open_blik(scherm: str, write: Callable[[Blik], None]) -> Iterator[Blik]:
    """Open a blik for `scherm`; `write` gets it at the end, also of a request that failed.

    When `write` raises there is no answer.
    """
    blik = Blik(scherm)
    teken = _BLIK.set(blik)
    try:
        yield blik
    finally:
        _BLIK.reset(teken)
        write(blik)


def ask_once(naam: str, ask: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Return the answer of `ask`, or the one that it gave before in this blik; arguments that have no hash are always asked."""
    blik = _BLIK.get()
    if blik is None:
        return ask(*args, **kwargs)
    sleutel = (naam, args, tuple(sorted(kwargs.items())))
    try:
        if sleutel in blik.antwoorden:
            return blik.antwoorden[sleutel]
    except TypeError:
        return ask(*args, **kwargs)
    antwoord = blik.antwoorden[sleutel] = ask(*args, **kwargs)
    return antwoord


def forget_antwoorden() -> None:
    """Ask everything anew from here on: an act has changed what was answered."""
    blik = _BLIK.get()
    if blik is not None:
        blik.antwoorden.clear()
