"""Look at what fills the fields of a piece of text about one question."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from stadspunt.bronnen.organisatie.queries import get_gemeente
from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.bronnen.tekstblokken.queries import list_passende_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import VOOR_DE_KLANT, VRAAGVELDEN, Waarvoor
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.fundament.waarden.invulplekken import fill_of_markeer
from stadspunt.stromen.correspondentie.veldwaarden import Vraagbronnen, find_laatste_opdracht, to_veldwaarden
from stadspunt.stromen.klantcontacten.queries import get_klantvragen


@dataclass(frozen=True, slots=True)
class Veldwaarden:
    """The values by field, '' for what is not known, with the language of the question and its municipality."""

    waarden: dict[str, str]
    taal: str
    gemeente_id: int
    partij_ids: tuple[int, ...]

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return self.partij_ids


@query(recht="bericht.lezen")
def get_veldwaarden(raadpleging: Raadpleging, klantvraag_id: int, taal: str = "") -> Veldwaarden:
    """Return what stands for every field in `taal` ('': that of the question). Raises NietGevondenError."""
    vraag = get_klantvragen(raadpleging, [klantvraag_id]).get(klantvraag_id)
    if vraag is None:
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    partij = get_partijen(raadpleging, [vraag.partij_id]).get(vraag.partij_id) if vraag.partij_id else None
    bronnen = Vraagbronnen(
        vraag,
        partij.naam if partij else "",
        get_gemeente(vraag.gemeente_id).naam,
        find_laatste_opdracht(raadpleging, klantvraag_id),
    )
    waarden = to_veldwaarden(raadpleging, bronnen, taal or vraag.taal)
    return Veldwaarden(waarden, vraag.taal, vraag.gemeente_id, () if vraag.partij_id is None else (vraag.partij_id,))


@dataclass(frozen=True, slots=True)
class GevuldTekstblok:
    """A piece of text, ready to be put into a field; what is not known is marked in `tekst`."""

    id: int
    naam: str
    code: str
    tekst: str


@dataclass(frozen=True, slots=True)
class GevuldeTekstblokken:
    """Those that fit a field, with the client whose name may stand in them."""

    blokken: tuple[GevuldTekstblok, ...]
    partij_ids: tuple[int, ...]

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name the client for the access log."""
        return self.partij_ids


@query(recht="tekstblok.gebruiken")
def list_gevulde_tekstblokken(
    raadpleging: Raadpleging, klantvraag_id: int | None, waarvoor: Collection[Waarvoor]
) -> GevuldeTekstblokken:
    """Return what fits a field about a question (None: there is no question yet), filled from the record.

    Raises NietGevondenError when the question is not there or not for this actor.
    """
    if klantvraag_id is None:
        eigen = raadpleging.actor.gemeente_ids
        gemeente = get_gemeente(min(eigen)).naam if len(eigen) == 1 else ""
        gegevens = Veldwaarden({"medewerker": raadpleging.actor.naam, "gemeente": gemeente}, "nl", 0, ())
        gemeente_ids: Collection[int] = eigen
    else:
        voor_klant = bool(VOOR_DE_KLANT & set(waarvoor))
        gegevens = get_veldwaarden(raadpleging, klantvraag_id, "" if voor_klant else "nl")
        gemeente_ids = (gegevens.gemeente_id,)
    taal = gegevens.taal if VOOR_DE_KLANT & set(waarvoor) else "nl"
    passend = list_passende_tekstblokken(raadpleging, waarvoor, gemeente_ids, taal)
    return GevuldeTekstblokken(
        tuple(
            GevuldTekstblok(een.id, een.naam, een.code, fill_of_markeer(een.get_tekst(taal), gegevens.waarden, VRAAGVELDEN))
            for een in passend
        ),
        gegevens.partij_ids,
    )
