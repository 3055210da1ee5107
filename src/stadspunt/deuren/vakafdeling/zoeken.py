"""What a specialist chooses and searches in the list of his department."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from stadspunt.bronnen.partijen.queries import find_ids_by_naam
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.waarden.nummer import parse_nummer, parse_nummerdeel
from stadspunt.stromen.klantcontacten.queries import Filter as Vraagfilter
from stadspunt.stromen.klantcontacten.queries import find_klantvraag_ids, list_partij_ids
from stadspunt.stromen.klantcontacten.rules import Status
from stadspunt.stromen.overdracht.queries import Filter, Lijst

PERIODEN: dict[str, tuple[str, int]] = {
    "week": ("Laatste 7 dagen", 7),
    "maand": ("Laatste 30 dagen", 30),
    "jaar": ("Laatste 365 dagen", 365),
}
# Questions of longer ago are found by their whole number.
_JAREN_TERUG = 10


@dataclass(frozen=True, slots=True)
class Lijstkeuze:
    """What is asked of the list, as it stands in the address of the page."""

    lijst: Lijst = Lijst.OPEN
    tekst: str = ""
    van_mij: bool = False
    afdeling_id: int | None = None
    periode: str = ""
    blad: int = 1

    def build_url(self, lijst: Lijst, zonder: str = "") -> str:
        """Return the address of `lijst` with the same choice, but for the part `zonder`."""
        delen = {
            "q": self.tekst,
            "wie": "ik" if self.van_mij else "",
            "afdeling": str(self.afdeling_id or ""),
            "periode": self.periode,
        }
        over = {naam: waarde for naam, waarde in delen.items() if waarde and naam != zonder}
        return f"?{urlencode({'lijst': lijst.value} | over)}"


def parse_lijstkeuze(gegevens: Mapping[str, str]) -> Lijstkeuze:
    """Return the choice in the parameters of an address; what makes no sense counts as not chosen."""
    lijst = gegevens.get("lijst", "")
    periode = gegevens.get("periode", "")
    return Lijstkeuze(
        lijst=Lijst(lijst) if lijst in set(Lijst) else Lijst.OPEN,
        tekst=gegevens.get("q", "").replace("\x00", "").strip()[:200],
        van_mij=gegevens.get("wie", "") == "ik",
        afdeling_id=_parse_getal(gegevens.get("afdeling", "")),
        periode=periode if periode in PERIODEN else "",
        blad=_parse_getal(gegevens.get("blad", "")) or 1,
    )


def _parse_getal(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 18 else None


def build_filter(raadpleging: Raadpleging, keuze: Lijstkeuze) -> Filter:
    """Return the filter for the chosen list; searched is among the questions that this department was asked about."""
    dagen = PERIODEN[keuze.periode][1] if keuze.periode else 0
    return Filter(
        keuze.lijst,
        afdeling_id=keuze.afdeling_id,
        klantvraag_ids=_search_klantvragen(raadpleging, keuze.tekst) if keuze.tekst else None,
        medewerker_id=raadpleging.actor.medewerker_id if keuze.van_mij else None,
        teruggegeven_vanaf=raadpleging.vandaag - timedelta(days=dagen) if dagen else None,
        pagina=keuze.blad,
    )


def _search_klantvragen(raadpleging: Raadpleging, tekst: str) -> frozenset[int]:
    """Return the questions with this number or a part of it, else those with this client or these words."""
    alle = frozenset(Status)
    if (nummer := parse_nummer(tekst)) is not None:
        return find_klantvraag_ids(raadpleging, Vraagfilter(statussen=alle, nummers=frozenset({str(nummer)})))
    dit_jaar = raadpleging.vandaag.year
    deel = parse_nummerdeel(tekst, range(dit_jaar, dit_jaar - _JAREN_TERUG, -1))
    if deel is not None:
        nummers = frozenset(map(str, deel.nummers + deel.anders))
        if gevonden := find_klantvraag_ids(raadpleging, Vraagfilter(statussen=alle, nummers=nummers)):
            return gevonden
    klanten = find_ids_by_naam(raadpleging, tekst, list_partij_ids(raadpleging))
    return find_klantvraag_ids(raadpleging, Vraagfilter(statussen=alle, tekst=tekst, of_partij_ids=klanten))
