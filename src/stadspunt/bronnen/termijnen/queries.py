"""Look at calendars and norms."""

from stadspunt.bronnen.termijnen.models import Servicenorm, Sluitingsdag
from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.fundament.toegang.poort import open_query

# Holds until the administrator says otherwise for the channel: the usual norm for mail and forms.
STANDAARD_WERKDAGEN = 5


@open_query(reden="openingsdagen tonen geen klant")
def get_kalender(gemeente_id: int) -> Kalender:
    """Return the opening days of this municipality."""
    return Kalender(frozenset(Sluitingsdag.objects.filter(gemeente_id=gemeente_id).values_list("datum", flat=True)))


@open_query(reden="normen tonen geen klant")
def get_norm_werkdagen(gemeente_id: int, kanaal_id: int) -> int:
    """Return the working days within which a question of this channel has its answer."""
    norm = Servicenorm.objects.filter(gemeente_id=gemeente_id, kanaal_id=kanaal_id).values_list("werkdagen", flat=True).first()
    return STANDAARD_WERKDAGEN if norm is None else norm
