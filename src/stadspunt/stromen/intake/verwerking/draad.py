"""To which question a message belongs, decided with what we know: its traces are only claims of the sender."""

from dataclasses import dataclass

from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.queries.draden import find_klantvraag_by_message_ids
from stadspunt.stromen.correspondentie.rules.woorden import UITGAANDE_SOORTEN, Berichtsoort
from stadspunt.stromen.intake.rules.draad import Draadsporen
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_klantvragen

_MAX_NUMMERS = 3


@dataclass(frozen=True, slots=True)
class Verband:
    """A question that the traces point to; `zeker` when it is by the identifier of a message that we know."""

    vraag: KlantvraagBeeld
    zeker: bool


def find_verband(raadpleging: Raadpleging, sporen: Draadsporen, gemeente_id: int) -> Verband | None:
    """Return the question of this municipality that a message follows, by identifier first, then by number; None without."""
    treffer = find_klantvraag_by_message_ids(raadpleging, sporen.message_ids) if sporen.message_ids else None
    if treffer is not None:
        vragen = get_klantvragen(raadpleging, treffer.klantvraag_ids)
        eigen = [vragen[een] for een in treffer.klantvraag_ids if een in vragen and vragen[een].gemeente_id == gemeente_id]
        if eigen:
            return Verband(eigen[0], zeker=True)
    for nummer in sporen.nummers[:_MAX_NUMMERS]:
        try:
            vraag = get_klantvraag(raadpleging, str(nummer))
        except NietGevondenError:
            continue
        if vraag.gemeente_id == gemeente_id:
            return Verband(vraag, zeker=False)
    return None


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
    return sleutel in _list_adressen(raadpleging, vraag)


def _list_adressen(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> set[str]:
    """Return the keys of the addresses that wrote about the question themselves, or that we wrote to."""
    adressen: set[str] = set()
    for bericht in list_berichten(raadpleging, vraag.id):
        if bericht.soort == Berichtsoort.GEWOON:
            adressen |= {bericht.van_adres, bericht.antwoord_adres}
        elif bericht.soort in UITGAANDE_SOORTEN:
            adressen.add(bericht.aan_adres)
    return {to_email_sleutel(adres) for adres in adressen if adres}
