"""Change the catalogue."""

from django.db import IntegrityError, transaction

from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_houders
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import check_houders, demand, demand_gemeente
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.bronnen.producten.models import Product, Snelcode
from stadspunt.bronnen.producten.rules import Productgegevens, Snelcodegegevens, check_product, check_snelcode, to_code
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action

_PRODUCT_DUBBEL = Fout("bestaat-al", "Er is al een product met deze naam. Kies een andere naam.", "naam")
_SNELCODE_DUBBEL = Fout("bestaat-al", "Deze code is al in gebruik. Kies een andere code.", "code")


@action(recht="beheer.wijzigen")
def add_product(handeling: Handeling, gemeente_id: int, gegevens: Productgegevens) -> int:
    """Add a product; returns its id. Raises GeweigerdError with every reason."""
    demand_gemeente(handeling.actor, gemeente_id)
    return _save_product(handeling, Product(gemeente_id=gemeente_id, slug=gegevens.slug), gegevens)


@action(recht="beheer.wijzigen")
def update_product(handeling: Handeling, product_id: int, gegevens: Productgegevens, *, actief: bool) -> None:
    """Change a product, take it in or out of use. Questions about it, and what was promised for them, stay as they are.

    Raises GeweigerdError with every reason, NietGevondenError.
    """
    rij = Product.objects.select_for_update().filter(pk=product_id).first()
    if rij is None:
        raise NietGevondenError(f"product {product_id}")
    demand_gemeente(handeling.actor, rij.gemeente_id)
    if not actief and Snelcode.objects.filter(product=rij, actief=True).exists():
        raise GeweigerdError(Fout("in-gebruik", "Haal dit product eerst weg bij de snelcodes.", "actief"))
    rij.actief = actief
    _save_product(handeling, rij, gegevens)


def _save_product(handeling: Handeling, rij: Product, gegevens: Productgegevens) -> int:
    demand(check_product(gegevens))
    if gegevens.afdeling_id not in {een.id for een in list_afdelingen([rij.gemeente_id])} | {rij.afdeling_id}:
        raise GeweigerdError(Fout("andere-gemeente", "Kies een afdeling van dezelfde gemeente die in gebruik is.", "afdeling_id"))
    rij.naam, rij.afdeling_id, rij.eigenaar_id = gegevens.naam.strip(), gegevens.afdeling_id, gegevens.eigenaar_id
    rij.upl_uri, rij.thema, rij.zoekwoorden = gegevens.upl_uri.strip(), gegevens.thema.strip(), gegevens.zoekwoorden.strip()
    rij.eerste_antwoord, rij.knip = gegevens.eerste_antwoord.strip(), gegevens.knip.strip()
    rij.norm_werkdagen = gegevens.norm_werkdagen
    if gegevens.vertrouwelijk and not rij.vertrouwelijk:
        demand(check_houders(list_houders(rij.gemeente_id, Doel.KLANTVRAAG_BEHANDELEN, VERTROUWELIJK_ZIEN, handeling.moment)))
    rij.vertrouwelijk = gegevens.vertrouwelijk
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_PRODUCT_DUBBEL) from fout
    return rij.pk


@action(recht="beheer.wijzigen")
def add_snelcode(
    handeling: Handeling, gemeente_id: int, code: str, naam: str, antwoord: str, product_id: int | None = None
) -> int:
    """Add a quick code; returns its id. Raises GeweigerdError with every reason."""
    demand_gemeente(handeling.actor, gemeente_id)
    return _save_snelcode(Snelcode(gemeente_id=gemeente_id), Snelcodegegevens(code, naam, antwoord, product_id))


@action(recht="beheer.wijzigen")
def update_snelcode(handeling: Handeling, snelcode_id: int, gegevens: Snelcodegegevens, *, actief: bool) -> None:
    """Change a quick code, take it in or out of use. Raises GeweigerdError with every reason, NietGevondenError."""
    rij = Snelcode.objects.select_for_update().filter(pk=snelcode_id).first()
    if rij is None:
        raise NietGevondenError(f"snelcode {snelcode_id}")
    demand_gemeente(handeling.actor, rij.gemeente_id)
    rij.actief = actief
    _save_snelcode(rij, gegevens)


def _save_snelcode(rij: Snelcode, gegevens: Snelcodegegevens) -> int:
    demand(check_snelcode(gegevens))
    eigen = Product.objects.filter(gemeente_id=rij.gemeente_id, actief=True)
    if gegevens.product_id is not None and not eigen.filter(pk=gegevens.product_id).exists():
        raise GeweigerdError(Fout("andere-gemeente", "Kies een product van dezelfde gemeente dat in gebruik is.", "product_id"))
    rij.code, rij.naam, rij.antwoord = to_code(gegevens.code), gegevens.naam.strip(), gegevens.antwoord.strip()
    rij.product_id = gegevens.product_id
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_SNELCODE_DUBBEL) from fout
    return rij.pk
