"""Words and checks of pieces of text. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.waarden.invulplekken import list_onbekende_velden

MAX_NAAM = 80
MAX_TEKST = 4_000
# More than this nobody walks through; what is used most comes first.
MAX_IN_LIJST = 200
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")

# Every field that is filled in from the record, with what stands for it; templates and pieces of text share them.
VRAAGVELDEN: dict[str, str] = {
    "aanhef": "de begroeting, met de naam van de klant",
    "naam": "de naam van de klant",
    "nummer": "het nummer van de vraag",
    "onderwerp": "waar de vraag over gaat",
    "product": "de naam van het product",
    "afdeling": "de naam van de afdeling die de vraag heeft",
    "beloofd": "de dag waarop de klant antwoord zou krijgen",
    "medewerker": "uw naam",
    "gemeente": "de naam van de gemeente",
}


class Waarvoor(StrEnum):
    """For which kind of field a piece of text is meant."""

    MAIL = "mail"
    BRIEF = "brief"
    NOTITIE = "notitie"
    AFDELING = "afdeling"


WAARVOORNAMEN: dict[Waarvoor, str] = {
    Waarvoor.MAIL: "E-mail aan de klant",
    Waarvoor.BRIEF: "Brief aan de klant",
    Waarvoor.NOTITIE: "Notitie of telefoongesprek",
    Waarvoor.AFDELING: "Tussen KCC en afdeling",
}
# What a client reads is in his language; what only colleagues read is in Dutch.
VOOR_DE_KLANT = frozenset({Waarvoor.MAIL, Waarvoor.BRIEF})


@dataclass(frozen=True, slots=True)
class Tekstblokgegevens:
    """A piece of text as somebody writes it; an empty `tekst_en` means that there is none in English."""

    naam: str
    code: str
    tekst_nl: str
    tekst_en: str = ""
    waarvoor: tuple[Waarvoor, ...] = tuple(Waarvoor)
    actief: bool = True


def to_code(tekst: str) -> str:
    """Return a shortcut word as it is kept: somebody types it without looking at capitals."""
    return tekst.strip().lower()


def check_tekstblok(gegevens: Tekstblokgegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse a piece of text; empty means that it can be kept."""
    fouten: list[Fout] = []
    if not 0 < len(gegevens.naam.strip()) <= MAX_NAAM:
        fouten.append(Fout("naam", f"Vul een naam in van 1 tot {MAX_NAAM} tekens.", "naam"))
    if not _CODE.fullmatch(to_code(gegevens.code)):
        tekst = "Vul een woord in van 1 tot 20 letters, cijfers of streepjes, bijvoorbeeld openingstijden."
        fouten.append(Fout("code", tekst, "code"))
    if not gegevens.waarvoor:
        fouten.append(Fout("waarvoor", "Kies waarvoor dit tekstblok is.", "waarvoor"))
    if not 0 < len(gegevens.tekst_nl.strip()) <= MAX_TEKST:
        fouten.append(Fout("tekst", f"Vul een tekst in van 1 tot {MAX_TEKST} tekens.", "tekst_nl"))
    if len(gegevens.tekst_en.strip()) > MAX_TEKST:
        fouten.append(Fout("te-lang", f"Maak deze tekst korter dan {MAX_TEKST} tekens.", "tekst_en"))
    for plek, waarde in (("tekst_nl", gegevens.tekst_nl), ("tekst_en", gegevens.tekst_en)):
        for veld in list_onbekende_velden(waarde, VRAAGVELDEN):
            keuze = ", ".join(f"{{{naam}}}" for naam in VRAAGVELDEN)
            fouten.append(Fout("onbekend-veld", f"Het veld {{{veld}}} bestaat niet. U kunt kiezen uit: {keuze}.", plek))
    return tuple(fouten)
