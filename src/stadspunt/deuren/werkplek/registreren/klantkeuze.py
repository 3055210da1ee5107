"""Who is calling: candidates that are probably the client, and what is known of the chosen one."""

from dataclasses import dataclass

from stadspunt.bronnen.partijen.queries import find_partijen_by_adres, search_partijen
from stadspunt.bronnen.partijen.rules import Adressoort, Partijgegevens
from stadspunt.deuren.werkplek.zoeken import is_adres
from stadspunt.fundament.toegang.actor import Raadpleging

MAX_KANDIDATEN = 6


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody who may be the client; never taken by itself, because an address can be shared."""

    id: int
    naam: str
    soort: str
    adressen: tuple[str, ...]
    kans: str


def search_kandidaten(raadpleging: Raadpleging, tekst: str, gemeente_id: int) -> list[Kandidaat]:
    """Return who may be meant by a name, e-mail address or telephone number (two characters at least)."""
    if len(tekst.strip()) < 2:
        return []
    kans = "Waarschijnlijk" if is_adres(tekst) else "Mogelijk"
    return [
        Kandidaat(een.id, een.weergavenaam, een.soort, een.emails + een.telefoons, kans)
        for een in search_partijen(raadpleging, tekst.strip(), MAX_KANDIDATEN)
        if een.gemeente_id == gemeente_id
    ]


def list_dubbelgangers(raadpleging: Raadpleging, gegevens: Partijgegevens, gemeente_id: int) -> list[Kandidaat]:
    """Return who can be reached already at an address of this new client."""
    gevonden = {
        een.id: een
        for soort, waarde in ((Adressoort.EMAIL, gegevens.email), (Adressoort.TELEFOON, gegevens.telefoon))
        for een in find_partijen_by_adres(raadpleging, gemeente_id, soort, waarde)
    }
    return [
        Kandidaat(een.id, een.weergavenaam, een.soort, een.emails + een.telefoons, "Waarschijnlijk")
        for een in list(gevonden.values())[:MAX_KANDIDATEN]
    ]
