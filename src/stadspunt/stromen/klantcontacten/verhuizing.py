"""Move what hangs on a question to another one, and back. Both are locked by the caller. For this room only."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import QuerySet

from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.klantcontacten.models import (
    Antwoord,
    Betrokkenafdeling,
    Betrokkene,
    Contactvraag,
    Klantvraag,
    Notitie,
)

_UIT_ELKAAR = "Samenvoeging ongedaan gemaakt"


def move_dossier(van_id: int, naar_id: int) -> dict[str, Any]:
    """Move contacts, notes and answers, and let the departments see the question too; returns what moved."""
    al = Contactvraag.objects.filter(klantvraag_id=naar_id).values("klantcontact_id")
    gezien = set(Betrokkenafdeling.objects.filter(klantvraag_id=naar_id).values_list("afdeling_id", flat=True))
    eigen = Betrokkenafdeling.objects.filter(klantvraag_id=van_id).values_list("afdeling_id", flat=True)
    erbij = sorted(set(eigen) - gezien)
    Betrokkenafdeling.objects.bulk_create(Betrokkenafdeling(klantvraag_id=naar_id, afdeling_id=een) for een in erbij)
    return {
        "contacten": _move(Contactvraag.objects.filter(klantvraag_id=van_id).exclude(klantcontact_id__in=al), naar_id),
        "notities": _move(Notitie.objects.filter(klantvraag_id=van_id), naar_id),
        "antwoorden": _move(Antwoord.objects.filter(klantvraag_id=van_id), naar_id),
        "afdelingen": erbij,
    }


def _move(rijen: "QuerySet[Any]", naar_id: int) -> list[int]:
    ids = list(rijen.order_by("pk").values_list("pk", flat=True))
    rijen.model.objects.filter(pk__in=ids).update(klantvraag_id=naar_id)
    return ids


def move_back(verhuisd: Mapping[str, Any], naar_id: int, van_id: int) -> None:
    """Move what moved before back to where it was; what came after stays, and so does what is there already."""
    terug = Contactvraag.objects.filter(klantvraag_id=naar_id).values("klantcontact_id")
    contacten = Contactvraag.objects.filter(pk__in=verhuisd["contacten"], klantvraag_id=van_id)
    _move(contacten.exclude(klantcontact_id__in=terug), naar_id)
    _move(Notitie.objects.filter(pk__in=verhuisd["notities"], klantvraag_id=van_id), naar_id)
    _move(Antwoord.objects.filter(pk__in=verhuisd["antwoorden"], klantvraag_id=van_id), naar_id)


def share_betrokkenen(handeling: Handeling, *vragen: Klantvraag) -> list[int]:
    """Let whom one confidential question concerns be concerned by the other too; returns the rows that were added."""
    actief = Betrokkene.objects.filter(klantvraag__in=vragen, verwijderd_op=None)
    per_vraag = {vraag.pk: {een.medewerker_id for een in actief if een.klantvraag_id == vraag.pk} for vraag in vragen}
    allen = {een for namen in per_vraag.values() for een in namen} | {een.behandelaar_id for een in vragen if een.behandelaar_id}
    erbij = [
        Betrokkene(
            klantvraag=vraag,
            medewerker_id=wie,
            reden="Betrokken bij de vraag die hiermee is samengevoegd",
            door_id=handeling.actor.medewerker_id,
            sinds_op=handeling.moment,
        )
        for vraag in vragen
        for wie in sorted(allen - per_vraag[vraag.pk])
    ]
    return [een.pk for een in Betrokkene.objects.bulk_create(erbij)]


def unshare_betrokkenen(handeling: Handeling, ids: Collection[int]) -> None:
    """Let nobody be concerned any more only by a merge that is undone."""
    Betrokkene.objects.filter(pk__in=ids, verwijderd_op=None).update(
        verwijderd_op=handeling.moment,
        verwijderd_door_id=handeling.actor.medewerker_id,
        verwijderd_reden=_UIT_ELKAAR,
    )


def hide_afdelingen(klantvraag_id: int, afdeling_ids: Collection[int]) -> None:
    """Let these departments see a question no longer."""
    Betrokkenafdeling.objects.filter(klantvraag_id=klantvraag_id, afdeling_id__in=afdeling_ids).delete()
