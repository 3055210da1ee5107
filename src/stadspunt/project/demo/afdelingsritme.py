"""How fast the departments answer, and in which months two of them fall behind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Afdelingsritme:
    """How many in a hundred orders come back too late, and which part of the time is used at least when in time."""

    te_laat: int
    traagheid: int


RITME_PER_AFDELING: dict[str, Afdelingsritme] = {
    "burgerzaken": Afdelingsritme(6, 20),
    "belastingen": Afdelingsritme(13, 40),
    "werk-en-inkomen": Afdelingsritme(17, 45),
    "wmo-en-jeugd": Afdelingsritme(19, 45),
    "vergunningen": Afdelingsritme(18, 55),
    "openbare-ruimte": Afdelingsritme(11, 30),
    "afval": Afdelingsritme(5, 15),
    "parkeren": Afdelingsritme(9, 30),
    "juridische-zaken": Afdelingsritme(14, 50),
    "economie": Afdelingsritme(12, 40),
    "onderwijs": Afdelingsritme(15, 35),
    "toezicht": Afdelingsritme(13, 35),
}
# Belastingen drowns in objections after the assessments; Vergunningen misses two people in the building season.
ACHTERSTANDEN: dict[str, frozenset[int]] = {"belastingen": frozenset({3, 4}), "vergunningen": frozenset({6, 7, 8})}
_TE_LAAT_BIJ_ACHTERSTAND = 58


def is_achter(afdeling: str, maand: int) -> bool:
    """Say whether a department has a backlog in a month."""
    return maand in ACHTERSTANDEN.get(afdeling, frozenset())


def get_kans_te_laat(afdeling: str, maand: int) -> int:
    """Return how many in a hundred orders of that month come back too late."""
    return _TE_LAAT_BIJ_ACHTERSTAND if is_achter(afdeling, maand) else RITME_PER_AFDELING[afdeling].te_laat
