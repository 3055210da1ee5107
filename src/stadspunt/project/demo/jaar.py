"""The year behind Lindewaard, from a seed: some twenty thousand contacts as a contact centre of its size has them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from stadspunt.project.demo.jaarvorm import Jaarcontact
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.klanten import Klanten
from stadspunt.project.demo.opening import Opening
from stadspunt.project.demo.partijen import generate_partijen
from stadspunt.project.demo.ritme import Ritme
from stadspunt.project.demo.toeval import Toeval
from stadspunt.project.demo.verloop import Verloop

ZAAD = 1_407
AANTAL = 20_000
# Of all contacts this many in a hundred start something; the others follow from them, or are simple questions.
_DEEL_EERSTE = 56
_STROOM = 2


def generate_jaar(einddatum: date, aantal: int = AANTAL, zaad: int = ZAAD) -> Iterator[Jaarcontact]:
    """Yield the `aantal` contacts of the year that ends with `einddatum`, oldest first.

    The same for the same arguments, on every machine and in every version of Python. What was not finished
    when the year ended stands as it stood then. Raises ValueError when `aantal` is too small to make a year of.
    """
    if aantal < 500:
        raise ValueError("a year has at least 500 contacts")
    toeval = Toeval(zaad, _STROOM)
    rooster = Werkrooster(einddatum - timedelta(days=430), einddatum + timedelta(days=200))
    einde = datetime.combine(einddatum, time(23, 59, 59))
    opening = Opening(toeval, rooster, einddatum, Klanten(generate_partijen(zaad)), Verloop(toeval, rooster, einde))
    contacten: list[Jaarcontact] = []
    for moment, kanaal in Ritme(einddatum, rooster).list_momenten(aantal * _DEEL_EERSTE // 100, toeval):
        contacten += opening.open_contact(moment, kanaal)
    te_gaan = aantal - len(contacten)
    if te_gaan < 0:
        raise ValueError(f"{aantal} contacts were asked and {len(contacten)} came")
    balies = Ritme(einddatum, rooster, (Kanaal.TELEFOON, Kanaal.BALIE))
    contacten += [opening.open_snelvraag(moment, kanaal) for moment, kanaal in balies.list_momenten(te_gaan, toeval)]
    contacten.sort(key=lambda contact: contact.moment)
    yield from contacten
