"""Why a file is kept but not opened, in a sentence."""

from stadspunt.bronnen.documenten.queries import DocumentBeeld
from stadspunt.stromen.intake.rules.mailbericht import Gevaar


def get_gevaartekst(document: DocumentBeeld) -> str:
    """Return why the file is not given out just like that, '' when it is."""
    if document.mag_open:
        return ""
    if document.is_besmet or not document.gevaar:
        return document.virustekst
    try:
        return Gevaar(document.gevaar).tekst
    except ValueError:
        return "Dit bestand kan schadelijk zijn."
