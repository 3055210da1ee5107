"""Empty a mailbox: what is seen goes into the ledger, and each message ends there as stored or refused."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog

from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.intake.actions.ontvangen import Ontvangen, receive_ontvangst
from stadspunt.stromen.intake.events import AansluitingGemaakt, PostbusHersteld, PostbusOnbereikbaar
from stadspunt.stromen.intake.models import Aansluiting, Postbus, Postbusbericht
from stadspunt.stromen.intake.rules.ontvangst import Binnenkomst, Envelop, Herkomst, Ontvangstsoort
from stadspunt.stromen.intake.rules.postbus import Staat, Weigering, is_onbereikbaar

log = structlog.get_logger(__name__)


@action(recht="ontvangst.verwerken")
def open_postbus(handeling: Handeling, postbus_id: int, uidvalidity: int) -> int:
    """Note that the mailbox is open and return the last UID that was seen in it.

    When the server gives the folder another UIDVALIDITY, its numbers mean nothing any more (RFC 3501, 2.3.1.1): the
    position starts again at 0, and the key of each message makes doubles harmless.
    """
    postbus = Postbus.objects.select_for_update().get(pk=postbus_id)
    if postbus.uidvalidity != uidvalidity:
        if postbus.uidvalidity is not None:
            log.warning("postbus_opnieuw_genummerd", postbus_id=postbus_id)
        postbus.uidvalidity, postbus.laatste_uid = uidvalidity, 0
    if postbus.gemeld_op is not None:
        publish(handeling, PostbusHersteld(postbus.pk, postbus.ingang_id))
    postbus.laatst_contact_op = handeling.moment
    postbus.laatste_fout, postbus.fout_sinds_op, postbus.gemeld_op = "", None, None
    postbus.proef_gevraagd_op = None
    postbus.save()
    return postbus.laatste_uid


@action(recht="ontvangst.verwerken")
def record_gezien(handeling: Handeling, postbus_id: int, uidvalidity: int, uids: Collection[int]) -> list[int]:
    """Put messages that were seen into the ledger and return all that are seen and not yet stored or refused, in order."""
    postbus = Postbus.objects.select_for_update().get(pk=postbus_id)
    Postbusbericht.objects.bulk_create(
        (
            Postbusbericht(postbus=postbus, uidvalidity=uidvalidity, uid=uid, staat=Staat.GEZIEN, gezien_op=handeling.moment)
            for uid in sorted(uids)
        ),
        batch_size=1000,
        ignore_conflicts=True,
    )
    postbus.laatste_uid = max([postbus.laatste_uid, *uids])
    postbus.laatst_contact_op = handeling.moment
    postbus.save(update_fields=["laatste_uid", "laatst_contact_op"])
    open_ = Postbusbericht.objects.filter(postbus=postbus, uidvalidity=uidvalidity, staat=Staat.GEZIEN)
    return list(open_.order_by("uid").values_list("uid", flat=True))


@dataclass(frozen=True, slots=True)
class Postbusstuk:
    """One message as it lay in a mailbox; `aangekomen_op` is its INTERNALDATE."""

    postbus_id: int
    uidvalidity: int
    uid: int
    ruw: bytes
    aangekomen_op: datetime | None


@action(recht="ontvangst.verwerken")
def receive_postbusbericht(handeling: Handeling, stuk: Postbusstuk) -> Ontvangen:
    """Keep one message and tick it off in the ledger, in one transaction. After that it may be moved in the mailbox."""
    postbus = Postbus.objects.get(pk=stuk.postbus_id)
    envelop = Envelop(Herkomst.IMAP, aangekomen_op=stuk.aangekomen_op)
    binnenkomst = Binnenkomst(Ontvangstsoort.EMAIL, stuk.ruw, envelop, postbus.gemeente_id, postbus.ingang_id)
    ontvangen = receive_ontvangst(handeling, binnenkomst)
    Postbusbericht.objects.filter(postbus=postbus, uidvalidity=stuk.uidvalidity, uid=stuk.uid, staat=Staat.GEZIEN).update(
        staat=Staat.OPGESLAGEN, ontvangst_id=ontvangen.id
    )
    Postbus.objects.filter(pk=postbus.pk).update(laatst_bericht_op=handeling.moment, laatst_contact_op=handeling.moment)
    return ontvangen


@action(recht="ontvangst.verwerken")
def refuse_postbusbericht(handeling: Handeling, postbus_id: int, uidvalidity: int, uid: int, reden: Weigering) -> None:
    """Write down that a message was seen and is not stored, and why."""
    log.error("postbusbericht_geweigerd", postbus_id=postbus_id, uid=uid, reden=str(reden))
    Postbusbericht.objects.filter(postbus_id=postbus_id, uidvalidity=uidvalidity, uid=uid, staat=Staat.GEZIEN).update(
        staat=Staat.GEWEIGERD, reden=reden
    )


@action(recht="ontvangst.verwerken")
def record_postbusfout(handeling: Handeling, postbus_id: int, fout: str) -> None:
    """Note that the mailbox cannot be reached; after a quarter of an hour that is an alarm, once."""
    postbus = Postbus.objects.select_for_update().get(pk=postbus_id)
    postbus.laatste_fout, postbus.proef_gevraagd_op = fout[:300] or "onbekende fout", None
    postbus.fout_sinds_op = postbus.fout_sinds_op or handeling.moment
    if postbus.gemeld_op is None and is_onbereikbaar(postbus.fout_sinds_op, handeling.moment):
        log.error("postbus_onbereikbaar", postbus_id=postbus_id)
        postbus.gemeld_op = handeling.moment
        publish(handeling, PostbusOnbereikbaar(postbus.pk, postbus.ingang_id))
    postbus.save(update_fields=["laatste_fout", "fout_sinds_op", "gemeld_op", "proef_gevraagd_op"])


@action(recht="ontvangst.verwerken")
def record_aansluiting(handeling: Handeling, postbus_id: int, dag: date, in_postbus: Collection[int]) -> list[int]:
    """Count one day of a mailbox and compare the ledger with the UIDs it holds now; returns those that were overlooked.

    The count is right when every message seen that day was stored or refused, and nothing up to the last position lies in
    the mailbox that the ledger does not know. What was overlooked is to be fetched at once.
    """
    postbus = Postbus.objects.select_for_update().get(pk=postbus_id)
    begin, einde = to_moment(dag), to_moment(dag + timedelta(days=1))
    regels = Postbusbericht.objects.filter(postbus=postbus, gezien_op__gte=begin, gezien_op__lt=einde)
    aantal = {staat: regels.filter(staat=staat).count() for staat in Staat}
    bekend = set(
        Postbusbericht.objects.filter(postbus=postbus, uidvalidity=postbus.uidvalidity or 0).values_list("uid", flat=True)
    )
    overgeslagen = sorted(uid for uid in set(in_postbus) - bekend if uid <= postbus.laatste_uid)
    klopt = not overgeslagen and aantal[Staat.GEZIEN] == 0
    Aansluiting.objects.update_or_create(
        postbus=postbus,
        dag=dag,
        defaults={
            "gezien": sum(aantal.values()),
            "opgeslagen": aantal[Staat.OPGESLAGEN],
            "geweigerd": aantal[Staat.GEWEIGERD],
            "in_postbus": len(in_postbus),
            "overgeslagen": len(overgeslagen),
            "klopt": klopt,
            "gemaakt_op": handeling.moment,
        },
    )
    if not klopt:
        log.error("aansluiting_klopt_niet", postbus_id=postbus_id, overgeslagen=len(overgeslagen))
    publish(handeling, AansluitingGemaakt(postbus.pk, dag, klopt, len(overgeslagen)))
    return overgeslagen
