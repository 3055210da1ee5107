"""Look at clients. Every look leaves its line in the access log."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from stadspunt.bronnen.partijen.models import Digitaaladres, Partij
from stadspunt.bronnen.partijen.rules import Adressoort, to_adressleutel
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.fundament.waarden.bereik import to_zoeksleutel


@dataclass(frozen=True, slots=True)
class PartijBeeld:
    """A client as a screen shows it."""

    id: int
    gemeente_id: int
    soort: str
    naam: str
    emails: tuple[str, ...]
    telefoons: tuple[str, ...]
    voorkeurskanaal_id: int | None
    voorkeurstaal: str

    @property
    def weergavenaam(self) -> str:
        """The name, or what stands for it."""
        return self.naam or next(iter(self.emails + self.telefoons), "Anoniem")

    def get_getoonde_partijen(self) -> Iterable[int]:
        """Name this client for the access log."""
        return (self.id,)


def _to_beelden(gevraagd: Iterable[Partij]) -> list[PartijBeeld]:
    """Return the view values of these clients, with the addresses of all of them in one query."""
    rijen = list(gevraagd)
    adressen: dict[int, list[tuple[str, str]]] = {rij.pk: [] for rij in rijen}
    van_allen = Digitaaladres.objects.filter(partij_id__in=adressen).order_by("id") if rijen else Digitaaladres.objects.none()
    for partij_id, soort, waarde in van_allen.values_list("partij_id", "soort", "waarde"):
        adressen[partij_id].append((soort, waarde))
    return [
        PartijBeeld(
            rij.pk,
            rij.gemeente_id,
            rij.soort,
            rij.naam,
            tuple(waarde for soort, waarde in adressen[rij.pk] if soort == Adressoort.EMAIL),
            tuple(waarde for soort, waarde in adressen[rij.pk] if soort == Adressoort.TELEFOON),
            rij.voorkeurskanaal_id,
            rij.voorkeurstaal,
        )
        for rij in rijen
    ]


@query(recht="partij.lezen")
def get_partij(raadpleging: Raadpleging, partij_id: int) -> PartijBeeld:
    """Return one client. Raises NietGevondenError when not there or not for this actor."""
    rijen = Partij.objects.visible_to(raadpleging).filter(pk=partij_id)
    beelden = _to_beelden(rijen)
    if not beelden:
        raise NietGevondenError(f"partij {partij_id}")
    return beelden[0]


@query(recht="partij.lezen")
def get_partijen(raadpleging: Raadpleging, ids: Collection[int]) -> dict[int, PartijBeeld]:
    """Return clients by id in two queries; who may not be seen is left out."""
    if not ids:
        return {}
    rijen = Partij.objects.visible_to(raadpleging).filter(pk__in=set(ids))
    return {beeld.id: beeld for beeld in _to_beelden(rijen)}


@query(recht="partij.lezen")
def search_partijen(raadpleging: Raadpleging, tekst: str, maximum: int = 20) -> list[PartijBeeld]:
    """Return clients whose e-mail or telephone is `tekst`, or whose name holds its words, by name."""
    ids = _find_ids_by_adres(tekst) or _find_ids_by_naam(raadpleging, tekst, maximum)
    rijen = Partij.objects.visible_to(raadpleging).filter(pk__in=ids, opgegaan_in__isnull=True)
    return _to_beelden(rijen.order_by("zoeksleutel", "id")[:maximum])


@query(recht="partij.lezen")
def find_ids_by_naam(raadpleging: Raadpleging, tekst: str, onder: Collection[int]) -> frozenset[int]:
    """Return which of the clients `onder` have the words of `tekst` in their name; it shows nobody that was not known."""
    woorden = to_zoeksleutel(tekst).split()
    if not woorden or not onder:
        return frozenset()
    rijen = Partij.objects.visible_to(raadpleging).filter(pk__in=onder)
    for woord in woorden:
        rijen = rijen.filter(zoeksleutel__contains=woord)
    return frozenset(rijen.values_list("pk", flat=True))


def _find_ids_by_adres(tekst: str) -> Sequence[int]:
    sleutels = {sleutel for soort in Adressoort if (sleutel := to_adressleutel(soort, tekst))}
    return list(Digitaaladres.objects.filter(sleutel__in=sleutels).values_list("partij_id", flat=True)) if sleutels else []


def _find_ids_by_naam(raadpleging: Raadpleging, tekst: str, maximum: int) -> Sequence[int]:
    rijen = Partij.objects.visible_to(raadpleging).filter(opgegaan_in__isnull=True)
    woorden = to_zoeksleutel(tekst).split()
    if not woorden:
        return []
    for woord in woorden:
        rijen = rijen.filter(zoeksleutel__contains=woord)
    return list(rijen.order_by("zoeksleutel", "id").values_list("id", flat=True)[:maximum])


@query(recht="partij.lezen")
def find_partijen_by_adres(raadpleging: Raadpleging, gemeente_id: int, soort: Adressoort, waarde: str) -> list[PartijBeeld]:
    """Return the clients of a municipality that can be reached at `waarde`: none, one or several."""
    sleutel = to_adressleutel(soort, waarde)
    if not sleutel:
        return []
    rijen = Partij.objects.visible_to(raadpleging).filter(
        gemeente_id=gemeente_id, adressen__soort=soort, adressen__sleutel=sleutel, opgegaan_in__isnull=True
    )
    return _to_beelden(rijen.order_by("id"))
