"""Throw away every night what has been left."""

from stadspunt.fundament.concepten.actions import remove_oude_concepten
from stadspunt.fundament.taken.wachtrij import elke
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem


@elke("40 2 * * *", naam="concepten.ruim_op")
def ruim_op() -> None:
    """Remove drafts that nobody touched for a month, and what was finished."""
    remove_oude_concepten(build_systeem("concepten", get_moment()))
