"""Look at the catalogue as an administrator does: also what is out of use."""

from dataclasses import dataclass

from stadspunt.bronnen.producten.models import Product, Snelcode
from stadspunt.bronnen.producten.rules import Productgegevens, Snelcodegegevens
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


@dataclass(frozen=True, slots=True)
class ProductRegel:
    """A product with everything an administrator can change."""

    id: int
    gemeente_id: int
    gegevens: Productgegevens
    actief: bool


@dataclass(frozen=True, slots=True)
class SnelcodeRegel:
    """A quick code with everything an administrator can change; `product` is the name of its product."""

    id: int
    gemeente_id: int
    gegevens: Snelcodegegevens
    product: str
    actief: bool


def _to_product(rij: Product) -> ProductRegel:
    gegevens = Productgegevens(
        rij.naam, rij.slug, rij.afdeling_id, rij.upl_uri, rij.thema, rij.zoekwoorden, rij.eerste_antwoord, rij.knip,
        rij.norm_werkdagen, rij.eigenaar_id, rij.vertrouwelijk,
    )  # fmt: skip
    return ProductRegel(rij.pk, rij.gemeente_id, gegevens, rij.actief)


def _to_snelcode(rij: Snelcode) -> SnelcodeRegel:
    gegevens = Snelcodegegevens(rij.code, rij.naam, rij.antwoord, rij.product_id)
    return SnelcodeRegel(rij.pk, rij.gemeente_id, gegevens, rij.product.naam if rij.product else "", rij.actief)


@query(recht="beheer.lezen")
def list_alle_producten(raadpleging: Raadpleging) -> list[ProductRegel]:
    """Return every product of this actor's municipalities, by name, those in use first."""
    rijen = Product.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids).order_by("-actief", "naam", "id")
    return [_to_product(rij) for rij in rijen]


@query(recht="beheer.lezen")
def get_product_regel(raadpleging: Raadpleging, product_id: int) -> ProductRegel:
    """Return one product. Raises NietGevondenError."""
    rij = Product.objects.filter(pk=product_id, gemeente_id__in=raadpleging.actor.gemeente_ids).first()
    if rij is None:
        raise NietGevondenError(f"product {product_id}")
    return _to_product(rij)


@query(recht="beheer.lezen")
def list_alle_snelcodes(raadpleging: Raadpleging) -> list[SnelcodeRegel]:
    """Return every quick code of this actor's municipalities, by code, those in use first."""
    rijen = Snelcode.objects.filter(gemeente_id__in=raadpleging.actor.gemeente_ids).select_related("product")
    return [_to_snelcode(rij) for rij in rijen.order_by("-actief", "code", "id")]


@query(recht="beheer.lezen")
def get_snelcode_regel(raadpleging: Raadpleging, snelcode_id: int) -> SnelcodeRegel:
    """Return one quick code. Raises NietGevondenError."""
    rijen = Snelcode.objects.filter(pk=snelcode_id, gemeente_id__in=raadpleging.actor.gemeente_ids).select_related("product")
    rij = rijen.first()
    if rij is None:
        raise NietGevondenError(f"snelcode {snelcode_id}")
    return _to_snelcode(rij)
