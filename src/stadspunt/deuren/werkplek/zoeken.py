"""One box for everything: a number, an address, a name, or words."""

from dataclasses import dataclass, replace

from stadspunt.bronnen.partijen.queries import PartijBeeld, search_partijen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.waarden.bereik import is_email, to_telefoon_sleutel
from stadspunt.fundament.waarden.nummer import parse_nummer, parse_nummerdeel
from stadspunt.stromen.klantcontacten.queries import Filter, count_werkvoorraad, get_klantvraag
from stadspunt.stromen.klantcontacten.rules import Status

MAX_KLANTEN = 8
# Questions of longer ago are found by their whole number.
_JAREN_TERUG = 10


@dataclass(frozen=True, slots=True)
class Zoekuitkomst:
    """What the box found: a question (`nummer`), or clients and a filter for their questions.

    `uitleg` says in a sentence why nothing can be found or what is wrong with what was typed, empty when all is well.
    """

    nummer: str = ""
    klanten: tuple[PartijBeeld, ...] = ()
    filter: Filter | None = None
    uitleg: str = ""


def search_alles(raadpleging: Raadpleging, tekst: str, filter_: Filter) -> Zoekuitkomst:
    """Return what `tekst` leads to, keeping to `filter_` for questions.

    A number goes straight to its question, a part of one finds the questions it can be; an e-mail
    address or telephone number finds clients and their questions; anything else finds clients by
    name and questions by client and by words.
    """
    if (nummer := parse_nummer(tekst)) is not None:
        return _find_nummer(raadpleging, str(nummer))
    if (op_deel := _find_nummerdeel(raadpleging, tekst)) is not None:
        return op_deel
    klanten = tuple(search_partijen(raadpleging, tekst, MAX_KLANTEN)) if len(tekst.strip()) > 1 else ()
    partij_ids = frozenset(klant.id for klant in klanten)
    if klanten and is_adres(tekst):
        return Zoekuitkomst(klanten=klanten, filter=replace(filter_, tekst="", partij_ids=partij_ids))
    return Zoekuitkomst(klanten=klanten, filter=replace(filter_, tekst=tekst, of_partij_ids=partij_ids))


def is_adres(tekst: str) -> bool:
    """Say whether `tekst` is an e-mail address or a telephone number, so that words need not be searched."""
    return is_email(tekst) or bool(to_telefoon_sleutel(tekst))


def _find_nummer(raadpleging: Raadpleging, nummer: str) -> Zoekuitkomst:
    try:
        return Zoekuitkomst(nummer=get_klantvraag(raadpleging, nummer).nummer)
    except NietGevondenError:
        return Zoekuitkomst(uitleg=f"Er is geen vraag met het nummer {nummer}.")


def _find_nummerdeel(raadpleging: Raadpleging, tekst: str) -> Zoekuitkomst | None:
    """Return the questions that a part of a number can be; None when it is better searched as something else."""
    dit_jaar = raadpleging.vandaag.year
    deel = parse_nummerdeel(tekst, range(dit_jaar, dit_jaar - _JAREN_TERUG, -1))
    if deel is None:
        return None
    begin = Filter(statussen=frozenset(Status), volgorde="nieuwste")
    kansen = {
        soort: replace(begin, nummers=frozenset(map(str, nummers)))
        for soort, nummers in (("goed", deel.nummers), ("fout", deel.anders))
        if nummers
    }
    geen_goed = f"{tekst.strip()} is geen goed vraagnummer. Kijk de cijfers na, ook het laatste."
    gevonden = count_werkvoorraad(raadpleging, kansen)
    if gevonden.get("goed"):
        return Zoekuitkomst(filter=kansen["goed"])
    if gevonden.get("fout"):
        return Zoekuitkomst(filter=kansen["fout"], uitleg=geen_goed)
    if not deel.met_jaar:
        return None
    return Zoekuitkomst(uitleg=geen_goed if deel.anders else f"Er is geen vraag met het nummer {tekst.strip()}.")
