"""Look at the catalogue. It is public knowledge, so the looks are open."""

from collections.abc import Collection
from dataclasses import dataclass

from stadspunt.bronnen.producten.models import Product, Snelcode
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.poort import open_query

_OPENBAAR = "de catalogus is openbaar en toont geen klant"


@dataclass(frozen=True, slots=True)
class ProductBeeld:
    """A product; `norm_werkdagen` is None when the norm of the channel holds."""

    id: int
    gemeente_id: int
    afdeling_id: int
    naam: str
    slug: str
    thema: str
    zoekwoorden: str
    eerste_antwoord: str
    knip: str
    norm_werkdagen: int | None
    vertrouwelijk: bool = False


@dataclass(frozen=True, slots=True)
class SnelcodeBeeld:
    """A quick code with what it fills in."""

    id: int
    gemeente_id: int
    code: str
    naam: str
    antwoord: str
    product_id: int | None


def _to_beeld(rij: Product) -> ProductBeeld:
    return ProductBeeld(
        rij.pk, rij.gemeente_id, rij.afdeling_id, rij.naam, rij.slug, rij.thema, rij.zoekwoorden,
        rij.eerste_antwoord, rij.knip, rij.norm_werkdagen, rij.vertrouwelijk,
    )  # fmt: skip


@open_query(reden=_OPENBAAR)
def list_producten(gemeente_ids: Collection[int]) -> list[ProductBeeld]:
    """Return the products in use, by name."""
    return [_to_beeld(rij) for rij in Product.objects.filter(gemeente_id__in=gemeente_ids, actief=True).order_by("naam")]


@open_query(reden=_OPENBAAR)
def get_product(product_id: int) -> ProductBeeld:
    """Return one product, also when no longer in use. Raises NietGevondenError."""
    rij = Product.objects.filter(pk=product_id).first()
    if rij is None:
        raise NietGevondenError(f"product {product_id}")
    return _to_beeld(rij)


@open_query(reden=_OPENBAAR)
def get_producten(ids: Collection[int]) -> dict[int, ProductBeeld]:
    """Return products by id; an unknown id is left out."""
    return {rij.pk: _to_beeld(rij) for rij in Product.objects.filter(pk__in=set(ids))} if ids else {}


@open_query(reden=_OPENBAAR)
def list_snelcodes(gemeente_ids: Collection[int]) -> list[SnelcodeBeeld]:
    """Return the quick codes in use, by code."""
    rijen = Snelcode.objects.filter(gemeente_id__in=gemeente_ids, actief=True).order_by("code")
    return [SnelcodeBeeld(rij.pk, rij.gemeente_id, rij.code, rij.naam, rij.antwoord, rij.product_id) for rij in rijen]


@open_query(reden=_OPENBAAR)
def get_snelcode(snelcode_id: int) -> SnelcodeBeeld:
    """Return one quick code. Raises NietGevondenError."""
    rij = Snelcode.objects.filter(pk=snelcode_id).first()
    if rij is None:
        raise NietGevondenError(f"snelcode {snelcode_id}")
    return SnelcodeBeeld(rij.pk, rij.gemeente_id, rij.code, rij.naam, rij.antwoord, rij.product_id)
