"""The purposes for which personal data are used here.

Each is one entry of the register of processing activities (AVG art. 30); a screen has
exactly one, and every right is held for a purpose.
"""

from enum import StrEnum


class Doel(StrEnum):
    """A purpose, as screens and rights name it."""

    VRAAG_STELLEN = "vraag-stellen"
    KLANTVRAAG_BEHANDELEN = "klantvraag-behandelen"
    OVERDRACHT_BEANTWOORDEN = "overdracht-beantwoorden"
    STUREN = "sturen"
    BEHEREN = "beheren"
    STIJLGIDS = "stijlgids"
    AANMELDEN = "aanmelden"
    EIGEN_ACCOUNT = "eigen-account"
    EIGEN_WERKWIJZE = "eigen-werkwijze"


OMSCHRIJVINGEN: dict[Doel, str] = {
    Doel.VRAAG_STELLEN: "Een inwoner of bedrijf stelt een vraag aan de gemeente.",
    Doel.KLANTVRAAG_BEHANDELEN: "Het KCC behandelt een klantvraag tot de klant antwoord heeft.",
    Doel.OVERDRACHT_BEANTWOORDEN: "Een vakafdeling beantwoordt wat het KCC haar heeft gevraagd.",
    Doel.STUREN: "Sturen op aantallen, wachttijd en afhandeling.",
    Doel.BEHEREN: "Functioneel en technisch beheer.",
    Doel.STIJLGIDS: "De onderdelen van het scherm bekijken.",
    Doel.AANMELDEN: "Aanmelden en afmelden als medewerker.",
    Doel.EIGEN_ACCOUNT: "Een medewerker houdt bij hoe hij zich aanmeldt.",
    Doel.EIGEN_WERKWIJZE: "Een medewerker stelt in hoe hij zelf werkt.",
}
