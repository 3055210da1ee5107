"""Templates: texts with fields in braces, such as {nummer}."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from stadspunt.fundament.fouten import Fout

MAX_NAAM = 80
MAX_ONDERWERP = 200
MAX_TEKST = 20_000

# Every field with what stands for it, for the page on which templates are written.
SJABLOONVELDEN: dict[str, str] = {
    "aanhef": "de begroeting, met de naam van de klant",
    "naam": "de naam van de klant",
    "nummer": "het nummer van de vraag",
    "onderwerp": "waar de vraag over gaat",
    "product": "de naam van het product",
    "afdeling": "de naam van de afdeling",
    "beloofd": "de dag waarop de klant antwoord zou krijgen",
    "medewerker": "uw naam",
    "gemeente": "de naam van de gemeente",
}
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
_VELD = re.compile(r"\{([^{}\n]{0,60})\}")


@dataclass(frozen=True, slots=True)
class Sjabloongegevens:
    """A template as an administrator writes it."""

    naam: str
    onderwerp: str
    tekst: str
    taal: str = "nl"
    actief: bool = True


def list_onbekende_velden(tekst: str, velden: Collection[str] = SJABLOONVELDEN) -> tuple[str, ...]:
    """Return what stands in braces and is no field, each once, as it was written."""
    return tuple(dict.fromkeys(veld for veld in _VELD.findall(tekst) if veld.strip() not in velden))


def list_velden(tekst: str, velden: Collection[str] = SJABLOONVELDEN) -> tuple[str, ...]:
    """Return the known fields in `tekst`, each once."""
    return tuple(dict.fromkeys(veld.strip() for veld in _VELD.findall(tekst) if veld.strip() in velden))


def check_sjabloon(gegevens: Sjabloongegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse a template; empty means that it can be kept."""
    fouten: list[Fout] = []
    if not 0 < len(gegevens.naam.strip()) <= MAX_NAAM:
        fouten.append(Fout("naam", f"Vul een naam in van 1 tot {MAX_NAAM} tekens.", "naam"))
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
    """Return `tekst` with its fields filled in once; an unknown field stays as it is, a missing value is empty.

    Values are never read as templates themselves: a client called "{nummer}" keeps his name.
    """

    def fill(treffer: re.Match[str]) -> str:
        veld = treffer[1].strip()
        return waarden.get(veld, "") if veld in velden else treffer[0]

    return _VELD.sub(fill, tekst)
