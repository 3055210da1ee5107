"""The macros beside a question, and the way back from the last one."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import reverse

from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.macros.queries import find_terugdraaibaar, list_macros

# So many have a key of their own: m 1 to m 9.
_MET_TOETS = 9


@dataclass(frozen=True, slots=True)
class Macroknop:
    """A macro as a button; one that this employee never did is looked at first."""

    naam: str
    uitleg: str
    url: str
    direct: bool
    sneltoets: str


@dataclass(frozen=True, slots=True)
class Terugweg:
    """The macro that can be undone, until when."""

    naam: str
    tot: str
    url: str


@dataclass(frozen=True, slots=True)
class Macrodeel:
    """What stands beside a question; `kenmerk` makes a button that is pressed twice one act."""

    knoppen: tuple[Macroknop, ...]
    terug: Terugweg | None
    kenmerk: UUID


def build_macrodeel(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> Macrodeel:
    """Return the macros for this question, in three queries; nothing for who only reads."""
    if not raadpleging.actor.has_recht(raadpleging.doel, "klantvraag.behandelen"):
        return Macrodeel((), None, uuid4())
    knoppen = tuple(
        Macroknop(
            een.gegevens.naam,
            een.gegevens.uitleg,
            reverse("werkplek:macro", args=[vraag.nummer, een.id]),
            een.is_gebruikt,
            f"m {plaats}" if plaats <= _MET_TOETS else "",
        )
        for plaats, een in enumerate(list_macros(raadpleging, [vraag.gemeente_id]), 1)
    )
    terug = find_terugdraaibaar(raadpleging, vraag)
    return Macrodeel(
        knoppen,
        Terugweg(
            terug.naam, format_moment_kort(terug.tot, raadpleging.vandaag), reverse("werkplek:macro_ongedaan", args=[terug.id])
        )
        if terug
        else None,
        uuid4(),
    )
