"""The three ways in which the house says no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fout:
    """One reason to refuse.

    `code` is stable and tested; `tekst` is Dutch and says what to do; `veld` is the
    name of the input it belongs to, empty when it concerns the whole.
    """

    code: str
    tekst: str
    veld: str = ""


class GeweigerdError(Exception):
    """A rule of the domain refuses; nothing has changed. Carries every reason at once."""

    def __init__(self, *fouten: Fout) -> None:
        if not fouten:
            raise ValueError("a refusal needs at least one reason")
        super().__init__("; ".join(fout.code for fout in fouten))
        self.fouten: tuple[Fout, ...] = fouten


class AchterhaaldError(GeweigerdError):
    """Somebody else was first (lock or constraint): look at the fresh state and decide again (409)."""


class NietGevondenError(Exception):
    """Not there, or not for you: the outside sees one and the same 404."""


class GeenRechtError(Exception):
    """The actor lacks the pair (purpose, right) for this function."""


class OpslagWegError(Exception):
    """The storage of files cannot be reached, or has no room, for now; nothing was kept. The text is Dutch, for who runs it."""


class BestandKwijtError(Exception):
    """The bytes of a file are gone, or are not those that were put away."""
