"""Who may follow which list: the gate in front of the live channel.

Only the name of a list ever goes over that channel, and even that only to who may see it.
"""

from importlib import import_module

from asgiref.sync import sync_to_async
from django.conf import settings

from stadspunt.bronnen.organisatie.actorbron import build_actor
from stadspunt.bronnen.organisatie.queries import list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.taken.verbindingen import close_stale_connections
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Actor, Raadpleging
from stadspunt.fundament.toegang.sessies import find_account_id, has_tweede_stap
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.overdracht.queries import has_overdracht


async def mag_volgen(cookies: dict[str, str], lijsten: list[str]) -> list[str]:
    """Return which of `lijsten` ('team-3', 'vraag-12', 'lezers-1', 'afdeling-4', 'opdracht-7') this session may follow."""
    return await sync_to_async(_filter_lijsten, thread_sensitive=True)(cookies, lijsten)


def _filter_lijsten(cookies: dict[str, str], lijsten: list[str]) -> list[str]:
    close_stale_connections()
    try:
        actor = _find_actor(cookies.get(settings.SESSION_COOKIE_NAME, ""))
        return [lijst for lijst in lijsten if actor is not None and _may_follow(actor, lijst)]
    finally:
        close_stale_connections()


def _find_actor(sessiesleutel: str) -> Actor | None:
    if not sessiesleutel:
        return None
    sessie = import_module(settings.SESSION_ENGINE).SessionStore(sessiesleutel)
    actor = build_actor(account_id) if (account_id := find_account_id(sessie)) else None
    # The same as at the gate of a screen: who must show a second factor and did not sees nothing.
    return None if actor is None or (actor.eist_tweede_stap and not has_tweede_stap(sessie)) else actor


def _may_follow(actor: Actor, lijst: str) -> bool:
    soort, _, nummer = lijst.partition("-")
    if not nummer.isdecimal() or len(nummer) > 18:
        return False
    if soort == "afdeling":
        return int(nummer) in actor.afdeling_ids and actor.has_recht(Doel.OVERDRACHT_BEANTWOORDEN, "overdracht.lezen")
    if soort == "opdracht":
        mag = actor.has_recht(Doel.OVERDRACHT_BEANTWOORDEN, "overdracht.lezen")
        return mag and has_overdracht(Raadpleging(actor, Doel.OVERDRACHT_BEANTWOORDEN, get_moment()), int(nummer))
    if not actor.has_recht(Doel.KLANTVRAAG_BEHANDELEN, "klantvraag.lezen"):
        return False
    if soort == "team":
        return any(team.id == int(nummer) for team in list_teams(actor.gemeente_ids))
    if soort in {"vraag", "lezers"}:
        return bool(get_klantvragen(Raadpleging(actor, Doel.KLANTVRAAG_BEHANDELEN, get_moment()), [int(nummer)]))
    return False
