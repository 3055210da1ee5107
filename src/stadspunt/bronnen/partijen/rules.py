"""Words and checks about clients."""

from dataclasses import dataclass
from enum import StrEnum

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.waarden.bereik import (
    is_email,
    to_email_sleutel,
    to_telefoon_sleutel,
)


class Partijsoort(StrEnum):
    """What a partij is."""

    PERSOON = "persoon"
    ORGANISATIE = "organisatie"
    ANONIEM = "anoniem"


class Adressoort(StrEnum):
    """The kinds of digital address."""

    EMAIL = "email"
    TELEFOON = "telefoon"


class Taal(StrEnum):
    """Languages in which the municipality answers by itself."""

    NEDERLANDS = "nl"
    ENGELS = "en"


@dataclass(frozen=True, slots=True)
class Partijgegevens:
    """What somebody told about a client; every part may be empty, then the client is anonymous."""

    naam: str = ""
    email: str = ""
    telefoon: str = ""
    soort: Partijsoort = Partijsoort.PERSOON
    voorkeurskanaal_id: int | None = None
    voorkeurstaal: Taal = Taal.NEDERLANDS

    @property
    def is_leeg(self) -> bool:
        """Whether nothing is known."""
        return not (self.naam.strip() or self.email.strip() or self.telefoon.strip())


def to_adressleutel(soort: Adressoort, waarde: str) -> str:
    """Return the key by which an address is found; '' when the value is no address of this kind."""
    if soort is Adressoort.EMAIL:
        return to_email_sleutel(waarde) if is_email(waarde) else ""
    return to_telefoon_sleutel(waarde)


def check_partijgegevens(gegevens: Partijgegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse these data; empty means that they can be kept."""
    fouten: list[Fout] = []
    if gegevens.email.strip() and not to_adressleutel(Adressoort.EMAIL, gegevens.email):
        fouten.append(Fout("geen-email", "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.", "email"))
    if gegevens.telefoon.strip() and not to_adressleutel(Adressoort.TELEFOON, gegevens.telefoon):
        fouten.append(
            Fout("geen-telefoon", "Dit is geen telefoonnummer. Gebruik alleen cijfers, bijvoorbeeld 06 12345678.", "telefoon")
        )
    if len(gegevens.naam) > 200:
        fouten.append(Fout("te-lang", "De naam is langer dan 200 tekens. Maak hem korter.", "naam"))
    return tuple(fouten)
