"""A macro is one entry of the timeline: what its steps did stands in it, and not beside it. Pure."""

from collections.abc import Sequence

from stadspunt.fundament.gebeurtenissen.queries import GebeurtenisRegel
from stadspunt.stromen.klantcontacten.beelden import Vraagdossier

_MACRO = frozenset({"MacroUitgevoerd", "MacroTeruggedraaid"})
_GESCHREVEN = ("notitie_id", "antwoord_id")


def is_deel_van_macro(regel: GebeurtenisRegel) -> bool:
    """Say whether a fact is a step of a macro, and so told by the macro itself."""
    return regel.geheel is not None and regel.soort not in _MACRO


def list_van_macros(gebeurtenissen: Sequence[GebeurtenisRegel]) -> frozenset[tuple[str, int]]:
    """Return the notes and answers that a macro wrote, as ("notitie_id", 7)."""
    return frozenset(
        (veld, nummer)
        for regel in gebeurtenissen
        if is_deel_van_macro(regel)
        for veld in _GESCHREVEN
        if (nummer := regel.inhoud.get(veld)) is not None
    )


def describe_macro(regel: GebeurtenisRegel, gebeurtenissen: Sequence[GebeurtenisRegel], dossier: Vraagdossier) -> str:
    """Return what a macro did, a line for each step, with the note and the answer that it wrote; '' for another fact."""
    if regel.soort != "MacroUitgevoerd":
        return ""
    eigen = list_van_macros([een for een in gebeurtenissen if een.geheel == regel.geheel])
    teksten = [een.tekst for een in dossier.notities if ("notitie_id", een.id) in eigen]
    teksten += [een.tekst for een in dossier.antwoorden if ("antwoord_id", een.id) in eigen]
    return "\n".join([*regel.inhoud["zinnen"], *(f"\n{tekst}" for tekst in teksten)])
