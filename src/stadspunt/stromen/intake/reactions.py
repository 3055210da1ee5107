"""What this room does when it needs a person: tell who looks after the entrance."""

from stadspunt.fundament.gebeurtenissen.feiten import reacts_to
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.intake.actions.alarmeren import alarm_ingang, alarm_ontvangst, alarm_postbus
from stadspunt.stromen.intake.events import AansluitingGemaakt, IngangStil, OntvangstMislukt, PostbusOnbereikbaar
from stadspunt.stromen.intake.rules.alarm import Alarmsoort


@reacts_to(OntvangstMislukt)
def tell_mislukt(handeling: Handeling, feit: OntvangstMislukt) -> None:
    """An arrival waits for a person."""
    alarm_ontvangst(handeling, feit.ontvangst_id)


@reacts_to(PostbusOnbereikbaar)
def tell_onbereikbaar(handeling: Handeling, feit: PostbusOnbereikbaar) -> None:
    """A mailbox cannot be read."""
    alarm_postbus(handeling, feit.postbus_id, Alarmsoort.ONBEREIKBAAR)


@reacts_to(IngangStil)
def tell_stil(handeling: Handeling, feit: IngangStil) -> None:
    """An entrance is silent for too long."""
    alarm_ingang(handeling, feit.ingang_id, Alarmsoort.STIL)


@reacts_to(AansluitingGemaakt)
def tell_verschil(handeling: Handeling, feit: AansluitingGemaakt) -> None:
    """A daily count is not right."""
    if not feit.klopt:
        alarm_postbus(handeling, feit.postbus_id, Alarmsoort.VERSCHIL)
