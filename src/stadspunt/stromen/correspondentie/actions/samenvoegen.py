"""Put two questions together, and take them apart again: all rooms in one transaction.

This is the highest room that knows everything that hangs on a question. Locks are taken as everywhere here: first the
messages on their way out, then the questions (the lowest first), then the orders.
"""

from typing import Any

from stadspunt.fundament.concepten.actions import move_concepten
from stadspunt.fundament.fouten import AchterhaaldError, Fout
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.models import Berichtvraag, Verzending
from stadspunt.stromen.correspondentie.rules.woorden import ONDERWEG, Verzendstatus
from stadspunt.stromen.klantcontacten.actions.samenvoegen import (
    Samenvoegpaar,
    begin_ongedaan,
    begin_samenvoeging,
    complete_ongedaan,
    complete_samenvoeging,
)
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.queries_samenvoegen import get_samenvoeging
from stadspunt.stromen.overdracht.actions.verhuizen import move_overdrachten, move_overdrachten_terug

_LEVEND = ONDERWEG | {Verzendstatus.ONZEKER, Verzendstatus.VERZONDEN}
_ONDERWEG = Fout("onderweg", "Er gaat zo een antwoord weg over een van deze vragen. Wacht tot het weg is, of neem het terug.")
_NET_BIJGEKOMEN = Fout("bijgekomen", "Er is net een bericht bijgekomen. Bekijk de vragen opnieuw.")


@action(recht="klantvraag.behandelen")
def merge_klantvragen(handeling: Handeling, paar: Samenvoegpaar) -> int:
    """Let one question go into another with everything that hangs on it, or not at all; returns the id of the merge.

    Raises AchterhaaldError when one changed since it was seen, is closed, or has something under way that has to be
    finished first; GeweigerdError when they are of two clients or municipalities; NietGevondenError.
    """
    ids = (paar.blijver_id, paar.opgegaan_id)
    gelockt = _lock_verzendingen(ids)
    samenvoeging_id = begin_samenvoeging(handeling, paar)
    _demand_rust(ids, gelockt)
    opdrachten, stand = move_overdrachten(handeling, paar.opgegaan_id, paar.blijver_id)
    verhuisd = {
        "overdracht": opdrachten,
        "correspondentie": _move(paar.opgegaan_id, paar.blijver_id),
        "concepten": _move_concepten(handeling, paar.opgegaan_id, paar.blijver_id),
    }
    complete_samenvoeging(handeling, samenvoeging_id, stand, verhuisd)
    return samenvoeging_id


@action(recht="klantvraag.behandelen")
def undo_samenvoeging(handeling: Handeling, samenvoeging_id: int) -> None:
    """Take two questions apart: exactly what moved goes back, what came after stays where it landed.

    Raises AchterhaaldError, saying why, when that cannot be done any more, NietGevondenError.
    """
    gezien = get_samenvoeging(handeling.raadpleging, samenvoeging_id)
    ids = (gezien.blijver_id, gezien.opgegaan_id)
    gelockt = _lock_verzendingen(ids)
    blijver_id, opgegaan_id, verhuisd = begin_ongedaan(handeling, samenvoeging_id)
    _demand_rust(ids, gelockt)
    van_blijver, van_opgegaan, afdelingen = move_overdrachten_terug(handeling, verhuisd["overdracht"], blijver_id, opgegaan_id)
    _move_terug(verhuisd["correspondentie"], opgegaan_id, blijver_id)
    _move_concepten(handeling, blijver_id, opgegaan_id, alleen=verhuisd["concepten"])
    complete_ongedaan(handeling, samenvoeging_id, (van_blijver, van_opgegaan), afdelingen)


def _lock_verzendingen(ids: tuple[int, int]) -> frozenset[int]:
    """Lock the messages that may still touch their question; one that failed cannot, and who sends anew locks it last."""
    return frozenset(
        Verzending.objects.select_for_update().filter(pk__in=_list_levend(ids)).order_by("id").values_list("pk", flat=True)
    )


def _list_levend(ids: tuple[int, int]) -> frozenset[int]:
    berichten = Berichtvraag.objects.filter(klantvraag_id__in=ids).values("bericht_id")
    return frozenset(Verzending.objects.filter(bericht__in=berichten, status__in=_LEVEND).values_list("pk", flat=True))


def _demand_rust(ids: tuple[int, int], gelockt: frozenset[int]) -> None:
    """Raise AchterhaaldError when an answer is on its way, or a message came while the questions were locked."""
    if Verzending.objects.filter(antwoord_op_id__in=ids, status__in=ONDERWEG).exists():
        raise AchterhaaldError(_ONDERWEG)
    if _list_levend(ids) - gelockt:
        raise AchterhaaldError(_NET_BIJGEKOMEN)


def _move(van_id: int, naar_id: int) -> dict[str, Any]:
    al = Berichtvraag.objects.filter(klantvraag_id=naar_id).values("bericht_id")
    berichten = list(Berichtvraag.objects.filter(klantvraag_id=van_id).exclude(bericht__in=al).values_list("pk", flat=True))
    Berichtvraag.objects.filter(pk__in=berichten).update(klantvraag_id=naar_id)
    antwoorden = list(Verzending.objects.filter(antwoord_op_id=van_id).order_by("id").values_list("pk", flat=True))
    Verzending.objects.filter(pk__in=antwoorden).update(antwoord_op_id=naar_id)
    return {"berichten": berichten, "antwoorden": antwoorden}


def _move_terug(verhuisd: dict[str, Any], naar_id: int, van_id: int) -> None:
    al = Berichtvraag.objects.filter(klantvraag_id=naar_id).values("bericht_id")
    terug = Berichtvraag.objects.filter(pk__in=verhuisd["berichten"], klantvraag_id=van_id).exclude(bericht__in=al)
    Berichtvraag.objects.filter(pk__in=list(terug.values_list("pk", flat=True))).update(klantvraag_id=naar_id)
    Verzending.objects.filter(pk__in=verhuisd["antwoorden"], antwoord_op_id=van_id).update(antwoord_op_id=naar_id)


def _move_concepten(handeling: Handeling, van_id: int, naar_id: int, alleen: list[int] | None = None) -> list[int]:
    """Let what agents are writing about the one go on about the other; going back only what came from there."""
    nummers = {een.id: een.nummer for een in get_klantvragen(handeling.raadpleging, [van_id, naar_id]).values()}
    return move_concepten(
        handeling, f"vraag-{van_id}-", f"vraag-{naar_id}-", f"/{nummers[van_id]}/", f"/{nummers[naar_id]}/", alleen
    )
