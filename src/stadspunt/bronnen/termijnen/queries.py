"""Look at calendars and norms."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from stadspunt.bronnen.termijnen.models import Servicenorm, Sluitingsdag
from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.fundament.toegang.poort import open_query

# Holds until the administrator says otherwise for the channel: the usual norm for mail and forms.
STANDAARD_WERKDAGEN = 5
_GEEN_KLANT = "openingsdagen en normen tonen geen klant"


@dataclass(frozen=True, slots=True)
class NormBeeld:
    """A norm of one channel, for questions that came in on `vanaf` or later, until the next one."""

    id: int
    gemeente_id: int
    kanaal_id: int
    werkdagen: int
    vanaf: date


@dataclass(frozen=True, slots=True)
class SluitingsdagBeeld:
    """A day on which a municipality is closed."""

    id: int
    gemeente_id: int
    datum: date
    naam: str


@open_query(reden=_GEEN_KLANT)
def get_kalender(gemeente_id: int) -> Kalender:
    """Return the opening days of this municipality."""
    return Kalender(frozenset(Sluitingsdag.objects.filter(gemeente_id=gemeente_id).values_list("datum", flat=True)))


@open_query(reden=_GEEN_KLANT)
def list_sluitingsdagen(gemeente_ids: Collection[int], jaar: int) -> list[SluitingsdagBeeld]:
    """Return the closing days of one year, in order."""
    rijen = Sluitingsdag.objects.filter(gemeente_id__in=gemeente_ids, datum__year=jaar).order_by("datum", "gemeente_id")
    return [SluitingsdagBeeld(rij.pk, rij.gemeente_id, rij.datum, rij.naam) for rij in rijen]


@open_query(reden=_GEEN_KLANT)
def get_norm_werkdagen(gemeente_id: int, kanaal_id: int, dag: date) -> int:
    """Return the working days within which a question of this channel that came in on `dag` has its answer."""
    normen = Servicenorm.objects.filter(gemeente_id=gemeente_id, kanaal_id=kanaal_id, vanaf__lte=dag)
    norm = normen.order_by("-vanaf").values_list("werkdagen", flat=True).first()
    return STANDAARD_WERKDAGEN if norm is None else norm


@open_query(reden=_GEEN_KLANT)
def list_normen(gemeente_ids: Collection[int]) -> list[NormBeeld]:
    """Return every norm, also those of the past and those to come, the newest of each channel first."""
    rijen = Servicenorm.objects.filter(gemeente_id__in=gemeente_ids).order_by("gemeente_id", "kanaal_id", "-vanaf")
    return [NormBeeld(rij.pk, rij.gemeente_id, rij.kanaal_id, rij.werkdagen, rij.vanaf) for rij in rijen]
