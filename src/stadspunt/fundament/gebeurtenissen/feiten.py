"""Facts as frozen values, and which reactions want to hear them."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import msgspec

from stadspunt.fundament.toegang.actor import Handeling

F = TypeVar("F")

Reactie = Callable[[Handeling, Any], object]
_FEITEN: dict[str, type] = {}
_REACTIES: dict[type, dict[str, Reactie]] = {}


def feit(klasse: type[F]) -> type[F]:
    """Register a frozen dataclass as a fact; its class name is its stable name in the database."""
    if not is_dataclass(klasse):
        raise TypeError(f"{klasse.__name__} moet een dataclass zijn")
    bekend = _FEITEN.setdefault(klasse.__name__, klasse)
    if bekend is not klasse:
        raise ValueError(f"er zijn twee feiten met de naam {klasse.__name__}")
    return klasse


def reacts_to(klasse: type[F]) -> Callable[[Callable[[Handeling, F], object]], Callable[[Handeling, F], object]]:
    """Let a function react to every fact of `klasse`: called by a worker, once, in its own transaction."""

    def decorate(functie: Callable[[Handeling, F], object]) -> Callable[[Handeling, F], object]:
        _REACTIES.setdefault(klasse, {})[f"{functie.__module__}.{functie.__qualname__}"] = functie
        return functie

    return decorate


def get_reacties(klasse: type) -> dict[str, Reactie]:
    """Return the reactions to facts of `klasse`, by name."""
    return _REACTIES.get(klasse, {})


def to_inhoud(waarde: object) -> dict[str, Any]:
    """Return a fact as JSON values."""
    inhoud: dict[str, Any] = msgspec.to_builtins(waarde)
    return inhoud


def from_inhoud(soort: str, inhoud: dict[str, Any]) -> object:
    """Return the fact that `to_inhoud` wrote. Raises KeyError for a fact that no longer exists."""
    return msgspec.convert(inhoud, _FEITEN[soort], strict=False)


def get_onderwerpen(waarde: Any) -> list[str]:
    """Return what a fact is about: 'klantvraag:12' for a field `klantvraag_id`; lists count too."""
    gevonden: list[str] = []
    for veld in fields(waarde):
        inhoud = getattr(waarde, veld.name)
        if veld.name.endswith("_id") and inhoud is not None:
            gevonden.append(f"{veld.name.removesuffix('_id')}:{inhoud}")
        elif veld.name.endswith("_ids"):
            gevonden += [f"{veld.name.removesuffix('_ids')}:{een}" for een in inhoud]
    return gevonden
