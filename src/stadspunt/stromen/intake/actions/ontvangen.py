"""Take in what arrives: bytes, row and job in one small transaction; whoever sent it hears 'received' after the commit."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import msgspec
from django.db import connection

from stadspunt.bronnen.organisatie.queries import get_ingang
from stadspunt.fundament.opslag.blobs import store_blob
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.formulier import Formulierinzending, clean_inzending, to_bytes
from stadspunt.stromen.intake.rules.ontvangst import HERHAALD_BINNEN, Binnenkomst, Envelop, Herkomst, Ontvangstsoort
from stadspunt.stromen.intake.rules.ontvangstsleutel import (
    compute_formuliermerk,
    compute_formuliersleutel,
    compute_mailsleutel,
)

# The job comes at once; when it did not come by then, the sweep takes over.
_UITERLIJK = timedelta(minutes=2)
# The form door processes at once, so that the visitor sees the number; the job is for when the door dies in between.
_NA_FORMULIER = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """What was stored: `nieuw` is False when the same thing was here already."""

    id: int
    uuid: UUID
    nieuw: bool


@action(recht="ontvangst.ontvangen")
def receive_ontvangst(handeling: Handeling, binnenkomst: Binnenkomst) -> Ontvangen:
    """Keep one raw e-mail and ask for its processing. The same e-mail again returns what the first made.

    Acknowledge to the sender only after this returned outside any other transaction: then it is committed.
    """
    return _store(handeling, binnenkomst, compute_mailsleutel(binnenkomst.gemeente_id, binnenkomst.ruw))


@action(recht="ontvangst.ontvangen")
def receive_formulier(
    handeling: Handeling,
    ingang_id: int,
    inzending: Formulierinzending,
    bestanden: tuple[tuple[str, bytes], ...],
    eenmalig: str,
    browser: str = "",
) -> Ontvangen:
    """Keep one web form with its files (name, bytes). `eenmalig` is the one-time key of the form as it was shown.

    The same form of the same sender within HERHAALD_BINNEN returns the first, also when it was shown anew in between;
    `browser` (a secret that only this browser holds) tells the senders apart who gave no address.
    Raises NietGevondenError for an entrance that does not exist. The door then calls `process_ontvangst` with `wacht=True`
    and shows the number of `find_uitkomst`.
    """
    bijlagen = tuple((naam[:200].replace("\x00", ""), store_blob(inhoud)) for naam, inhoud in bestanden)
    schoon = clean_inzending(replace(inzending, bijlagen=bijlagen))
    ruw = to_bytes(schoon)
    gemeente_id = get_ingang(ingang_id).gemeente_id
    merk = compute_formuliermerk(schoon, ruw, browser)
    if merk and (eerder := _find_herhaald(handeling, ingang_id, merk)):
        return eerder
    binnenkomst = Binnenkomst(Ontvangstsoort.FORMULIER, ruw, Envelop(Herkomst.WEB, merk=merk), gemeente_id, ingang_id)
    return _store(handeling, binnenkomst, compute_formuliersleutel(gemeente_id, eenmalig, ruw))


def _find_herhaald(handeling: Handeling, ingang_id: int, merk: str) -> Ontvangen | None:
    """Return the same form of the same sender from a short while ago; who sends it twice at once waits for himself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [merk])
    rijen = Ontvangst.objects.filter(ingang_id=ingang_id, ontvangen_op__gt=handeling.moment - HERHAALD_BINNEN)
    eerder = rijen.filter(soort=Ontvangstsoort.FORMULIER, envelop__merk=merk).order_by("ontvangen_op").first()
    return Ontvangen(eerder.pk, eerder.uuid, nieuw=False) if eerder else None


def _store(handeling: Handeling, binnenkomst: Binnenkomst, sleutel: str) -> Ontvangen:
    rij = Ontvangst(
        soort=binnenkomst.soort,
        gemeente_id=binnenkomst.gemeente_id,
        ingang_id=binnenkomst.ingang_id,
        sleutel=sleutel,
        blob_hash=hashlib.sha256(binnenkomst.ruw).hexdigest(),
        grootte=len(binnenkomst.ruw),
        envelop=msgspec.to_builtins(binnenkomst.envelop),
        ontvangen_op=handeling.moment,
        volgende_poging_op=handeling.moment + _UITERLIJK,
    )
    # A second delivery at the same moment waits here for the first to commit, and then changes nothing.
    Ontvangst.objects.bulk_create([rij], ignore_conflicts=True)
    id_, uuid = Ontvangst.objects.filter(sleutel=sleutel).values_list("pk", "uuid").get()
    if uuid != rij.uuid:
        return Ontvangen(id_, uuid, nieuw=False)
    store_blob(binnenkomst.ruw)
    op = handeling.moment + _NA_FORMULIER if binnenkomst.soort is Ontvangstsoort.FORMULIER else None
    enqueue("intake.verwerk_ontvangst", op=op, ontvangst_id=id_)
    return Ontvangen(id_, uuid, nieuw=True)
