"""Who wrote: the client of a message, found or made."""

from django.db import connection

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.queries import find_partijen_by_adres
from stadspunt.bronnen.partijen.rules import Adressoort, Partijgegevens, Taal
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.waarden.bereik import is_email, to_email_sleutel, to_telefoon_sleutel


def find_or_register_partij(handeling: Handeling, gemeente_id: int, gegevens: Partijgegevens) -> int | None:
    """Return the one client with this mail address (or else telephone number), a new one when nobody has it.

    None when several clients share the address, or when nothing is known to find somebody by: an agent chooses then.
    """
    email = gegevens.email if is_email(gegevens.email) else ""
    telefoon = gegevens.telefoon if to_telefoon_sleutel(gegevens.telefoon) else ""
    if not email and not telefoon:
        return None
    soort, waarde = (Adressoort.EMAIL, email) if email else (Adressoort.TELEFOON, telefoon)
    _lock_adres(gemeente_id, to_email_sleutel(waarde))
    bekend = find_partijen_by_adres(handeling.raadpleging, gemeente_id, soort, waarde)
    if bekend:
        return bekend[0].id if len(bekend) == 1 else None
    schoon = Partijgegevens(gegevens.naam[:200], email, telefoon, voorkeurstaal=Taal(gegevens.voorkeurstaal))
    return register_partij(handeling, gemeente_id, schoon)


def _lock_adres(gemeente_id: int, sleutel: str) -> None:
    """Let two first messages of one sender, processed at once, make one client: the second waits until the first commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [gemeente_id, sleutel])
