"""Bring a question back to how it stood: for what is undone as a whole."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from stadspunt.fundament.fouten import AchterhaaldError, Fout
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.models import Antwoord, Betrokkenafdeling, Klantvraag, Notitie
from stadspunt.stromen.klantcontacten.rules import Status, find_statuspad
from stadspunt.stromen.klantcontacten.vergrendeling import lock_klantvraag, save_klantvraag, step

# What a question is and what the client said never change by an act that can be undone; secrecy ends with four eyes only.
_BLIJFT = frozenset(
    {"id", "uuid", "nummer", "gemeente_id", "onderwerp", "toelichting", "versie", "zoektekst", "vertrouwelijk_op"}
)


@dataclass(frozen=True, slots=True)
class Vraagstand:
    """How a question stands, as JSON values: its columns by name, and the departments that may see it."""

    versie: int
    velden: dict[str, Any]
    afdeling_ids: tuple[int, ...]


@action(recht="klantvraag.behandelen")
def capture_stand(handeling: Handeling, klantvraag_id: int, versie: int | None = None) -> Vraagstand:
    """Lock a question until the end of the transaction and return how it stands.

    Raises AchterhaaldError when it changed since `versie`, NietGevondenError.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    if versie is not None and vraag.versie != versie:
        raise AchterhaaldError(Fout("gewijzigd", "Een collega heeft deze vraag net gewijzigd. Bekijk eerst wat er nu staat."))
    return _read(vraag)


def _read(vraag: Klantvraag) -> Vraagstand:
    velden = {een.attname: _to_json(getattr(vraag, een.attname)) for een in _list_kolommen()}
    return Vraagstand(vraag.versie, velden, tuple(_list_afdelingen(vraag)))


def _list_kolommen() -> list[Any]:
    return [een for een in Klantvraag._meta.concrete_fields if een.attname not in _BLIJFT]


def _list_afdelingen(vraag: Klantvraag) -> list[int]:
    return list(Betrokkenafdeling.objects.filter(klantvraag=vraag).values_list("afdeling_id", flat=True))


def _to_json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date | datetime) else waarde


@action(recht="klantvraag.behandelen")
def restore_stand(
    handeling: Handeling, klantvraag_id: int, stand: Vraagstand, notitie_ids: Collection[int], antwoord_ids: Collection[int]
) -> None:
    """Let a question stand as it did in `stand`, without these notes and answers, which were written since.

    It walks there by allowed steps. The caller holds the question since `capture_stand`, and
    took back what other rooms did.
    """
    vraag = lock_klantvraag(handeling, klantvraag_id)
    verlaten_team = vraag.eigenaar_team_id
    for status in find_statuspad(Status(vraag.status), Status(stand.velden["status"])):
        step(vraag, status)
        if status != stand.velden["status"]:
            vraag.afgehandeld_op, vraag.vervalreden = None, ""
            vraag.save()
    for kolom in _list_kolommen():
        setattr(vraag, kolom.attname, kolom.to_python(stand.velden[kolom.attname]))
    Notitie.objects.filter(klantvraag=vraag, pk__in=notitie_ids).delete()
    Antwoord.objects.filter(klantvraag=vraag, pk__in=antwoord_ids).delete()
    Betrokkenafdeling.objects.filter(klantvraag=vraag).exclude(afdeling_id__in=stand.afdeling_ids).delete()
    save_klantvraag(vraag)
    announce(f"team-{verlaten_team}")
