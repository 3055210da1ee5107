"""The orders of a question go to another one, and back: for questions that are put together or taken apart."""

from django.db.models import F

from stadspunt.fundament.fouten import AchterhaaldError, Fout
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.rules import Status as Vraagstatus
from stadspunt.stromen.overdracht.models import Overdracht
from stadspunt.stromen.overdracht.rules import Status

_RUIMTE = 10_000
_TWEE_OPDRACHTEN = Fout(
    "twee-opdrachten",
    "Over allebei de vragen loopt nog een opdracht bij een afdeling. Haal er eerst een terug, of wacht op het antwoord.",
)


@action(recht="overdracht.maken")
def move_overdrachten(handeling: Handeling, van_id: int, naar_id: int) -> tuple[list[list[int]], str]:
    """Give every order of one question to the other; both are locked by the caller, so their orders stay as they are.

    Rounds are numbered anew by when they were sent, with what is not finished last: that is the one to check. Returns
    what changed as [id, question, round] and the status that goes with it ('' when nothing is open). Raises
    AchterhaaldError when something is open on both sides.
    """
    rijen = list(
        Overdracht.objects.select_for_update(of=("self",))
        .select_related("toetsing")
        .filter(klantvraag_id__in=(van_id, naar_id))
        .order_by("id")
    )
    laatste = {rij.klantvraag_id: rij for rij in sorted(rijen, key=lambda rij: rij.ronde)}
    open_ = [rij for rij in laatste.values() if _get_stand(rij)]
    if len(open_) > 1:
        raise AchterhaaldError(_TWEE_OPDRACHTEN)
    stand = _get_stand(open_[0]) if open_ else ""
    if all(rij.klantvraag_id == naar_id for rij in rijen):
        return [], stand
    oud = [[rij.pk, rij.klantvraag_id, rij.ronde] for rij in rijen]
    # Out of the way first: a round is there once.
    Overdracht.objects.filter(pk__in=[rij.pk for rij in rijen]).update(ronde=F("ronde") + _RUIMTE)
    for ronde, rij in enumerate(sorted(rijen, key=lambda rij: (rij in open_, rij.verzonden_op, rij.pk)), 1):
        Overdracht.objects.filter(pk=rij.pk).update(klantvraag_id=naar_id, ronde=ronde)
        announce(f"afdeling-{rij.afdeling_id}")
    return oud, stand


def _get_stand(laatste: Overdracht) -> str:
    """Return the status of a question that its last order is the reason of, '' when that is finished."""
    if laatste.status == Status.OPEN:
        return Vraagstatus.OVERGEDRAGEN
    terug = laatste.status == Status.TERUGGEGEVEN and not hasattr(laatste, "toetsing")
    return Vraagstatus.TE_CONTROLEREN if terug else ""


@action(recht="overdracht.maken")
def move_overdrachten_terug(
    handeling: Handeling, oud: list[list[int]], blijver_id: int, opgegaan_id: int
) -> tuple[str, str, list[int]]:
    """Give each order back to the question it was of; one that was sent after that stays.

    Returns the status that goes with the orders of both, and the departments that were asked about the one that stays.
    """
    alle = list(Overdracht.objects.select_for_update().filter(klantvraag_id=blijver_id).order_by("id"))
    terug = {pk: (klantvraag_id, ronde) for pk, klantvraag_id, ronde in oud}
    Overdracht.objects.filter(pk__in=terug).update(ronde=F("ronde") + _RUIMTE)
    for pk, (klantvraag_id, ronde) in terug.items():
        Overdracht.objects.filter(pk=pk).update(klantvraag_id=klantvraag_id, ronde=ronde)
    announce(*{f"afdeling-{rij.afdeling_id}" for rij in alle})
    gevraagd = Overdracht.objects.filter(klantvraag_id=blijver_id).values_list("afdeling_id", flat=True)
    return _find_stand(blijver_id), _find_stand(opgegaan_id), sorted(set(gevraagd))


def _find_stand(klantvraag_id: int) -> str:
    laatste = Overdracht.objects.select_related("toetsing").filter(klantvraag_id=klantvraag_id).order_by("-ronde").first()
    return _get_stand(laatste) if laatste else ""
