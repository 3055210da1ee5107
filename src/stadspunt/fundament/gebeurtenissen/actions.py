"""Publish a fact, and deliver it."""

from datetime import timedelta

import structlog
from django.db import DatabaseError, transaction

from stadspunt.fundament.gebeurtenissen.feiten import (
    from_inhoud,
    get_onderwerpen,
    get_reacties,
    to_inhoud,
)
from stadspunt.fundament.gebeurtenissen.models import Aflevering, Gebeurtenis
from stadspunt.fundament.taken.verbindingen import is_disk_full
from stadspunt.fundament.taken.wachtrij import enqueue
from stadspunt.fundament.toegang.actor import Handeling, build_systeem

MAX_POGINGEN = 10
log = structlog.get_logger(__name__)


def publish(handeling: Handeling, waarde: object) -> None:
    """Write the fact `waarde` and its deliveries in the caller's transaction.

    Raises TransactionManagementError outside a transaction: a fact that is true while its
    action failed would be a lie.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("publish hoort binnen een handeling")
    gebeurtenis = Gebeurtenis.objects.create(
        soort=type(waarde).__name__,
        moment_op=handeling.moment,
        actor_soort=handeling.actor.soort,
        actor=handeling.actor.naam,
        medewerker_id=handeling.actor.medewerker_id,
        doel=handeling.doel,
        inhoud=to_inhoud(waarde),
        onderwerpen=get_onderwerpen(waarde),
        geheel=handeling.geheel,
    )
    reacties = get_reacties(type(waarde))
    if reacties:
        Aflevering.objects.bulk_create(
            Aflevering(gebeurtenis=gebeurtenis, reactie=naam, volgende_op=handeling.moment) for naam in reacties
        )
        enqueue("gebeurtenissen.lever_gebeurtenis", gebeurtenis_id=gebeurtenis.pk)


def deliver_aflevering(handeling: Handeling, aflevering_id: int) -> bool:
    """Run one reaction in one transaction with its tick, so that it happens exactly once.

    Returns whether it is done now. A failing reaction leaves nothing but its error and the
    next moment to try; after MAX_POGINGEN it waits for a person. A full disk is no failure
    of the reaction: the sweep comes back.
    """
    try:
        with transaction.atomic():
            aflevering = (
                Aflevering.objects.select_for_update(of=("self",), skip_locked=True)
                .select_related("gebeurtenis")
                .filter(pk=aflevering_id)
                .exclude(staat=Aflevering.Staat.KLAAR)
                .first()
            )
            if aflevering is None:
                return False
            _run_reactie(aflevering, handeling)
            aflevering.staat = Aflevering.Staat.KLAAR
            aflevering.klaar_op = handeling.moment
            aflevering.save(update_fields=["staat", "klaar_op"])
            return True
    except Exception as fout:
        if is_disk_full(fout):
            log.warning("reactie_wacht_op_ruimte", aflevering_id=aflevering_id)
            return False
        log.exception("reactie_mislukt", aflevering_id=aflevering_id)
        _record_mislukking(handeling, aflevering_id, fout)
        return False


def _run_reactie(aflevering: Aflevering, handeling: Handeling) -> None:
    gebeurtenis = aflevering.gebeurtenis
    feit = from_inhoud(gebeurtenis.soort, gebeurtenis.inhoud)
    reactie = get_reacties(type(feit))[aflevering.reactie]
    reactie(build_systeem(aflevering.reactie, handeling.moment), feit)


def _record_mislukking(handeling: Handeling, aflevering_id: int, fout: Exception) -> None:
    with transaction.atomic():
        aflevering = Aflevering.objects.select_for_update().get(pk=aflevering_id)
        if isinstance(fout, DatabaseError) and aflevering.staat == Aflevering.Staat.KLAAR:
            return
        aflevering.pogingen += 1
        aflevering.laatste_fout = f"{type(fout).__name__}: {fout}"[:2000]
        aflevering.volgende_op = handeling.moment + timedelta(seconds=min(3600, 5 * 2**aflevering.pogingen))
        if aflevering.pogingen >= MAX_POGINGEN:
            aflevering.staat = Aflevering.Staat.MISLUKT
        aflevering.save(update_fields=["pogingen", "laatste_fout", "volgende_op", "staat"])


def retry_aflevering(handeling: Handeling, aflevering_id: int) -> bool:
    """Try one failed delivery again because a person asked for it; returns whether it worked."""
    Aflevering.objects.filter(pk=aflevering_id).exclude(staat=Aflevering.Staat.KLAAR).update(
        staat=Aflevering.Staat.WACHT, pogingen=0, volgende_op=handeling.moment
    )
    return deliver_aflevering(handeling, aflevering_id)
