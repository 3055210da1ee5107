"""Send a message: the steps around the mail server, and what a person can do with one.

The mail server stands outside the transaction, so sending is three steps: claim (committed),
the conversation itself, and writing down how it went. What dies between is found again by
its age: an answer is sent again with the same Message-ID (no answer lost), a receipt is not
(no receipt twice) but stands on a list.
"""

from django.db import IntegrityError, transaction

from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.events import (
    VerzendingGepland,
    VerzendingIngetrokken,
    VerzendingMislukt,
)
from stadspunt.stromen.correspondentie.models import Poststop, Verzending
from stadspunt.stromen.correspondentie.rules.planning import MAX_VERLATEN, compute_volgende_poging, is_verlaten
from stadspunt.stromen.correspondentie.rules.woorden import OPNIEUW_MOGELIJK, STATUSNAMEN, Berichtsoort, Verzendstatus
from stadspunt.stromen.correspondentie.vergrendeling import (
    announce_bericht,
    complete_verzending,
    list_vraag_ids,
    lock_verzending,
    mark_onzeker,
)
from stadspunt.stromen.correspondentie.zicht import select_verborgen_berichten
from stadspunt.stromen.klantcontacten.actions.wachten import wake_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import demand_handelbaar
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Wachteinde

_KAN_NOG_WEG = frozenset({Verzendstatus.GEPLAND, Verzendstatus.BEZIG, Verzendstatus.ONZEKER})
_ONBEKEND = "Het is niet bekend of de mailserver dit bericht heeft aangenomen."


@action(recht="bericht.verzenden")
def claim_verzending(handeling: Handeling, verzending_id: int) -> bool:
    """Take a message that is due, or one whose worker died; returns whether the caller must now send it."""
    if Poststop.objects.filter(actief=True).exists():
        return False  # it stays as it is; the sweep of each minute finds it when mail may go again
    rij = lock_verzending(verzending_id)
    if rij.status == Verzendstatus.BEZIG and is_verlaten(rij.begonnen_op, handeling.moment):
        rij.verlaten += 1
        if rij.soort == Berichtsoort.ONTVANGSTBEVESTIGING or rij.verlaten > MAX_VERLATEN:
            mark_onzeker(handeling, rij, _ONBEKEND)
            return False
    elif rij.status != Verzendstatus.GEPLAND or max(rij.niet_voor, rij.volgende_poging_op) > handeling.moment:
        return False
    if rij.soort == Berichtsoort.ONTVANGSTBEVESTIGING and not _has_open_vraag(handeling, rij):
        _withdraw(handeling, rij)
        return False
    rij.status = Verzendstatus.BEZIG
    rij.begonnen_op = handeling.moment
    rij.pogingen += 1
    rij.save(update_fields=["status", "begonnen_op", "pogingen", "verlaten"])
    announce_bericht(rij.bericht)
    return True


def _has_open_vraag(handeling: Handeling, rij: Verzending) -> bool:
    vragen = get_klantvragen(handeling.raadpleging, list_vraag_ids(rij.bericht)).values()
    return any(vraag.status in OPEN_STATUSSEN for vraag in vragen)


@action(recht="bericht.verzenden")
def record_verzonden(handeling: Handeling, verzending_id: int) -> None:
    """Write down that the mail server took the message; a question that it answers closes in the same transaction."""
    rij = lock_verzending(verzending_id)
    if rij.status in _KAN_NOG_WEG:
        complete_verzending(handeling, rij)


@action(recht="bericht.verzenden")
def record_uitstel(handeling: Handeling, verzending_id: int, fout: str) -> None:
    """The mail server did not take the message now: try again later, or give up when that has lasted too long."""
    rij = lock_verzending(verzending_id)
    if rij.status == Verzendstatus.BEZIG:
        _postpone(handeling, rij, fout)


@action(recht="bericht.verzenden")
def record_mislukt(handeling: Handeling, verzending_id: int, fout: str) -> None:
    """The mail server refused the message for good: a person has to look. Its question stays open."""
    rij = lock_verzending(verzending_id)
    if rij.status == Verzendstatus.BEZIG:
        _fail(handeling, rij, fout)


@action(recht="bericht.verzenden")
def record_onbekend(handeling: Handeling, verzending_id: int, fout: str) -> None:
    """The connection broke after the message was handed over: an answer is sent again, a receipt is not."""
    rij = lock_verzending(verzending_id)
    if rij.status != Verzendstatus.BEZIG:
        return
    if rij.soort == Berichtsoort.ONTVANGSTBEVESTIGING:
        mark_onzeker(handeling, rij, fout)
    else:
        _postpone(handeling, rij, fout)


@action(recht="bericht.verzenden")
def record_onzeker(handeling: Handeling, verzending_id: int, fout: str) -> None:
    """The message left but that could not be written down as it should: a person has to look; it is not sent again."""
    rij = lock_verzending(verzending_id)
    if rij.status == Verzendstatus.BEZIG:
        mark_onzeker(handeling, rij, fout)


def _postpone(handeling: Handeling, rij: Verzending, fout: str) -> None:
    volgende = compute_volgende_poging(rij.pogingen, rij.niet_voor, handeling.moment)
    if volgende is None:
        _fail(handeling, rij, fout)
        return
    rij.status = Verzendstatus.GEPLAND
    rij.volgende_poging_op = volgende
    rij.laatste_fout = fout[:1000]
    rij.save(update_fields=["status", "volgende_poging_op", "laatste_fout"])
    enqueue("correspondentie.verzend_bericht", op=volgende, verzending_id=rij.pk)
    announce_bericht(rij.bericht)


def _fail(handeling: Handeling, rij: Verzending, fout: str) -> None:
    rij.status = Verzendstatus.MISLUKT
    rij.laatste_fout = fout[:1000]
    rij.save(update_fields=["status", "laatste_fout"])
    for vraag_id in sorted(list_vraag_ids(rij.bericht)):
        wake_klantvraag(handeling, vraag_id, Wachteinde.BEZORGING)
    publish(handeling, VerzendingMislukt(rij.bericht_id, list_vraag_ids(rij.bericht), rij.soort))
    announce_bericht(rij.bericht)


def _withdraw(handeling: Handeling, rij: Verzending) -> None:
    rij.status = Verzendstatus.INGETROKKEN
    rij.save(update_fields=["status"])
    publish(handeling, VerzendingIngetrokken(rij.bericht_id, list_vraag_ids(rij.bericht), rij.soort))
    announce_bericht(rij.bericht)


@action(recht="antwoord.versturen")
def withdraw_verzending(handeling: Handeling, verzending_id: int) -> None:
    """Take a message back that has not left; twice is once.

    The lock on the row decides between this and the sender. Raises AchterhaaldError when it
    has left or is leaving, NietGevondenError when its question is not for this actor.
    """
    rij = lock_verzending(verzending_id)
    _demand_zichtbaar(handeling, rij)
    if rij.status in {Verzendstatus.GEPLAND, Verzendstatus.MISLUKT, Verzendstatus.ONZEKER}:
        _withdraw(handeling, rij)
    elif rij.status != Verzendstatus.INGETROKKEN:
        raise AchterhaaldError(Fout("al-verzonden", "Dit bericht is al verstuurd. U kunt het niet meer ongedaan maken."))


@action(recht="verzending.herstellen")
def retry_verzending(handeling: Handeling, verzending_id: int) -> None:
    """Send a message again that failed, or of which it is not known whether it left; at once.

    Raises AchterhaaldError when it does not need that, or when another answer is on its way.
    """
    rij = lock_verzending(verzending_id)
    _demand_eigen_gemeente(handeling, rij)
    if rij.status not in OPNIEUW_MOGELIJK:
        naam = STATUSNAMEN[Verzendstatus(rij.status)]
        raise AchterhaaldError(Fout("status", f"Dit bericht heeft nu de status ‘{naam}’. Bekijk de vraag opnieuw."))
    rij.status = Verzendstatus.GEPLAND
    rij.pogingen = rij.verlaten = 0
    rij.niet_voor = rij.volgende_poging_op = handeling.moment
    try:
        with transaction.atomic():
            rij.save(update_fields=["status", "pogingen", "verlaten", "niet_voor", "volgende_poging_op"])
    except IntegrityError as fout:
        raise AchterhaaldError(Fout("al-onderweg", "Er gaat al een ander antwoord naar deze klant.")) from fout
    publish(handeling, VerzendingGepland(rij.bericht_id, list_vraag_ids(rij.bericht), rij.soort))
    enqueue("correspondentie.verzend_bericht", verzending_id=rij.pk)
    announce_bericht(rij.bericht)


def _demand_zichtbaar(handeling: Handeling, rij: Verzending) -> None:
    # Who only looks, by a broken glass, takes nothing back.
    for vraag_id in list_vraag_ids(rij.bericht):
        demand_handelbaar(handeling.raadpleging, vraag_id)


def _demand_eigen_gemeente(handeling: Handeling, rij: Verzending) -> None:
    """An administrator may send again without reading the question; only for his own municipality, and not what is hidden."""
    verborgen = select_verborgen_berichten(handeling.raadpleging).filter(bericht_id=rij.bericht_id).exists()
    if verborgen or rij.bericht.gemeente_id not in handeling.actor.gemeente_ids:
        raise NietGevondenError(f"verzending {rij.pk}")
