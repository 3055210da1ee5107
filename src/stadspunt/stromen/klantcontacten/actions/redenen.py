"""Set up the reasons for which a question may wait."""

from django.db import IntegrityError, transaction

from stadspunt.bronnen.organisatie.queries import list_gemeenten
from stadspunt.bronnen.organisatie.rules.inrichting import demand, demand_bereik
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.models import Wachtreden
from stadspunt.stromen.klantcontacten.rules import STANDAARD_WACHTREDENEN, check_redennaam

_DUBBEL = Fout("bestaat-al", "Deze reden is er al. Kies een andere naam.", "naam")


@action(recht="beheer.wijzigen")
def add_wachtreden(handeling: Handeling, gemeente_id: int | None, naam: str, *, op_klant: bool) -> int:
    """Add a reason to let a question wait, without a municipality for all of them; returns its id.

    Raises GeweigerdError with every reason, NietGevondenError for who does not work for (each of) them.
    """
    _demand_bereik(handeling, gemeente_id)
    return _save(Wachtreden(gemeente_id=gemeente_id), naam, op_klant=op_klant)


@action(recht="beheer.wijzigen")
def update_wachtreden(handeling: Handeling, wachtreden_id: int, naam: str, *, op_klant: bool, actief: bool) -> None:
    """Rename a reason, take it in or out of use; what waits for it keeps waiting. Raises GeweigerdError, NietGevondenError."""
    rij = Wachtreden.objects.select_for_update().filter(pk=wachtreden_id).first()
    if rij is None:
        raise NietGevondenError(f"wachtreden {wachtreden_id}")
    _demand_bereik(handeling, rij.gemeente_id)
    rij.actief = actief
    _save(rij, naam, op_klant=op_klant)


@action(recht="beheer.wijzigen")
def load_wachtredenen(handeling: Handeling) -> None:
    """Give a new (or emptied) database its first reasons; one that has any keeps what its administrators made of them."""
    if not Wachtreden.objects.filter(gemeente_id=None).exists():
        eerste = (Wachtreden(naam=naam, op_klant=op_klant) for naam, op_klant in STANDAARD_WACHTREDENEN)
        Wachtreden.objects.bulk_create(eerste, ignore_conflicts=True)


def _demand_bereik(handeling: Handeling, gemeente_id: int | None) -> None:
    demand_bereik(handeling.actor, gemeente_id, [een.id for een in list_gemeenten()])


def _save(rij: Wachtreden, naam: str, *, op_klant: bool) -> int:
    demand(check_redennaam(naam))
    rij.naam, rij.op_klant = naam.strip(), op_klant
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_DUBBEL) from fout
    return rij.pk
