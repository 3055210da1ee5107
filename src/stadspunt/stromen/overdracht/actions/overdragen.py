"""The KCC sends an order, takes it back, or asks again."""

from django.db.models import Max

from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_houders
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen, mark_teruggehaald
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import find_vertrouwelijkheid
from stadspunt.stromen.overdracht.events import KlantvraagOvergedragen, OverdrachtIngetrokken
from stadspunt.stromen.overdracht.models import Overdracht
from stadspunt.stromen.overdracht.rules import Status, Voorstel, check_voorstel
from stadspunt.stromen.overdracht.vergrendeling import (
    demand_open,
    find_overdracht,
    lock_open_overdracht,
)


@action(recht="overdracht.maken")
def hand_over_klantvraag(handeling: Handeling, klantvraag_id: int, voorstel: Voorstel) -> int:
    """The KCC asks a department; returns the id of the order.

    Raises GeweigerdError with all reasons, AchterhaaldError when the question is closed or
    with a department already, NietGevondenError. Then nothing has changed.
    """
    vraag = mark_overgedragen(handeling, klantvraag_id, voorstel.afdeling_id)  # locks the row, in the room below
    _demand_geen_open(klantvraag_id)
    _demand_goed_voorstel(handeling, vraag, voorstel)
    _demand_lezer(handeling, vraag, voorstel)
    return _send(handeling, vraag, voorstel)


@action(recht="overdracht.maken")
def ask_again(handeling: Handeling, overdracht_id: int, voorstel: Voorstel) -> int:
    """The answer is not good enough: ask once more (B8); returns the id of the new order.

    The clock of the client goes on: what was promised stays. Raises as `hand_over_klantvraag`,
    and AchterhaaldError when the order has not come back or is not the newest.
    """
    eerder = find_overdracht(handeling, overdracht_id)
    if eerder.status != Status.TERUGGEGEVEN:
        raise AchterhaaldError(
            Fout("niet-terug", "Op deze opdracht is nog geen antwoord. Wacht daarop, of haal de opdracht terug.")
        )
    nieuw = hand_over_klantvraag(handeling, eerder.klantvraag_id, voorstel)
    if Overdracht.objects.values_list("ronde", flat=True).get(pk=nieuw) != eerder.ronde + 1:
        raise AchterhaaldError(Fout("niet-laatste", "Er is al een nieuwere opdracht over deze vraag. Bekijk de vraag opnieuw."))
    return nieuw


def _demand_geen_open(klantvraag_id: int) -> None:
    """Raise AchterhaaldError when a department has the question now. Its row is locked, so that this stays true."""
    open_bij = (
        Overdracht.objects.filter(klantvraag_id=klantvraag_id, status=Status.OPEN).values_list("afdeling_id", flat=True).first()
    )
    if open_bij is not None:
        namen = {afdeling.id: afdeling.naam for afdeling in list_afdelingen()}
        waar = namen.get(open_bij, "een afdeling")
        raise AchterhaaldError(Fout("al-overgedragen", f"Deze vraag ligt al bij {waar}. Haal die opdracht eerst terug."))


def _demand_goed_voorstel(handeling: Handeling, vraag: KlantvraagBeeld, voorstel: Voorstel) -> None:
    fouten = check_voorstel(voorstel, vraag.beloofd, get_kalender(vraag.gemeente_id), handeling.vandaag)
    if voorstel.afdeling_id not in {afdeling.id for afdeling in list_afdelingen([vraag.gemeente_id])}:
        fouten = (Fout("onbekend", "Kies een afdeling uit de lijst.", "afdeling"), *fouten)
    if fouten:
        raise GeweigerdError(*fouten)


def _demand_lezer(handeling: Handeling, vraag: KlantvraagBeeld, voorstel: Voorstel) -> None:
    """Refuse to ask about a confidential question where nobody could read it."""
    if not vraag.is_vertrouwelijk:
        return
    lezers = list_houders(
        vraag.gemeente_id, Doel.OVERDRACHT_BEANTWOORDEN, VERTROUWELIJK_ZIEN, handeling.moment, voorstel.afdeling_id
    )
    geheim = find_vertrouwelijkheid(handeling.raadpleging, vraag.id)
    genoemd = {een.medewerker_id for een in geheim.betrokkenen} if geheim else set()
    werkzaam = list_houders(
        vraag.gemeente_id, Doel.OVERDRACHT_BEANTWOORDEN, "overdracht.teruggeven", handeling.moment, voorstel.afdeling_id
    )
    if not lezers and not any(een.id in genoemd for een in werkzaam):
        tekst = (
            "Bij deze afdeling mag niemand vertrouwelijke vragen zien. Geef eerst een collega van die afdeling toegang "
            "tot deze vraag, of vraag uw beheerder om iemand de rol ‘Behandelaar vertrouwelijke vragen’ te geven."
        )
        raise GeweigerdError(Fout("geen-lezer", tekst, "afdeling"))


def _send(handeling: Handeling, vraag: KlantvraagBeeld, voorstel: Voorstel) -> int:
    vorige = Overdracht.objects.filter(klantvraag_id=vraag.id).aggregate(ronde=Max("ronde"))["ronde"] or 0
    overdracht = Overdracht.objects.create(
        klantvraag_id=vraag.id,
        gemeente_id=vraag.gemeente_id,
        afdeling_id=voorstel.afdeling_id,
        van_id=handeling.actor.medewerker_id,
        ronde=vorige + 1,
        gevraagd=voorstel.gevraagd.strip(),
        vorm=voorstel.vorm,
        terug_op=voorstel.terug_op,
        reden_later=voorstel.reden_later.strip(),
        verzonden_op=handeling.moment,
    )
    publish(
        handeling,
        KlantvraagOvergedragen(
            overdracht.pk, vraag.id, voorstel.afdeling_id, overdracht.ronde, overdracht.vorm, voorstel.terug_op
        ),
    )
    announce(f"afdeling-{voorstel.afdeling_id}")
    return overdracht.pk


@action(recht="overdracht.maken")
def withdraw_overdracht(handeling: Handeling, overdracht_id: int) -> None:
    """The KCC takes an open order back and goes on itself. Raises AchterhaaldError when the department was first."""
    gezien = find_overdracht(handeling, overdracht_id)
    demand_open(gezien)
    mark_teruggehaald(handeling, gezien.klantvraag_id)  # locks the question: from here nobody else moves it
    _mark_ingetrokken(handeling, lock_open_overdracht(handeling, overdracht_id))


@action(recht="overdracht.maken")
def expire_overdrachten(handeling: Handeling, klantvraag_id: int) -> None:
    """The client has an answer, so what is still asked of a department about it is no longer needed."""
    for rij in Overdracht.objects.select_for_update().filter(klantvraag_id=klantvraag_id, status=Status.OPEN):
        _mark_ingetrokken(handeling, rij)


def _mark_ingetrokken(handeling: Handeling, overdracht: Overdracht) -> None:
    overdracht.status = Status.INGETROKKEN
    overdracht.ingetrokken_op = handeling.moment
    overdracht.save(update_fields=["status", "ingetrokken_op"])
    publish(handeling, OverdrachtIngetrokken(overdracht.pk, overdracht.klantvraag_id, overdracht.afdeling_id))
    announce(f"afdeling-{overdracht.afdeling_id}", f"vraag-{overdracht.klantvraag_id}")
