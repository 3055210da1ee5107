"""Change the catalogue."""

from dataclasses import dataclass

from stadspunt.bronnen.producten.models import Product, Snelcode
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@dataclass(frozen=True, slots=True)
class Productgegevens:
    """What an editor fills in for a product."""

    naam: str
    slug: str
    afdeling_id: int
    upl_uri: str = ""
    thema: str = ""
    zoekwoorden: str = ""
    eerste_antwoord: str = ""
    knip: str = ""
    norm_werkdagen: int | None = None
    eigenaar_id: int | None = None


@action(recht="beheer.wijzigen")
def add_product(handeling: Handeling, gemeente_id: int, gegevens: Productgegevens) -> int:
    """Add a product; returns its id."""
    return Product.objects.create(
        gemeente_id=gemeente_id,
        afdeling_id=gegevens.afdeling_id,
        eigenaar_id=gegevens.eigenaar_id,
        naam=gegevens.naam,
        slug=gegevens.slug,
        upl_uri=gegevens.upl_uri,
        thema=gegevens.thema,
        zoekwoorden=gegevens.zoekwoorden,
        eerste_antwoord=gegevens.eerste_antwoord,
        knip=gegevens.knip,
        norm_werkdagen=gegevens.norm_werkdagen,
    ).pk


@action(recht="beheer.wijzigen")
def add_snelcode(
    handeling: Handeling, gemeente_id: int, code: str, naam: str, antwoord: str, product_id: int | None = None
) -> int:
    """Add a quick code; returns its id."""
    return Snelcode.objects.create(gemeente_id=gemeente_id, code=code, naam=naam, antwoord=antwoord, product_id=product_id).pk
