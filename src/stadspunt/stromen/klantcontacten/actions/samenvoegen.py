"""Put two questions together, and take them apart again: what this room keeps of it.

Called by the rooms above, in one transaction with what they keep: first `begin`, then what hangs on the questions
there, then `complete`. Locks: the lowest question first.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.bronnen.partijen.rules import Partijsoort
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.events import KlantvragenSamengevoegd, SamenvoegingOngedaan
from stadspunt.stromen.klantcontacten.models import Klantvraag, Samenvoeging
from stadspunt.stromen.klantcontacten.rules import Status, Vervalreden
from stadspunt.stromen.klantcontacten.rules_samenvoegen import (
    GESLOTEN,
    Samenstand,
    check_klanten,
    check_ongedaan,
    merge_standen,
)
from stadspunt.stromen.klantcontacten.vergrendeling import demand_open, demand_versie, lock_klantvraag, save_klantvraag, walk
from stadspunt.stromen.klantcontacten.verhuizing import (
    hide_afdelingen,
    move_back,
    move_dossier,
    share_betrokkenen,
    unshare_betrokkenen,
)


@dataclass(frozen=True, slots=True)
class Samenvoegpaar:
    """The question that stays and the one that goes into it, as the agent saw both."""

    blijver_id: int
    opgegaan_id: int
    versie_blijver: int
    versie_opgegaan: int


@action(recht="klantvraag.behandelen")
def begin_samenvoeging(handeling: Handeling, paar: Samenvoegpaar) -> int:
    """Let one open question go into another, with its contacts, notes and answers; returns the id of the merge.

    Raises AchterhaaldError when one changed since it was seen or is closed, GeweigerdError when they cannot be one,
    NietGevondenError when one is not there or not for this actor.
    """
    blijver, opgegaan = _lock_paar(handeling, paar.blijver_id, paar.opgegaan_id)
    for vraag, versie in ((blijver, paar.versie_blijver), (opgegaan, paar.versie_opgegaan)):
        demand_open(vraag)
        demand_versie(vraag, versie)
    if fouten := check_klanten(_to_stand(blijver), _to_stand(opgegaan), _list_bekenden(handeling, blijver, opgegaan)):
        raise GeweigerdError(*fouten)
    voor, was = _to_stand(blijver), _to_stand(opgegaan)
    na = merge_standen(voor, was, _list_bekenden(handeling, blijver, opgegaan))
    _apply(blijver, na)
    verhuisd = move_dossier(opgegaan.pk, blijver.pk) | {"voor": _to_json(voor), "na": _to_json(na), "was": _to_json(was)}
    if na.vertrouwelijk_op is not None:
        verhuisd["betrokkenen"] = share_betrokkenen(handeling, blijver, opgegaan)
        opgegaan.vertrouwelijk_op = na.vertrouwelijk_op
    samenvoeging = Samenvoeging.objects.create(
        blijver=blijver,
        opgegaan=opgegaan,
        medewerker_id=handeling.actor.medewerker_id,
        gedaan_op=handeling.moment,
        verhuisd={"klantcontacten": verhuisd},
    )
    # Both are saved now: until the transaction ends nobody else sees that they are on their way.
    blijver.save()
    _drop(opgegaan, blijver)
    return samenvoeging.pk


def _drop(opgegaan: Klantvraag, blijver: Klantvraag) -> None:
    # A merged question is dropped; from a department that is a way over being handled.
    walk(opgegaan, Status.IN_BEHANDELING)
    opgegaan.status, opgegaan.vervalreden, opgegaan.opgegaan_in = Status.VERVALLEN, Vervalreden.SAMENGEVOEGD, blijver
    opgegaan.wacht_tot = opgegaan.wachtreden_id = None
    save_klantvraag(opgegaan)


@action(recht="klantvraag.behandelen")
def complete_samenvoeging(handeling: Handeling, samenvoeging_id: int, stand: str, verhuisd: Mapping[str, Any]) -> None:
    """Write down what moved in the rooms above, and let the question that stays have the status that goes with its orders."""
    rij = Samenvoeging.objects.select_for_update().get(pk=samenvoeging_id)
    rij.verhuisd |= dict(verhuisd)
    rij.save(update_fields=["verhuisd"])
    blijver, opgegaan = _lock_paar(handeling, rij.blijver_id, rij.opgegaan_id)
    _settle(blijver, stand)
    feit = KlantvragenSamengevoegd((blijver.pk, opgegaan.pk), blijver.pk, opgegaan.pk, (blijver.nummer, opgegaan.nummer))
    publish(handeling, feit)


@action(recht="klantvraag.behandelen")
def hold_klantvraag(handeling: Handeling, klantvraag_id: int) -> None:
    """Keep a question from being merged until this transaction ends: something that hangs on it is being written above.

    Raises AchterhaaldError when it just went into another one, NietGevondenError.
    """
    if lock_klantvraag(handeling, klantvraag_id).opgegaan_in_id is not None:
        raise AchterhaaldError(Fout("samengevoegd", "Deze vraag is samengevoegd met een andere. Ga verder met die vraag."))


@action(recht="klantvraag.behandelen")
def begin_ongedaan(handeling: Handeling, samenvoeging_id: int) -> tuple[int, int, dict[str, Any]]:
    """Take two questions apart: what moved goes back, what came after stays; returns both ids and what moved above.

    Raises AchterhaaldError, saying why, when that cannot be done any more; NietGevondenError.
    """
    gezien = Samenvoeging.objects.filter(pk=samenvoeging_id).first()
    if gezien is None:
        raise NietGevondenError(f"samenvoeging {samenvoeging_id}")
    blijver, opgegaan = _lock_paar(handeling, gezien.blijver_id, gezien.opgegaan_id)
    rij = Samenvoeging.objects.select_for_update().get(pk=samenvoeging_id)
    if fouten := check_ongedaan(rij.gedaan_op, rij.ongedaan_op, Status(blijver.status), handeling.moment):
        raise AchterhaaldError(*fouten)
    eigen = rij.verhuisd["klantcontacten"]
    move_back(eigen, opgegaan.pk, blijver.pk)
    _restore(blijver, eigen)
    unshare_betrokkenen(handeling, eigen.get("betrokkenen", ()))
    was = _from_json(eigen["was"])
    opgegaan.vertrouwelijk_op = was.vertrouwelijk_op
    rij.ongedaan_op = handeling.moment
    rij.save(update_fields=["ongedaan_op"])
    blijver.save()
    walk(opgegaan, Status.NIEUW)
    return blijver.pk, opgegaan.pk, {kamer: deel for kamer, deel in rij.verhuisd.items() if kamer != "klantcontacten"}


@action(recht="klantvraag.behandelen")
def complete_ongedaan(handeling: Handeling, samenvoeging_id: int, standen: tuple[str, str], afdelingen: Collection[int]) -> None:
    """Let both questions have the status that goes with their own orders (that of the one that stayed first), and tell it.

    Only `afdelingen` were asked about the one that stayed: no other sees it any more because of the merge.
    """
    rij = Samenvoeging.objects.get(pk=samenvoeging_id)
    blijver, opgegaan = _lock_paar(handeling, rij.blijver_id, rij.opgegaan_id)
    hide_afdelingen(blijver.pk, set(rij.verhuisd["klantcontacten"]["afdelingen"]) - set(afdelingen))
    for vraag, stand in zip((blijver, opgegaan), standen, strict=True):
        _settle(vraag, stand)
    feit = SamenvoegingOngedaan((blijver.pk, opgegaan.pk), blijver.pk, opgegaan.pk, (blijver.nummer, opgegaan.nummer))
    publish(handeling, feit)


def _lock_paar(handeling: Handeling, blijver_id: int, opgegaan_id: int) -> tuple[Klantvraag, Klantvraag]:
    """Lock both, the lowest first: two merges of the same two in opposite directions wait for each other in turn."""
    if blijver_id == opgegaan_id:
        raise GeweigerdError(GESLOTEN["zelfde"])
    gelockt = {vraag_id: lock_klantvraag(handeling, vraag_id) for vraag_id in sorted((blijver_id, opgegaan_id))}
    return gelockt[blijver_id], gelockt[opgegaan_id]


def _settle(vraag: Klantvraag, stand: str) -> None:
    """Give a locked question the status of its open order, else that of who has it, and save it."""
    eigen = Status.NIEUW if vraag.behandelaar_id is None else Status.IN_BEHANDELING
    walk(vraag, Status(stand) if stand else eigen)
    save_klantvraag(vraag)


def _list_bekenden(handeling: Handeling, *vragen: Klantvraag) -> frozenset[int]:
    ids = {vraag.partij_id for vraag in vragen if vraag.partij_id is not None}
    partijen = get_partijen(handeling.raadpleging, ids)
    return frozenset(een.id for een in partijen.values() if een.soort != Partijsoort.ANONIEM)


def _to_stand(vraag: Klantvraag) -> Samenstand:
    return Samenstand(**{veld: getattr(vraag, veld) for veld in Samenstand.__dataclass_fields__})


def _apply(vraag: Klantvraag, stand: Samenstand) -> None:
    for veld in Samenstand.__dataclass_fields__:
        setattr(vraag, veld, getattr(stand, veld))
    vraag.wacht_tot = vraag.wachtreden_id = None
    vraag.wacht_op_klant, vraag.wachttoelichting = False, ""


def _restore(blijver: Klantvraag, eigen: Mapping[str, Any]) -> None:
    """Give back what the merge changed and nobody changed since. Secrecy stays: lifting it takes four eyes."""
    voor, na, was = _from_json(eigen["voor"]), _from_json(eigen["na"]), _from_json(eigen["was"])
    for veld in Samenstand.__dataclass_fields__:
        if veld in {"overdrachten", "heropeningen"}:
            setattr(blijver, veld, getattr(blijver, veld) - getattr(was, veld))
        elif veld not in {"vertrouwelijk_op", "gemeente_id"} and getattr(blijver, veld) == getattr(na, veld):
            setattr(blijver, veld, getattr(voor, veld))


def _to_json(stand: Samenstand) -> dict[str, Any]:
    waarden = {veld: getattr(stand, veld) for veld in Samenstand.__dataclass_fields__}
    return {veld: waarde.isoformat() if isinstance(waarde, date) else waarde for veld, waarde in waarden.items()}


def _from_json(inhoud: Mapping[str, Any]) -> Samenstand:
    waarden = dict(inhoud)
    for veld in ("ontvangen_op", "klantreactie_op", "vertrouwelijk_op"):
        waarden[veld] = datetime.fromisoformat(waarden[veld]) if waarden[veld] else None
    waarden["beloofd_datum"] = date.fromisoformat(waarden["beloofd_datum"])
    return Samenstand(**waarden)
