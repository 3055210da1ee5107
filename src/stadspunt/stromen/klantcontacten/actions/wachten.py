"""Let a question wait, with its reason, and let it come back."""

from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.events import KlantvraagWacht
from stadspunt.stromen.klantcontacten.models import Klantvraag, Wachtreden
from stadspunt.stromen.klantcontacten.rules import WACHTSTATUSSEN, Wachteinde, Wachten, check_wachten
from stadspunt.stromen.klantcontacten.vergrendeling import demand_versie, lock_klantvraag, refuse_status, save_klantvraag, wake


@action(recht="klantvraag.behandelen")
def snooze_klantvraag(handeling: Handeling, klantvraag_id: int, wachten: Wachten, versie: int) -> None:
    """Let an open question wait; who has it keeps it, and the promise stays. Waiting already, it waits anew.

    Raises AchterhaaldError when it changed since `versie` (the client may just have written) or is past that,
    GeweigerdError with every reason, NietGevondenError.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    demand_versie(vraag, versie)
    if vraag.status not in WACHTSTATUSSEN:
        refuse_status(vraag)
    fouten = check_wachten(wachten, vraag.beloofd_datum, handeling.moment)
    reden = Wachtreden.objects.filter(pk=wachten.reden_id, actief=True).first()
    if reden is None or reden.gemeente_id not in {None, vraag.gemeente_id}:
        raise GeweigerdError(Fout("onbekend", "Kies een reden uit de lijst.", "reden"), *fouten)
    if fouten:
        raise GeweigerdError(*fouten)
    vraag.wacht_tot, vraag.wachtreden = wachten.tot, reden
    vraag.wachttoelichting, vraag.wacht_op_klant = wachten.toelichting.strip(), wachten.op_klant
    save_klantvraag(vraag)
    publish(handeling, KlantvraagWacht(vraag.pk, wachten.tot, reden.naam, wachten.op_klant))


@action(recht="klantvraag.behandelen")
def wake_klantvraag(handeling: Handeling, klantvraag_id: int, einde: Wachteinde = Wachteinde.MEDEWERKER) -> bool:
    """Let a question wait no longer; returns whether it waited, so that twice is once. Raises NietGevondenError."""
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if not wake(handeling, vraag, einde):
        return False
    save_klantvraag(vraag)
    return True


@action(recht="klantvraag.wekken")
def wake_verlopen(handeling: Handeling, klantvraag_id: int) -> bool:
    """Bring a question back whose moment has come; returns False when it waits for a later one, or not at all any more.

    A worker on another machine that is at the same question is not waited for.
    """
    vraag = (
        Klantvraag.objects.select_for_update(skip_locked=True).filter(pk=klantvraag_id, wacht_tot__lte=handeling.moment).first()
    )
    if vraag is None:
        return False
    wake(handeling, vraag, Wachteinde.TIJD)
    save_klantvraag(vraag)
    return True
