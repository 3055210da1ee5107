"""Whose account is whose, for who looks after them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from stadspunt.bronnen.organisatie.models import Medewerker, Rol, Roltoewijzing
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query


@dataclass(frozen=True, slots=True)
class AccountVan:
    """An employee with his account."""

    account_id: int
    naam: str


@dataclass(frozen=True, slots=True)
class RolStap:
    """A role, and whether it asks a second step at sign-in."""

    slug: str
    naam: str
    tweede_stap: bool


@query(recht="account.beheren")
def get_account_van(raadpleging: Raadpleging, medewerker_id: int) -> AccountVan:
    """Return the account of an employee.

    Raises NietGevondenError without an account, and for who (also) works for a municipality that is not this actor's:
    a link for a password opens everything that its holder may do.
    """
    rij = Medewerker.objects.filter(pk=medewerker_id, account_id__isnull=False).first()
    elders = (
        Roltoewijzing.objects.filter(medewerker_id=medewerker_id)
        .filter(Q(tot_op=None) | Q(tot_op__gt=raadpleging.moment))
        .exclude(gemeente_id__in=raadpleging.actor.gemeente_ids)
    )
    if rij is None or rij.account_id is None or elders.exists():
        raise NietGevondenError(f"account van medewerker {medewerker_id}")
    return AccountVan(rij.account_id, rij.naam)


@query(recht="aanmeldlogboek.lezen")
def get_accountnamen(raadpleging: Raadpleging, account_ids: Collection[int]) -> dict[int, str]:
    """Return the names of who hold these accounts."""
    rijen = Medewerker.objects.filter(account_id__in=account_ids).values_list("account_id", "naam")
    return {account_id: naam for account_id, naam in rijen if account_id is not None}


@query(recht="beheer.lezen")
def list_rolstappen(raadpleging: Raadpleging) -> list[RolStap]:
    """Return every role with whether it asks a second step, by name."""
    return [RolStap(*rij) for rij in Rol.objects.order_by("naam").values_list("slug", "naam", "tweede_stap")]
