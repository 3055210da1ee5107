"""Processing what came in: at once, and once a minute what was left; and watching the ways in."""

from django.db import OperationalError

from stadspunt.bronnen.organisatie.queries import list_ingangen
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.fouten import OpslagWegError
from stadspunt.fundament.taken.verbindingen import is_disk_full
from stadspunt.fundament.taken.wachtrij import elke, taak
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.intake.actions.bewaken import check_stilte, compute_ritme
from stadspunt.stromen.intake.actions.verwerken import begin_poging, cancel_poging, process_ontvangst
from stadspunt.stromen.intake.models import Ingangritme, Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus

_PER_RONDE = 200


@taak("intake.verwerk_ontvangst")
def verwerk_ontvangst(ontvangst_id: int) -> None:
    """Make a contact of one arrival; run again it does nothing."""
    handeling = build_systeem("intake", get_moment())
    if not begin_poging(handeling, ontvangst_id):
        return
    try:
        process_ontvangst(handeling, ontvangst_id)
    except (OperationalError, OpslagWegError) as fout:
        if not is_disk_full(fout):
            raise
        cancel_poging(handeling, ontvangst_id)


@elke("* * * * *", naam="intake.verwerk_achterstand")
def verwerk_achterstand() -> None:
    """Process what is due and was left: because a worker died, or the job got lost."""
    te_laat = Ontvangst.objects.filter(status=Ontvangststatus.WACHT, volgende_poging_op__lte=get_moment())
    for ontvangst_id in list(te_laat.order_by("volgende_poging_op").values_list("pk", flat=True)[:_PER_RONDE]):
        verwerk_ontvangst(ontvangst_id=ontvangst_id)


@elke("10 2 * * *", naam="intake.leer_ritmes")
def leer_ritmes() -> None:
    """Every night: learn how long each entrance for mail is usually silent."""
    handeling = build_systeem("intake", get_moment())
    for ingang in list_ingangen(Ingangsoort.POSTBUS):
        compute_ritme(handeling, ingang.id)


@elke("*/10 * * * *", naam="intake.bewaak_ingangen")
def bewaak_ingangen() -> None:
    """Every ten minutes: look whether an entrance for mail is silent for too long."""
    handeling = build_systeem("intake", get_moment())
    actief = {ingang.id for ingang in list_ingangen(Ingangsoort.POSTBUS)}
    for ingang_id in list(Ingangritme.objects.order_by("ingang_id").values_list("ingang_id", flat=True)):
        if ingang_id in actief:
            check_stilte(handeling, ingang_id)
