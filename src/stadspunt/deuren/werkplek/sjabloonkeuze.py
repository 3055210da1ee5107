"""The list of templates beside a message: in the language of the question first, other languages apart. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from stadspunt.deuren.werkplek.klantzijde import TAALNAMEN
from stadspunt.stromen.correspondentie.beelden import SjabloonBeeld
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

_GROEPEN: dict[str, str] = {Berichtsoort.ANTWOORD: "Antwoord", Berichtsoort.TUSSENBERICHT: "De vraag blijft open"}


@dataclass(frozen=True, slots=True)
class Sjabloongroep:
    """Templates that stand together, as (value, name)."""

    naam: str
    keuzes: tuple[tuple[str, str], ...]


def to_groepen(sjablonen: Sequence[SjabloonBeeld], taal: str) -> tuple[Sjabloongroep, ...]:
    """Return the templates in groups; within a group they keep their order."""

    def get_naam(sjabloon: SjabloonBeeld) -> str:
        kaal = _GROEPEN.get(sjabloon.soort, "")
        return kaal if sjabloon.taal == taal else f"{TAALNAMEN.get(sjabloon.taal, sjabloon.taal)}: {kaal.lower()}"

    # What is in front leads its group; it does not make a group of its own.
    gerangschikt = sorted(sjablonen, key=lambda een: (een.taal != taal, een.taal, een.soort))
    return tuple(
        Sjabloongroep(naam, tuple((str(een.id), een.naam) for een in groep)) for naam, groep in groupby(gerangschikt, get_naam)
    )
