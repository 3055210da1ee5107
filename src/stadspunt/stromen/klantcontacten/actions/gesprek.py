"""What an agent keeps of one conversation at once: the client, the contact, its questions, what was answered."""

from dataclasses import dataclass, replace

from django.db import connection

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens, check_partijgegevens
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.actions.behandelen import record_antwoord, release_klantvraag
from stadspunt.stromen.klantcontacten.actions.reageren import mark_klantreactie_beantwoord
from stadspunt.stromen.klantcontacten.actions.registreren import Registratie, register_klantcontact
from stadspunt.stromen.klantcontacten.models import Klantcontact
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, NieuwContact, Richting, check_contact


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A conversation as an agent registers it.

    `nieuwe_klant` is somebody we did not know yet. `terug_in_lijst` holds the positions (from
    0) of the new questions that the agent leaves to the team; the others stay with him.
    """

    contact: NieuwContact
    nieuwe_klant: Partijgegevens | None = None
    terug_in_lijst: frozenset[int] = frozenset()


@action(recht="klantcontact.registreren")
def register_gesprek(handeling: Handeling, gesprek: Gesprek) -> Registratie:
    """Keep a conversation whole or not at all; the same `bron_sleutel` a second time changes nothing.

    The client is made here and not while somebody types, so that a call that is broken off
    leaves no empty client. Raises GeweigerdError with every reason, NietGevondenError.
    """
    contact, klant = gesprek.contact, gesprek.nieuwe_klant
    fouten = check_contact(contact, handeling.moment) + (check_partijgegevens(klant) if klant else ())
    if fouten:
        raise GeweigerdError(*fouten)
    if klant is not None and not _is_registered(contact.bron_sleutel):
        contact = replace(contact, partij_id=register_partij(handeling, contact.gemeente_id, klant))
    gemaakt = register_klantcontact(handeling, contact)
    if gemaakt.nieuw:
        for positie in sorted(gesprek.terug_in_lijst):
            release_klantvraag(handeling, gemaakt.klantvraag_ids[positie])
    return gemaakt


@action(recht="klantcontact.registreren")
def register_vervolgcontact(handeling: Handeling, contact: NieuwContact, antwoord: str = "") -> Registratie:
    """Keep a later contact about existing questions, and close them when the client was told `antwoord`.

    Raises GeweigerdError with every reason, AchterhaaldError when a question is past that,
    NietGevondenError.
    """
    gemaakt = register_klantcontact(handeling, contact)
    for vraag_id in contact.bestaande_vraag_ids if gemaakt.nieuw else ():
        if antwoord.strip():
            record_antwoord(handeling, vraag_id, antwoord.strip(), Antwoordwijze.MONDELING)
        elif contact.richting == Richting.UIT and contact.bereikt is not False:
            mark_klantreactie_beantwoord(handeling, vraag_id, contact.gebeurd_op)
    return gemaakt


def _is_registered(bron_sleutel: str | None) -> bool:
    """Say whether this conversation is kept already; a second press of the button waits here for the first."""
    if bron_sleutel is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [bron_sleutel])
    return Klantcontact.objects.filter(bron_sleutel=bron_sleutel).exists()
