"""Words and checks of confidential questions. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from stadspunt.fundament.fouten import Fout

MAX_REDEN = 300
MIN_REDEN = 10


class Aanleiding(StrEnum):
    """Why a question is confidential."""

    REGISTRATIE = "registratie"
    MEDEWERKER = "medewerker"
    PRODUCT = "product"
    INGANG = "ingang"


class Besluit(StrEnum):
    """What became of a proposal to lift the secrecy."""

    OPEN = "open"
    OPGEHEVEN = "opgeheven"
    AFGEWEZEN = "afgewezen"


AANLEIDINGEN: dict[str, str] = {
    Aanleiding.REGISTRATIE: "bij het registreren",
    Aanleiding.MEDEWERKER: "door een medewerker",
    Aanleiding.PRODUCT: "door het product",
    Aanleiding.INGANG: "door de ingang",
}


def find_aanleiding(*, gevraagd: bool, product: bool, ingang: bool) -> Aanleiding | None:
    """Return why a new question is confidential from its first moment; None when it is not."""
    if gevraagd:
        return Aanleiding.REGISTRATIE
    if product:
        return Aanleiding.PRODUCT
    return Aanleiding.INGANG if ingang else None


def check_reden(reden: str) -> tuple[Fout, ...]:
    """Return why this is no reason: somebody else must be able to judge it later."""
    if len(reden.strip()) < MIN_REDEN:
        return (Fout("reden", f"Schrijf in ten minste {MIN_REDEN} tekens op waarom dit nodig is.", "reden"),)
    if len(reden.strip()) > MAX_REDEN:
        return (Fout("te-lang", f"Maak de reden korter dan {MAX_REDEN} tekens.", "reden"),)
    return ()


def compute_einde(moment: datetime, minuten: int) -> datetime:
    """Return until when a broken glass lets somebody in."""
    return moment + timedelta(minutes=minuten)
