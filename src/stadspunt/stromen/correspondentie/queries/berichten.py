"""Look at the messages of a question, and at the files that came or went with them."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch

from stadspunt.bronnen.documenten.queries import DocumentBeeld, find_document_by_uuid, get_documenten
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging, build_systeem
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.correspondentie.beelden import BerichtBeeld, BijlageBeeld, VerzendBeeld
from stadspunt.stromen.correspondentie.models import Bericht, Berichtbijlage, Berichtvraag, Verzending
from stadspunt.stromen.correspondentie.zicht import list_zichtbare
from stadspunt.stromen.klantcontacten.queries import get_klantvragen

_MET_BIJLAGEN = Prefetch("bijlagen", Berichtbijlage.objects.order_by("volgorde"))


def to_verzendbeeld(rij: Verzending) -> VerzendBeeld:
    """Return the view value of a row; for this room only."""
    return VerzendBeeld(
        rij.pk, rij.status, rij.niet_voor, rij.pogingen, rij.volgende_poging_op, rij.verzonden_op,
        rij.laatste_fout, rij.bounce_status, rij.bounce_diagnose, rij.bounce_op,
    )  # fmt: skip


def _to_beelden(raadpleging: Raadpleging, rijen: Sequence[Bericht], partij_ids: tuple[int, ...]) -> tuple[BerichtBeeld, ...]:
    documenten = get_documenten(raadpleging, {een.document_id for rij in rijen for een in rij.bijlagen.all()})
    return tuple(
        BerichtBeeld(
            rij.pk, rij.uuid, rij.klantcontact_id, rij.medewerker_id, rij.richting, rij.soort, rij.onderwerp, rij.tekst,
            rij.citaat, rij.html, rij.van_naam, rij.van_adres, rij.antwoord_adres, rij.aan_naam, rij.aan_adres, rij.ruw_hash,
            rij.geregistreerd_op,
            tuple(BijlageBeeld(documenten[een.document_id], een.inline) for een in rij.bijlagen.all()),
            to_verzendbeeld(rij.verzending) if hasattr(rij, "verzending") else None,
            partij_ids,
        )
        for rij in rijen
    )  # fmt: skip


@query(recht="bericht.lezen")
def list_berichten(raadpleging: Raadpleging, klantvraag_id: int) -> tuple[BerichtBeeld, ...]:
    """Return the messages of one question with their files and delivery, oldest first.

    Raises NietGevondenError when the question is not there or not for this actor.
    """
    vraag = get_klantvragen(raadpleging, [klantvraag_id]).get(klantvraag_id)
    if vraag is None:
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    rijen = (
        list_zichtbare(raadpleging)
        .filter(vragen__klantvraag_id=klantvraag_id)
        .select_related("verzending")
        .prefetch_related(_MET_BIJLAGEN)
        .order_by("geregistreerd_op", "id")
    )
    return _to_beelden(raadpleging, list(rijen), () if vraag.partij_id is None else (vraag.partij_id,))


@query(recht="bericht.lezen")
def get_bericht(raadpleging: Raadpleging, bericht_id: int) -> tuple[BerichtBeeld, str]:
    """Return one message and the number of a question it belongs to.

    Raises NietGevondenError when it is not there, or belongs to no question for this actor.
    """
    rijen = list_zichtbare(raadpleging).select_related("verzending").prefetch_related(_MET_BIJLAGEN, "vragen")
    rij = rijen.filter(pk=bericht_id).first()
    vragen = get_klantvragen(raadpleging, [een.klantvraag_id for een in rij.vragen.all()]) if rij else {}
    if rij is None or not vragen:
        raise NietGevondenError(f"bericht {bericht_id}")
    partij_ids = tuple(vraag.partij_id for vraag in vragen.values() if vraag.partij_id is not None)
    return _to_beelden(raadpleging, [rij], partij_ids)[0], vragen[min(vragen)].nummer


@query(recht="ontvangst.lezen")
def find_virus(raadpleging: Raadpleging, sleutel: str) -> str:
    """Return the name of a virus in a file of the message with this key, '' when none was found."""
    ids = Berichtbijlage.objects.filter(bericht__sleutel=sleutel).values_list("document_id", flat=True)
    documenten = get_documenten(build_systeem("correspondentie", raadpleging.moment).raadpleging, list(ids))
    return next((een.virusnaam for een in documenten.values() if een.is_besmet), "")


@query(recht="document.lezen")
def find_document_voor_download(raadpleging: Raadpleging, uuid: UUID) -> DocumentBeeld | None:
    """Return a file when this actor may see a question it belongs to, else None.

    The looks at those questions stand in the access log.
    """
    document = find_document_by_uuid(raadpleging, uuid)
    if document is None:
        return None
    berichten = list_zichtbare(raadpleging).filter(bijlagen__document_id=document.id).values("pk")
    vraag_ids = Berichtvraag.objects.filter(bericht_id__in=berichten).values_list("klantvraag_id", flat=True)
    return document if get_klantvragen(raadpleging, set(vraag_ids)) else None
