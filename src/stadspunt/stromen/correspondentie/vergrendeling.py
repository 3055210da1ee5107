"""Plan a verzending, lock it and let it take a step; used by every action on one message that goes out. For this room only.

Locks are always taken in the same order: the verzending first, then its question.
"""

from dataclasses import replace
from datetime import timedelta

import structlog

from stadspunt.bronnen.organisatie.queries import get_kanaal
from stadspunt.fundament.fouten import AchterhaaldError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.correspondentie.events import BerichtVerzonden, VerzendingOnzeker
from stadspunt.stromen.correspondentie.models import Bericht, Berichtvraag, Verzending
from stadspunt.stromen.correspondentie.rules.woorden import GESCHREVEN_SOORTEN, Berichtsoort, Verzendstatus
from stadspunt.stromen.klantcontacten.actions.behandelen import record_antwoord, reopen_klantvraag
from stadspunt.stromen.klantcontacten.actions.reageren import mark_klantreactie_beantwoord, record_klantreactie
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, NieuwContact, Richting, Status

log = structlog.get_logger(__name__)
# Only e-mail leaves through this outbox; a letter gets its own way.
KANAAL_UIT = "email"


def plan_verzending(
    handeling: Handeling,
    bericht: Bericht,
    sleutel: str,
    *,
    bedenktijd: timedelta = timedelta(0),
    antwoord_op_id: int | None = None,
) -> None:
    """Put a message in the outbox, to go after `bedenktijd`; it is there when, and only when, the transaction commits.

    `antwoord_op_id`: the question that closes when it has gone; of those only one at a time is on its way. Raises
    IntegrityError when there is one already, or when `sleutel` is planned.
    """
    niet_voor = handeling.moment + bedenktijd
    rij = Verzending.objects.create(
        bericht=bericht,
        soort=bericht.soort,
        antwoord_op_id=antwoord_op_id,
        sleutel=sleutel,
        status=Verzendstatus.GEPLAND,
        niet_voor=niet_voor,
        volgende_poging_op=niet_voor,
    )
    enqueue("correspondentie.verzend_bericht", op=niet_voor if bedenktijd else None, verzending_id=rij.pk)


def lock_verzending(verzending_id: int) -> Verzending:
    """Return the row, locked, with its message. Raises NietGevondenError."""
    rij = Verzending.objects.select_for_update(of=("self",)).select_related("bericht").filter(pk=verzending_id).first()
    if rij is None:
        raise NietGevondenError(f"verzending {verzending_id}")
    return rij


def list_vraag_ids(bericht: Bericht) -> tuple[int, ...]:
    """Return the questions that a message concerns."""
    return tuple(Berichtvraag.objects.filter(bericht=bericht).order_by("id").values_list("klantvraag_id", flat=True))


def announce_bericht(bericht: Bericht) -> None:
    """Tell the screens of the questions that something about a message changed."""
    announce(*(f"vraag-{vraag_id}" for vraag_id in list_vraag_ids(bericht)))


def announce_document(document_id: int) -> None:
    """Tell the screens of the questions that something about a file changed."""
    rijen = Berichtvraag.objects.filter(bericht__bijlagen__document_id=document_id).values_list("klantvraag_id", flat=True)
    announce(*(f"vraag-{vraag_id}" for vraag_id in rijen.distinct()))


def complete_verzending(handeling: Handeling, rij: Verzending) -> None:
    """Write down that a locked verzending has left: a contact, and the end of the question that it answers.

    The contact and the answer are of the employee who wrote it, whoever carries out the sending.
    """
    rij.status = Verzendstatus.VERZONDEN
    rij.verzonden_op = handeling.moment
    rij.laatste_fout = ""
    rij.save(update_fields=["status", "verzonden_op", "laatste_fout"])
    bericht = rij.bericht
    bericht.verzonden_op = handeling.moment
    if rij.soort in GESCHREVEN_SOORTEN:
        schrijver = replace(handeling, actor=replace(handeling.actor, medewerker_id=bericht.medewerker_id))
        vraag_id = rij.antwoord_op_id or list_vraag_ids(bericht)[0]
        bericht.klantcontact_id = _register_contact(schrijver, bericht, vraag_id)
        if rij.antwoord_op_id is not None:
            _close_vraag(schrijver, handeling, bericht, vraag_id)
        else:
            mark_klantreactie_beantwoord(handeling, vraag_id, bericht.geregistreerd_op)
    bericht.save(update_fields=["verzonden_op", "klantcontact_id"])
    publish(handeling, BerichtVerzonden(bericht.pk, list_vraag_ids(bericht), rij.soort))
    announce_bericht(bericht)


def _register_contact(schrijver: Handeling, bericht: Bericht, klantvraag_id: int) -> int:
    vraag = get_klantvragen(schrijver.raadpleging, [klantvraag_id])[klantvraag_id]
    contact = NieuwContact(
        gemeente_id=vraag.gemeente_id,
        kanaal_id=get_kanaal(KANAAL_UIT).id,
        team_id=vraag.team_id,
        gebeurd_op=schrijver.moment,
        richting=Richting.UIT,
        partij_id=vraag.partij_id,
        samenvatting=bericht.onderwerp,
        bron_sleutel=f"bericht:{bericht.uuid}",
        taal=vraag.taal,
        bestaande_vraag_ids=(klantvraag_id,),
    )
    return register_klantcontact(schrijver, contact).klantcontact_id


def _close_vraag(schrijver: Handeling, handeling: Handeling, bericht: Bericht, klantvraag_id: int) -> None:
    """Close the question with the answer that the client now has. Nothing here may undo that it was sent."""
    vraag = get_klantvragen(handeling.raadpleging, [klantvraag_id])[klantvraag_id]
    if vraag.status == Status.VERVALLEN:
        # Dropped in the meantime, but the client has an answer: that is the truth to keep.
        reopen_klantvraag(schrijver, klantvraag_id)
    try:
        record_antwoord(schrijver, klantvraag_id, bericht.tekst, Antwoordwijze.EMAIL)
    except AchterhaaldError:
        # The department answered while this waited: the question stays open for the check of that.
        log.warning("antwoord_sluit_vraag_niet", klantvraag_id=klantvraag_id)
        return
    if _has_nieuwer_bericht(bericht, klantvraag_id):
        # The client wrote again while the answer waited: it does not answer that.
        record_klantreactie(handeling, klantvraag_id)


def _has_nieuwer_bericht(bericht: Bericht, klantvraag_id: int) -> bool:
    return Bericht.objects.filter(
        vragen__klantvraag_id=klantvraag_id,
        richting=Richting.IN,
        soort=Berichtsoort.GEWOON,
        geregistreerd_op__gt=bericht.geregistreerd_op,
    ).exists()


def mark_onzeker(handeling: Handeling, rij: Verzending, fout: str) -> None:
    """Nobody knows whether this message left: a person has to look, and it is not sent again by itself."""
    rij.status = Verzendstatus.ONZEKER
    rij.laatste_fout = fout[:1000]
    rij.save(update_fields=["status", "laatste_fout"])
    publish(handeling, VerzendingOnzeker(rij.bericht_id, list_vraag_ids(rij.bericht), rij.soort))
    announce_bericht(rij.bericht)


def mark_misschien_verstuurd(handeling: Handeling, rij: Verzending, fout: str) -> None:
    """A message that waits may have left in a time that nobody here remembers."""
    if rij.status == Verzendstatus.GEPLAND:  # by the steps that every message takes
        rij.status = Verzendstatus.BEZIG
        rij.begonnen_op = handeling.moment
        rij.save(update_fields=["status", "begonnen_op"])
    mark_onzeker(handeling, rij, fout)
