"""Macros to try."""

from collections.abc import Callable

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.macros.actions.inrichten import add_macro
from stadspunt.stromen.macros.rules import Macrogegevens, Stap
from tests.stad import Stad

Maak = Callable[..., int]


@pytest.fixture
def maak() -> Maak:
    """Let Fatma add a macro of these steps; returns its id."""

    def add(stad: Stad, *stappen: Stap, naam: str = "Proef", minuten: int = 10) -> int:
        gegevens = Macrogegevens(naam, stappen, minuten=minuten)
        return add_macro(stad.handeling("fatma", Doel.BEHEREN), stad.gemeente_id, gegevens)

    return add
