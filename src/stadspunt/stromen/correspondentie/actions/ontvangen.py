"""Keep a message that came in, and write down that one of ours came back."""

from collections.abc import Collection

from stadspunt.bronnen.organisatie.queries import is_werkzaam
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.events import BerichtOnbestelbaar, BerichtOntvangen
from stadspunt.stromen.correspondentie.models import Bericht, Berichtbijlage, Berichtvraag, Verzending
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding, InkomendBericht
from stadspunt.stromen.correspondentie.rules.woorden import Verzendstatus
from stadspunt.stromen.correspondentie.vergrendeling import (
    announce_bericht,
    complete_verzending,
    list_vraag_ids,
    lock_verzending,
)
from stadspunt.stromen.klantcontacten.actions.behandelen import reopen_klantvraag
from stadspunt.stromen.klantcontacten.actions.wachten import wake_klantvraag
from stadspunt.stromen.klantcontacten.rules import Richting, Wachteinde

# What arrived after all: the report itself is the proof that the message had left.
_WAS_ONDERWEG = frozenset({Verzendstatus.GEPLAND, Verzendstatus.BEZIG, Verzendstatus.ONZEKER})
_MAX_ADRES = 320


@action(recht="ontvangst.verwerken")
def register_inkomend_bericht(handeling: Handeling, bericht: InkomendBericht) -> int:
    """Keep a message that came in and tie it to its questions; returns its id.

    The same `sleutel` again adds nothing but questions that were not tied yet.
    """
    rij = _to_rij(handeling, bericht)
    Bericht.objects.bulk_create([rij], ignore_conflicts=True)
    nieuw = Bericht.objects.filter(uuid=rij.uuid).values_list("pk", flat=True).first()
    bericht_id = nieuw or Bericht.objects.values_list("pk", flat=True).get(sleutel=bericht.sleutel)
    _tie(bericht_id, bericht.klantvraag_ids)
    if nieuw is None:
        return bericht_id
    Berichtbijlage.objects.bulk_create(
        Berichtbijlage(bericht_id=nieuw, document_id=een.document_id, volgorde=volgorde, cid=een.cid, inline=een.inline)
        for volgorde, een in enumerate(bericht.bijlagen)
    )
    publish(handeling, BerichtOntvangen(nieuw, bericht.klantvraag_ids, bericht.soort))
    announce_bericht(Bericht(pk=nieuw))
    return nieuw


def _tie(bericht_id: int, klantvraag_ids: Collection[int]) -> None:
    Berichtvraag.objects.bulk_create(
        (Berichtvraag(bericht_id=bericht_id, klantvraag_id=vraag_id) for vraag_id in klantvraag_ids), ignore_conflicts=True
    )


def _to_rij(handeling: Handeling, bericht: InkomendBericht) -> Bericht:
    return Bericht(
        gemeente_id=bericht.gemeente_id,
        klantcontact_id=bericht.klantcontact_id,
        richting=Richting.IN,
        soort=bericht.soort,
        sleutel=bericht.sleutel,
        onderwerp=bericht.onderwerp,
        tekst=bericht.tekst,
        citaat=bericht.citaat,
        html=bericht.html,
        van_naam=bericht.van_naam,
        van_adres=bericht.van_adres[:_MAX_ADRES],
        antwoord_adres=bericht.antwoord_adres[:_MAX_ADRES],
        aan_adres=bericht.aan_adres[:_MAX_ADRES],
        message_id=bericht.message_id,
        in_reply_to=bericht.in_reply_to,
        ruw_hash=bericht.ruw_hash,
        taal=bericht.taal,
        mag_automatisch_antwoord=bericht.mag_automatisch_antwoord,
        geregistreerd_op=handeling.moment,
        verzonden_op=bericht.verzonden_op,
    )


@action(recht="ontvangst.verwerken")
def record_bounce(handeling: Handeling, melding: Bouncemelding, bericht_id: int | None = None) -> tuple[int, ...]:
    """Write a delivery report with the message of ours that it is about; returns its questions, () when it is not ours.

    `bericht_id` is the report itself, which is tied to the same questions. When the report is
    permanent the message is undeliverable, and a question that it answered is open again, with
    who answered it while he works here. A report of delay is only noted. The same report twice changes nothing.
    """
    verzending_id = (
        Verzending.objects.filter(bericht__message_id=melding.message_id, bericht__richting=Richting.UIT)
        .values_list("pk", flat=True)
        .first()
        if melding.message_id
        else None
    )
    if verzending_id is None:
        return ()
    rij = lock_verzending(verzending_id)
    vraag_ids = list_vraag_ids(rij.bericht)
    if bericht_id is not None:
        _tie(bericht_id, vraag_ids)
    if rij.status == Verzendstatus.ONBESTELBAAR:
        return vraag_ids
    if melding.permanent and rij.status in _WAS_ONDERWEG:
        complete_verzending(handeling, rij)
    rij.bounce_status = melding.status[:20]
    rij.bounce_diagnose = melding.diagnose[:1000]
    rij.bounce_op = handeling.moment
    if melding.permanent and rij.status == Verzendstatus.VERZONDEN:
        _mark_onbestelbaar(handeling, rij, vraag_ids)
    rij.save(update_fields=["status", "bounce_status", "bounce_diagnose", "bounce_op"])
    announce_bericht(rij.bericht)
    return vraag_ids


def _mark_onbestelbaar(handeling: Handeling, rij: Verzending, vraag_ids: tuple[int, ...]) -> None:
    rij.status = Verzendstatus.ONBESTELBAAR
    if rij.antwoord_op_id is not None:
        schrijver = rij.bericht.medewerker_id
        # Who wrote the answer knows best what to do now, while he works here.
        terug = schrijver if schrijver and is_werkzaam(schrijver, rij.bericht.gemeente_id, handeling.moment) else None
        reopen_klantvraag(handeling, rij.antwoord_op_id, behandelaar_id=terug)
    for vraag_id in sorted(vraag_ids):
        wake_klantvraag(handeling, vraag_id, Wachteinde.BEZORGING)
    publish(handeling, BerichtOnbestelbaar(rij.bericht_id, vraag_ids, rij.soort, rij.bounce_status))
