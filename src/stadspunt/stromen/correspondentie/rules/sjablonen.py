"""Templates: texts with fields in braces, such as {nummer}."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from stadspunt.bronnen.tekstblokken.rules import VRAAGVELDEN
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.waarden.invulplekken import (
    fill_of_markeer,
    fill_velden,
    list_onbekende_velden,
    list_velden,
    to_open_plek,
)
from stadspunt.stromen.correspondentie.rules.woorden import GESCHREVEN_SOORTEN, Berichtsoort

MAX_NAAM = 80
MAX_ONDERWERP = 200
MAX_TEKST = 20_000

# Every field with what stands for it, for the page on which templates are written.
SJABLOONVELDEN: dict[str, str] = VRAAGVELDEN
# What stands for the fields in a preview, by language.
_VOORBEELD = {
    "naam": "Joost Jansen",
    "nummer": "2026-001234-5",
    "onderwerp": "Wanneer is de milieustraat open?",
    "product": "Parkeervergunning",
    "afdeling": "Vergunningen",
}
VOORBEELDEN: dict[str, dict[str, str]] = {
    "nl": _VOORBEELD | {"aanhef": "Beste Joost Jansen,", "beloofd": "dinsdag 1 december 2026"},
    "en": _VOORBEELD | {"aanhef": "Dear Joost Jansen,", "beloofd": "Tuesday 1 December 2026"},
}
_LEEG_STREEPJE = re.compile(r"^[ \t]*[-*•–][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sjabloongegevens:
    """A template as an administrator writes it.

    `soort` is what a message from it usually is: the answer, or a message in between. What is
    `vooraan` stands at the top of the list.
    """

    naam: str
    onderwerp: str
    tekst: str
    taal: str = "nl"
    actief: bool = True
    soort: str = Berichtsoort.ANTWOORD
    vooraan: bool = False


def check_sjabloon(gegevens: Sjabloongegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse a template; empty means that it can be kept."""
    fouten: list[Fout] = []
    if not 0 < len(gegevens.naam.strip()) <= MAX_NAAM:
        fouten.append(Fout("naam", f"Vul een naam in van 1 tot {MAX_NAAM} tekens.", "naam"))
    if gegevens.soort not in GESCHREVEN_SOORTEN:
        fouten.append(Fout("soort", "Kies of de vraag na dit bericht klaar is.", "soort"))
    if has_leeg_streepje(gegevens.tekst):
        tekst = f"Schrijf achter elk streepje iets, bijvoorbeeld {to_open_plek('wat de klant moet sturen')}."
        fouten.append(Fout("leeg-streepje", tekst, "tekst"))
    return (*fouten, *check_inhoud(gegevens.onderwerp, gegevens.tekst, SJABLOONVELDEN))


def check_inhoud(onderwerp: str, tekst: str, velden: Collection[str]) -> tuple[Fout, ...]:
    """Return every reason to refuse subject and text of a mail with these fields."""
    fouten: list[Fout] = []
    if not 0 < len(onderwerp.strip()) <= MAX_ONDERWERP:
        fouten.append(Fout("onderwerp", f"Vul een onderwerp in van 1 tot {MAX_ONDERWERP} tekens.", "onderwerp"))
    if not 0 < len(tekst.strip()) <= MAX_TEKST:
        fouten.append(Fout("tekst", f"Vul een tekst in van 1 tot {MAX_TEKST} tekens.", "tekst"))
    for plek, waarde in (("onderwerp", onderwerp), ("tekst", tekst)):
        for veld in list_onbekende_velden(waarde, velden):
            keuze = ", ".join(f"{{{naam}}}" for naam in velden)
            fouten.append(Fout("onbekend-veld", f"Het veld {{{veld}}} bestaat niet. U kunt kiezen uit: {keuze}.", plek))
    return tuple(fouten)


def render_sjabloon(tekst: str, waarden: Mapping[str, str], velden: Collection[str] = SJABLOONVELDEN) -> str:
    """Return `tekst` with its fields filled in once; an unknown field stays as it is, a missing value is empty."""
    return fill_velden(tekst, waarden, velden)


def has_leeg_streepje(tekst: str) -> bool:
    """Say whether a line of a list has nothing after its dash."""
    return _LEEG_STREEPJE.search(tekst) is not None


def fill_sjabloon(tekst: str, waarden: Mapping[str, str]) -> str:
    """Return `tekst` with its fields filled in; what is not known is marked, so that it does not go out as a hole."""
    return fill_of_markeer(tekst, waarden, SJABLOONVELDEN)


def needs_afdeling(onderwerp: str, tekst: str) -> bool:
    """Say whether a template speaks of the department that was asked."""
    return bool(list_velden(f"{onderwerp}\n{tekst}", ("afdeling",)))
