"""Which address belongs to which entrance of which municipality."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mailingang:
    """An entrance for mail, as far as addressing needs it."""

    id: int
    gemeente_id: int
    adres: str


@dataclass(frozen=True, slots=True)
class Bestemming:
    """Where (part of) a message goes: a municipality, the entrance when one of its addresses is known, and for whom."""

    gemeente_id: int
    ingang_id: int | None
    adressen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adresboek:
    """The mail domains and mail entrances of all municipalities here."""

    domeinen: Mapping[str, int] = field(default_factory=dict)
    ingangen: Mapping[str, Mailingang] = field(default_factory=dict)

    def find_gemeente(self, adres: str) -> int | None:
        """Return whose address this is, None when it is not ours. A bare 'postmaster' is ours (RFC 5321, 4.5.1)."""
        ingang = self.find_ingang(adres)
        if ingang is not None:
            return ingang.gemeente_id
        if adres.strip().lower() == "postmaster" and self.domeinen:
            return min(self.domeinen.values())
        return self.domeinen.get(_get_domein(adres))

    def find_ingang(self, adres: str) -> Mailingang | None:
        """Return the entrance with this address; 'info+wijk@' reaches 'info@'."""
        sleutel = adres.strip().lower()
        lokaal, _, domein = sleutel.rpartition("@")
        return self.ingangen.get(sleutel) or self.ingangen.get(f"{lokaal.partition('+')[0]}@{domein}")

    def find_eerste_ingang(self, adressen: Iterable[str], gemeente_id: int) -> Mailingang | None:
        """Return the entrance of the first address that is one of this municipality."""
        for adres in adressen:
            ingang = self.find_ingang(adres)
            if ingang is not None and ingang.gemeente_id == gemeente_id:
                return ingang
        return None

    def find_standaardingang(self, gemeente_id: int) -> Mailingang | None:
        """Return the entrance for mail to an unknown address: info@ or gemeente@, else the oldest; None without any."""
        eigen = sorted((een for een in self.ingangen.values() if een.gemeente_id == gemeente_id), key=lambda een: een.id)
        algemeen = [een for een in eigen if een.adres.partition("@")[0] in {"info", "gemeente"}]
        return next(iter(algemeen + eigen), None)

    def is_ons_adres(self, adres: str) -> bool:
        """Say whether mail to this address would come back to us."""
        return self.find_gemeente(adres) is not None

    def split_bestemmingen(self, adressen: Iterable[str]) -> tuple[Bestemming, ...]:
        """Return one destination for each municipality among the recipients; addresses that are not ours are left out."""
        per_gemeente: dict[int, list[str]] = {}
        for adres in adressen:
            gemeente_id = self.find_gemeente(adres)
            if gemeente_id is not None:
                per_gemeente.setdefault(gemeente_id, []).append(adres)
        bestemmingen = []
        for gemeente_id, eigen in sorted(per_gemeente.items()):
            ingang = self.find_eerste_ingang(eigen, gemeente_id)
            bestemmingen.append(Bestemming(gemeente_id, ingang.id if ingang else None, tuple(eigen)))
        return tuple(bestemmingen)


def build_adresboek(domeinen: Iterable[tuple[str, int]], ingangen: Iterable[Mailingang]) -> Adresboek:
    """Return the address book; a domain that only an entrance has counts as ours too. The first holder of a domain keeps it."""
    per_adres: dict[str, Mailingang] = {}
    alle: dict[str, int] = {}
    for domein, gemeente_id in domeinen:
        if domein.strip():
            alle.setdefault(domein.strip().lower(), gemeente_id)
    for ingang in ingangen:
        if "@" in ingang.adres:
            per_adres[ingang.adres.strip().lower()] = ingang
            alle.setdefault(_get_domein(ingang.adres), ingang.gemeente_id)
    return Adresboek(alle, per_adres)


def _get_domein(adres: str) -> str:
    return adres.strip().lower().rpartition("@")[2].rstrip(".")
