"""Look at arrivals."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Max, Min

from stadspunt.bronnen.organisatie.queries import list_ingangen
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.fundament.taken.queries import Wachtrij
from stadspunt.fundament.toegang.actor import Raadpleging, build_systeem
from stadspunt.fundament.toegang.poort import open_query, query
from stadspunt.stromen.correspondentie.queries.berichten import find_virus
from stadspunt.stromen.intake.beelden import OntvangstBeeld, OntvangstRegel, Ontvangstuitkomst
from stadspunt.stromen.intake.models import Ontvangst, OntvangstQuerySet
from stadspunt.stromen.intake.rules.formulier import FormulierOnleesbaarError, from_bytes
from stadspunt.stromen.intake.rules.ontvangst import UITKOMSTNAMEN, Ontvangstsoort, Ontvangststatus, Uitkomst
from stadspunt.stromen.intake.verwerking.poststuk import to_poststuk
from stadspunt.stromen.klantcontacten.queries import get_klantvragen

PAGINAGROOTTE = 50
TELGRENS = 1000


@dataclass(frozen=True, slots=True)
class Ontvangstfilter:
    """Which arrivals a list shows; an empty part means all of them. `pagina` counts from 1."""

    status: Ontvangststatus | None = None
    uitkomsten: frozenset[Uitkomst] = frozenset()
    ingang_id: int | None = None
    pagina: int = 1


@dataclass(frozen=True, slots=True)
class Ontvangstenlijst:
    """A page of arrivals; `aantal` counts at most TELGRENS + 1."""

    regels: tuple[OntvangstRegel, ...]
    aantal: int
    pagina: int
    paginas: int


def _find_geheime_ingangen(raadpleging: Raadpleging) -> dict[int, str]:
    """Return the confidential entrances, with their addresses, of which this actor may not read what came in."""
    eigen = raadpleging.actor.list_gemeenten(raadpleging.doel, VERTROUWELIJK_ZIEN)
    alle = (een for een in list_ingangen() if een.vertrouwelijk)
    return {een.id: een.waarde for een in alle if een.gemeente_id not in eigen}


def _is_geheim(rij: Ontvangst, geheim: dict[int, str]) -> bool:
    """Say whether an arrival came in by (or is meant for) a confidential entrance: anybody may try it again, nobody read it."""
    if rij.ingang_id is not None:
        return rij.ingang_id in geheim
    return bool({adres.lower() for adres in to_poststuk(rij).envelop.rcpt_tos} & set(geheim.values()))


def _to_regel(rij: Ontvangst, geheim: dict[int, str]) -> OntvangstRegel:
    envelop = to_poststuk(rij).envelop
    naam = UITKOMSTNAMEN[Uitkomst(rij.uitkomst)] if rij.uitkomst else ""
    return OntvangstRegel(
        rij.pk, rij.uuid, rij.soort, envelop.herkomst, rij.gemeente_id, rij.ingang_id,
        "" if _is_geheim(rij, geheim) else envelop.mail_from, rij.grootte,
        rij.ontvangen_op, rij.status, rij.uitkomst, naam, rij.klantcontact_id, rij.klantvraag_id, rij.pogingen,
        rij.laatste_fout, rij.volgende_poging_op if rij.status == Ontvangststatus.WACHT else None,
    )  # fmt: skip


def _apply(rijen: OntvangstQuerySet, filter_: Ontvangstfilter) -> OntvangstQuerySet:
    if filter_.status is not None:
        rijen = rijen.filter(status=filter_.status)
    if filter_.uitkomsten:
        rijen = rijen.filter(uitkomst__in=filter_.uitkomsten)
    if filter_.ingang_id is not None:
        rijen = rijen.filter(ingang_id=filter_.ingang_id)
    return rijen


@query(recht="ontvangst.lezen")
def list_ontvangsten(raadpleging: Raadpleging, filter_: Ontvangstfilter) -> Ontvangstenlijst:
    """Return a page of arrivals, newest first, in two queries whatever the size."""
    rijen = _apply(Ontvangst.objects.visible_to(raadpleging), filter_)
    aantal = rijen.order_by()[: TELGRENS + 1].count()
    paginas = max(1, -(-min(aantal, TELGRENS) // PAGINAGROOTTE))
    pagina = min(max(1, filter_.pagina), paginas)
    begin = (pagina - 1) * PAGINAGROOTTE
    regels = rijen.order_by("-ontvangen_op", "-id")[begin : begin + PAGINAGROOTTE]
    geheim = _find_geheime_ingangen(raadpleging)
    return Ontvangstenlijst(tuple(_to_regel(rij, geheim) for rij in regels), aantal, pagina, paginas)


@query(recht="ontvangst.lezen")
def get_ontvangst(raadpleging: Raadpleging, uuid: UUID) -> OntvangstBeeld:
    """Return one arrival. Raises NietGevondenError when not there or not for this actor."""
    rij = _get(raadpleging, uuid)
    envelop = to_poststuk(rij).envelop
    return OntvangstBeeld(
        _to_regel(rij, _find_geheime_ingangen(raadpleging)),
        envelop.rcpt_tos,
        envelop.aantal_ontvangers,
        envelop.aangekomen_op,
        rij.verwerkt_op,
        rij.blob_hash,
    )


@query(recht="ontvangst.lezen")
def load_ruw(raadpleging: Raadpleging, uuid: UUID) -> bytes:
    """Return the bytes of one arrival exactly as they came, for a download.

    Raises NietGevondenError; GeweigerdError when a virus was found in it: nobody gets that, in whatever wrapping.
    """
    rij = _get(raadpleging, uuid)
    if _is_geheim(rij, _find_geheime_ingangen(raadpleging)):
        raise NietGevondenError(f"ontvangst {uuid}")
    if virus := find_virus(raadpleging, to_poststuk(rij).sleutel):
        raise GeweigerdError(Fout("virus", f"In dit bericht zit een virus ({virus}). Niemand kan het downloaden."))
    return load_blob(rij.blob_hash)


def _get(raadpleging: Raadpleging, uuid: UUID) -> Ontvangst:
    rij: Ontvangst | None = Ontvangst.objects.visible_to(raadpleging).filter(uuid=uuid).first()
    if rij is None:
        raise NietGevondenError(f"ontvangst {uuid}")
    return rij


@query(recht="ontvangst.ontvangen")
def find_uitkomst(raadpleging: Raadpleging, uuid: UUID) -> Ontvangstuitkomst:
    """Return under which number an arrival goes on, for the page that thanks the sender.

    Who holds the unguessable uuid sent it; nothing leaves but the number and by which way he will hear.
    An unknown uuid is not processed.
    """
    rij = Ontvangst.objects.filter(uuid=uuid).only("soort", "status", "klantvraag_id", "blob_hash").first()
    if rij is None:
        return Ontvangstuitkomst(verwerkt=False, nummers=())
    antwoord_per = _find_antwoordweg(rij)
    if rij.status != Ontvangststatus.VERWERKT:
        return Ontvangstuitkomst(verwerkt=False, nummers=(), antwoord_per=antwoord_per)
    systeem = build_systeem("intake", raadpleging.moment).raadpleging
    vragen = get_klantvragen(systeem, [rij.klantvraag_id]) if rij.klantvraag_id else {}
    nummers = tuple(vraag.nummer for vraag in vragen.values())
    return Ontvangstuitkomst(verwerkt=True, nummers=nummers, antwoord_per=antwoord_per)


def _find_antwoordweg(rij: Ontvangst) -> str:
    if rij.soort != Ontvangstsoort.FORMULIER:
        return ""
    try:
        inzending = from_bytes(load_blob(rij.blob_hash))
    except FormulierOnleesbaarError:
        return ""
    return "email" if inzending.email else "telefoon" if inzending.telefoon else ""


@open_query(reden="telt alleen rijen voor dashboard en bewaking")
def count_mislukte_ontvangsten(gemeente_ids: Sequence[int] | None = None) -> int:
    """Return how many arrivals wait for a person (of these municipalities, None: all)."""
    rijen = Ontvangst.objects.filter(status=Ontvangststatus.MISLUKT)
    return (rijen if gemeente_ids is None else rijen.filter(gemeente_id__in=gemeente_ids)).count()


@open_query(reden="telt alleen rijen voor dashboard en bewaking")
def count_wachtende_ontvangsten() -> int:
    """Return how many arrivals are stored and not yet processed."""
    return Ontvangst.objects.filter(status=Ontvangststatus.WACHT).count()


@query(recht="techniek.lezen")
def get_wachtrij(raadpleging: Raadpleging) -> Wachtrij:
    """Return how it stands with the arrivals that are not processed, in three queries; each on its own partial index."""
    wacht = Ontvangst.objects.filter(status=Ontvangststatus.WACHT)
    rij = wacht.aggregate(wachtend=Count("id"), oudste=Min("ontvangen_op"), pogingen=Max("pogingen"))
    mislukt = Ontvangst.objects.filter(status=Ontvangststatus.MISLUKT)
    fout = mislukt.order_by("-ontvangen_op").values_list("laatste_fout", flat=True).first()
    return Wachtrij(rij["wachtend"], rij["oudste"], rij["pogingen"] or 0, mislukt.count(), fout or "")
