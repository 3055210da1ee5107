"""Build the whole demo, step by step; a step that is done already is passed over."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from stadspunt.bronnen.organisatie.queries import list_gemeenten
from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.tijd.dagen import to_dag, to_moment
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.project.demo.jaar import AANTAL
from stadspunt.project.demo.laden.inrichting import SLUG, build_inrichting, read_inrichting
from stadspunt.project.demo.laden.jaar_laden import load_jaar
from stadspunt.project.demo.laden.kopieren import analyze_database
from stadspunt.project.demo.laden.vandaag import build_vandaag
from stadspunt.project.demo.laden.voortgang import KLAAR, NAAM, is_gezet, lock_demo, mark_gezet, unlock_demo

JAAR = "jaar"
# The town hall stands a little longer than the year that is behind it.
_AANLOOP = timedelta(days=400)


def is_gevuld() -> bool:
    """Say whether the demo is complete."""
    return is_gezet(KLAAR)


def build_demo(meld: Callable[[str], None], aantal: int = AANTAL) -> None:
    """Build what is missing of the demo and tell `meld` about each part; complete already, nothing happens.

    The year ends yesterday, today's work is of today. Raises GeweigerdError when somebody else's municipality is here.
    """
    lock_demo()
    try:
        if is_gevuld():
            meld("De demo is al compleet.")
            return
        _demand_eigen_database()
        if not is_gezet(JAAR):
            build_jaar(meld, aantal)
        meld("Het werk van vandaag klaarleggen")
        build_vandaag(read_inrichting())
        with transaction.atomic():
            mark_gezet(KLAAR)
    finally:
        unlock_demo()


def _demand_eigen_database() -> None:
    if any(gemeente.slug != SLUG for gemeente in list_gemeenten()) or (list_gemeenten() and not is_gezet(JAAR)):
        tekst = "In deze database staat al een gemeente. De demo komt alleen in een lege database."
        raise GeweigerdError(Fout("niet-leeg", tekst))


@transaction.atomic
def build_jaar(meld: Callable[[str], None], aantal: int = AANTAL) -> None:
    """Set up the town and load its year, all or nothing."""
    vandaag = to_dag(get_moment())
    begin = to_moment(vandaag - _AANLOOP)
    meld("Gemeente Lindewaard inrichten")
    inrichting = build_inrichting(build_systeem(NAAM, begin, "beheren"))
    meld(f"Het afgelopen jaar laden: {aantal} klantcontacten")
    load_jaar(inrichting, begin, vandaag - timedelta(days=1), aantal)
    # Before anybody asks something: a planner that thinks that the tables are empty takes minutes.
    analyze_database()
    mark_gezet(JAAR)
