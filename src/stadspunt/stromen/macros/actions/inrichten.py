"""Keep the macros."""

from django.db import IntegrityError, transaction
from msgspec import to_builtins

from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_teams
from stadspunt.bronnen.organisatie.rules.inrichting import demand, demand_gemeente
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.bronnen.tekstblokken.queries import list_gedeelde_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import Waarvoor
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.queries.sjablonen import list_sjablonen
from stadspunt.stromen.macros.models import Macro
from stadspunt.stromen.macros.rules import Macrogegevens, Stapsoort, check_macro, sort_stappen

_DUBBEL = Fout("bestaat-al", "Er is al een macro met deze naam. Kies een andere naam.", "naam")


@action(recht="beheer.wijzigen")
def add_macro(handeling: Handeling, gemeente_id: int, gegevens: Macrogegevens) -> int:
    """Add a macro; returns its id. Raises GeweigerdError with every reason, of all steps at once."""
    demand_gemeente(handeling.actor, gemeente_id)
    return _save(handeling, Macro(gemeente_id=gemeente_id), gegevens)


@action(recht="beheer.wijzigen")
def update_macro(handeling: Handeling, macro_id: int, gegevens: Macrogegevens) -> None:
    """Change a macro, take it in or out of use; what it did before stays. Raises GeweigerdError, NietGevondenError."""
    rij = Macro.objects.select_for_update().filter(pk=macro_id).first()
    if rij is None:
        raise NietGevondenError(f"macro {macro_id}")
    demand_gemeente(handeling.actor, rij.gemeente_id)
    _save(handeling, rij, gegevens)


def _save(handeling: Handeling, rij: Macro, gegevens: Macrogegevens) -> int:
    # What is out of use need not be right: its product may have ended.
    demand(check_macro(gegevens, _list_bestaand(handeling, rij.gemeente_id) if gegevens.actief else {}))
    rij.naam, rij.uitleg, rij.minuten = gegevens.naam.strip(), gegevens.uitleg.strip(), gegevens.minuten
    rij.stappen, rij.actief = to_builtins(sort_stappen(gegevens.stappen)), gegevens.actief
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise GeweigerdError(_DUBBEL) from fout
    return rij.pk


def _list_bestaand(handeling: Handeling, gemeente_id: int) -> dict[Stapsoort, frozenset[int]]:
    """Return what each kind of step can speak of in this municipality."""
    gemeente = [gemeente_id]
    sjablonen = frozenset(een.id for een in list_sjablonen(gemeente))
    return {
        Stapsoort.PRODUCT: frozenset(een.id for een in list_producten(gemeente)),
        Stapsoort.TEAM: frozenset(een.id for een in list_teams(gemeente, alleen_kcc=True)),
        Stapsoort.NOTITIE: frozenset(
            een.id
            for een in list_gedeelde_tekstblokken(handeling.raadpleging)
            if een.actief and Waarvoor.NOTITIE in een.waarvoor and een.gemeente_id in {None, gemeente_id}
        ),
        Stapsoort.SJABLOON: sjablonen,
        Stapsoort.OVERDRAGEN: frozenset(een.id for een in list_afdelingen(gemeente)),
        Stapsoort.VERSTUREN: sjablonen,
    }
