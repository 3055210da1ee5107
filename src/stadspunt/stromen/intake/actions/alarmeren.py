"""Tell who looks after an entrance that a person is needed there."""

import structlog

from stadspunt.bronnen.organisatie.queries import get_ingang, get_medewerkers
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.actions.alarmeren import Alarm, send_alarm
from stadspunt.stromen.intake.models import Ontvangst, Postbus
from stadspunt.stromen.intake.queries.adressering import load_adresboek
from stadspunt.stromen.intake.rules.alarm import Alarmsoort, compose_alarm

log = structlog.get_logger(__name__)


@action(recht="ontvangst.verwerken")
def alarm_ingang(handeling: Handeling, ingang_id: int, soort: Alarmsoort) -> bool:
    """Send the owner of an entrance an alarm, at most once an hour of each kind; returns whether one goes out.

    Without an owner, or without his mail address, nobody can be told: the figure on the pages of beheer stays.
    """
    ingang = get_ingang(ingang_id)
    eigenaar = get_medewerkers([ingang.eigenaar_id]).get(ingang.eigenaar_id) if ingang.eigenaar_id else None
    if eigenaar is None or not eigenaar.email:
        log.warning("alarm_zonder_eigenaar", ingang_id=ingang_id, soort=str(soort))
        return False
    tekst = compose_alarm(soort, eigenaar.naam, ingang.waarde or ingang.naam)
    uur = f"{handeling.moment:%Y-%m-%dT%H}"
    alarm = Alarm(
        sleutel=f"{soort}:{ingang_id}:{uur}",
        gemeente_id=ingang.gemeente_id,
        aan_naam=eigenaar.naam,
        aan_adres=eigenaar.email,
        onderwerp=tekst.onderwerp,
        tekst=tekst.tekst,
    )
    return send_alarm(handeling, alarm)


@action(recht="ontvangst.verwerken")
def alarm_ontvangst(handeling: Handeling, ontvangst_id: int) -> bool:
    """Send the alarm for an arrival that could not be processed; returns whether one goes out.

    Which entrance it is of may be found out only while it is processed: then the first of the municipality is told.
    """
    ingang_id, gemeente_id = Ontvangst.objects.values_list("ingang_id", "gemeente_id").get(pk=ontvangst_id)
    if ingang_id is None:
        ingang = load_adresboek().find_standaardingang(gemeente_id)
        ingang_id = ingang.id if ingang else None
    return ingang_id is not None and alarm_ingang(handeling, ingang_id, Alarmsoort.MISLUKT)


@action(recht="ontvangst.verwerken")
def alarm_postbus(handeling: Handeling, postbus_id: int, soort: Alarmsoort) -> bool:
    """Send the alarm for a mailbox; returns whether one goes out."""
    return alarm_ingang(handeling, Postbus.objects.values_list("ingang_id", flat=True).get(pk=postbus_id), soort)
