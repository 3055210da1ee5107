"""Why a file is kept but not opened, in a sentence."""

from stadspunt.bronnen.documenten.queries import DocumentBeeld
from stadspunt.stromen.intake.rules.mailbericht import Gevaar


def get_gevaartekst(document: DocumentBeeld) -> str:
    """Return the sentence, '' for a file without danger."""
    if document.virusuitslag not in {"", "schoon"}:
        return "De virusscanner vond iets in dit bestand."
    if not document.gevaar:
        return ""
    try:
        return Gevaar(document.gevaar).tekst
    except ValueError:
        return "Dit bestand kan schadelijk zijn."
