"""Watch the ways in: signs of life, and silence that is longer than usual."""

from datetime import timedelta

import structlog
from django.db import connection

from stadspunt.bronnen.organisatie.queries import get_ingang
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.intake.events import IngangStil, IngangWeerActief
from stadspunt.stromen.intake.models import Hartslag, Ingangritme, Ontvangst
from stadspunt.stromen.intake.rules.gewoonte import TERUGKIJKEN, compute_drempel, is_te_stil

log = structlog.get_logger(__name__)


@action(recht="ontvangst.verwerken")
def record_hartslag(handeling: Handeling, proces: str) -> None:
    """Give a sign of life of the process `proces`."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO OFF")
    Hartslag.objects.update_or_create(proces=proces, defaults={"moment_op": handeling.moment})


@action(recht="ontvangst.verwerken")
def compute_ritme(handeling: Handeling, ingang_id: int) -> None:
    """Learn from the past weeks how long an entrance for mail is usually silent."""
    momenten = list(
        Ontvangst.objects.filter(ingang_id=ingang_id, ontvangen_op__gte=handeling.moment - TERUGKIJKEN)
        .order_by("ontvangen_op")
        .values_list("ontvangen_op", flat=True)
    )
    drempel = compute_drempel(momenten, get_kalender(get_ingang(ingang_id).gemeente_id))
    Ingangritme.objects.update_or_create(
        ingang_id=ingang_id,
        defaults={
            "drempel_seconden": None if drempel is None else int(drempel.total_seconds()),
            "berekend_op": handeling.moment,
        },
    )


@action(recht="ontvangst.verwerken")
def check_stilte(handeling: Handeling, ingang_id: int) -> bool:
    """Raise the alarm, once, when an entrance is silent for longer than its habit; returns whether it is."""
    ritme = Ingangritme.objects.select_for_update().get(ingang_id=ingang_id)
    laatst = (
        Ontvangst.objects.filter(ingang_id=ingang_id).order_by("-ontvangen_op").values_list("ontvangen_op", flat=True).first()
    )
    drempel = None if ritme.drempel_seconden is None else timedelta(seconds=ritme.drempel_seconden)
    stil = is_te_stil(drempel, laatst, handeling.moment, get_kalender(get_ingang(ingang_id).gemeente_id))
    if stil and ritme.stil_op is None:
        log.error("ingang_stil", ingang_id=ingang_id)
        ritme.stil_op = handeling.moment
        publish(handeling, IngangStil(ingang_id))
    elif not stil and ritme.stil_op is not None:
        ritme.stil_op = None
        publish(handeling, IngangWeerActief(ingang_id))
    ritme.save(update_fields=["stil_op"])
    return stil
