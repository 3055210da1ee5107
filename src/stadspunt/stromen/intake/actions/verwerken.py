"""Process what was taken in; any number of times, with one result."""

from datetime import timedelta

import structlog
from django.db import connection, transaction

from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.fundament.taken.verbindingen import is_disk_full
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling, build_systeem
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.intake.events import OntvangstMislukt, OntvangstVerwerkt
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import (
    GROOT_BYTES,
    MAX_BEGONNEN,
    Ontvangstsoort,
    Ontvangststatus,
    compute_volgende_poging,
)
from stadspunt.stromen.intake.verwerking.formulier import handle_formulier
from stadspunt.stromen.intake.verwerking.mail import handle_mail
from stadspunt.stromen.intake.verwerking.poststuk import to_poststuk
from stadspunt.stromen.intake.verwerking.uitslag import Uitslag, describe_fout

LIJST = "intake"
_MAX_DUUR = timedelta(minutes=5)
_EVEN_WACHTEN = timedelta(seconds=5)
log = structlog.get_logger(__name__)


@action(recht="ontvangst.verwerken")
def begin_poging(handeling: Handeling, ontvangst_id: int) -> bool:
    """Note, in a commit of its own, that a worker starts on an arrival; returns whether there is work to do.

    A message on which the worker itself dies (memory, a fault in a library) leaves no other trace. When that happened
    MAX_BEGONNEN times it waits for a person instead of taking the worker down for ever.
    """
    with connection.cursor() as cursor:
        # Losing this note in a crash of the database costs nothing, so the disk need not be waited for.
        cursor.execute("SET LOCAL synchronous_commit TO OFF")
        cursor.execute(
            "UPDATE intake_ontvangst SET begonnen = begonnen + 1, volgende_poging_op = %s"
            " WHERE id = %s AND status = 'wacht' RETURNING begonnen",
            [handeling.moment + _MAX_DUUR, ontvangst_id],
        )
        gevonden = cursor.fetchone()
    if gevonden is None or gevonden[0] <= MAX_BEGONNEN:
        return gevonden is not None
    rij = Ontvangst.objects.select_for_update().get(pk=ontvangst_id)
    _give_up(handeling, rij, f"De verwerking brak {MAX_BEGONNEN} keer af zonder uitkomst. Bekijk het bericht zelf.")
    return False


@action(recht="ontvangst.verwerken")
def cancel_poging(handeling: Handeling, ontvangst_id: int) -> None:
    """Take back the note of `begin_poging`: not the message stopped the work, but a full disk. The sweep comes back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE intake_ontvangst SET begonnen = begonnen - 1, volgende_poging_op = %s"
            " WHERE id = %s AND status = 'wacht' AND begonnen > 0",
            [handeling.moment, ontvangst_id],
        )


@action(recht="ontvangst.ontvangen")
def process_ontvangst(handeling: Handeling, ontvangst_id: int, *, wacht: bool = False) -> bool:
    """Make a contact of an arrival, all or nothing; returns whether it is processed now.

    Done already, or just being done by another worker: nothing happens (`wacht` waits for that other one). A failure
    keeps nothing but its reason and the moment of the next attempt; after the last one a person must look. A full disk, or a
    place for documents that is away, is no failure of the message: OperationalError or OpslagWegError is raised, nothing is
    kept. Whoever may hand something in may have it
    processed; what happens to it is done by the system itself.
    """
    systeem = build_systeem("intake", handeling.moment)
    rij = (
        Ontvangst.objects.select_for_update(skip_locked=not wacht)
        .filter(pk=ontvangst_id)
        .exclude(status=Ontvangststatus.MISLUKT)
        .first()
    )
    if rij is None or rij.status == Ontvangststatus.VERWERKT:
        return rij is not None
    if rij.grootte > GROOT_BYTES and not _claim_ruimte():
        _postpone(systeem, rij)
        return False
    try:
        with transaction.atomic():
            uitslag = _handle(systeem, rij)
            _check_verwijzingen()
    except Exception as fout:
        if is_disk_full(fout):
            raise
        _record_mislukking(systeem, rij, describe_fout(fout))
        return False
    _record_verwerkt(systeem, rij, uitslag)
    return True


def _handle(systeem: Handeling, rij: Ontvangst) -> Uitslag:
    stuk = to_poststuk(rij)
    ruw = load_blob(rij.blob_hash)
    if rij.soort == Ontvangstsoort.FORMULIER:
        return handle_formulier(systeem, stuk, ruw)
    return handle_mail(systeem, stuk, ruw)


def _claim_ruimte() -> bool:
    """Claim the one place for a large message, until this transaction ends: several at once would ask gigabytes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('intake.groot_bericht'))")
        return bool(cursor.fetchone()[0])


def _postpone(systeem: Handeling, rij: Ontvangst) -> None:
    """Come back in a moment; that is no attempt, for nothing failed."""
    rij.begonnen = 0
    rij.volgende_poging_op = systeem.moment + _EVEN_WACHTEN
    rij.save(update_fields=["begonnen", "volgende_poging_op"])
    enqueue("intake.verwerk_ontvangst", op=rij.volgende_poging_op, ontvangst_id=rij.pk)


def _check_verwijzingen() -> None:
    """Let references that PostgreSQL checks at commit be checked now, while the failure can still be written down."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def _record_verwerkt(systeem: Handeling, rij: Ontvangst, uitslag: Uitslag) -> None:
    rij.status = Ontvangststatus.VERWERKT
    rij.uitkomst = uitslag.uitkomst
    rij.ingang_id = uitslag.ingang_id
    rij.klantcontact_id = uitslag.klantcontact_id
    rij.klantvraag_id = uitslag.klantvraag_id
    rij.verwerkt_op = systeem.moment
    rij.laatste_fout = ""
    rij.save(update_fields=["status", "uitkomst", "ingang_id", "klantcontact_id", "klantvraag_id", "verwerkt_op", "laatste_fout"])
    publish(systeem, OntvangstVerwerkt(rij.pk, rij.uitkomst, rij.klantcontact_id, rij.klantvraag_id))


def _record_mislukking(systeem: Handeling, rij: Ontvangst, reden: str) -> None:
    rij.pogingen += 1
    volgende = compute_volgende_poging(rij.pogingen, systeem.moment)
    if volgende is None:
        _give_up(systeem, rij, reden)
        return
    log.warning("ontvangst_poging_mislukt", ontvangst_id=rij.pk, poging=rij.pogingen, reden=reden)
    rij.begonnen = 0
    rij.laatste_fout = reden
    rij.volgende_poging_op = volgende
    rij.save(update_fields=["pogingen", "begonnen", "laatste_fout", "volgende_poging_op"])
    enqueue("intake.verwerk_ontvangst", op=volgende, ontvangst_id=rij.pk)


def _give_up(handeling: Handeling, rij: Ontvangst, reden: str) -> None:
    """Let an arrival wait for a person, and raise the alarm."""
    log.error("ontvangst_mislukt", ontvangst_id=rij.pk, pogingen=rij.pogingen, reden=reden)
    rij.status = Ontvangststatus.MISLUKT
    rij.begonnen = 0
    rij.laatste_fout = reden
    rij.save(update_fields=["status", "begonnen", "laatste_fout", "pogingen"])
    publish(handeling, OntvangstMislukt(rij.pk, rij.gemeente_id, rij.pogingen))
    announce(LIJST)
