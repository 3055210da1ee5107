"""Turns a signed-in account into an actor with the rights that hold at this moment."""

from django.db.models import Q
from django.http import HttpRequest

from stadspunt.bronnen.organisatie.models import Gemeente, Roltoewijzing
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import ACCOUNTHOUDERSRECHTEN, Actor, ActorSoort, build_bezoeker


def build_actor(account_id: int | None, verzoek: HttpRequest | None = None) -> Actor | None:
    """Return the actor of `account_id` (None: a visitor), or None when nobody works here by that account.

    One query: every role that is valid now, with its rights and scopes.
    """
    if account_id is None:
        return build_bezoeker(frozenset(Gemeente.objects.values_list("id", flat=True)))
    moment = get_moment()
    rijen = list(
        Roltoewijzing.objects.filter(medewerker__account_id=account_id, medewerker__actief=True, van_op__lte=moment)
        .filter(Q(tot_op__isnull=True) | Q(tot_op__gt=moment))
        .values_list(
            "medewerker_id", "medewerker__naam", "gemeente_id", "team_id", "afdeling_id",
            "rol__rechten__doel", "rol__rechten__recht", "rol__tweede_stap",
        )
    )  # fmt: skip
    if not rijen:
        return None
    return Actor(
        ActorSoort.MEDEWERKER,
        rijen[0][1],
        rijen[0][0],
        rechten=ACCOUNTHOUDERSRECHTEN | {(rij[5], rij[6]) for rij in rijen if rij[5]},
        gemeente_ids=frozenset(rij[2] for rij in rijen),
        team_ids=frozenset(rij[3] for rij in rijen if rij[3]),
        afdeling_ids=frozenset(rij[4] for rij in rijen if rij[4]),
        account_id=account_id,
        eist_tweede_stap=any(rij[7] for rij in rijen),
        plekken=frozenset((rij[5], rij[6], rij[2], rij[4] or 0) for rij in rijen if rij[5]),
    )
