"""Break the glass: look at a confidential question in an emergency, for a while, and never unseen."""

from datetime import datetime

from stadspunt.bronnen.organisatie.queries import get_gemeente
from stadspunt.bronnen.organisatie.rules.inrichting import demand
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.nummer import parse_nummer
from stadspunt.stromen.klantcontacten.events import NoodinzageGevraagd
from stadspunt.stromen.klantcontacten.models import Klantvraag, Noodinzage, Noodinzagetoezicht
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import check_reden, compute_einde


@action(recht="noodinzage.vragen")
def request_noodinzage(handeling: Handeling, nummer: str, reden: str) -> datetime:
    """Let this employee look at the question with this number for a while; returns until when.

    All of it happens, and is told, in the same way when there is no such question: the answer says nothing about that.
    Raises GeweigerdError with every reason.
    """
    schoon, wie = parse_nummer(nummer), handeling.actor.medewerker_id
    fouten = check_reden(reden)
    if schoon is None:
        tekst = "Dit is geen vraagnummer. Kijk de cijfers na, ook het laatste."
        fouten = (Fout("nummer", tekst, "nummer"), *fouten)
    demand(fouten)
    if wie is None or not handeling.actor.gemeente_ids:
        raise GeweigerdError(Fout("medewerker", "Alleen een medewerker kan dit doen."))
    eigen = Klantvraag.objects.filter(gemeente_id__in=handeling.actor.gemeente_ids, nummer=str(schoon))
    vraag_id, gemeente_id = eigen.values_list("pk", "gemeente_id").first() or (None, min(handeling.actor.gemeente_ids))
    rij = Noodinzage.objects.create(
        gemeente_id=gemeente_id,
        klantvraag_id=vraag_id,
        nummer=str(schoon),
        medewerker_id=wie,
        reden=reden.strip(),
        begonnen_op=handeling.moment,
        tot_op=compute_einde(handeling.moment, get_gemeente(gemeente_id).noodinzage_minuten),
    )
    publish(handeling, NoodinzageGevraagd(rij.pk, gemeente_id, vraag_id))
    return rij.tot_op


@action(recht="noodinzage.toezien")
def record_toezicht(handeling: Handeling, noodinzage_id: int) -> None:
    """Note that the privacy officer looked at a breaking of the glass; twice is once. Raises NietGevondenError."""
    eigen = Noodinzage.objects.filter(gemeente_id__in=handeling.actor.gemeente_ids, pk=noodinzage_id)
    wie = handeling.actor.medewerker_id
    if wie is None or not eigen.exists():
        raise NietGevondenError(f"noodinzage {noodinzage_id}")
    gezien = Noodinzagetoezicht(noodinzage_id=noodinzage_id, medewerker_id=wie, bekeken_op=handeling.moment)
    Noodinzagetoezicht.objects.bulk_create([gezien], ignore_conflicts=True)
