"""One box for everything: a number, an address, a name, or words."""

import re
from dataclasses import dataclass, replace

from stadspunt.bronnen.partijen.queries import PartijBeeld, search_partijen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.waarden.bereik import is_email, to_telefoon_sleutel
from stadspunt.fundament.waarden.nummer import parse_nummer
from stadspunt.stromen.klantcontacten.queries import Filter, get_klantvraag

MAX_KLANTEN = 8
_LIJKT_OP_NUMMER = re.compile(r"20\d\d[\s\-./]?\d{4,9}([\s\-./]?\d)?")


@dataclass(frozen=True, slots=True)
class Zoekuitkomst:
    """What the box found: a question (`nummer`), or clients and a filter for their questions.

    `uitleg` says in a sentence why nothing can be found, empty when all is well.
    """

    nummer: str = ""
    klanten: tuple[PartijBeeld, ...] = ()
    filter: Filter | None = None
    uitleg: str = ""


def search_alles(raadpleging: Raadpleging, tekst: str, filter_: Filter) -> Zoekuitkomst:
    """Return what `tekst` leads to, keeping to `filter_` for questions.

    A number goes straight to its question; an e-mail address or telephone number finds clients
    and their questions; anything else finds clients by name and questions by client and by words.
    """
    if (nummer := parse_nummer(tekst)) is not None:
        return _find_nummer(raadpleging, str(nummer))
    if _LIJKT_OP_NUMMER.fullmatch(tekst.strip()):
        return Zoekuitkomst(uitleg=f"{tekst.strip()} is geen goed vraagnummer. Kijk de cijfers na, ook het laatste.")
    klanten = tuple(search_partijen(raadpleging, tekst, MAX_KLANTEN)) if len(tekst.strip()) > 1 else ()
    partij_ids = frozenset(klant.id for klant in klanten)
    if is_adres(tekst):
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
