"""Bring back what waited long enough."""

from stadspunt.fundament.taken.wachtrij import elke
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.klantcontacten.actions.wachten import wake_verlopen
from stadspunt.stromen.klantcontacten.models import Klantvraag

_PER_RONDE = 1000


@elke("* * * * *", naam="klantcontacten.wek")
def wek() -> None:
    """Every minute: bring back the questions whose moment has come, also of an hour in which no worker ran."""
    handeling = build_systeem("wachten", get_moment())
    verlopen = Klantvraag.objects.filter(wacht_tot__lte=handeling.moment).order_by("wacht_tot", "id")
    for klantvraag_id in list(verlopen.values_list("pk", flat=True)[:_PER_RONDE]):
        wake_verlopen(handeling, klantvraag_id)
