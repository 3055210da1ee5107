"""Find the question to which a reply belongs."""

from collections.abc import Sequence

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import MD5

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.stromen.correspondentie.beelden import Draadtreffer
from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.correspondentie.samenstelling import to_klantadressen
from stadspunt.stromen.klantcontacten.rules import Richting

_MAX_IDS = 100


@query(recht="bericht.lezen")
def find_klantvraag_by_message_ids(raadpleging: Raadpleging, message_ids: Sequence[str]) -> Draadtreffer | None:
    """Return the first in `message_ids` (with brackets, the surest first) that is an outgoing message of ours, or None.

    An identifier is a claim of who writes: the caller compares the writer with `klant_adres`.
    """
    gezocht = _clean(message_ids)
    return _find(gezocht, Bericht.objects.filter(richting=Richting.UIT, message_id__in=gezocht))


@query(recht="bericht.lezen")
def find_klantvraag_by_ontvangen_message_ids(raadpleging: Raadpleging, message_ids: Sequence[str]) -> Draadtreffer | None:
    """Return the first in `message_ids` that is the identifier of a message we received, or None.

    For who answers his own earlier mail. Anybody who got a copy knows such an identifier, so
    it proves less than one of ours.
    """
    gezocht = _clean(message_ids)
    afdrukken = [MD5(Value(een, output_field=TextField())) for een in gezocht]
    rijen = Bericht.objects.annotate(afdruk=MD5("message_id")).filter(afdruk__in=afdrukken, message_id__in=gezocht)
    return _find(gezocht, rijen.filter(richting=Richting.IN, soort=Berichtsoort.GEWOON))


def _clean(message_ids: Sequence[str]) -> list[str]:
    return [een for een in dict.fromkeys(message_ids) if een.strip("<> ")][:_MAX_IDS]


def _find(gezocht: list[str], rijen: QuerySet[Bericht]) -> Draadtreffer | None:
    if not gezocht:
        return None
    gevonden = rijen.filter(vragen__isnull=False).defer("html", "tekst", "citaat").prefetch_related("vragen").distinct()
    beste = min(gevonden, key=lambda rij: (gezocht.index(rij.message_id), -rij.pk), default=None)
    if beste is None:
        return None
    vraag_ids = tuple(sorted(een.klantvraag_id for een in beste.vragen.all()))
    return Draadtreffer(beste.message_id, vraag_ids, min(to_klantadressen(beste), default=""))


@query(recht="bericht.lezen")
def find_correspondentieadressen(raadpleging: Raadpleging, klantvraag_id: int) -> frozenset[str]:
    """Return the keys of the addresses outside with which ordinary messages about a question were really exchanged."""
    rijen = Bericht.objects.filter(vragen__klantvraag_id=klantvraag_id).values_list(
        "richting", "soort", "van_adres", "antwoord_adres", "aan_adres", "verzonden_op"
    )
    adressen: set[str] = set()
    for richting, soort, van, antwoord, aan, verzonden in rijen:
        if richting == Richting.UIT and verzonden is not None:
            adressen.add(to_email_sleutel(aan))
        elif richting == Richting.IN and soort == Berichtsoort.GEWOON:
            adressen |= {to_email_sleutel(van), to_email_sleutel(antwoord)}
    return frozenset(adressen - {""})
