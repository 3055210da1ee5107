"""The gates in front of every look and every act.

A gate asks the right, and a look is written down, one line for each person in the answer,
before the answer leaves: at once, or with a screen as one statement at the end of it. When the line cannot be written there
is no answer.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.db import transaction

from stadspunt.fundament.fouten import GeenRechtError
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.blik import ask_once, forget_antwoorden
from stadspunt.fundament.toegang.inzage import record_inzage

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Poort:
    """What the house tests know of one gated function."""

    functie: str
    soort: str
    recht: str
    reden: str = ""


POORTEN: dict[str, Poort] = {}


def _register(functie: Callable[..., object], soort: str, recht: str, reden: str = "") -> str:
    naam = f"{functie.__module__}.{functie.__qualname__}"
    POORTEN[naam] = Poort(naam, soort, recht, reden)
    return naam


def _demand(actie: Raadpleging | Handeling, recht: str, naam: str) -> None:
    if not actie.actor.has_recht(actie.doel, recht):
        raise GeenRechtError(f"{naam} vraagt het recht {recht} voor {actie.doel}")


def query(
    recht: str,
) -> Callable[[Callable[Concatenate[Raadpleging, P], R]], Callable[Concatenate[Raadpleging, P], R]]:
    """Make a function a look that asks `recht` and logs the persons in its answer.

    Raises GeenRechtError before the function runs when the pair (purpose, right) is missing.
    """

    def decorate(functie: Callable[Concatenate[Raadpleging, P], R]) -> Callable[Concatenate[Raadpleging, P], R]:
        naam = _register(functie, "query", recht)

        @functools.wraps(functie)
        def gate(raadpleging: Raadpleging, /, *args: P.args, **kwargs: P.kwargs) -> R:
            _demand(raadpleging, recht, naam)
            antwoord = functie(raadpleging, *args, **kwargs)
            record_inzage(raadpleging, naam, antwoord)
            return antwoord

        return gate

    return decorate


def open_query(reden: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a look that cannot show a person and needs no right; `reden` says why, for the reader.

    Within one screen the same question is asked once: a page that names the departments three times sees one list.
    """

    def decorate(functie: Callable[P, R]) -> Callable[P, R]:
        naam = _register(functie, "open_query", "", reden)

        @functools.wraps(functie)
        def gate(*args: P.args, **kwargs: P.kwargs) -> R:
            return cast(R, ask_once(naam, functie, args, kwargs))

        return gate

    return decorate


def action(
    recht: str,
) -> Callable[[Callable[Concatenate[Handeling, P], R]], Callable[Concatenate[Handeling, P], R]]:
    """Make a function an act: it asks `recht` and is one transaction, all or nothing.

    Raises GeenRechtError before anything happens when the pair (purpose, right) is missing.
    """

    def decorate(functie: Callable[Concatenate[Handeling, P], R]) -> Callable[Concatenate[Handeling, P], R]:
        naam = _register(functie, "action", recht)

        @functools.wraps(functie)
        def gate(handeling: Handeling, /, *args: P.args, **kwargs: P.kwargs) -> R:
            _demand(handeling, recht, naam)
            try:
                with transaction.atomic():
                    return functie(handeling, *args, **kwargs)
            finally:
                forget_antwoorden()

        return gate

    return decorate
