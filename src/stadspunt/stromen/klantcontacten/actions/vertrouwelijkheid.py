"""Keep a question to whom it concerns: mark it, name colleagues, and end the secrecy with four eyes."""

from django.db import IntegrityError, transaction

from stadspunt.bronnen.organisatie.queries import is_werkzaam
from stadspunt.bronnen.organisatie.rules.inrichting import demand
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.events import (
    BetrokkeneToegevoegd,
    BetrokkeneVerwijderd,
    OpheffingBesloten,
    OpheffingVoorgesteld,
)
from stadspunt.stromen.klantcontacten.geheimhouding import begin_geheimhouding, demand_houder
from stadspunt.stromen.klantcontacten.models import Betrokkene, Klantvraag, Opheffing
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import Aanleiding, Besluit, check_reden
from stadspunt.stromen.klantcontacten.vergrendeling import lock_klantvraag, save_klantvraag

_NIET_GEHEIM = Fout("niet-vertrouwelijk", "Deze vraag is niet vertrouwelijk. Bekijk de vraag opnieuw.")


@action(recht="klantvraag.behandelen")
def mark_vertrouwelijk(handeling: Handeling, klantvraag_id: int) -> None:
    """Let only whom it concerns see a question from now on, with all that hangs on it; twice is once.

    Raises GeweigerdError when nobody could handle it, NietGevondenError.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if vraag.vertrouwelijk_op is not None:
        return
    demand_houder(handeling, vraag.gemeente_id)
    begin_geheimhouding(handeling, vraag, Aanleiding.MEDEWERKER)
    save_klantvraag(vraag)


@action(recht="klantvraag.behandelen")
def add_betrokkene(handeling: Handeling, klantvraag_id: int, medewerker_id: int, reden: str) -> None:
    """Let a colleague see a confidential question, with the reason; twice is once.

    Raises GeweigerdError with every reason, AchterhaaldError when it is not confidential (any more), NietGevondenError.
    """
    vraag = _lock_geheim(handeling, klantvraag_id)
    fouten = check_reden(reden)
    if not is_werkzaam(medewerker_id, vraag.gemeente_id, handeling.moment):
        fouten = (Fout("geen-collega", "Kies een collega die voor deze gemeente werkt.", "medewerker"), *fouten)
    demand(fouten)
    if _find_betrokkene(vraag, medewerker_id) is not None:
        return
    Betrokkene.objects.create(
        klantvraag=vraag,
        medewerker_id=medewerker_id,
        reden=reden.strip(),
        door_id=handeling.actor.medewerker_id,
        sinds_op=handeling.moment,
    )
    save_klantvraag(vraag)
    publish(handeling, BetrokkeneToegevoegd(vraag.pk, medewerker_id))


@action(recht="klantvraag.behandelen")
def remove_betrokkene(handeling: Handeling, klantvraag_id: int, medewerker_id: int, reden: str) -> None:
    """Take a colleague away from a confidential question, with the reason; who has the question keeps it.

    Raises GeweigerdError with every reason, also when nobody could handle it afterwards; AchterhaaldError, NietGevondenError.
    """
    vraag = _lock_geheim(handeling, klantvraag_id)
    demand(check_reden(reden))
    rij = _find_betrokkene(vraag, medewerker_id)
    if rij is None:
        raise AchterhaaldError(Fout("weg", "Deze collega stond er al niet meer bij. Bekijk de vraag opnieuw."))
    if vraag.behandelaar_id is None:
        demand_houder(handeling, vraag.gemeente_id)
    rij.verwijderd_op, rij.verwijderd_reden = handeling.moment, reden.strip()
    rij.verwijderd_door_id = handeling.actor.medewerker_id
    rij.save(update_fields=["verwijderd_op", "verwijderd_reden", "verwijderd_door_id"])
    save_klantvraag(vraag)
    publish(handeling, BetrokkeneVerwijderd(vraag.pk, medewerker_id))


@action(recht="klantvraag.behandelen")
def propose_opheffing(handeling: Handeling, klantvraag_id: int, reden: str) -> int:
    """Propose that a question is no longer confidential; returns the id. Somebody else decides.

    Raises GeweigerdError with every reason, AchterhaaldError when there is a proposal already, NietGevondenError.
    """
    vraag = _lock_geheim(handeling, klantvraag_id)
    demand(check_reden(reden))
    try:
        with transaction.atomic():
            voorstel = Opheffing.objects.create(
                klantvraag=vraag,
                reden=reden.strip(),
                voorgesteld_door_id=_demand_medewerker(handeling),
                voorgesteld_op=handeling.moment,
            )
    except IntegrityError as fout:
        raise AchterhaaldError(Fout("al-voorgesteld", "Een collega stelde dit al voor. Bekijk de vraag opnieuw.")) from fout
    save_klantvraag(vraag)
    publish(handeling, OpheffingVoorgesteld(vraag.pk, voorstel.pk))
    return voorstel.pk


@action(recht="vertrouwelijkheid.opheffen")
def confirm_opheffing(handeling: Handeling, klantvraag_id: int, opheffing_id: int) -> None:
    """Agree with the proposal of a colleague: everybody who handles questions sees this one from now on.

    Raises GeweigerdError for one's own proposal, AchterhaaldError when it is decided already, NietGevondenError.
    """
    vraag, voorstel = _lock_voorstel(handeling, klantvraag_id, opheffing_id)
    if voorstel.voorgesteld_door_id == handeling.actor.medewerker_id:
        tekst = "U stelde dit zelf voor. Een collega met dit recht moet het bevestigen."
        raise GeweigerdError(Fout("vier-ogen", tekst))
    _decide(handeling, vraag, voorstel, Besluit.OPGEHEVEN)
    vraag.vertrouwelijk_op = None
    save_klantvraag(vraag)


@action(recht="klantvraag.behandelen")
def reject_opheffing(handeling: Handeling, klantvraag_id: int, opheffing_id: int) -> None:
    """Leave the question confidential, or withdraw one's own proposal. Raises AchterhaaldError, NietGevondenError."""
    vraag, voorstel = _lock_voorstel(handeling, klantvraag_id, opheffing_id)
    _decide(handeling, vraag, voorstel, Besluit.AFGEWEZEN)
    save_klantvraag(vraag)


def _lock_geheim(handeling: Handeling, klantvraag_id: int) -> Klantvraag:
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if vraag.vertrouwelijk_op is None:
        raise AchterhaaldError(_NIET_GEHEIM)
    return vraag


def _lock_voorstel(handeling: Handeling, klantvraag_id: int, opheffing_id: int) -> tuple[Klantvraag, Opheffing]:
    vraag = _lock_geheim(handeling, klantvraag_id)  # the question first, everywhere in the house
    voorstel = Opheffing.objects.select_for_update().filter(klantvraag=vraag, pk=opheffing_id, besluit=Besluit.OPEN).first()
    if voorstel is None:
        raise AchterhaaldError(Fout("besloten", "Over dit voorstel is al besloten. Bekijk de vraag opnieuw."))
    return vraag, voorstel


def _decide(handeling: Handeling, vraag: Klantvraag, voorstel: Opheffing, besluit: Besluit) -> None:
    voorstel.besluit = besluit
    voorstel.besloten_door_id, voorstel.besloten_op = _demand_medewerker(handeling), handeling.moment
    voorstel.save(update_fields=["besluit", "besloten_door_id", "besloten_op"])
    publish(handeling, OpheffingBesloten(vraag.pk, voorstel.pk, besluit))


def _find_betrokkene(vraag: Klantvraag, medewerker_id: int) -> Betrokkene | None:
    return Betrokkene.objects.filter(klantvraag=vraag, medewerker_id=medewerker_id, verwijderd_op=None).first()


def _demand_medewerker(handeling: Handeling) -> int:
    if handeling.actor.medewerker_id is None:
        raise GeweigerdError(Fout("medewerker", "Alleen een medewerker kan dit doen."))
    return handeling.actor.medewerker_id
