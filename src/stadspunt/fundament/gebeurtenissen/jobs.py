"""Delivering facts: at once after the action, and once a minute what was left behind."""

from stadspunt.fundament.gebeurtenissen.actions import deliver_aflevering
from stadspunt.fundament.gebeurtenissen.models import Aflevering
from stadspunt.fundament.taken.wachtrij import elke, taak
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem


@taak("gebeurtenissen.lever_gebeurtenis")
def lever_gebeurtenis(gebeurtenis_id: int) -> None:
    """Give one fact to every reaction that has not had it."""
    handeling = build_systeem("gebeurtenissen", get_moment())
    open_ids = (
        Aflevering.objects.filter(gebeurtenis_id=gebeurtenis_id, staat=Aflevering.Staat.WACHT)
        .order_by("id")
        .values_list("pk", flat=True)
    )
    for aflevering_id in list(open_ids):
        deliver_aflevering(handeling, aflevering_id)


@elke("* * * * *", naam="gebeurtenissen.lever_achterstand")
def lever_achterstand() -> None:
    """Deliver what is due and was left: after a fault, or because a worker died."""
    handeling = build_systeem("gebeurtenissen", get_moment())
    achterstand = (
        Aflevering.objects.filter(staat=Aflevering.Staat.WACHT, volgende_op__lte=handeling.moment)
        .order_by("volgende_op")
        .values_list("pk", flat=True)[:500]
    )
    for aflevering_id in list(achterstand):
        deliver_aflevering(handeling, aflevering_id)
