"""Look at what is on its way out and what went wrong."""

import re
from collections.abc import Collection, Sequence

from django.db.models import Count, Max, Min, Q

from stadspunt.bronnen.documenten.queries import DocumentBeeld, get_documenten, load_inhoud
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.taken.queries import Wachtrij
from stadspunt.fundament.toegang.actor import ActorSoort, Raadpleging, build_systeem
from stadspunt.fundament.toegang.poort import open_query, query
from stadspunt.stromen.correspondentie.beelden import PoststopBeeld, VerzendRegel
from stadspunt.stromen.correspondentie.koppeling import is_proefopstelling
from stadspunt.stromen.correspondentie.models import Bericht, Berichtbijlage, Poststop, Verzending
from stadspunt.stromen.correspondentie.rules.mail import Mailbijlage, UitgaandeMail
from stadspunt.stromen.correspondentie.rules.woorden import (
    AUTOMATISCHE_SOORTEN,
    ONDERWEG,
    VRAAGT_AANDACHT,
    Berichtsoort,
    Verzendstatus,
)
from stadspunt.stromen.correspondentie.samenstelling import list_references
from stadspunt.stromen.correspondentie.zicht import select_verborgen_berichten
from stadspunt.stromen.klantcontacten.queries import get_klantvragen

_ADRES = re.compile(r"[^\s<>@\"']+@(?=[^\s<>@\"']+)")


@query(recht="verzending.lezen")
def list_verzendingen(
    raadpleging: Raadpleging, statussen: Collection[Verzendstatus] = VRAAGT_AANDACHT, maximum: int = 200
) -> tuple[VerzendRegel, ...]:
    """Return what is in one of `statussen` for the municipalities of this actor, oldest first, without addresses or text."""
    rijen = Verzending.objects.filter(status__in=statussen).select_related("bericht").prefetch_related("bericht__vragen")
    if raadpleging.actor.soort is not ActorSoort.SYSTEEM:
        rijen = rijen.filter(bericht__gemeente_id__in=raadpleging.actor.gemeente_ids)
    # What went wrong with a confidential question is mended on its own page, by whom it concerns.
    rijen = rijen.exclude(bericht_id__in=select_verborgen_berichten(raadpleging))
    gevonden = list(rijen.order_by("id")[:maximum])
    nummers = _list_nummers(raadpleging, gevonden)
    return tuple(
        VerzendRegel(
            rij.pk, rij.bericht_id, rij.bericht.gemeente_id, rij.soort, rij.status,
            tuple(nummers[een.klantvraag_id] for een in rij.bericht.vragen.all()),
            rij.bericht.aan_adres.rpartition("@")[2], rij.pogingen, rij.niet_voor, rij.volgende_poging_op,
            _ADRES.sub("…@", rij.bounce_diagnose or rij.laatste_fout),
        )
        for rij in gevonden
    )  # fmt: skip


def _list_nummers(raadpleging: Raadpleging, rijen: Sequence[Verzending]) -> dict[int, str]:
    """Return the numbers of questions: a number shows nobody, so who administers may read it without the question."""
    ids = {een.klantvraag_id for rij in rijen for een in rij.bericht.vragen.all()}
    systeem = build_systeem("correspondentie", raadpleging.moment).raadpleging
    return {vraag.id: vraag.nummer for vraag in get_klantvragen(systeem, ids).values()}


@query(recht="bericht.lezen")
def list_niet_aangekomen(raadpleging: Raadpleging, klantvraag_ids: Collection[int]) -> frozenset[int]:
    """Return of which of these questions the last answer by mail came back. The caller may see the questions."""
    if not klantvraag_ids:
        return frozenset()
    antwoorden = (
        Bericht.objects.filter(vragen__klantvraag_id__in=set(klantvraag_ids), soort=Berichtsoort.ANTWOORD)
        .exclude(verzending__status=Verzendstatus.INGETROKKEN)
        .order_by("id")
        .values_list("vragen__klantvraag_id", "verzending__status")
    )
    laatste = dict(antwoorden)
    return frozenset(vraag_id for vraag_id, status in laatste.items() if status == Verzendstatus.ONBESTELBAAR)


@query(recht="verzending.lezen")
def count_aandacht(raadpleging: Raadpleging) -> int:
    """Return how many messages `list_verzendingen` would show that ask attention: no more than this actor may see."""
    rijen = Verzending.objects.filter(status__in=VRAAGT_AANDACHT, bericht__gemeente_id__in=raadpleging.actor.gemeente_ids)
    return rijen.exclude(bericht_id__in=select_verborgen_berichten(raadpleging)).count()


@open_query(reden="telt alleen rijen voor het dashboard en de bewaking")
def count_verzendingen(gemeente_ids: Collection[int] | None = None) -> dict[Verzendstatus, int]:
    """Return how many messages are on their way or ask attention (None: of all municipalities); 0 is given too."""
    statussen = ONDERWEG | VRAAGT_AANDACHT
    rijen = Verzending.objects.filter(status__in=statussen)
    if gemeente_ids is not None:
        rijen = rijen.filter(bericht__gemeente_id__in=gemeente_ids)
    aantallen = dict(rijen.values_list("status").annotate(aantal=Count("id")).order_by())
    return {status: aantallen.get(status, 0) for status in sorted(statussen)}


@query(recht="techniek.lezen")
def find_poststop(raadpleging: Raadpleging) -> PoststopBeeld | None:
    """Return why no mail leaves and how much waits; None when mail goes out as always."""
    stop = Poststop.objects.filter(actief=True).first()
    if stop is None:
        return None
    oud = Count("id", filter=Q(bericht__geregistreerd_op__lte=stop.stand_op))
    telling = Verzending.objects.filter(status__in=ONDERWEG).aggregate(alle=Count("id"), oude=oud)
    return PoststopBeeld(stop.sinds_op, stop.stand_op, telling["oude"], telling["alle"] - telling["oude"])


@query(recht="techniek.lezen")
def get_wachtrijen(raadpleging: Raadpleging) -> tuple[Wachtrij, Wachtrij]:
    """Return how it stands with what people wrote, and with receipts and alarms; in six queries, no address and no text."""
    automatisch = Q(soort__in=AUTOMATISCHE_SOORTEN)
    return _get_wachtrij(raadpleging, ~automatisch), _get_wachtrij(raadpleging, automatisch)


def _get_wachtrij(raadpleging: Raadpleging, welke: Q) -> Wachtrij:
    rij = Verzending.objects.filter(welke, status__in=ONDERWEG, volgende_poging_op__lte=raadpleging.moment).aggregate(
        wachtend=Count("id"), oudste=Min("niet_voor"), pogingen=Max("pogingen")
    )
    aandacht = Verzending.objects.filter(welke, status__in=VRAAGT_AANDACHT).aggregate(aantal=Count("id"), laatste=Max("id"))
    fout = Verzending.objects.filter(pk=aandacht["laatste"]).values_list("laatste_fout", flat=True).first() or ""
    return Wachtrij(rij["wachtend"], rij["oudste"], rij["pogingen"] or 0, aandacht["aantal"], _ADRES.sub("…@", fout))


@open_query(reden="zegt alleen of er post weg mag")
def has_poststop() -> bool:
    """Say whether mail is held until an administrator lets it go."""
    return Poststop.objects.filter(actief=True).exists()


@open_query(reden="zegt alleen hoe de post is ingesteld")
def has_mailserver() -> bool:
    """Say whether mail leaves this machine; without a mail server it stands in a folder and goes to nobody."""
    return not is_proefopstelling()


@query(recht="bericht.verzenden")
def list_bijlagen(raadpleging: Raadpleging, verzending_id: int) -> tuple[DocumentBeeld, ...]:
    """Return the files that go along with a verzending, without their bytes."""
    ids = Berichtbijlage.objects.filter(bericht__verzending=verzending_id).values_list("document_id", flat=True)
    return tuple(get_documenten(raadpleging, list(ids)).values())


@query(recht="bericht.verzenden")
def get_uitgaande_mail(raadpleging: Raadpleging, verzending_id: int) -> UitgaandeMail:
    """Return all that the mail of a verzending is made of; the same at every attempt. Raises NietGevondenError."""
    rij = Verzending.objects.select_related("bericht").filter(pk=verzending_id).first()
    if rij is None:
        raise NietGevondenError(f"verzending {verzending_id}")
    bericht = rij.bericht
    return UitgaandeMail(
        uuid=bericht.uuid,
        message_id=bericht.message_id,
        van_naam=bericht.van_naam,
        van_adres=bericht.van_adres,
        aan_naam=bericht.aan_naam,
        aan_adres=bericht.aan_adres,
        onderwerp=bericht.onderwerp,
        tekst=bericht.tekst,
        citaat=bericht.citaat,
        taal=bericht.taal,
        datum=bericht.geregistreerd_op,
        automatisch=rij.soort in AUTOMATISCHE_SOORTEN,
        in_reply_to=bericht.in_reply_to,
        references=list_references(bericht),
        bijlagen=_load_bijlagen(raadpleging, bericht),
    )


def _load_bijlagen(raadpleging: Raadpleging, bericht: Bericht) -> tuple[Mailbijlage, ...]:
    ids = list(bericht.bijlagen.order_by("volgorde").values_list("document_id", flat=True))
    documenten = get_documenten(raadpleging, ids)
    return tuple(Mailbijlage(documenten[een].naam, documenten[een].mediatype, load_inhoud(raadpleging, een)) for een in ids)
