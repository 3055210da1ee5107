"""To which question a message belongs, decided with what we know: its traces are only claims of the sender."""

from collections.abc import Iterator
from dataclasses import dataclass

from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.stromen.correspondentie.queries.draden import (
    find_correspondentieadressen,
    find_klantvraag_by_message_ids,
    find_klantvraag_by_ontvangen_message_ids,
)
from stadspunt.stromen.intake.rules.draad import Draadsporen
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_klantvragen
from stadspunt.stromen.klantcontacten.queries_samenvoegen import find_blijver

_MAX_NUMMERS = 3


@dataclass(frozen=True, slots=True)
class Verband:
    """A question that the traces point to; `zeker` when it is by the identifier of a message that we sent."""

    vraag: KlantvraagBeeld
    zeker: bool


def find_verband(raadpleging: Raadpleging, sporen: Draadsporen, gemeente_id: int) -> Verband | None:
    """Return the question of this municipality that a message follows, None without.

    Best is a message of ours, then the number in the subject, then an earlier message that came in.
    """
    gevonden = ((_follow(raadpleging, vraag), zeker) for vraag, zeker in _list_kandidaten(raadpleging, sporen))
    kandidaten = ((vraag, zeker) for vraag, zeker in gevonden if vraag.gemeente_id == gemeente_id)
    return next((Verband(vraag, zeker) for vraag, zeker in kandidaten), None)


def _follow(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> KlantvraagBeeld:
    """Return the question in which this one went: the number on the receipt keeps working."""
    return vraag if vraag.opgegaan_in_id is None else find_blijver(raadpleging, vraag.id) or vraag


def _list_kandidaten(raadpleging: Raadpleging, sporen: Draadsporen) -> Iterator[tuple[KlantvraagBeeld, bool]]:
    if sporen.message_ids and (treffer := find_klantvraag_by_message_ids(raadpleging, sporen.message_ids)):
        for vraag in get_klantvragen(raadpleging, treffer.klantvraag_ids).values():
            yield vraag, True
    for nummer in sporen.nummers[:_MAX_NUMMERS]:
        try:
            yield get_klantvraag(raadpleging, str(nummer)), False
        except NietGevondenError:
            continue
    if sporen.message_ids and (treffer := find_klantvraag_by_ontvangen_message_ids(raadpleging, sporen.message_ids)):
        for vraag in get_klantvragen(raadpleging, treffer.klantvraag_ids).values():
            yield vraag, False


def is_van_klant(raadpleging: Raadpleging, vraag: KlantvraagBeeld, adres: str) -> bool:
    """Say whether this sender is the client of the question, or somebody with whom messages about it were exchanged.

    Whoever answers from another address is a third person as far as we can know: an agent may join the questions, a
    machine may not, for it would show one person the history of another.
    """
    sleutel = to_email_sleutel(adres)
    if not sleutel:
        return False
    if vraag.partij_id is not None:
        partij = get_partij(raadpleging, vraag.partij_id)
        if sleutel in {to_email_sleutel(email) for email in partij.emails}:
            return True
    return sleutel in find_correspondentieadressen(raadpleging, vraag.id)
