"""Take a question, work on it, answer it."""

from django.db.models import Q

from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.bronnen.partijen.rules import Partijsoort
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.events import (
    KlantvraagAfgehandeld,
    KlantvraagHeropend,
    KlantvraagOpgepakt,
    KlantvraagVervallen,
    KlantvraagVrijgegeven,
    NotitieGeschreven,
    PartijGekoppeld,
)
from stadspunt.stromen.klantcontacten.models import (
    Antwoord,
    Contactvraag,
    Klantcontact,
    Klantvraag,
    Notitie,
)
from stadspunt.stromen.klantcontacten.rules import (
    Antwoordwijze,
    Status,
    Vervalreden,
    Wachteinde,
    check_antwoord,
)
from stadspunt.stromen.klantcontacten.vergrendeling import (
    demand_eigen,
    lock_klantvraag,
    save_klantvraag,
    step,
    wake,
)


@action(recht="klantvraag.behandelen")
def claim_klantvraag(handeling: Handeling, klantvraag_id: int) -> None:
    """Take a question for oneself. Raises AchterhaaldError when a colleague has it."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    wie = handeling.actor.medewerker_id
    if vraag.behandelaar_id not in {None, wie}:
        raise AchterhaaldError(Fout("bezet", "Een collega heeft deze vraag al opgepakt."))
    if vraag.behandelaar_id == wie and vraag.status != Status.NIEUW:
        return
    wake(handeling, vraag, Wachteinde.MEDEWERKER)
    if vraag.status == Status.NIEUW:
        step(vraag, Status.IN_BEHANDELING)
    vraag.behandelaar_id = wie
    save_klantvraag(vraag)
    publish(handeling, KlantvraagOpgepakt(vraag.pk, wie or 0))


@action(recht="klantvraag.behandelen")
def take_over_klantvraag(handeling: Handeling, klantvraag_id: int) -> None:
    """Take a question that a colleague has, knowingly; the colleague sees it on his screen."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    wake(handeling, vraag, Wachteinde.MEDEWERKER)
    if vraag.status == Status.NIEUW:
        step(vraag, Status.IN_BEHANDELING)
    vraag.behandelaar_id = handeling.actor.medewerker_id
    save_klantvraag(vraag)
    publish(handeling, KlantvraagOpgepakt(vraag.pk, handeling.actor.medewerker_id or 0))


@action(recht="klantvraag.behandelen")
def release_klantvraag(handeling: Handeling, klantvraag_id: int) -> None:
    """Put a question back on the list of the team. Raises AchterhaaldError when it is with others or closed."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    wake(handeling, vraag, Wachteinde.MEDEWERKER)
    if vraag.status == Status.IN_BEHANDELING:
        step(vraag, Status.NIEUW)
    vraag.behandelaar_id = None
    save_klantvraag(vraag)
    publish(handeling, KlantvraagVrijgegeven(vraag.pk))


@action(recht="klantvraag.behandelen")
def record_antwoord(handeling: Handeling, klantvraag_id: int, tekst: str, wijze: Antwoordwijze) -> int:
    """Write down that the client has the answer `tekst`, and close the question; returns the id of the answer.

    Raises GeweigerdError for an empty answer, AchterhaaldError when the question is dropped.
    A question that is closed already gets the answer added.
    """
    fouten = check_antwoord(tekst)
    if fouten:
        raise GeweigerdError(*fouten)
    vraag = lock_klantvraag(handeling, klantvraag_id)
    antwoord = Antwoord.objects.create(
        klantvraag=vraag,
        medewerker_id=handeling.actor.medewerker_id or vraag.behandelaar_id,
        wijze=wijze,
        tekst=tekst,
        gegeven_op=handeling.moment,
    )
    step(vraag, Status.AFGEHANDELD)
    vraag.afgehandeld_op = vraag.afgehandeld_op or handeling.moment
    vraag.klantreactie_op = None
    save_klantvraag(vraag)
    eerste = vraag.overdrachten == 0 and vraag.heropeningen == 0
    publish(handeling, KlantvraagAfgehandeld(vraag.pk, antwoord.pk, wijze, eerste_contact=eerste))
    return antwoord.pk


@action(recht="klantvraag.behandelen")
def reopen_klantvraag(
    handeling: Handeling, klantvraag_id: int, klantcontact_id: int | None = None, behandelaar_id: int | None = None
) -> bool:
    """Open a closed question again, by a reply (`klantcontact_id`) or by a person; the promise stays as it was.

    Who opens it has it, else `behandelaar_id`, else nobody. Returns False when it was open already.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if vraag.status not in {Status.AFGEHANDELD, Status.VERVALLEN}:
        return False
    if vraag.opgegaan_in_id is not None:
        raise AchterhaaldError(Fout("samengevoegd", "Deze vraag is samengevoegd met een andere. Ga verder met die vraag."))
    wie = handeling.actor.medewerker_id or behandelaar_id
    step(vraag, Status.IN_BEHANDELING if wie and vraag.status == Status.AFGEHANDELD else Status.NIEUW)
    vraag.behandelaar_id = wie or vraag.behandelaar_id
    if vraag.status == Status.NIEUW:
        vraag.behandelaar_id = None
    vraag.afgehandeld_op = None
    vraag.vervalreden = ""
    vraag.heropeningen += 1
    save_klantvraag(vraag)
    publish(handeling, KlantvraagHeropend(vraag.pk, klantcontact_id))
    return True


@action(recht="klantvraag.behandelen")
def drop_klantvraag(handeling: Handeling, klantvraag_id: int, reden: Vervalreden) -> None:
    """Close a question without an answer, with its reason. Raises AchterhaaldError when it is past that."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    step(vraag, Status.VERVALLEN)
    vraag.vervalreden = reden
    vraag.klantreactie_op = None
    save_klantvraag(vraag)
    publish(handeling, KlantvraagVervallen(vraag.pk, reden))


@action(recht="klantvraag.behandelen")
def link_partij(handeling: Handeling, klantvraag_id: int, partij_id: int) -> None:
    """Make this question, its contacts and all else of its anonymous client that of a known client (A16).

    Of a client who was known already only this question moves: that mends a wrong choice, and
    takes nothing else of him along. Raises NietGevondenError, also for a client of another municipality.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if get_partij(handeling.raadpleging, partij_id).gemeente_id != vraag.gemeente_id:
        raise NietGevondenError(f"partij {partij_id}")
    vorige = vraag.partij_id
    ids = [rij.pk for rij in Klantvraag.objects.select_for_update().filter(_is_verwant(handeling, vraag)).order_by("id")]
    contacten = Contactvraag.objects.filter(klantvraag_id__in=ids)
    # A contact in which the former client also asked other things stays with him.
    gedeeld = Contactvraag.objects.exclude(klantvraag_id__in=ids).filter(klantvraag__partij_id=vorige)
    verhuizen = contacten.exclude(klantcontact_id__in=gedeeld.values("klantcontact_id"))
    Klantcontact.objects.filter(pk__in=verhuizen.values("klantcontact_id"), partij_id=vorige).update(partij_id=partij_id)
    Klantvraag.objects.filter(pk__in=ids).update(partij_id=partij_id)
    vraag.partij_id = partij_id
    save_klantvraag(vraag)
    for vraag_id in ids:
        publish(handeling, PartijGekoppeld(vraag_id, partij_id))


def _is_verwant(handeling: Handeling, vraag: Klantvraag) -> Q:
    """Return the condition for the questions that are surely of the same client as `vraag`."""
    if vraag.partij_id is None:
        # Who gave no name asked all of this in the same conversation.
        gesprekken = Contactvraag.objects.filter(klantvraag_id=vraag.pk).values("klantcontact_id")
        samen = Contactvraag.objects.filter(klantcontact_id__in=gesprekken).values("klantvraag_id")
        return Q(pk=vraag.pk) | Q(pk__in=samen, partij_id=None)
    if get_partij(handeling.raadpleging, vraag.partij_id).soort == Partijsoort.ANONIEM:
        return Q(partij_id=vraag.partij_id)
    return Q(pk=vraag.pk)


@action(recht="klantvraag.behandelen")
def add_notitie(handeling: Handeling, klantvraag_id: int, tekst: str) -> int:
    """Write a note with a question; returns its id.

    Raises GeweigerdError when it is empty, AchterhaaldError when the question went into another one.
    """
    if not tekst.strip():
        raise GeweigerdError(Fout("leeg", "Schrijf de notitie op.", "tekst"))
    vraag = lock_klantvraag(handeling, klantvraag_id)
    demand_eigen(vraag)
    notitie = Notitie.objects.create(
        klantvraag=vraag, medewerker_id=handeling.actor.medewerker_id, tekst=tekst.strip(), geschreven_op=handeling.moment
    )
    save_klantvraag(vraag)
    publish(handeling, NotitieGeschreven(vraag.pk, notitie.pk))
    return notitie.pk
