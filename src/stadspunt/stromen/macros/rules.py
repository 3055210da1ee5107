"""What a macro may consist of. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stadspunt.bronnen.tekstblokken.rules import VRAAGVELDEN
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.waarden.invulplekken import list_onbekende_velden, list_open_plekken
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Complexiteit, Vervalreden
from stadspunt.stromen.overdracht.rules import MAX_GEVRAAGD, Vorm

MAX_NAAM = 60
MAX_UITLEG = 200
MAX_TEKST = 4_000
MAX_MINUTEN = 120
MINUTEN = 10
# So many questions at once as a page of the work list shows.
MAX_VRAGEN = 50


class Stapsoort(StrEnum):
    """What a step does, in the order in which the steps of a macro are done: each at most once."""

    PRODUCT = "product"
    COMPLEXITEIT = "complexiteit"
    TEAM = "team"
    OPPAKKEN = "oppakken"
    NOTITIE = "notitie"
    SJABLOON = "sjabloon"
    OVERDRAGEN = "overdragen"
    VERSTUREN = "versturen"
    BEANTWOORD = "beantwoord"
    VERVALLEN = "vervallen"


# After one of these the question is out of the agent's hands, so there is at most one.
SLOTSTAPPEN = frozenset({Stapsoort.OVERDRAGEN, Stapsoort.VERSTUREN, Stapsoort.BEANTWOORD, Stapsoort.VERVALLEN})
_WAARDEN: dict[Stapsoort, type[StrEnum]] = {
    Stapsoort.COMPLEXITEIT: Complexiteit,
    Stapsoort.OVERDRAGEN: Vorm,
    Stapsoort.BEANTWOORD: Antwoordwijze,
    Stapsoort.VERVALLEN: Vervalreden,
}
_MET_TEKST: dict[Stapsoort, tuple[str, int]] = {
    Stapsoort.OVERDRAGEN: ("Schrijf op wat u van de afdeling wilt weten.", MAX_GEVRAAGD),
    Stapsoort.BEANTWOORD: ("Schrijf het antwoord op.", MAX_TEKST),
}


@dataclass(frozen=True, slots=True)
class Stap:
    """One step. `id` is that of the product, team, template, piece of text or department it speaks of.

    `waarde` is a word of the domain (the reason, the form); `tekst` may have fields.
    """

    soort: Stapsoort
    id: int | None = None
    waarde: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Macrogegevens:
    """A macro as an administrator writes it; for `minuten` it can be undone."""

    naam: str
    stappen: tuple[Stap, ...]
    uitleg: str = ""
    minuten: int = MINUTEN
    actief: bool = True


def sort_stappen(stappen: Sequence[Stap]) -> tuple[Stap, ...]:
    """Return the steps in the order in which they are done."""
    volgorde = list(Stapsoort)
    return tuple(sorted(stappen, key=lambda stap: volgorde.index(stap.soort)))


def check_macro(gegevens: Macrogegevens, bestaand: Mapping[Stapsoort, frozenset[int]]) -> tuple[Fout, ...]:
    """Return every reason to refuse a macro, of all steps at once; a reason stands at the field called after the step.

    `bestaand` gives for each kind of step what can be chosen in this municipality.
    """
    fouten: list[Fout] = []
    if not 0 < len(gegevens.naam.strip()) <= MAX_NAAM:
        fouten.append(Fout("naam", f"Vul een naam in van 1 tot {MAX_NAAM} tekens.", "naam"))
    if len(gegevens.uitleg.strip()) > MAX_UITLEG:
        fouten.append(Fout("te-lang", f"Maak de uitleg korter dan {MAX_UITLEG} tekens.", "uitleg"))
    if not 1 <= gegevens.minuten <= MAX_MINUTEN:
        fouten.append(Fout("minuten", f"Vul een aantal minuten in van 1 tot en met {MAX_MINUTEN}.", "minuten"))
    if not gegevens.stappen:
        fouten.append(Fout("leeg", "Kies ten minste één stap."))
    soorten = [stap.soort for stap in gegevens.stappen]
    if len(set(soorten)) < len(soorten):
        fouten.append(Fout("dubbel", "Kies elke stap niet meer dan één keer."))
    if len(slot := sorted(set(soorten) & SLOTSTAPPEN)) > 1:
        tekst = "Kies één laatste stap: overdragen, versturen, beantwoord of laten vervallen."
        fouten += [Fout("meer-slot", tekst, soort) for soort in slot]
    for stap in gegevens.stappen:
        fouten += _check_stap(stap, bestaand)
    return tuple(fouten)


def _check_stap(stap: Stap, bestaand: Mapping[Stapsoort, frozenset[int]]) -> list[Fout]:
    fouten: list[Fout] = []
    if stap.soort in bestaand and (stap.id is not None or stap.soort is not Stapsoort.NOTITIE):
        if stap.id not in bestaand[stap.soort]:
            fouten.append(Fout("onbekend", "Dit bestaat niet meer, of is niet meer in gebruik. Kies iets anders.", stap.soort))
    elif stap.soort is Stapsoort.NOTITIE and not stap.tekst.strip():
        fouten.append(Fout("leeg", "Schrijf de notitie op, of kies een tekstblok.", stap.soort))
    woorden = _WAARDEN.get(stap.soort)
    if woorden is not None and stap.waarde not in set(woorden):
        fouten.append(Fout("waarde", "Maak een keuze uit de lijst.", stap.soort))
    leeg, maximum = _MET_TEKST.get(stap.soort, ("", MAX_TEKST))
    veld = f"{stap.soort}_tekst"
    if leeg and not stap.tekst.strip():
        fouten.append(Fout("leeg", leeg, veld))
    if len(stap.tekst) > maximum:
        fouten.append(Fout("te-lang", f"Maak deze tekst korter dan {maximum} tekens.", veld))
    for onbekend in list_onbekende_velden(stap.tekst, VRAAGVELDEN):
        keuze = ", ".join(f"{{{naam}}}" for naam in VRAAGVELDEN)
        fouten.append(Fout("onbekend-veld", f"Het veld {{{onbekend}}} bestaat niet. U kunt kiezen uit: {keuze}.", veld))
    for plek in list_open_plekken(stap.tekst):
        fouten.append(Fout("open-plek", f"Een macro vult niets in. Haal {plek} weg, of gebruik een veld.", veld))
    return fouten
