"""Plan the receipt for a new question, once."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection
from django.db.models.functions import Lower

from stadspunt.bronnen.organisatie.queries import get_gemeente, get_kanaal, get_kanalen, list_ingangen
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.partijen.queries import PartijBeeld, get_partijen
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.correspondentie.events import OntvangstbevestigingOvergeslagen, VerzendingGepland
from stadspunt.stromen.correspondentie.models import Bericht, Berichtvraag, Bevestigingsverbod, Verzending
from stadspunt.stromen.correspondentie.queries.sjablonen import find_bevestigingstekst
from stadspunt.stromen.correspondentie.rules.antwoord import to_onderwerp
from stadspunt.stromen.correspondentie.rules.bevestiging import (
    GEEN_BEVESTIGING,
    REM_PERIODE,
    Bevestigingsgrond,
    Bevestigingsinhoud,
    check_bevestiging,
    compose_bevestiging,
)
from stadspunt.stromen.correspondentie.rules.mail import is_bruikbaar_id, to_message_id
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.correspondentie.samenstelling import find_postbus, to_antwoordadres
from stadspunt.stromen.correspondentie.vergrendeling import plan_verzending
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Richting, Status


@dataclass(frozen=True, slots=True)
class _Ontvanger:
    """To whom a receipt would go, and what it answers."""

    naam: str
    adres: str
    bericht: Bericht | None
    partij: PartijBeeld | None


@action(recht="bericht.verzenden")
def plan_ontvangstbevestiging(handeling: Handeling, klantvraag_id: int) -> int | None:
    """Plan the receipt of a question when it should get one; returns the bericht, None when it gets none.

    Once per question, however often it is asked: the key in the database decides. Why there is
    none is a fact on the timeline.
    """
    sleutel = f"ontvangstbevestiging:{klantvraag_id}"
    verboden = Bevestigingsverbod.objects.filter(klantvraag_id=klantvraag_id).exists()
    if verboden or Verzending.objects.filter(sleutel=sleutel).exists():
        return None
    vraag = get_klantvragen(handeling.raadpleging, [klantvraag_id])[klantvraag_id]
    ontvanger = _find_ontvanger(handeling, vraag)
    postbus = find_postbus(vraag)
    reden = check_bevestiging(_get_grond(handeling, vraag, ontvanger)) or ("" if postbus else "geen-postbus")
    if reden or postbus is None:
        publish(handeling, OntvangstbevestigingOvergeslagen(klantvraag_id, reden))
        return None
    bericht = _insert_bericht(handeling, vraag, ontvanger, postbus.waarde, sleutel)
    if bericht is None:
        return None
    plan_verzending(handeling, bericht, sleutel)
    publish(handeling, VerzendingGepland(bericht.pk, (klantvraag_id,), bericht.soort))
    return bericht.pk


@action(recht="ontvangst.verwerken")
def forbid_ontvangstbevestiging(handeling: Handeling, klantvraag_ids: Collection[int], reden: str = "ingelezen") -> None:
    """See to it that these questions get no receipt (`reden`: a code of GEEN_BEVESTIGING).

    To be called in the transaction that registers them: the receipt is planned after that.
    """
    if reden not in GEEN_BEVESTIGING:
        raise ValueError(f"geen bekende reden: {reden}")
    verboden = (Bevestigingsverbod(klantvraag_id=vraag_id, reden=reden) for vraag_id in klantvraag_ids)
    Bevestigingsverbod.objects.bulk_create(verboden, ignore_conflicts=True)
    for vraag_id in klantvraag_ids:
        publish(handeling, OntvangstbevestigingOvergeslagen(vraag_id, reden))


def _find_ontvanger(handeling: Handeling, vraag: KlantvraagBeeld) -> _Ontvanger:
    bericht = (
        Bericht.objects.filter(vragen__klantvraag_id=vraag.id, richting=Richting.IN)
        .defer("html", "citaat")
        .order_by("id")
        .first()
    )
    partij = get_partijen(handeling.raadpleging, [vraag.partij_id]).get(vraag.partij_id) if vraag.partij_id else None
    bekend = partij.emails[0] if partij and partij.emails else ""
    adres = (to_antwoordadres(bericht) if bericht else "") or bekend
    naam = (bericht.van_naam if bericht else "") or (partij.naam if partij else "")
    return _Ontvanger(naam, adres, bericht, partij)


def _get_grond(handeling: Handeling, vraag: KlantvraagBeeld, ontvanger: _Ontvanger) -> Bevestigingsgrond:
    partij = ontvanger.partij
    return Bevestigingsgrond(
        status=Status(vraag.status),
        digitaal=get_kanalen()[vraag.kanaal_id].digitaal,
        mag_automatisch=ontvanger.bericht.mag_automatisch_antwoord if ontvanger.bericht else None,
        wil_email=partij is not None and partij.voorkeurskanaal_id == get_kanaal("email").id,
        adres=ontvanger.adres,
        eigen_adressen=frozenset(ingang.waarde for ingang in list_ingangen(Ingangsoort.POSTBUS)),
        recent=_count_recent(handeling, ontvanger.adres) if ontvanger.adres else 0,
    )


def _count_recent(handeling: Handeling, adres: str) -> int:
    """Count the receipts that this address got lately; others for the same address wait until this transaction ends."""
    sleutel = to_email_sleutel(adres)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 3834))", [sleutel])
    return (
        Bericht.objects.filter(soort=Berichtsoort.ONTVANGSTBEVESTIGING, geregistreerd_op__gt=handeling.moment - REM_PERIODE)
        .annotate(adres=Lower("aan_adres"))
        .filter(adres=sleutel)
        .count()
    )


def _insert_bericht(
    handeling: Handeling, vraag: KlantvraagBeeld, ontvanger: _Ontvanger, van_adres: str, sleutel: str
) -> Bericht | None:
    gemeente = get_gemeente(vraag.gemeente_id)
    # Who else reads along in this mailbox must not learn what it is about.
    waarover = "" if vraag.is_vertrouwelijk else vraag.onderwerp
    inhoud = Bevestigingsinhoud(vraag.nummer, ontvanger.naam, waarover, vraag.beloofd, gemeente.naam, gemeente.telefoon)
    onderwerp, tekst = compose_bevestiging(inhoud, vraag.taal, find_bevestigingstekst(vraag.gemeente_id, vraag.taal))
    uuid = make_uuid7()
    rij = Bericht(
        uuid=uuid,
        gemeente_id=vraag.gemeente_id,
        richting=Richting.UIT,
        soort=Berichtsoort.ONTVANGSTBEVESTIGING,
        sleutel=sleutel,
        onderwerp=to_onderwerp(onderwerp, vraag.nummer),
        tekst=tekst,
        van_naam=f"Gemeente {gemeente.naam}",
        van_adres=van_adres,
        aan_naam=ontvanger.naam,
        aan_adres=ontvanger.adres,
        message_id=to_message_id(uuid, gemeente.maildomein),
        in_reply_to=ontvanger.bericht.message_id if ontvanger.bericht and is_bruikbaar_id(ontvanger.bericht.message_id) else "",
        taal=vraag.taal,
        geregistreerd_op=handeling.moment,
    )
    Bericht.objects.bulk_create([rij], ignore_conflicts=True)
    bericht = Bericht.objects.filter(uuid=uuid).first()
    if bericht is not None:
        Berichtvraag.objects.create(bericht=bericht, klantvraag_id=vraag.id)
    return bericht
